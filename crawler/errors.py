"""What can come instead of a page, each with a type of its own: none of these is ever taken for a release."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class BlockedPageError(IgnoreRequest):
    """The site shows a check for robots, or refuses us, instead of the page."""


class LoginPageError(BlockedPageError):
    """The site wants us to log in, instead of showing the page."""


class EmptyPageError(IgnoreRequest):
    """The page holds no text."""


class OutsideError(IgnoreRequest):
    """The address lies outside the catalogue's hosts, or in a place that is never fetched."""


class CircularRedirectError(IgnoreRequest):
    """The site sends us round in a circle."""


class MissingTranslationError(IgnoreRequest):
    """The site answers that the page has no version in this language."""


class GonePageError(IgnoreRequest):
    """The site sends a reader of this page to its front page, a list or a page of errors: the page is no more."""


class NoReleaseError(IgnoreRequest):
    """The site sends a reader of a release to a page that is none."""


class BrokenOffError(IgnoreRequest):
    """The page breaks off before its end."""


class ForbiddenByRobotsError(IgnoreRequest):
    """The site's robots.txt asks us not to fetch this."""


class ClosedHostError(IgnoreRequest):
    """The host is left alone for the rest of this run."""

"""Failed requests: what each counts as, and how it is put to a person."""

from __future__ import annotations

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.errors import (
    BlockedPageError,
    BrokenOffError,
    CircularRedirectError,
    ClosedHostError,
    EmptyPageError,
    ForbiddenByRobotsError,
    GonePageError,
    LoginPageError,
    MissingTranslationError,
    NoReleaseError,
    OutsideError,
)
from crawler.judging import is_blocked
from crawler.outcomes import Outcome, Role, first_address, role_of
from crawler.warc.decoding import UndecodableError
from parsers.problems import Problem

# What a site answers where there is nothing, or nothing any more.
GONE = (404, 410)
# What asking again would not change: robots.txt forbids it, or it is larger than what is stored.
_NEVER_FETCHED = (ForbiddenByRobotsError, DownloadCancelledError)


def outcome_of(error: BaseException, request: Request) -> Outcome | None:
    """Return what a failed request counts as, None where it is of no consequence."""
    role = role_of(request)
    if isinstance(error, MissingTranslationError) and role is not Role.LISTING:
        return Outcome.UNTRANSLATED
    if isinstance(error, ClosedHostError):
        return Outcome.SKIPPED  # the host was reported when it was closed
    if role is Role.RELEASE and (isinstance(error, GonePageError) or _status(error) in GONE):
        return Outcome.GONE
    if role in (Role.ATTACHMENT, Role.FEED) and (_status(error) in GONE or isinstance(error, _NEVER_FETCHED)):
        # Links in texts outlive what they lead to, and the listings have all that feeds and sitemaps had, which come
        # and go; what is never fetched is no news in the next crawl.
        return None
    return Outcome.FAILED


def is_absent(error: BaseException | None) -> bool:
    """Tell whether a site has nothing at an address, or nothing any more: no error of the moment, and no refusal."""
    nothing = (GonePageError, MissingTranslationError, EmptyPageError)
    return isinstance(error, nothing) or (error is not None and _status(error) in GONE)


def problem_of(error: BaseException, request: Request) -> Problem:
    """Return a failed request in words."""
    url, reason = first_address(request), " ".join(str(error).split())[:200] or type(error).__name__
    if isinstance(error, LoginPageError):
        return Problem("{url}: the site asks for a log-in instead of showing the page", url=url)
    if isinstance(error, BlockedPageError) or (isinstance(error, HttpError) and is_blocked(error.response)):
        return Problem("{url}: the site shows a check for robots instead of the page", url=url)
    if isinstance(error, HttpError):
        return Problem("{url}: the site answered with status {status}", url=url, status=error.response.status)
    return _problem_of_transfer(error, url, reason)


def _problem_of_transfer(error: BaseException, url: str, reason: str) -> Problem:
    match error:
        case BrokenOffError():
            return Problem("{url}: the page breaks off before its end", url=url)
        case EmptyPageError():
            return Problem("{url}: the page is empty", url=url)
        case OutsideError():
            return Problem(
                "{url}: leads to {target}, outside the catalogue's hosts; not followed", url=url, target=reason
            )
        case NoReleaseError():
            return Problem("{url}: leads to {target}, which is no release; not followed", url=url, target=reason)
        case MissingTranslationError():
            return Problem("{url}: the site says that it has no such page in this language", url=url)
        case CircularRedirectError():
            return Problem("{url}: the site redirects in a circle", url=url)
        case DownloadCancelledError():
            return Problem("{url}: larger than what is stored; not fetched", url=url)
        case UndecodableError():
            return Problem("{url}: the answer cannot be unpacked ({reason})", url=url, reason=reason)
        case IgnoreRequest():
            return Problem("{url}: not fetched ({reason})", url=url, reason=reason)
    return Problem("{url}: no usable answer ({reason})", url=url, reason=reason)


def _status(error: BaseException) -> int | None:
    return error.response.status if isinstance(error, HttpError) else None

"""Failed requests: what each counts as, and how it is put to a person."""

from __future__ import annotations

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.errors import (
    BlockedPageError,
    EmptyPageError,
    GonePageError,
    MissingTranslationError,
    OutsideError,
)
from crawler.judging import is_blocked
from crawler.outcomes import Outcome, Role, role_of
from crawler.warc.decoding import UndecodableError
from parsers.problems import Problem

_GONE = (404, 410)
_UNCHANGED = 304

_MESSAGES: tuple[tuple[type[Exception], str], ...] = (
    (BlockedPageError, "{url}: the site shows a check for robots instead of the page"),
    (EmptyPageError, "{url}: the page is empty"),
    (OutsideError, "{url}: leads to {reason}, outside the catalogue's hosts; not followed"),
    (DownloadCancelledError, "{url}: larger than what is stored; not fetched"),
    (UndecodableError, "{url}: the answer cannot be unpacked ({reason})"),
    (IgnoreRequest, "{url}: not fetched ({reason})"),
    (Exception, "{url}: no usable answer ({reason})"),
)


def outcome_of(error: BaseException, request: Request) -> Outcome | None:
    """Return what a failed request counts as, None where it is of no consequence."""
    if isinstance(error, MissingTranslationError):
        return Outcome.UNTRANSLATED
    if role_of(request) is Role.RELEASE:
        if isinstance(error, GonePageError) or _status(error) in _GONE:
            return Outcome.GONE
        if _status(error) == _UNCHANGED:
            return Outcome.UNCHANGED
    if _status(error) == _UNCHANGED or role_of(request) is Role.FEED:
        return None  # feeds come and go; the listings have all that they have
    return Outcome.FAILED


def problem_of(error: BaseException, request: Request) -> Problem:
    """Return a failed request in words."""
    if isinstance(error, HttpError):
        if is_blocked(error.response):
            return Problem(_MESSAGES[0][1], url=request.url)
        return Problem("{url}: the site answered with status {status}", url=request.url, status=error.response.status)
    message = next(message for kind, message in _MESSAGES if isinstance(error, kind))
    return Problem(message, url=request.url, reason=_reason(error))


def _status(error: BaseException) -> int | None:
    return error.response.status if isinstance(error, HttpError) else None


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

"""What an answer says of its host, and whether it is the page that was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.errors import BlockedPageError, BrokenOffError, LoginPageError
from crawler.judging import asks_to_log_in, is_blocked, judge
from crawler.manners import Manners, manners_of
from crawler.outcomes import CACHED, Role, role_of, tell
from crawler.standin import renewed
from crawler.warc.decoding import UndecodableError, decode_body
from crawler.warc.writing import TRAVEL_PREFIX
from parsers.sources import host_of

_ENCODINGS = ("Transfer-Encoding", "Content-Encoding")
_HURRIED = frozenset({429, 503})
_TIMEOUT = 408
# One page may be closed to us; a site that closes one after the other does not want us. Only robots.txt may be closed
# without that meaning anything (RFC 9309, 2.3.1.3).
_REFUSALS = frozenset({401, 403})
# What has the page in it that was asked for, all of it
_WHOLE = frozenset({200, 203})


class Judge:
    """Unpacks answers, refuses what is no page, has repeated what broke off, and notes how each host fares."""

    def __init__(self, crawler: Crawler, manners: Manners) -> None:
        self._crawler = crawler
        self._manners = manners

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, manners_of(crawler))

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if CACHED in response.flags:
            return response
        try:
            whole = unpacked(response)
            if role := role_of(request):
                _check(whole, role)
        except (UndecodableError, BrokenOffError) as error:
            return self._again(request, error)
        except BlockedPageError as error:
            self._fail(request, "a log-in" if isinstance(error, LoginPageError) else "a check for robots")
            raise
        is_refused = role_of(request) is not None and response.status in _REFUSALS
        if response.status >= 500 or is_refused or response.status in (*_HURRIED, _TIMEOUT):
            hurried = response.status in _HURRIED
            self._fail(request, f"status {response.status}", asked=retry_after(response), is_hurried=hurried)
        else:
            self._manners.succeeded(host_of(request.url))
        return whole

    def process_exception(self, request: Request, exception: Exception) -> None:
        if not isinstance(exception, (IgnoreRequest, DownloadCancelledError)):
            self._fail(request, " ".join(str(exception).split())[:200] or type(exception).__name__)

    def _again(self, request: Request, error: Exception) -> Request:
        """Return the repetition of a request whose answer did not come whole; raise the error where it never does."""
        assert self._crawler.spider
        repetition = get_retry_request(request, spider=self._crawler.spider, reason=error)
        if repetition is None:
            raise error
        return repetition

    def _fail(self, request: Request, reason: str, *, asked: float = 0.0, is_hurried: bool = False) -> None:
        host = host_of(request.url)
        problem = self._manners.failed(host, monotonic(), reason, asked=asked, is_hurried=is_hurried)
        if problem:
            tell(self._crawler, problem)


def _check(response: Response, role: Role) -> None:
    """Raise what is wrong with an answer that claims to be the page, or is a check for robots or leads to a log-in."""
    if 200 <= response.status < 300:
        judge(response)
        if response.status not in _WHOLE:
            raise HttpError(response)
    elif role is not Role.ATTACHMENT and asks_to_log_in(response):
        raise LoginPageError(response.url)
    elif response.status >= 400 and is_blocked(response):
        raise BlockedPageError(response.url)


def unpacked(response: Response) -> Response:
    """Return a response as a reader sees it: decoded, and of the class that fits what it then is.

    The headers that tell how it travelled are kept under another name. Raises UndecodableError.
    """
    transfer, content = ((response.headers.get(name) or b"").decode("latin-1") for name in _ENCODINGS)
    body = decode_body(response.body, transfer=transfer, content=content)
    headers = Headers()
    for name, values in response.headers.items():
        travelled = name.decode("latin-1") in _ENCODINGS
        headers.setlist(TRAVEL_PREFIX.encode() + name if travelled else name, values)
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return renewed(response, cls=kind, body=body, headers=headers)


def retry_after(response: Response, now: datetime | None = None) -> float:
    """Return the seconds after which a server wants to be asked again, 0 where it names none (RFC 9110, 10.2.3).

    >>> retry_after(Response("https://tem.fi/", headers={"Retry-After": "120"}))
    120.0
    >>> noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    >>> retry_after(Response("https://tem.fi/", headers={"Retry-After": "Sun, 01 Nov 2026 12:01:00 GMT"}), noon)
    60.0
    >>> retry_after(Response("https://tem.fi/", headers={"Retry-After": "soon"}))
    0.0
    >>> beyond = "Sun, 01 Nov 99999999999999999999 12:00:00 GMT"
    >>> retry_after(Response("https://tem.fi/", headers={"Retry-After": beyond}))
    0.0
    """
    stated = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, OverflowError):
        return 0.0
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - (now or datetime.now(UTC))).total_seconds())

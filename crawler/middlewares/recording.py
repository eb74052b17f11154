"""The one place through which every response becomes a capture."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from crawler.judging import judge
from crawler.media import is_html, split_content_type
from crawler.outcomes import Outcome, Role, count, role_of
from crawler.standin import renewed
from crawler.warc.decoding import decode_body
from crawler.warc.store import WarcStore
from crawler.warc.writing import SentRequest
from parsers.capture import Capture
from parsers.sources import host_of

# A page, a redirect that says where it went, or the word that it is gone. Never an error of the moment or a refusal.
_RECORDED = frozenset({200, 203, 301, 302, 303, 307, 308, 404, 410})
_ENCODINGS = ("Transfer-Encoding", "Content-Encoding")


class Recorder:
    """Unpacks responses, refuses what is no page, and writes the rest to the spider's `store` with its request."""

    def __init__(self, crawler: Crawler, store: WarcStore) -> None:
        self._crawler = crawler
        self._store = store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, crawler.spider.store)  # type: ignore[union-attr]

    def process_request(self, request: Request) -> None:
        count(self._crawler, request, Outcome.REQUESTS)

    def process_response(self, request: Request, response: Response) -> Response:
        unpacked = _unpacked(response)
        if response.status not in _RECORDED:
            return unpacked
        if response.status < 300 and role_of(request):
            judge(unpacked)
        self._record(request, response, unpacked.body)
        return unpacked

    def _record(self, request: Request, response: Response, body: bytes) -> None:
        capture = _capture(request, response, body)
        before = self._store.last(capture.url)
        role = role_of(request)
        own = role in (Role.RELEASE, Role.ATTACHMENT)
        self._store.write(capture, request=_sent(request), role=None if own else role or "robots")
        unchanged = before is not None and before.digest == capture.digest
        if response.status >= 300 or not own:
            return
        if role is Role.ATTACHMENT:
            if not unchanged:
                count(self._crawler, request, Outcome.ATTACHMENTS)
        elif unchanged:
            count(self._crawler, request, Outcome.UNCHANGED)
        else:
            count(self._crawler, request, Outcome.CHANGED if before else Outcome.NEW)


def _unpacked(response: Response) -> Response:
    """The response as a reader sees it: decoded, and of the class that fits what it then is."""
    transfer, content = ((response.headers.get(name) or b"").decode("latin-1") for name in _ENCODINGS)
    body = decode_body(response.body, transfer=transfer, content=content)
    headers = Headers({name: values for name, values in response.headers.items() if name.decode() not in _ENCODINGS})
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return renewed(response, cls=kind, body=body, headers=headers)


def _capture(request: Request, response: Response, body: bytes) -> Capture:
    media_type, charset = split_content_type((response.headers.get("Content-Type") or b"").decode("latin-1"))
    return Capture(
        url=request.url,
        time=datetime.now(UTC).replace(microsecond=0),
        body=body,
        status=response.status,
        media_type=media_type or ("text/html" if is_html(body) else "application/octet-stream"),
        charset=charset,
        headers=_plain(response.headers),
    )


def _sent(request: Request) -> SentRequest:
    return SentRequest((("Host", host_of(request.url)), *_plain(request.headers)), request.method)


def _plain(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )

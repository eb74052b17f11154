"""The one place through which every response becomes a capture."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from crawler.media import is_html, split_content_type
from crawler.mementos import original_of
from crawler.outcomes import ARCHIVED, role_of
from crawler.runs import count_page, run_of
from crawler.warc.scanning import last_capture
from crawler.warc.store import WarcStore
from crawler.warc.writing import SentRequest
from parsers.capture import Capture

# A page, a redirect that says where it went, or the word that it is gone. Never an error of the moment or a refusal.
_RECORDED = frozenset({200, 203, 301, 302, 303, 307, 308, 404, 410})
_ROBOTS = "robots"
# Set on a request to a web archive: the page's own address, and the time (ISO 8601) at which the archive captured it.
_CAPTURE_AS = "capture_as"


class Recorder:
    """Writes responses that tell something new to the spider's `store`, each with its request, and counts the pages.

    New is what differs from the newest capture of its address in payload, status, target of a redirect or validators;
    with the same payload it becomes a revisit record. A visit that found all as it was leaves no record, whether the
    server said so (304) or sent the page once more: the report counts it. Within one run, and what goes on with it, no
    payload is recorded twice for an address.
    """

    def __init__(self, crawler: Crawler, store: WarcStore) -> None:
        self._crawler = crawler
        self._store = store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, crawler.spider.store)  # type: ignore[union-attr]

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status in _RECORDED:
            capture = _capture(request, response)
            if ARCHIVED not in response.flags and self._is_news(capture, request):
                sent = None if _CAPTURE_AS in request.meta else _sent(request)
                self._store.write(capture, request=sent, role=role_of(request) or _ROBOTS)
            count_page(self._crawler, request, capture)
        return response

    def _is_news(self, capture: Capture, request: Request) -> bool:
        if _CAPTURE_AS in request.meta:
            # That a web archive lacks a capture, or leads to another, is no word of the page's own.
            return capture.status == 200 and not self._store.holds(capture.url, capture.digest)
        last = self._store.last(capture.url)
        if last and last == last_capture(capture, time=last.time):
            return False
        return not self._store.holds(capture.url, capture.digest, since=run_of(self._crawler).start)


def _capture(request: Request, response: Response) -> Capture:
    media_type, charset = split_content_type((response.headers.get("Content-Type") or b"").decode("latin-1"))
    capture = Capture(
        url=request.url,
        time=datetime.now(UTC).replace(microsecond=0),
        body=response.body,
        status=response.status,
        media_type=media_type or ("text/html" if is_html(response.body) else "application/octet-stream"),
        charset=charset,
        headers=_plain(response.headers),
    )
    if past := request.meta.get(_CAPTURE_AS):
        return original_of(capture, past["url"], datetime.fromisoformat(past["time"]))
    return capture


def _sent(request: Request) -> SentRequest:
    return SentRequest((("Host", urlsplit(request.url).netloc), *_plain(request.headers)), request.method)


def _plain(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )

"""The archive as a cache: pages are asked for only if they have changed, or are not asked for again at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from crawler.outcomes import ARCHIVED, CACHED, UNCHANGED, note, role_of
from crawler.runs import count_page, run_of
from crawler.warc.store import WarcStore
from crawler.warc.writing import OWN_ROLES
from parsers.capture import Capture
from parsers.problems import Problem

_CONDITIONS = ("If-None-Match", "If-Modified-Since")
_NOT_MODIFIED = 304
# Set on a request that must be answered with the page itself, since what is stored of it cannot be read.
_WHOLE = "whole"
# When a run is gone on with, listings and feeds are taken from it for so long: what was published since must be found.
_FRESH = timedelta(hours=6)


class Conditional:
    """Answers from the archive. A run that was broken off is gone on with: what it captured is not asked for again
    (flag "cached"). All else is asked for with the validators of its last capture, and the answer that nothing has
    changed becomes the stored response (flag "unchanged"), so that what a page leads to is followed alike.
    """

    def __init__(self, crawler: Crawler, store: WarcStore) -> None:
        self._crawler = crawler
        self._store = store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler, crawler.spider.store)  # type: ignore[union-attr]
        crawler.signals.connect(middleware.spider_opened, signals.spider_opened)
        crawler.signals.connect(middleware.spider_closed, signals.spider_closed)
        return middleware

    def spider_opened(self, spider: Spider) -> None:
        run = run_of(self._crawler)
        if run.resumed:
            begun = f"{run.begun:%Y-%m-%d %H:%M} UTC"
            note(
                self._crawler,
                Problem("{source}: goes on with the crawl begun at {time}", source=run.source, time=begun),
            )

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """A crawl that was stopped is not over: the next one goes on with it."""
        if reason == "finished":
            self._store.end_run(run_of(self._crawler).source)

    def process_request(self, request: Request) -> Response | None:
        for name in _CONDITIONS:
            request.headers.pop(name, None)
        if request.method != "GET" or request.meta.get(_WHOLE):
            return None
        if stored := self._captured_in_this_run(request):
            return response_of(stored, request, CACHED)
        last = self._store.last(request.url)
        if last and last.status == 200:
            for name, validator in zip(_CONDITIONS, (last.etag, last.last_modified), strict=True):
                if validator:
                    request.headers[name] = validator
        return None

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status != _NOT_MODIFIED or not any(name in request.headers for name in _CONDITIONS):
            return response
        stored = self._store.body(request.url)
        if stored:
            count_page(self._crawler, request, stored)
            return response_of(stored, request, UNCHANGED)
        return request.replace(meta={**request.meta, _WHOLE: True}, dont_filter=True)

    def _captured_in_this_run(self, request: Request) -> Capture | None:
        run = run_of(self._crawler)
        stored = self._store.newest(request.url, since=run.start) if run.resumed else None
        if stored and role_of(request) not in OWN_ROLES and datetime.now(UTC) - stored.time > _FRESH:
            return None
        return stored


def response_of(capture: Capture, request: Request, flag: str) -> Response:
    """Return a capture as the response that it was, with a flag that says why it was not fetched."""
    headers: dict[str, list[str]] = {}
    for name, value in capture.headers:
        headers.setdefault(name, []).append(value)
    kind = responsetypes.from_args(headers=Headers(headers), url=request.url, body=capture.body)
    flags = [flag, ARCHIVED]
    return kind(request.url, status=capture.status or 200, headers=headers, body=capture.body, flags=flags)

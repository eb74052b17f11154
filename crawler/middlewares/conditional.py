"""Requests that ask for a page only if it has changed since its last capture."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.outcomes import Role, role_of
from crawler.warc.store import WarcStore

_CONDITIONS = ("If-None-Match", "If-Modified-Since")


class Conditional:
    """Adds the validators of an address's last capture. A redirected request gets those of its own address."""

    def __init__(self, store: WarcStore) -> None:
        self._store = store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spider.store)  # type: ignore[union-attr]

    def process_request(self, request: Request) -> None:
        for name in _CONDITIONS:
            request.headers.pop(name, None)
        if role_of(request) not in (Role.RELEASE, Role.ATTACHMENT):
            return
        last = self._store.last(request.url)
        if last and last.etag:
            request.headers["If-None-Match"] = last.etag
        if last and last.last_modified:
            request.headers["If-Modified-Since"] = last.last_modified

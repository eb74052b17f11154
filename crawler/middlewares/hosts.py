"""The fence: no request leaves the catalogue's hosts, and none leaves this machine without a contact address."""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.errors import OutsideError
from crawler.permits import check_contact, checked_address
from parsers.sources import SOURCES, WEB_ARCHIVE, host_of
from parsers.urls import is_check

_SITES = frozenset(host for source in SOURCES.values() if source.id != WEB_ARCHIVE for host in source.hosts)


class HostGuard:
    """Refuses requests, redirected ones too, that lie outside the catalogue's hosts or under ``/cdn-cgi/``.

    A web archive is asked only by the spider that has it among its own `hosts`.
    """

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts | _SITES

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not checked_address(crawler.settings.get("STAND_IN")):
            check_contact(crawler.settings.get("CONTACT"))
        return cls(getattr(crawler.spider, "hosts", frozenset()))

    def process_request(self, request: Request) -> None:
        if not self.allows(request.url):
            raise OutsideError(request.url)

    def allows(self, url: str) -> bool:
        if urlsplit(url).scheme not in ("http", "https") or is_check(url):
            return False
        return host_of(url) in self._hosts

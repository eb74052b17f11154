"""The fence: no request leaves the catalogue's hosts, and none leaves this machine without a contact address."""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.errors import OutsideError
from parsers.problems import Problem
from parsers.sources import host_of

_NEVER = "/cdn-cgi/"


class HostGuard:
    """Refuses requests, redirected ones too, that lie outside the spider's `hosts` or under ``/cdn-cgi/``."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings.get("STAND_IN") and not crawler.settings.get("CONTACT"):
            raise missing_contact()
        return cls(getattr(crawler.spider, "hosts", frozenset()))

    def process_request(self, request: Request) -> None:
        if not self.allows(request.url):
            raise OutsideError(request.url)

    def allows(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and host_of(url) in self._hosts and _NEVER not in parts.path


def missing_contact() -> Problem:
    """Return what is said to someone who starts a crawl without telling who they are."""
    return Problem(
        "a crawl needs a contact address (an e-mail or web address), so that the sites' keepers can reach you: "
        "give --contact or set HAKU_CONTACT"
    )

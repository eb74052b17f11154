"""The pace at which hosts are asked."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.errors import ClosedHostError
from crawler.manners import Manners, manners_of
from crawler.outcomes import Outcome, count
from parsers.sources import host_of


class Pace:
    """Lets a request pass when its host's turn has come, and none to a host that is left alone.

    Scrapy's own delay holds within one spider; but sources refer to one another's pages, and are crawled side by side.
    """

    def __init__(self, crawler: Crawler, manners: Manners) -> None:
        self._crawler = crawler
        self._manners = manners

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, manners_of(crawler))

    async def process_request(self, request: Request) -> None:
        host = host_of(request.url)
        moment = 0.0 if self._manners.is_closed(host) else self._manners.reserve(host, monotonic())
        while not self._manners.is_closed(host):
            pause = max(moment, self._manners.paused_until(host)) - monotonic()
            if pause <= 0:
                count(self._crawler, request, Outcome.REQUESTS)
                return
            await asyncio.sleep(pause)
        raise ClosedHostError(host)

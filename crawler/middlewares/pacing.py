"""The pace at which a host is asked, kept by all the crawls of this process together."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import ClassVar, Self

from scrapy import Request
from scrapy.crawler import Crawler

from parsers.sources import host_of


class Pace:
    """Lets one request to a host pass in each `delay` seconds.

    Scrapy's own delay holds within one spider; but sources refer to one another's pages, and are crawled side by side.
    """

    _free_from: ClassVar[dict[str, float]] = {}

    def __init__(self, delay: float) -> None:
        self._delay = delay

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getfloat("DOWNLOAD_DELAY"))

    async def process_request(self, request: Request) -> None:
        pause = self.reserve(host_of(request.url), monotonic())
        if pause > 0:
            await asyncio.sleep(pause)

    def reserve(self, host: str, now: float) -> float:
        """Take the next free moment of a host; return how many seconds it lies ahead."""
        moment = max(now, self._free_from.get(host, now))
        self._free_from[host] = moment + self._delay
        return moment - now

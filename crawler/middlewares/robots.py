"""robots.txt, as RFC 9309 has it: what it forbids is not fetched, and where it cannot be had nothing is."""

from __future__ import annotations

import asyncio
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.errors import ClosedHostError, ForbiddenByRobotsError
from crawler.manners import Manners, manners_of
from crawler.outcomes import tell
from parsers.problems import Problem
from parsers.sources import host_of

_FIRST = 1000  # the priority of robots.txt among the requests
_OWN = "dont_obey_robotstxt"
# RFC 9309, 2.5: at least this much of the file must be read.
_READ = 500 * 1024
_FREE = Protego.parse("")


class Robots:
    """Obeys robots.txt: its rules, and the pause between requests that it asks for.

    Absent (4xx), it allows everything; unreachable (5xx, no answer), it must be taken to forbid everything, so its host
    is left alone for this run.
    """

    def __init__(self, crawler: Crawler, manners: Manners) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._manners = manners
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._rules: dict[str, asyncio.Future[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, manners_of(crawler))

    async def process_request(self, request: Request) -> None:
        if request.meta.get(_OWN):
            return
        rules = await self._rules_for(request.url)
        if self._manners.is_closed(host_of(request.url)):
            raise ClosedHostError(host_of(request.url))
        if not rules.can_fetch(request.url, self._agent):
            raise ForbiddenByRobotsError("Forbidden by robots.txt")

    async def _rules_for(self, url: str) -> Protego:
        """The rules of an address's host, fetched once."""
        parts = urlsplit(url)
        place = f"{parts.scheme}://{parts.netloc}"
        if place not in self._rules:
            self._rules[place] = asyncio.get_running_loop().create_future()
            self._rules[place].set_result(await self._fetched(f"{place}/robots.txt"))
        return await asyncio.shield(self._rules[place])

    async def _fetched(self, url: str) -> Protego:
        request = Request(url, priority=_FIRST, meta={_OWN: True}, callback=NO_CALLBACK)
        assert self._crawler.engine
        try:
            return self._read(url, await self._crawler.engine.download_async(request))
        except IgnoreRequest:
            return _FREE  # it redirects in a circle, or away from the catalogue's hosts: as good as absent
        except Exception as error:
            self._tell(self._manners.shut_out(host_of(url), " ".join(str(error).split())[:200] or type(error).__name__))
            return _FREE

    def _read(self, url: str, response: Response) -> Protego:
        if response.status >= 500 or response.status == 429:
            self._tell(self._manners.shut_out(host_of(url), f"status {response.status}"))
        if response.status >= 300:
            return _FREE
        rules = Protego.parse(response.body[:_READ].decode("utf-8-sig", "replace"))
        rate = rules.request_rate(self._agent)
        delay = max(rules.crawl_delay(self._agent) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        self._tell(self._manners.slow_down(host_of(url), delay))
        return rules

    def _tell(self, problem: Problem | None) -> None:
        if problem:
            tell(self._crawler, problem)

"""ely-keskus.fi: the ELY Centres, and with them their site, came to their end with the year 2025.

As long as pages are served there they can be crawled; what is there no more is in web archives (spiders.wayback).
"""

from __future__ import annotations

from collections.abc import Iterator

from scrapy import Request
from twisted.python.failure import Failure

from crawler.outcomes import Outcome, Role, count, role_of, tell
from crawler.spiders.links import is_release
from crawler.spiders.walking import WalkingSpider
from parsers.problems import Problem
from parsers.sources import SOURCES


class Ely(WalkingSpider):
    """News (/-/slug) and former press releases (/tiedotteet-2020/-/asset_publisher/…/slug) from the lists of each year.

    Front pages that lead to the successors, or are gone, mean that the site is shut. That is told once, and the known
    releases are left in peace: the end of a site does not withdraw what it published.
    """

    name = "ely"
    hosts = frozenset(SOURCES[name].hosts)
    home = "https://www.ely-keskus.fi"
    sitemap = None
    is_shut = False

    def is_article(self, url: str) -> bool:
        return is_release(url)

    def last_requests(self) -> Iterator[Request]:
        if not self.is_shut:
            yield from super().last_requests()

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Tell of the site's end where a front page fails before any other page was seen."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if self.walk.is_answered or role_of(request) is not Role.LISTING:
            yield from super().failed(failure)
            return
        count(self.crawler, request, Outcome.FAILED)
        if not self.is_shut:
            self.is_shut = True
            problem = Problem("{source}: the site is shut; crawl wayback for its past pages", source=self.name)
            tell(self.crawler, problem)

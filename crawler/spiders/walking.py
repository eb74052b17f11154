"""Sites without a platform of their own kind: walked from their front pages and their sitemaps.

Dated articles are found where lists name them, beside their days; lasting pages, which print no day, in the sitemap
and by links. Lists are known by the words of their addresses, since sites move them about.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, ClassVar

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.failures import GONE
from crawler.outcomes import Role
from crawler.spiders.anchors import Article, addresses, articles
from crawler.spiders.listed import ListedSpider
from crawler.spiders.listings import Step
from crawler.spiders.places import at_home, is_page, may_name_pages
from crawler.spiders.sitemaps import child_sitemaps, sitemap_entries
from parsers.model import Language
from parsers.sources import host_of
from parsers.urls import canonical, is_listing, listed_year

_MOST_SITEMAPS = 1_000


class WalkingSpider(ListedSpider):
    """Walks the site at `home` from `fronts`, its front pages by language, and `sitemap`, where it has one.

    A subclass says which addresses are dated articles, and which are lasting pages. Pages in a language without a front
    page are asked for only as versions of others.
    """

    home: ClassVar[str]
    fronts: ClassVar[Mapping[Language, str]] = {"fi": "/", "sv": "/sv/"}
    sitemap: ClassVar[str | None] = "/sitemap.xml"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sitemaps = 0

    @abstractmethod
    def is_article(self, url: str) -> bool:
        """Tell whether an address of this site is that of a dated article."""

    def is_lasting(self, url: str) -> bool:
        """Tell whether a page of this site, at an address that is no article's, is wanted."""
        return False

    async def start(self) -> AsyncIterator[Any]:
        for language, path in self.fronts.items():
            if language in self.languages:
                yield self.listing_page(Step(self.home + path, language))
        for request in self._sitemap(self.home + self.sitemap) if self.sitemap else ():
            yield request

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """Yield the lasting pages that a sitemap names, and the sitemaps that an index of them names."""
        for url in child_sitemaps(response):
            yield from self._sitemap(url)
        for entry in sitemap_entries(response, self._is_own_lasting):
            yield from self._lasting(entry.url)

    def is_release(self, url: str) -> bool:
        return self._is_own_article(url) or self._is_own_lasting(url)

    def articles_of(self, page: HtmlResponse) -> list[Article]:
        return [Article(self.home_of(each.url), each.day) for each in articles(page, self._is_own_article)]

    def language_listed(self, url: str, step: Step) -> Language:
        return self.language_of(url)

    def home_of(self, url: str) -> str:
        return at_home(url, self.home)

    def beside(self, page: HtmlResponse, step: Step, *, archived: bool) -> Iterator[Request]:
        yield from self._follow(page)

    def parse_release(self, response: Response) -> Iterator[Request]:
        yield from super().parse_release(response)
        if isinstance(response, HtmlResponse):
            yield from self._follow(response)

    def _sitemap(self, url: str) -> Iterator[Request]:
        if self._sitemaps < _MOST_SITEMAPS and may_name_pages(url) and self._is_first(url):
            self._sitemaps += 1
            yield self.request(url, Role.FEED, None, self.parse_sitemap)

    def _follow(self, response: HtmlResponse) -> Iterator[Request]:
        """Yield the lists and the lasting pages that a page links to."""
        for url in addresses(response):
            yield from self._list(self.home_of(url))
            if not self._is_dead(url):
                yield from self._lasting(url)

    def _list(self, url: str) -> Iterator[Request]:
        language, year = self.language_of(url), listed_year(url)
        is_in_time = year is None or self.since.year <= year <= self.until.year
        if is_listing(url) and is_in_time and language in self.languages and not self.is_full and self._is_first(url):
            yield self.listing_page(Step(url, language, start=self.home + self.fronts.get(language, "/")))

    def _lasting(self, url: str) -> Iterator[Request]:
        language = self.language_of(url)
        if language in self.fronts and language in self.languages and self._is_own_lasting(url):
            self.walk.named.add(canonical(url))
            yield from self.release(self.home_of(url), language)

    def _is_dead(self, url: str) -> bool:
        """Whether a link was found to lead nowhere: links stay in texts for years. A sitemap may revive its page."""
        last = self.store.last(canonical(self.home_of(url)))
        return last is not None and last.status in GONE

    def _is_own_article(self, url: str) -> bool:
        return host_of(url) in self.hosts and self.is_article(url)

    def _is_own_lasting(self, url: str) -> bool:
        return host_of(url) in self.hosts and is_page(url) and not self.is_article(url) and self.is_lasting(url)

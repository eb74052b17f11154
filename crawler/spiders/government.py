"""The sites of the government's common platform.

What is new is in their feeds, on the first pages of their listings and in their sitemaps; the past is in the listings,
by year and page. A page of a listing is asked for where it may have changed: the first one, the first ones of the years
that are not long over, and each after one that named something new. The others are read in the archive.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.outcomes import Role
from crawler.sources import GOVERNMENT, GOVERNMENT_HOSTS, GovernmentSite
from crawler.spiders.anchors import Article, articles
from crawler.spiders.feeds import feed_addresses, feed_articles
from crawler.spiders.links import is_release
from crawler.spiders.listed import ListedSpider
from crawler.spiders.listings import Step
from crawler.spiders.places import language_of
from crawler.spiders.sitemaps import SitemapEntry, child_sitemaps, sitemap_entries
from crawler.warc.decoding import UndecodableError
from parsers.capture import LastCapture
from parsers.model import Language

_MOST_SITEMAPS = 1_000
_BARREN_FOR = timedelta(days=30)
_OK = 200


class GovernmentSpider(ListedSpider):
    """Crawls one site of the platform, which `site` describes."""

    site: GovernmentSite
    hosts = GOVERNMENT_HOSTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._discovered = {language for language, _ in self.site.listings if language in self.languages}

    async def start(self) -> AsyncIterator[Any]:
        for language, url in self.site.listings:
            if language in self.languages:
                yield self.listing_page(Step(url, language))
        for language, url in self.site.feeds:
            for request in self._feed(url, language):
                yield request

    def last_requests(self) -> Iterator[Request]:
        """The sitemap names no day of publication: it is for what the listings do not name."""
        if self._reaches_today and not self.is_full and not self._is_absent(self.site.sitemap):
            yield self.request(self.site.sitemap, Role.FEED, None, self.parse_sitemap_index)
        yield from super().last_requests()

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """Yield the releases of a feed."""
        for article in feed_articles(response):
            if self.is_in_time(article.day):
                yield from self.release(article.url, response.meta["language"])

    def parse_sitemap_index(self, response: Response) -> Iterator[Request]:
        """Yield the sitemaps of an index that may name releases, or the releases of one that is no index."""
        for url in child_sitemaps(response)[:_MOST_SITEMAPS]:
            if not self._is_absent(url) and not self._is_barren(url) and self._is_first(url):
                yield self.request(url, Role.FEED, None, self.parse_sitemap)
        yield from self.parse_sitemap(response)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """Yield the releases of a sitemap that may be of the time asked for."""
        for entry in sitemap_entries(response):
            language = language_of(entry.url)
            if language in self._discovered and self._may_be_in_time(entry):
                yield from self.release(entry.url, language)

    def is_release(self, url: str) -> bool:
        return is_release(url)

    def articles_of(self, page: HtmlResponse) -> list[Article]:
        return articles(page, is_release)

    def beside(self, page: HtmlResponse, step: Step, *, archived: bool) -> Iterator[Request]:
        """Yield the feeds that a listing page names, where the catalogue states none for its language."""
        if not archived and step.language not in dict(self.site.feeds):
            for url in feed_addresses(page):
                yield from self._feed(url, step.language)

    def _feed(self, url: str, language: Language) -> Iterator[Request]:
        if self._reaches_today and self._is_first(url):
            yield self.request(url, Role.FEED, language, self.parse_feed)

    @property
    def _reaches_today(self) -> bool:
        """Whether feeds and sitemaps, which tell of the present, can hold anything that is asked for."""
        return self.until >= self.today

    def _may_be_in_time(self, entry: SitemapEntry) -> bool:
        """What was last changed before a day was not published on it or later."""
        return self.since == date.min or (entry.changed is not None and entry.changed >= self.since)

    def _is_absent(self, url: str) -> bool:
        """Whether a sitemap, not long ago, was not there: many of those that an index names are not."""
        last = self.store.last(url)
        return last is not None and last.status != _OK and self._is_recent(last)

    def _is_barren(self, url: str) -> bool:
        """Whether a sitemap, not long ago, named no releases: an index has one for every page of the site."""
        last, capture = self.store.last(url), self.store.body(url)
        if last is None or capture is None or not self._is_recent(last):
            return False
        try:
            return not sitemap_entries(capture)
        except UndecodableError:
            return False  # it may be whole by now

    def _is_recent(self, last: LastCapture) -> bool:
        return self.today - last.time.date() < _BARREN_FOR


for _site in GOVERNMENT.values():
    globals()[_site.id] = type(_site.id, (GovernmentSpider,), {"name": _site.id, "site": _site, "__module__": __name__})

"""The sites of the government's common platform: releases found by listing pages, read in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.outcomes import Role, tell
from crawler.sources import GOVERNMENT, GOVERNMENT_HOSTS, GovernmentSite
from crawler.spiders.base import SourceSpider
from crawler.spiders.links import Entry, ListingPage, attachments, entries, is_release, more_pages, translations
from parsers.model import Language
from parsers.problems import Problem
from parsers.urls import canonical

_MOST_PAGES = 500
_FIRST_YEAR = 1995


class GovernmentSpider(SourceSpider):
    """Crawls one site of the platform, which `site` describes."""

    site: GovernmentSite
    hosts = GOVERNMENT_HOSTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pages: set[tuple[Language, int | None, int]] = set()
        self._listed: set[str] = set()
        self._is_answered = False

    async def start(self) -> AsyncIterator[Any]:
        if self.site.feed:
            yield self.request(self.site.address(self.site.feed), Role.FEED, None, self.parse_feed)
        for language, path in self.site.listings.items():
            if language in self.languages:
                yield self.request(self.site.address(path), Role.LISTING, language, self.parse_listing)

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """Yield the releases of an RSS feed. A feed that was switched off answers with a page: nothing is in it."""
        items = response.xpath("//item") if isinstance(response, TextResponse) else []
        for item in items:
            url = (item.xpath("link/text()").get() or "").strip()
            if is_release(url) and self.is_in_time(_feed_day(item.xpath("pubDate/text()").get())):
                yield from self.release(url, "fi")

    def parse_listing(self, response: Response, year: int | None = None, number: int = 1) -> Iterator[Request]:
        """Yield the releases of a listing page, and the other pages of the listing that may hold wanted ones."""
        if not isinstance(response, HtmlResponse):
            return
        language, found = response.meta["language"], entries(response)
        new = {canonical(entry.url) for entry in found if not self._is_too_old(entry)} - self._listed
        self._is_answered = True
        self._listed |= {canonical(entry.url) for entry in found}
        if year is None and (shown := _only_year(found)):
            self._pages.add((language, shown, 1))  # the listing itself is the first page of its newest year
        for entry in found:
            if self.is_in_time(entry.day):
                yield from self.release(entry.url, language)
        for page in more_pages(response):
            if new or page.number == 1:
                yield from self._listing_page(page, language)

    def parse_release(self, response: Response) -> Iterator[Request]:
        if not isinstance(response, HtmlResponse):
            return
        for language, url in translations(response):
            if language in self.languages:
                yield from self.release(url, language)
        for url in attachments(response):
            yield from self.attachment(url, response.meta["language"])

    def closed(self, reason: str) -> None:
        """A site whose listings were answered, but list nothing, has been rebuilt: no news would be no good news."""
        if reason == "finished" and self._is_answered and not self._listed:
            problem = Problem("{source}: its listing pages name no releases; has the site changed?", source=self.name)
            tell(self.crawler, problem)

    def _listing_page(self, page: ListingPage, language: Language) -> Iterator[Request]:
        key = (language, page.year, page.number)
        if self.is_full or key in self._pages or not self._is_sensible(page):
            return
        self._pages.add(key)
        yield self.request(page.url, Role.LISTING, language, self.parse_listing, year=page.year, number=page.number)

    def _is_sensible(self, page: ListingPage) -> bool:
        """Whether a page may list something of the time asked for, and is none of an endless calendar's."""
        if page.number > _MOST_PAGES:
            return False
        newest = min(self.until.year, datetime.now(UTC).year + 1)
        return page.year is None or max(self.since.year, _FIRST_YEAR) <= page.year <= newest

    def _is_too_old(self, entry: Entry) -> bool:
        return entry.day is not None and entry.day < self.since


def _only_year(found: list[Entry]) -> int | None:
    """The year of all the releases that a listing page names, None where they are of several, or of unknown ones."""
    years = {entry.day.year if entry.day else None for entry in found}
    return years.pop() if len(years) == 1 else None


def _feed_day(text: str | None) -> date | None:
    try:
        return parsedate_to_datetime(text).date() if text else None
    except ValueError:
        return None  # an entry without a day that can be read is looked at


for _site in GOVERNMENT.values():
    globals()[_site.id] = type(_site.id, (GovernmentSpider,), {"name": _site.id, "site": _site, "__module__": __name__})

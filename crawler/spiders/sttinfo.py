"""Releases that authorities send to newsrooms through STT Info: listed by publisher, a record for each."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler.mementos import own_address
from crawler.outcomes import NO_LANGUAGE, Role, tell, tell_list
from crawler.spiders.attached import documents_of
from crawler.spiders.base import SourceSpider
from crawler.spiders.past import Past, Span
from parsers.capture import Capture
from parsers.model import Language
from parsers.problems import Problem
from parsers.records import Version
from parsers.records.decoding import decoded
from parsers.records.sttinfo import is_record, listed, listing_address, read_versions, record_address
from parsers.sources import SOURCES

_MOST_PAGES = 500
_HOST = SOURCES["sttinfo"].host
# "/public-website-api/release/69900003"
_RECORD_PATH = re.compile(r"/public-website-api/release/(?P<id>[^/]+)")
# "/tiedote/69900003/hiljaisten-latujen-avustuksia", formerly "/tiedote/hiljaisten-latujen-avustuksia"
_PAGE_PATH = re.compile(r"/tiedote/[^/]+(?:/[^/]*)?")


class SttinfoSpider(SourceSpider):
    """Crawls the press rooms of the publishers that the catalogue names, or that `publishers` does, by commas."""

    name = "sttinfo"
    hosts = frozenset(SOURCES["sttinfo"].hosts)

    def __init__(self, *args: Any, publishers: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.publishers = publishers.split(",") if publishers else list(SOURCES["sttinfo"].publishers)
        self._rooms: dict[str, set[str]] = {}
        self._listed: set[str] = set()

    async def start(self) -> AsyncIterator[Any]:
        for publisher in self.publishers:
            yield self._page(publisher, 0)

    def parse_listing(self, response: Response, publisher: str, number: int) -> Iterator[Request]:
        """Yield the releases that a page of the listing names, and the next page while it names new ones."""
        room = self._rooms.setdefault(publisher, set())
        try:
            found = list(listed(decoded(response.body, response.url)))
        except Problem as problem:
            tell(self.crawler, problem)
            return
        new = [(id_, stamp) for id_, stamp in found if id_ not in self._listed]
        self._listed |= {id_ for id_, _ in found}
        room |= {id_ for id_, _ in found}
        days = [date.fromisoformat(stamp[:10]) if stamp else None for _, stamp in new]
        for (id_, _), day in zip(new, days, strict=True):
            if self.is_in_time(day):
                yield from self.release(record_address(id_, publisher), "fi")
        if any(day is None or day >= self.since for day in days) and number + 1 < _MOST_PAGES and not self.is_full:
            yield self._page(publisher, number + 1)

    def parse_release(self, response: Response) -> Iterator[Request]:
        """Yield the documents that a record's texts link to; it holds all versions of its release."""
        try:
            versions = _versions(response)
        except Problem as problem:
            tell(self.crawler, problem)
            return
        for url, language in documents_of(versions):
            yield from self.attachment(url, language, response)

    def past(self) -> Past:
        """Return the records and pages of the publishers that the catalogue names: the site has the whole country's."""
        pattern = rf".*[?&]publisherId=(?:{'|'.join(SOURCES[self.name].publishers)})(?:&.*)?"
        records, pages = f"{_HOST}/public-website-api/release/", f"{_HOST}/tiedote/"
        spans = (Span(records, "application/json", pattern), Span(pages, "text/html", pattern))
        return Past(_is_release, _language_of, spans)

    def last_requests(self) -> Iterator[Request]:
        """Of the known releases, the records: pages came from a web archive, and show what the records hold."""
        yield from (request for request in super().last_requests() if is_record(request.url))

    def day_of(self, page: Capture | Response) -> date | None:
        """Return the day on which a release was published."""
        if not is_record(page.url):
            return super().day_of(page)
        stamps = (version.page.published for version in _versions(page))
        return next((date.fromisoformat(stamp[:10]) for stamp in stamps if stamp), None)

    def closed(self, reason: str) -> None:
        """Press rooms that were answered, but list nothing, have been rebuilt."""
        if reason != "finished":
            return
        for publisher, named in self._rooms.items():
            tell_list(self.crawler, NO_LANGUAGE, listing_address(publisher, 0), len(named))
        if self._rooms and not self._listed:
            problem = Problem("{source}: its listing pages name no releases; has the site changed?", source=self.name)
            tell(self.crawler, problem)

    def _page(self, publisher: str, number: int) -> Request:
        url = listing_address(publisher, number)
        return self.request(url, Role.LISTING, None, self.parse_listing, publisher=publisher, number=number)


def _versions(page: Capture | Response) -> tuple[Version, ...]:
    """Return what a record holds. Raises Problem where it is none."""
    return read_versions(decoded(page.body, page.url), page.url)


def _is_release(url: str) -> bool:
    """Tell whether an address is that of a release of a publisher that the catalogue names: of a page, or of the record
    as it is asked for, which holds all versions.

    >>> record = "http://www.sttinfo.fi/public-website-api/release/69900003?publisherId="
    >>> _is_release(record + "69817886&lang=fi"), _is_release(record + "1&lang=fi")
    (True, False)
    >>> page = "https://www.sttinfo.fi/tiedote/69900003/haku"
    >>> _is_release(page + "?publisherId=69817886&lang=fi"), _is_release(page)
    (True, False)
    """
    parts = urlsplit(own_address(url))
    publisher = parse_qs(parts.query).get("publisherId", [""])[0]
    if publisher not in SOURCES["sttinfo"].publishers:
        return False
    record = _RECORD_PATH.fullmatch(parts.path)
    if record:
        return own_address(url) == own_address(record_address(record["id"], publisher))
    return _PAGE_PATH.fullmatch(parts.path) is not None


def _language_of(url: str) -> Language:
    """
    >>> _language_of("https://www.sttinfo.fi/tiedote/69900003/bidrag?lang=sv&publisherId=69817886")
    'sv'
    """
    return parse_qs(urlsplit(url).query).get("lang", ["fi"])[0]

"""The past of other sources, out of a web archive: its index (CDX) of their addresses, and the captures it made."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from crawler.cdx import Row, as_of, moment, query, read_index
from crawler.failures import problem_of
from crawler.media import is_html_type
from crawler.mementos import own_address
from crawler.outcomes import CAPTURE_AS, Outcome, Role, count, tell
from crawler.spiders.attached import address_of
from crawler.spiders.base import SourceSpider
from crawler.spiders.links import attachments
from crawler.spiders.past import Span, checked_pasts
from parsers.model import Language
from parsers.problems import Problem
from parsers.sources import SOURCES, host_of

_ROWS = 2_000
_MOST_INDEX_PAGES = 5_000
# No release has so many documents, nor a document so many texts.
_MOST_DOCUMENTS = 50
_MOST_TEXTS = 200


class Wanted(NamedTuple):
    """A document, the time as of which it is wanted, and the language of the release that links to it."""

    url: str
    time: datetime
    language: Language


class WaybackSpider(SourceSpider):
    """Fetches the past releases of `source` (several by commas) from the Wayback Machine, and the documents on hosts of
    the catalogue that they link to, each as it was when the release was captured.

    `since` and `until` limit by the day on which the web archive first had a text, `limit` counts captures of releases.
    A capture is stored under the page's own address, with the time at which it was made. What the archive holds
    already, be it from an earlier run or from the site itself, is not fetched again.
    """

    name = "wayback"
    hosts = frozenset(SOURCES["wayback"].hosts)

    def __init__(self, *args: Any, source: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pasts = checked_pasts(name.strip() for name in source.split(",") if name.strip())
        self._seen: dict[str, tuple[str, set[str]]] = {}
        if not self._pasts:
            raise Problem("wayback: say whose past to fetch, such as source=tem")

    async def start(self) -> AsyncIterator[Any]:
        for source, past in self._pasts.items():
            for span in past.spans:
                yield self._index_page(source, span, 1)

    def parse_index(self, response: Response, source: str, span: Span, number: int) -> Iterator[Request]:
        """Yield the captures of releases on a page of the index, and the next page."""
        rows, resume = self._read(response)
        for row in rows:
            if host_of(row.original) in SOURCES[source].hosts and self._pasts[source].is_release(row.original):
                yield from self._release(source, row)
        if resume and number < _MOST_INDEX_PAGES and not self.is_full:
            yield self._index_page(source, span, number + 1, resume)

    def parse_release(self, response: Response) -> Iterator[Request]:
        """Yield what is asked of the documents of a release; the index names its other versions and revisions."""
        own = response.meta[CAPTURE_AS]
        if isinstance(response, HtmlResponse):
            page = response.replace(url=own["url"])
            yield from self._documents(page, datetime.fromisoformat(own["time"]), response.meta["language"])

    def parse_document_index(self, response: Response, wanted: Wanted) -> Iterator[Request]:
        """Yield the capture of a document that shows it as it was at the time wanted."""
        rows, _ = self._read(response)
        same = [row for row in rows if own_address(row.original) == own_address(wanted.url)]
        if row := as_of(same, wanted.time):
            yield self._memento(row, wanted.url, Role.ATTACHMENT, wanted.language)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """That the web archive lacks a capture which its index names says nothing of the page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        count(self.crawler, request, Outcome.FAILED)
        tell(self.crawler, problem_of(failure.value or RuntimeError("unknown failure"), request))
        yield from ()

    def _index_page(self, source: str, span: Span, number: int, resume: str | None = None) -> Request:
        """All days are asked for, and looked through here: which of equal captures is named depends on those asked."""
        pattern = (f"original:{span.pattern}",) if span.pattern else ()
        asked = query(f"{span.prefix}*", (f"mimetype:{span.media_type}", *pattern), _ROWS, resume)
        return self._index(asked, self.parse_index, source=source, span=span, number=number)

    def _index(self, asked: str, callback: Any, **arguments: Any) -> Request:
        return self.request(self._at(f"/cdx/search/cdx?{asked}"), Role.LISTING, None, callback, **arguments)

    def _read(self, response: Response) -> tuple[list[Row], str | None]:
        try:
            return read_index(response.body)
        except (msgspec.DecodeError, ValueError) as error:
            tell(self.crawler, Problem("{url}: not an index of captures ({reason})", url=response.url, reason=error))
            return [], None

    def _release(self, source: str, row: Row) -> Iterator[Request]:
        url, time = own_address(row.original), moment(row.timestamp)
        language = self._pasts[source].language_of(url)
        if self.is_full or time is None or not self.is_in_time(time.date()) or language not in self.languages:
            return
        if not self._is_first_text(url, row.digest):
            return
        if self.store.has(url, time) or self._is_present(url, row.digest):
            yield from self._documents_of_held(url, time, language)
            return
        if self._left is not None:
            self._left -= 1
        yield self._memento(row, url, Role.RELEASE, language)

    def _memento(self, row: Row, url: str, role: Role, language: Language) -> Request:
        """Return the request for a capture, which is to be stored under an address of its own."""
        time = moment(row.timestamp)
        assert time
        callback = self.parse_release if role is Role.RELEASE else self.parse_attachment
        request = self.request(self._at(f"/web/{row.timestamp}id_/{row.original}"), role, language, callback)
        request.meta[CAPTURE_AS] = {"url": url, "time": time.isoformat()}
        return request

    def _documents_of_held(self, url: str, time: datetime, language: Language) -> Iterator[Request]:
        """A run that was broken off, and one of a version that left documents out, may have a release without them."""
        held = self.store.body(url)
        if held and is_html_type(held.media_type):
            yield from self._documents(HtmlResponse(url, body=held.body), time, language)

    def _documents(self, page: HtmlResponse, time: datetime, language: Language) -> Iterator[Request]:
        """Yield a question to the index for each document of a page that the archive lacks. It comes before further
        pages of the index, which name more than should wait.
        """
        for url in filter(None, map(address_of, attachments(page)[:_MOST_DOCUMENTS])):
            if url not in self._asked and not self.holds(url):
                self._asked.add(url)
                asked = query(url, ("!mimetype:text/html",), _MOST_TEXTS)
                request = self._index(asked, self.parse_document_index, wanted=Wanted(url, time, language))
                yield request.replace(priority=1)

    def _at(self, path: str) -> str:
        return f"https://{SOURCES[self.name].host}{path}"

    def _is_first_text(self, url: str, digest: str) -> bool:
        """Whether a text of an address is met for the first time. The index has all captures of an address in a row, so
        the digests of one address a host are enough to remember.
        """
        host = host_of(url)
        before, digests = self._seen.get(host, ("", set()))
        if url != before:
            digests = set()
        self._seen[host] = (url, digests | {digest})
        return digest not in digests

    def _is_present(self, url: str, digest: str) -> bool:
        """Whether the newest text held of an address is this one."""
        held = self.store.body(url)
        return held is not None and base64.b32encode(hashlib.sha1(held.body).digest()).decode() == digest

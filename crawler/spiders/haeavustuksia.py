"""The state's grant calls: a list of all, and for each call an answer for each part of its announcement."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import msgspec
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.failures import GONE, outcome_of
from crawler.outcomes import NO_LANGUAGE, Outcome, Role, count, first_address, tell
from crawler.spiders.attached import documents_of
from crawler.spiders.base import SourceSpider
from parsers.capture import Capture
from parsers.problems import Problem
from parsers.records.decoding import decoded, is_mapping
from parsers.records.haeavustuksia import (
    PARTS,
    SITE,
    case_of,
    entries,
    languages_of,
    read_versions,
    record_address,
    window_of,
)
from parsers.sources import SOURCES

_PAGE_SIZE = 100
_MOST_PAGES = 500
# After this long nobody amends the announcement of a call that has closed.
_SETTLED = timedelta(days=60)

Record = Mapping[str, Any]


class HaeavustuksiaSpider(SourceSpider):
    """Crawls haeavustuksia.fi. `since` and `until` limit by the day on which a call opens, `limit` counts calls.

    What the site answers is kept as it is. Beside it, each call's answers are put together into one record
    (parsers.records.haeavustuksia), from which its releases are read: so the list, in which the count of all calls
    changes from day to day, makes no new capture of a call that is as it was. A known call that the whole list does
    not name is asked for all the same; it is gone when the site has none of its parts, nor its record.
    """

    name = "haeavustuksia"
    hosts = frozenset(SOURCES["haeavustuksia"].hosts)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_answered = self._is_whole = False
        self._listed: set[str] = set()

    async def start(self) -> AsyncIterator[Any]:
        yield self._list_page(1)

    def parse_list(self, response: Response, number: int) -> Iterator[Any]:
        """Yield what is to be asked of the calls on a page of the list, and the next page."""
        assert response.request
        listing = self._decoded(response)
        found = entries(listing)
        self._is_answered = True
        self._listed |= {record_address(case_of(entry)) for entry in found}
        for entry in found:
            yield from self._call(response.request, entry)
        pages = listing.get("pageCount") if is_mapping(listing) else None
        if found and isinstance(pages, int) and not self.is_full:
            self._is_whole = number >= pages
            if number < min(pages, _MOST_PAGES):
                yield self._list_page(number + 1)

    def parse_part(self, response: Response, entry: Record, parts: Record, rest: tuple[str, ...]) -> Iterator[Any]:
        """Take in the answer for one part of a call, and ask for the next."""
        assert response.request
        part = self._decoded(response)
        if part is not None:
            yield from self._next(response.request, entry, {**parts, rest[0]: part}, rest[1:])

    def part_failed(self, failure: Failure) -> Iterator[Any]:
        """A call may do without a part; one that could not be had for another reason leaves the call as it was."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if isinstance(failure.value, HttpError) and failure.value.response.status in GONE:
            entry, parts, rest = (request.cb_kwargs[name] for name in ("entry", "parts", "rest"))
            yield from self._next(request, entry, parts, rest[1:])
        else:
            yield from self.failed(failure)

    def parse_release(self, response: Response) -> Iterator[Request]:
        """A call's record leads nowhere."""
        yield from ()

    def day_of(self, page: Capture | Response) -> date | None:
        """Return the day on which a call closes: until then, and a little longer, documents may come."""
        _, closes = _days(decoded(page.body, page.url)["entry"])
        return closes

    def record_failed(self, failure: Failure) -> Iterator[Any]:
        """A call of which the site has nothing any more is gone in each of its languages."""
        request: Request = failure.request  # type: ignore[attr-defined]
        held = self._held(first_address(request))
        if held and failure.value and outcome_of(failure.value, request) is Outcome.GONE:
            self._count(request, held, Outcome.GONE)
        else:
            yield from self.failed(failure)

    def last_requests(self) -> Iterator[Request]:
        """Yield what is asked for when the list was read to its end: the known calls that it does not name."""
        for url in self.store.releases(self.hosts) if self._is_whole else ():
            held = self._held(url) if url not in self._listed else None
            if held and self._is_wanted(held["entry"]):
                yield self._part(held["entry"], {}, PARTS)

    def closed(self, reason: str) -> None:
        """A list that was answered, but names no call, has been rebuilt."""
        if reason == "finished" and self._is_answered and not self._listed:
            problem = Problem("{source}: its listing pages name no releases; has the site changed?", source=self.name)
            tell(self.crawler, problem)

    def _list_page(self, number: int) -> Request:
        """The list holds every language, whichever is asked for."""
        query = {
            "Pagination.Page": number,
            "Pagination.PageSize": _PAGE_SIZE,
            "Language": "fi",
            "SearchTerm": "",
            "VaOrgLyhenne": "",
            "ShowFuture": "true",
            "ShowOngoing": "true",
            "ShowEnded": "true",
            "HideExternal": "false",
        }
        url = f"{SITE}/api/haku/list-items?{urlencode(query)}"
        return self.request(url, Role.LISTING, None, self.parse_list, number=number)

    def _call(self, request: Request, entry: Record) -> Iterator[Any]:
        if not self._is_wanted(entry):
            return
        if self._left is not None:
            self._left -= 1
        if held := self._settled(entry):
            self._count(request, held, Outcome.UNCHANGED)
            yield from self._documents(self.store.body(record_address(case_of(entry))))
        else:
            yield self._part(entry, {}, PARTS)

    def _is_wanted(self, entry: Record) -> bool:
        """Tell whether a call is to be asked for: it opens in time, and was not asked for yet."""
        opens, _ = _days(entry)
        return not self.is_full and self.is_in_time(opens) and self._is_first(record_address(case_of(entry)))

    def _settled(self, entry: Record) -> Record | None:
        """The record of a call that was captured long after it closed, if its entry in the list is as it was then."""
        address, (_, closes) = record_address(case_of(entry)), _days(entry)
        last = self.store.last(address) if closes and self.holds(address) else None
        if last is None or closes is None or last.time.date() <= closes + _SETTLED:
            return None
        held = self._held(address)
        return held if held and held["entry"] == entry else None

    def _held(self, address: str) -> Record | None:
        """The record of a call that was stored last; None where there is none, or what is stored is no record."""
        capture = self.store.body(address)
        try:
            record = decoded(capture.body, address) if capture else None
        except Problem:
            return None
        return record if is_mapping(record) and case_of(record.get("entry")) else None

    def _next(self, request: Request, entry: Record, parts: Record, rest: tuple[str, ...]) -> Iterator[Any]:
        """Yield what is to be done when a part was answered: a request for the next, or the item for the call and its
        documents.
        """
        address = record_address(case_of(entry))
        if rest:
            yield self._part(entry, parts, rest)
        elif parts or address in self._listed:
            record = _record(entry, parts)
            yield self._keep(request, record)
            yield from self._documents(record)
        else:
            asked = self.request(address, Role.RELEASE, None, self.parse_release)
            yield asked.replace(errback=self.record_failed)

    def _documents(self, record: Capture | None) -> Iterator[Request]:
        """Yield the documents that a call's texts link to."""
        versions = read_versions(decoded(record.body, record.url), record.url) if record else ()
        for url, language in documents_of(versions):
            yield from self.attachment(url, language, record)

    def _part(self, entry: Record, parts: Record, rest: tuple[str, ...]) -> Request:
        url = f"{record_address(case_of(entry))}/{rest[0]}"
        request = self.request(url, Role.LISTING, None, self.parse_part, entry=entry, parts=parts, rest=rest)
        # Before further pages of the list, which hold more calls than should wait.
        return request.replace(errback=self.part_failed, priority=1)

    def _keep(self, request: Request, record: Capture) -> dict[str, str]:
        """Store a call's record where it is not the same as the last one; return the item that tells of it."""
        before = self.store.last(record.url)
        outcome = Outcome.CHANGED if before else Outcome.NEW
        if before and before.digest == record.digest:
            outcome = Outcome.UNCHANGED
        else:
            self.store.write(record, record_type="conversion", role=Role.RELEASE)
        self._count(request, decoded(record.body, record.url), outcome)
        return {"url": record.url, "source": self.name, "outcome": outcome.value, "digest": record.digest}

    def _count(self, request: Request, record: Record, outcome: Outcome) -> None:
        """Count a call in each language that it has a release in."""
        for language in languages_of(record) or [NO_LANGUAGE]:
            count(self.crawler, request, outcome, language)

    def _decoded(self, response: Response) -> Any:
        """What an answer says; None, and a report of it, where it is no JSON."""
        try:
            return decoded(response.body, response.url)
        except Problem as problem:
            tell(self.crawler, problem)
            return None


def _record(entry: Record, parts: Record) -> Capture:
    return Capture(
        url=record_address(case_of(entry)),
        time=datetime.now(UTC).replace(microsecond=0),
        body=msgspec.json.encode({"entry": entry, "parts": parts}),
        status=None,
        media_type="application/json",
        charset="utf-8",
    )


def _days(entry: Record) -> tuple[date | None, date | None]:
    """The days on which a call opens and closes."""
    opens, closes = (date.fromisoformat(moment[:10]) if moment else None for moment in window_of(entry))
    return opens, closes

"""Calls by how they stood on the day of the newest release: the overview, and a paged list for each status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from parsers.model import Call, CallStatus, Moment
from sitegen.calls import CallEntry, call_entries
from sitegen.pages.base import Page, common
from sitegen.pages.browse import PER_PAGE, Paging, page_tail, page_title, paging_of
from sitegen.pages.shelves import ORDER, PASSING, Shelf, status_name, status_path, status_shelves
from sitegen.planned import Planned, planned, planned_list
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import STATUSES_PLURAL

# How many calls of a status the overview shows.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class CallSection:
    """The first calls of a status; `path` leads to all of them where there are more."""

    id: str
    heading: str
    entries: tuple[CallEntry, ...]
    total: int
    path: str | None


@dataclass(frozen=True, kw_only=True)
class CallsPage(Page):
    """The overview: `reference` is the day on which the calls stood as is said."""

    template: ClassVar[str] = "calls.html"

    total: int
    reference: Moment | None
    statuses: tuple[Shelf, ...]
    sections: tuple[CallSection, ...]


@dataclass(frozen=True, kw_only=True)
class CallListPage(Page):
    """One page of the calls of one status; `reference` is the day on which they had it, None where it does not pass."""

    template: ClassVar[str] = "call_list.html"

    heading: str
    total: int
    reference: Moment | None
    statuses: tuple[Shelf, ...]
    entries: tuple[CallEntry, ...]
    paging: Paging


def planned_calls(scope: Scope) -> Iterator[Planned]:
    """Plan the overview and all lists of calls of an interface language."""
    yield planned(calls_page(scope))
    for status in ORDER:
        if status in scope.holdings.calls_by_status:
            yield from _lists(scope, status)


def calls_page(scope: Scope) -> CallsPage:
    """Return the overview of all calls."""
    held = scope.holdings
    return CallsPage(
        **common(scope, "calls/", scope.text(_("Grant calls")), "calls"),
        total=len(held.calls),
        reference=held.newest,
        statuses=status_shelves(scope),
        sections=tuple(_section(scope, status) for status in ORDER if status in held.calls_by_status),
    )


def _section(scope: Scope, status: CallStatus | None) -> CallSection:
    calls = scope.holdings.calls_by_status[status]
    return CallSection(
        id=status_name(status),
        heading=scope.text(STATUSES_PLURAL[status]),
        entries=call_entries(calls[:SHOWN], scope),
        total=len(calls),
        path=status_path(scope, status) if len(calls) > SHOWN else None,
    )


def _lists(scope: Scope, status: CallStatus | None) -> Iterator[Planned]:
    held = scope.holdings
    calls = held.calls_by_status[status]
    heading, tail = scope.text(STATUSES_PLURAL[status]), f"calls/{status_name(status)}/"
    count = -(-len(calls) // PER_PAGE)
    for number in range(1, count + 1):
        chosen = calls[(number - 1) * PER_PAGE : number * PER_PAGE]
        frame = CallListPage(
            **common(scope, page_tail(tail, number), page_title(scope, heading, number), "calls"),
            heading=heading,
            total=len(calls),
            reference=held.newest if status in PASSING else None,
            statuses=status_shelves(scope),
            entries=(),
            paging=paging_of(scope, tail, number, count),
        )
        rows = [held.call_digests[call.id] for call in chosen]
        yield planned_list(frame, rows, partial(_filled, frame, chosen, scope))


def _filled(frame: CallListPage, calls: Sequence[Call], scope: Scope) -> CallListPage:
    return replace(frame, entries=call_entries(calls, scope))

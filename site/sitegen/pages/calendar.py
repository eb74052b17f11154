"""The calendar of deadlines: a year on a page, its months with the days on which calls close."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import ClassVar

from parsers.model import Call, Moment
from sitegen.calls import CallEntry, call_entries
from sitegen.deadlines import LATEST, authority_file, authority_files, language_file
from sitegen.pages.base import Page, common
from sitegen.pages.browse import Paging, page_tail, page_title, paging_of
from sitegen.pages.shelves import Shelf
from sitegen.planned import Planned, planned, planned_list
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import authority_name

# How many deadlines stand on a page of a year, and how many the overview shows.
PER_PAGE = 200
NEXT = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the table of a month: `anchor` leads to its deadlines, None where it has none."""

    number: int
    count: int
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day with the calls that close on it."""

    date: Moment
    name: str
    anchor: str
    entries: tuple[CallEntry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its days with deadlines, and the table of its weeks from Monday on, None for days of other months."""

    id: str
    heading: str
    weeks: tuple[tuple[Cell | None, ...], ...]
    days: tuple[Day, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class CalendarPage(Page):
    """The overview: what closes next as seen from the newest release, all years, the files for calendar programs.

    `latest` is how many deadlines each of the files has at most, `every` the file of all authorities.
    """

    template: ClassVar[str] = "calendar.html"

    reference: Moment | None
    days: tuple[Day, ...]
    years: tuple[Shelf, ...]
    latest: int
    every: Shelf
    files: tuple[Shelf, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarYearPage(Page):
    """The deadlines of a year, or a part of them where they are many."""

    template: ClassVar[str] = "calendar_year.html"

    year: int
    total: int
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    earlier: str | None
    later: str | None
    paging: Paging


def planned_calendar(scope: Scope) -> Iterator[Planned]:
    """Plan the overview and the years of the calendar of an interface language."""
    years = {year: list(calls) for year, calls in groupby(scope.holdings.deadlines, _year)}
    yield planned(calendar_page(scope, {year: len(calls) for year, calls in years.items()}))
    for year, calls in years.items():
        yield from _years(scope, year, calls, list(years))


def calendar_page(scope: Scope, years: dict[int, int]) -> CalendarPage:
    """Return the overview; `years` says how many deadlines each year has."""
    reference = scope.holdings.newest
    coming = [call for call in scope.holdings.deadlines if (call.closes or "")[:10] >= (reference or "")]
    return CalendarPage(
        **common(scope, "calendar/", scope.text(_("Calendar of deadlines")), "calls"),
        reference=reference,
        days=_days(scope, coming[:NEXT]),
        years=tuple(Shelf(str(year), _path(scope, year), count) for year, count in sorted(years.items(), reverse=True)),
        latest=LATEST,
        every=Shelf(scope.text(_("All authorities")), language_file(scope.language), len(scope.holdings.deadlines)),
        files=tuple(
            Shelf(authority_name(code, scope.language), authority_file(scope.language, code), count)
            for code, count in authority_files(scope.holdings)
        ),
    )


def _years(scope: Scope, year: int, calls: Sequence[Call], years: Sequence[int]) -> Iterator[Planned]:
    digests = scope.holdings.call_digests
    heading = scope.text(_("Deadlines in %(year)s"), year=year)
    count, at = -(-len(calls) // PER_PAGE), years.index(year)
    for number in range(1, count + 1):
        chosen = calls[(number - 1) * PER_PAGE : number * PER_PAGE]
        frame = CalendarYearPage(
            **common(scope, page_tail(f"calendar/{year}/", number), page_title(scope, heading, number), "calls"),
            year=year,
            total=len(calls),
            weekdays=scope.formats.weekdays,
            months=(),
            earlier=_path(scope, years[at - 1]) if at else None,
            later=_path(scope, years[at + 1]) if at + 1 < len(years) else None,
            paging=paging_of(scope, f"calendar/{year}/", number, count),
        )
        rows = [digests[call.id] for call in chosen]
        yield planned_list(frame, rows, partial(_filled, frame, chosen, scope))


def _filled(frame: CalendarYearPage, calls: Sequence[Call], scope: Scope) -> CalendarYearPage:
    return replace(frame, months=_months(scope, frame.year, calls))


def _months(scope: Scope, year: int, calls: Sequence[Call]) -> tuple[Month, ...]:
    return tuple(
        _month(scope, year, int(month), list(some)) for month, some in groupby(calls, lambda call: _date(call)[5:7])
    )


def _month(scope: Scope, year: int, number: int, calls: Sequence[Call]) -> Month:
    days = _days(scope, calls)
    return Month(
        id=f"m{number:02}",
        heading=scope.formats.month(number),
        weeks=_weeks(year, number, {int(day.date[8:]): day for day in days}),
        days=days,
        count=len(calls),
    )


def _weeks(year: int, month: int, days: dict[int, Day]) -> tuple[tuple[Cell | None, ...], ...]:
    weeks = Calendar().monthdayscalendar(year, month)
    return tuple(tuple(_cell(number, days.get(number)) if number else None for number in week) for week in weeks)


def _cell(number: int, day: Day | None) -> Cell:
    return Cell(number, len(day.entries), day.anchor) if day else Cell(number, 0, None)


def _days(scope: Scope, calls: Sequence[Call]) -> tuple[Day, ...]:
    return tuple(
        Day(date, scope.formats.weekday(date), f"d{date}", call_entries(some, scope))
        for date, some in groupby(calls, _date)
    )


def _date(call: Call) -> Moment:
    return (call.closes or "")[:10]


def _year(call: Call) -> int:
    return int(_date(call)[:4])


def _path(scope: Scope, year: int) -> str:
    return f"{scope.language}/calendar/{year}/"

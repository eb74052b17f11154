"""The front page: search, what the archive holds, what is newest in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from parsers.model import Call, Kind, Moment
from parsers.privacy import ContactPolicy
from sitegen.calls import CallEntry, call_entries
from sitegen.entries import DifferingEntry, Entry, differing_of, entries_of
from sitegen.holdings import Holdings, Work
from sitegen.pages.base import Page, common
from sitegen.pages.shelves import PASSING
from sitegen.scope import Scope
from sitegen.structured import website_data
from sitegen.texts import mark as _

LATEST = 6
MOST_DIFFERENCES = 2
OPEN = 8
# The chart of years in its own units: its width, the height of the highest bar, how many years can be named.
CHART_WIDTH = 440
_HIGHEST = 96
_NAMED = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """A year in the chart of holdings: its slot and its height in the chart's own units; empty years are shown too.

    Where the years are many, only some are `named` under their bars.
    """

    year: int
    count: int
    x: float
    width: float
    height: int
    named: bool
    path: str | None


@dataclass(frozen=True, kw_only=True)
class FrontPage(Page):
    """`reference` is the day of the newest release: what could be applied for then, or later, is listed as open.

    `contacts` is what the site shows of contact persons.
    """

    template: ClassVar[str] = "front.html"

    contacts: ContactPolicy
    releases: int
    pairs: int
    authorities: int
    first_year: int | None
    last_year: int | None
    bars: tuple[Bar, ...]
    chart_width: int
    reference: Moment | None
    open_calls: tuple[CallEntry, ...]
    calls: tuple[CallEntry, ...]
    decisions: tuple[Entry, ...]
    differing: tuple[DifferingEntry, ...]


def front_page(scope: Scope) -> FrontPage:
    """Return the front page of an interface language."""
    held = scope.holdings
    years = sorted(held.years)
    return FrontPage(
        **common(scope, "", scope.text(_("Hakuarkisto – archive of grant calls")), "front"),
        json_ld=website_data(scope),
        contacts=scope.contacts,
        releases=held.releases,
        pairs=len(held.pairs),
        authorities=len(held.authorities),
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        bars=_bars(held, scope.language),
        chart_width=CHART_WIDTH,
        reference=held.newest,
        open_calls=call_entries(_open_calls(held), scope),
        calls=call_entries(islice(_announced(held), LATEST), scope),
        decisions=entries_of(_latest(Kind.DECISION, held.works), scope),
        differing=tuple(_differing(scope)),
    )


def _latest(kind: Kind, works: Iterable[Work]) -> Iterator[Work]:
    return islice((work for work in works if work.first.kind == kind), LATEST)


def _differing(scope: Scope) -> Iterator[DifferingEntry]:
    """Walk the newest works whose versions differ in more than whom to ask, each with few of its differences."""
    told = ((work, _told(work)) for work in scope.holdings.differing)
    for work, numbers in islice(((work, numbers) for work, numbers in told if numbers), LATEST):
        yield differing_of(work, scope, numbers, MOST_DIFFERENCES)


def _told(work: Work) -> set[int]:
    differences = work.pair.differences if work.pair else ()
    return {number for number, each in enumerate(differences, 1) if each.field != "contacts"}


def _open_calls(held: Holdings) -> list[Call]:
    """Return what could be applied for on the day of the newest release, the first to close first, then what opens."""
    by_status = held.calls_by_status
    return [call for status in PASSING for call in by_status.get(status, ())][:OPEN]


def _announced(held: Holdings) -> Iterator[Call]:
    """Walk the calls that more than a decision is known of, the newest first."""
    return (call for call in held.calls if any(member.role != "decision" for member in call.members))


def _bars(held: Holdings, language: str) -> tuple[Bar, ...]:
    if not held.years:
        return ()
    years = range(min(held.years), max(held.years) + 1)
    most, step = max(held.years.values()), -(-len(years) // _NAMED)
    width = CHART_WIDTH / len(years)
    return tuple(
        Bar(
            year=year,
            count=(count := held.years.get(year, 0)),
            x=round(at * width, 1),
            width=round(width, 1),
            height=max(3, round(_HIGHEST * count / most)) if count else 0,
            named=(years[-1] - year) % step == 0,
            path=f"{language}/browse/year/{year}/" if count else None,
        )
        for at, year in enumerate(years)
    )

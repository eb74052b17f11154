"""The grant rounds behind the sums of a year: those that opened in it, and those that were decided in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from parsers.model import Call
from sitegen.calls import call_entries
from sitegen.pages.behind import ALL, CountedPage, Part, list_name, part_paths, planned_parts, year_name
from sitegen.pages.sections import authority_label, year_heading
from sitegen.planned import Planned
from sitegen.scope import Scope
from sitegen.sums import EURO, Rounds, Sums, sums_of
from sitegen.tables import NOTHING
from sitegen.texts import mark as _


@dataclass(frozen=True, slots=True)
class RoundSum:
    """What the rounds of a column make in all, and of how many of them a sum was read."""

    name: str
    sum: str
    read: int


@dataclass(frozen=True, kw_only=True)
class RoundsPage(CountedPage):
    """One page of the rounds of a year, of an authority or of all."""

    template: ClassVar[str] = "amounts_list.html"

    sums: tuple[RoundSum, ...]


def planned_rounds(scope: Scope) -> Iterator[Planned]:
    """Plan the lists of an interface language: of each authority, year and currency, and of each year in euros."""
    together: dict[int | None, Rounds] = {}
    for place, rounds in scope.holdings.rounds.items():
        name = authority_label(place.authority, scope)
        tail = rounds_tail(list_name(place.authority), place.year, place.currency)
        yield from _pages(scope, tail, f"{name}: {year_heading(place.year, scope)}", rounds, place.currency)
        if place.currency == EURO:
            whole = together.setdefault(place.year, Rounds())
            whole.opened.extend(rounds.opened)
            whole.decided.extend(rounds.decided)
    for year, rounds in together.items():
        heading = f"{scope.text(_('All authorities'))}: {year_heading(year, scope)}"
        yield from _pages(scope, rounds_tail(ALL, year), heading, rounds, EURO)


def rounds_tail(name: str, year: int | None, currency: str = EURO) -> str:
    """Return where a list of rounds lies.

    >>> rounds_tail("tem", 2021), rounds_tail("unknown", None, "SEK")
    ('amounts/tem/2021/', 'amounts/unknown/undated/sek/')
    """
    tail = f"amounts/{name}/{year_name(year)}/"
    return tail if currency == EURO else f"{tail}{currency.lower()}/"


def rounds_paths(scope: Scope, tail: str, sums: Sums) -> Mapping[str, str | None]:
    """Return where the rounds that opened, and those that were decided, are listed."""
    return part_paths(tail, {"opened": sums.opened, "decided": sums.decided}, scope)


def _pages(scope: Scope, tail: str, heading: str, rounds: Rounds, currency: str) -> Iterator[Planned]:
    sums = tuple(_sums(scope, sums_of(rounds), currency))
    return planned_parts(
        scope,
        tail,
        f"{scope.text(_('Sums by year'))} – {heading}",
        _parts(scope, rounds),
        frame=partial(RoundsPage, heading=heading, sums=sums),
        digest=lambda call: scope.holdings.call_digests[call.id],
        shown=lambda calls: call_entries(calls, scope),
    )


def _parts(scope: Scope, rounds: Rounds) -> tuple[Part[Call], ...]:
    return (
        Part("opened", scope.text(_("Rounds opened")), tuple(rounds.opened)),
        Part("decided", scope.text(_("Rounds decided")), tuple(rounds.decided)),
    )


def _sums(scope: Scope, sums: Sums, currency: str) -> Iterator[RoundSum]:
    money = scope.formats.money
    if sums.opened:
        available = money(sums.available, currency) if sums.announced else NOTHING
        yield RoundSum(scope.text(_("Available")), available, sums.announced)
    if sums.decided:
        granted = money(sums.granted, currency) if sums.told else NOTHING
        yield RoundSum(scope.text(_("Granted")), granted, sums.told)

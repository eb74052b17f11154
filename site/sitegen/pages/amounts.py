"""Sums available and granted by year, of all authorities and of each, with the figures to download."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sitegen.charts import Chart, Frame, Series, grouped, highest, year_span
from sitegen.pages.amounts_lists import rounds_paths, rounds_tail
from sitegen.pages.base import Page, common
from sitegen.pages.behind import ALL, list_name
from sitegen.pages.sections import Section, anchor, authority_label, authority_order, year_heading
from sitegen.scope import Scope
from sitegen.sums import EURO, Place, Sums, by_year
from sitegen.tables import NOTHING, Row, Table, csv_text
from sitegen.texts import mark as _
from sitegen.words import authority_name

FILE = "amounts.csv"
# Sums in other currencies are few; what is more than this is in the file alone.
_OTHERS = 20
_COLUMNS = (
    "authority",
    "authority_name",
    "year",
    "currency",
    "rounds_opened",
    "rounds_with_sum",
    "available",
    "rounds_decided",
    "decisions_with_sum",
    "granted",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSum:
    """A sum that is not in euros: whose, when, how much was available or granted; `path` leads to its rounds."""

    publisher: str
    year: str
    available: str | None
    granted: str | None
    path: str


@dataclass(frozen=True, kw_only=True)
class AmountsPage(Page):
    """`rounds` is of all grant rounds; `everything` is the chart and table of all authorities together."""

    template: ClassVar[str] = "amounts.html"

    rounds: int
    available: str
    granted: str
    everything: Section | None
    sections: tuple[Section, ...]
    others: tuple[OtherSum, ...]
    file: str


def amounts_page(scope: Scope) -> AmountsPage:
    """Return the page of sums of an interface language."""
    sums = scope.holdings.sums
    euros = {place: each for place, each in sums.items() if place.currency == EURO}
    whole = sum(euros.values(), Sums())
    return AmountsPage(
        **common(scope, "amounts/", scope.text(_("Sums by year")), "figures"),
        rounds=len(scope.holdings.calls),
        available=scope.formats.money(whole.available),
        granted=scope.formats.money(whole.granted),
        everything=_section(scope, ALL, ALL, scope.text(_("All authorities")), by_year(euros), _span(euros)),
        sections=tuple(_sections(scope, euros)),
        others=tuple(_others(scope, sums))[:_OTHERS],
        file=f"{scope.language}/amounts/{FILE}",
    )


def amounts_file(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give the figures of the page as CSV: a line for each authority, year and currency."""
    sums = scope.holdings.sums
    lines = (
        (
            place.authority,
            authority_name(place.authority, scope.language) if place.authority else None,
            place.year,
            place.currency,
            each.opened,
            each.announced,
            each.available if each.announced else None,
            each.decided,
            each.told,
            each.granted if each.told else None,
        )
        for place, each in sorted(sums.items(), key=lambda item: _order(item[0]))
    )
    yield f"{scope.language}/amounts/{FILE}", csv_text(_COLUMNS, lines)


def _order(place: Place) -> tuple[str, int, str]:
    return place.authority or "~", place.year or 0, place.currency


def _span(sums: Mapping[Place, Sums]) -> tuple[int, ...]:
    return year_span(place.year for place, each in sums.items() if place.year and (each.announced or each.told))


def _sections(scope: Scope, sums: Mapping[Place, Sums]) -> Iterator[Section]:
    """One for each authority, in the order of their names, all over the same years."""
    years, found = _span(sums), {place.authority: dict[int | None, Sums]() for place in sums}
    for place, each in sums.items():
        found[place.authority][place.year] = each
    for authority in sorted(found, key=authority_order(scope)):
        name, listed = authority_label(authority, scope), list_name(authority)
        if section := _section(scope, anchor(authority), listed, name, found[authority], years):
            yield section


def _section(
    scope: Scope, id_: str, listed: str, name: str, sums: Mapping[int | None, Sums], years: tuple[int, ...]
) -> Section | None:
    """Return the chart and table of an authority, whose rounds are `listed`; None where no sum of it is known."""
    if not any(each.announced or each.told for each in sums.values()):
        return None
    return Section(
        id=id_, name=name, charts=_charts(scope, id_, name, sums, years), table=_table(scope, id_, listed, name, sums)
    )


def _charts(
    scope: Scope, id_: str, name: str, sums: Mapping[int | None, Sums], years: tuple[int, ...]
) -> tuple[Chart, ...]:
    if not years:
        return ()
    money = scope.formats.money
    series = [
        _series(
            scope.text(_("Available")), years, sums, lambda each: each.available if each.announced else None, money
        ),
        _series(scope.text(_("Granted")), years, sums, lambda each: each.granted if each.told else None, money),
    ]
    title = scope.text(_("Sums available and granted: %(name)s"), name=name)
    frame = Frame(f"sums-{id_}", title, _told(scope, years, series), years, scope.formats.short_money)
    return (grouped(frame, series),)


def _series(
    name: str,
    years: tuple[int, ...],
    sums: Mapping[int | None, Sums],
    value: Callable[[Sums], Decimal | None],
    money: Callable[[Decimal], str],
) -> Series:
    values = [value(sums[year]) if year in sums else None for year in years]
    told = (
        f"{name} {year}: {NOTHING if each is None else money(each)}" for year, each in zip(years, values, strict=True)
    )
    return Series(name, tuple(None if each is None else float(each) for each in values), tuple(told))


def _told(scope: Scope, years: tuple[int, ...], series: list[Series]) -> str:
    """Say what there is to see for those who do not see it."""
    top = highest(years, series)
    first = scope.text(_("Columns by year, %(first)s–%(last)s."), first=years[0], last=years[-1])
    peak = scope.text(_("The highest: %(value)s."), value=top[2]) if top else ""
    return " ".join(filter(None, (first, peak, scope.text(_("The table has all figures.")))))


def _table(scope: Scope, id_: str, listed: str, name: str, sums: Mapping[int | None, Sums]) -> Table:
    rows = [(year, sums[year]) for year in sorted(sums, key=lambda year: -(year or 0))]
    total = sum(sums.values(), Sums())
    return Table(
        id=f"table-{id_}",
        caption=scope.text(_("Sums by year: %(name)s"), name=name),
        headings=(
            scope.text(_("Year")),
            scope.text(_("Available")),
            scope.text(_("Rounds opened")),
            scope.text(_("of them with a sum read")),
            scope.text(_("Granted")),
            scope.text(_("Rounds decided")),
            scope.text(_("of them with a sum read")),
        ),
        rows=tuple(
            Row(year_heading(year, scope), _cells(each, scope), links=_links(each, rounds_tail(listed, year), scope))
            for year, each in rows
        ),
        foot=Row(scope.text(_("In all")), _cells(total, scope)) if len(rows) > 1 else None,
    )


def _cells(sums: Sums, scope: Scope) -> tuple[str, ...]:
    formats = scope.formats
    return (
        formats.money(sums.available) if sums.announced else NOTHING,
        formats.number(sums.opened),
        formats.number(sums.announced),
        formats.money(sums.granted) if sums.told else NOTHING,
        formats.number(sums.decided),
        formats.number(sums.told),
    )


def _links(sums: Sums, tail: str, scope: Scope) -> tuple[str | None, ...]:
    """Return where the rounds behind each cell are listed."""
    paths = rounds_paths(scope, tail, sums)
    opened, decided = paths["opened"], paths["decided"]
    announced, told = (opened if sums.announced else None), (decided if sums.told else None)
    return announced, opened, announced, told, decided, told


def _others(scope: Scope, sums: Mapping[Place, Sums]) -> Iterator[OtherSum]:
    money = scope.formats.money
    for place in sorted(sums, key=_order):
        each = sums[place]
        if place.currency != EURO and (each.announced or each.told):
            yield OtherSum(
                publisher=authority_label(place.authority, scope),
                year=year_heading(place.year, scope),
                available=money(each.available, place.currency) if each.announced else None,
                granted=money(each.granted, place.currency) if each.told else None,
                path=f"{scope.language}/{rounds_tail(list_name(place.authority), place.year, place.currency)}",
            )

"""What comes in Swedish, and how late: of all authorities and of each, by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import ClassVar

from parsers.pairs.coverage import WAIT, Coverage
from sitegen.charts import Chart, Frame, Series, highest, line, stacked, year_span
from sitegen.pages.base import Page, common
from sitegen.pages.behind import ALL, list_name
from sitegen.pages.sections import Section, anchor, authority_label, authority_order, year_heading
from sitegen.pages.translation_lists import counted_paths, counted_tail
from sitegen.scope import Scope
from sitegen.tables import NOTHING, Row, Table, csv_text
from sitegen.texts import mark as _
from sitegen.translated import translated, waiting
from sitegen.words import authority_name

FILE = "translation.csv"
TAIL = "translation/"
_COLUMNS = (
    "authority",
    "authority_name",
    "year",
    "finnish",
    "translated",
    "not_yet",
    "never",
    "undated",
    "swedish_only",
    "share_translated",
    "median_lag_hours",
    "contradicting",
    "grave",
)


@dataclass(frozen=True, kw_only=True)
class TranslationPage(Page):
    """`share` is of what is decided either way; `comparison` sets the authorities beside each other; `wait` in days."""

    template: ClassVar[str] = "translation.html"

    finnish: int
    share: str | None
    lag: str | None
    everything: Section | None
    comparison: Table | None
    sections: tuple[Section, ...]
    wait: int
    file: str


def translation_page(scope: Scope) -> TranslationPage:
    """Return the page of coverage and lag of an interface language."""
    rows, years = translated(scope.holdings), translated(scope.holdings, by_authority=False)
    whole = next(
        iter(translated(scope.holdings, by_authority=False, by_year=False)), Coverage(authority=None, year=None)
    )
    share, lag = whole.share_translated, whole.median_lag_hours
    return TranslationPage(
        **common(scope, TAIL, scope.text(_("Translation into Swedish")), "figures"),
        finnish=whole.finnish,
        share=None if share is None else scope.formats.percent(share),
        lag=None if lag is None else _lapse(lag, scope),
        everything=_section(scope, ALL, ALL, scope.text(_("All authorities")), years, _span(rows), whole),
        comparison=_comparison(scope, whole),
        sections=tuple(_sections(scope, rows)),
        wait=WAIT.days,
        file=f"{scope.language}/translation/{FILE}",
    )


def translation_file(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give the figures of the page as CSV: a line for each authority and year."""
    lines = (_line(row, scope) for row in translated(scope.holdings))
    yield f"{scope.language}/translation/{FILE}", csv_text(_COLUMNS, lines)


def _line(row: Coverage, scope: Scope) -> Sequence[object]:
    share = row.share_translated
    return (
        row.authority,
        authority_name(row.authority, scope.language) if row.authority else None,
        *(getattr(row, name) for name in _COLUMNS[2:9]),
        None if share is None else round(share, 4),
        *(getattr(row, name) for name in _COLUMNS[10:]),
    )


def _span(rows: Iterable[Coverage]) -> tuple[int, ...]:
    return year_span(row.year for row in rows if row.year)


def _sections(scope: Scope, rows: Sequence[Coverage]) -> Iterator[Section]:
    """One for each authority, in the order of their names, all over the same years."""
    of = {authority: list(some) for authority, some in groupby(rows, key=lambda row: row.authority)}
    wholes = {row.authority: row for row in translated(scope.holdings, by_year=False)}
    for authority in sorted(of, key=authority_order(scope)):
        name, listed = authority_label(authority, scope), list_name(authority)
        if section := _section(scope, anchor(authority), listed, name, of[authority], _span(rows), wholes[authority]):
            yield section


def _section(
    scope: Scope, id_: str, listed: str, name: str, rows: Sequence[Coverage], years: tuple[int, ...], whole: Coverage
) -> Section | None:
    """Return the charts and the table of an authority, whose calls are `listed`; None where it has none."""
    if not rows:
        return None
    of_year = {row.year: row for row in rows}
    ordered = sorted(rows, key=lambda row: -(row.year or 0))
    decimals = _decimals([*rows, whole])
    table = Table(
        id=f"table-{id_}",
        caption=scope.text(_("Calls in Finnish and their Swedish versions by year: %(name)s"), name=name),
        headings=_headings(scope.text(_("Year")), scope),
        rows=tuple(
            Row(year_heading(row.year, scope), _cells(row, scope, decimals), links=_links(row, listed, scope))
            for row in ordered
        ),
        foot=Row(scope.text(_("In all")), _cells(whole, scope, decimals)) if len(rows) > 1 else None,
    )
    charts = (_coverage_chart(scope, id_, name, of_year, years), _lag_chart(scope, id_, name, of_year, years))
    return Section(id=id_, name=name, charts=tuple(filter(None, charts)), table=table)


def _comparison(scope: Scope, whole: Coverage) -> Table | None:
    rows = {row.authority: row for row in translated(scope.holdings, by_year=False)}
    if len(rows) < 2:
        return None
    order, page = sorted(rows, key=authority_order(scope)), f"{scope.language}/{TAIL}"
    decimals = _decimals([*rows.values(), whole])
    return Table(
        id="table-authorities",
        named=True,
        caption=scope.text(_("Calls in Finnish and their Swedish versions by authority, all years")),
        headings=_headings(scope.text(_("Authority")), scope),
        rows=tuple(
            Row(authority_label(each, scope), _cells(rows[each], scope, decimals), path=f"{page}#{anchor(each)}")
            for each in order
        ),
        foot=Row(scope.text(_("In all")), _cells(whole, scope, decimals)),
    )


def _headings(first: str, scope: Scope) -> tuple[str, ...]:
    return (
        first,
        scope.text(_("Calls in Finnish")),
        scope.text(_("In Swedish too")),
        scope.text(_("Share")),
        scope.text(_("No Swedish version")),
        scope.text(_("Not seen yet")),
        scope.text(_("Only in Swedish")),
        scope.text(_("Median lag, hours")),
        scope.text(_("Pairs that contradict")),
    )


def _decimals(rows: Iterable[Coverage]) -> int:
    """Return how many decimals the column of lags needs: figures under each other have the same number of them."""
    lags = (Decimal(str(row.median_lag_hours)) for row in rows if row.median_lag_hours is not None)
    return max((_places(lag) for lag in lags), default=0)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _cells(row: Coverage, scope: Scope, decimals: int) -> tuple[str, ...]:
    number, share, lag = scope.formats.number, row.share_translated, row.median_lag_hours
    return (
        number(row.finnish),
        number(row.translated),
        NOTHING if share is None else scope.formats.percent(share),
        number(row.never),
        number(waiting(row)),
        number(row.swedish_only),
        NOTHING if lag is None else scope.formats.fixed(Decimal(str(lag)), decimals),
        number(row.contradicting),
    )


def _links(row: Coverage, listed: str, scope: Scope) -> tuple[str | None, ...]:
    """Return where the calls behind each cell are listed."""
    tail = counted_tail(listed, row.year)
    paths = counted_paths(scope, tail, row)
    lag = None if row.median_lag_hours is None else paths["translated"]
    return (
        f"{scope.language}/{tail}" if row.finnish else None,
        paths["translated"],
        None,
        paths["never"],
        paths["waiting"],
        paths["swedish-only"],
        lag,
        paths["contradicting"],
    )


def _coverage_chart(
    scope: Scope, id_: str, name: str, rows: dict[int | None, Coverage], years: tuple[int, ...]
) -> Chart | None:
    """Translated at the foot, then what never was, then what may still come; None where there is nothing in Finnish."""
    series = [
        _counts(scope.text(_("In Swedish too")), years, rows, lambda row: row.translated),
        _counts(scope.text(_("No Swedish version")), years, rows, lambda row: row.never),
        _counts(scope.text(_("Not seen yet")), years, rows, waiting),
    ]
    if highest(years, series) is None:
        return None
    title = scope.text(_("Calls in Finnish by whether they came in Swedish too: %(name)s"), name=name)
    text = scope.text(_("Columns by year, %(first)s–%(last)s."), first=years[0], last=years[-1])
    text = f"{text} {scope.text(_('The table has all figures.'))}"
    return stacked(Frame(f"coverage-{id_}", title, text, years, _axis(scope), whole=True), series)


def _counts(
    name: str, years: tuple[int, ...], rows: dict[int | None, Coverage], count: Callable[[Coverage], int]
) -> Series:
    values = tuple(count(rows[year]) if year in rows else 0 for year in years)
    return Series(name, values, tuple(f"{year}, {name}: {value}" for year, value in zip(years, values, strict=True)))


def _lag_chart(
    scope: Scope, id_: str, name: str, rows: dict[int | None, Coverage], years: tuple[int, ...]
) -> Chart | None:
    """None where fewer than two years can be compared."""
    values = tuple(rows[year].median_lag_hours if year in rows else None for year in years)
    if sum(value is not None for value in values) < 2:
        return None
    told = (
        "" if value is None else f"{year}: {_lapse(value, scope)}" for year, value in zip(years, values, strict=True)
    )
    series = Series(scope.text(_("Median lag, hours")), values, tuple(told))
    title = scope.text(_("Median hours from the Finnish version to the Swedish one: %(name)s"), name=name)
    top = highest(years, [series])
    text = scope.text(_("Points by year, %(first)s–%(last)s."), first=years[0], last=years[-1])
    peak = scope.text(_("The highest: %(value)s."), value=top[2]) if top else ""
    text = " ".join(filter(None, (text, peak, scope.text(_("The table has all figures.")))))
    return line(Frame(f"lag-{id_}", title, text, years, _axis(scope)), series)


def _axis(scope: Scope) -> Callable[[float], str]:
    return lambda value: scope.formats.number(Decimal(str(value)))


def _lapse(hours: float, scope: Scope) -> str:
    """Return a lag in words; a Swedish version that came first has a minus."""
    return ("−" if hours < 0 else "") + scope.formats.lapse(abs(hours))

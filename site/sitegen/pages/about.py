"""What the archive is, how it is made and how well, what it cannot do, who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from parsers.model import Moment
from parsers.privacy import ContactPolicy
from parsers.sources import SOURCES, Source
from sitegen.accuracy import Accuracy, accuracy
from sitegen.freshness import Freshness, freshness
from sitegen.operators import Operator
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.tables import NOTHING, Row, Table
from sitegen.texts import mark as _

# The fields whose reading is measured.
_MEASURED = {
    "kind": _("Kind of release"),
    "amounts": _("Sums of money"),
    "total": _("Headline sum"),
    "opens": _("Opening of the application period"),
    "closes": _("Closing of the application period"),
    "use_period": _("Period of use"),
    "names": _("Names of contacts"),
    "phones": _("Telephone numbers of contacts"),
}
# The day on which the accessibility statement was last held to what is tested: it changes with the statement.
_STATED = "2026-11-22"
# Where the authority that supervises accessibility tells how to turn to it.
_SUPERVISOR = {
    "fi": "www.saavutettavuusvaatimukset.fi",
    "sv": "www.tillganglighetskrav.fi",
    "en": "www.webaccessibility.fi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source: its name, its address where it has one, and how fresh what the archive holds of it is."""

    name: str
    link: str | None
    host: str | None
    releases: int
    newest: Moment | None
    captured: Moment


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    """`newest` is the day of the newest release, `measured` that of the measurement.

    `planted` differences of which `found` were found, with `wrong` ones that were none; `aligned` is F1 of passages.
    `contacts` is what the site shows of contact persons, `stated` the day of the accessibility statement, `supervisor`
    the host of the authority that supervises accessibility.
    """

    template: ClassVar[str] = "about.html"

    releases: int
    pairs: int
    newest: Moment | None
    sources: tuple[SourceRow, ...]
    accuracy: Table
    measured: Moment
    planted: int
    found: int
    wrong: int
    aligned: str
    contacts: ContactPolicy
    stated: Moment
    supervisor: str
    operator: Operator | None


def about_page(scope: Scope) -> AboutPage:
    """Return the page about the archive in an interface language."""
    held, measured = scope.holdings, accuracy()
    return AboutPage(
        **common(scope, "about/", scope.text(_("About the archive")), "about"),
        releases=held.releases,
        pairs=len(held.pairs),
        newest=held.newest,
        sources=tuple(_sources(freshness(held), scope)),
        accuracy=_table(measured, scope),
        measured=measured.measured.isoformat(),
        planted=measured.differences.planted,
        found=measured.differences.found,
        wrong=measured.differences.wrong,
        aligned=scope.formats.figure(measured.alignment.f1),
        contacts=scope.contacts,
        stated=_STATED,
        supervisor=_SUPERVISOR[scope.language],
        operator=scope.operator,
    )


def _sources(rows: Sequence[Freshness], scope: Scope) -> Iterator[SourceRow]:
    """Give the sources of the catalogue, then what was taken in from elsewhere as one."""
    yield from (_source(row, SOURCES[row.source], scope) for row in rows if row.source in SOURCES)
    if others := [row for row in rows if row.source not in SOURCES]:
        yield SourceRow(
            name=scope.text(_("Other pages and files")),
            link=None,
            host=None,
            releases=sum(row.releases for row in others),
            newest=max((row.newest for row in others if row.newest), default=None),
            captured=max(row.captured for row in others),
        )


def _source(row: Freshness, source: Source, scope: Scope) -> SourceRow:
    return SourceRow(
        name=source.names.get(scope.language, source.names["fi"]),
        link=f"https://{'www.' if source.www else ''}{source.host}/",
        host=source.host,
        releases=row.releases,
        newest=row.newest,
        captured=row.captured,
    )


def _table(measured: Accuracy, scope: Scope) -> Table:
    return Table(
        id="accuracy-table",
        named=True,
        caption=scope.text(_("F1 of the first reading of pages that the program had not seen, in three sets")),
        headings=(
            scope.text(_("Fact")),
            *(_pages(each.pages, scope) for each in measured.sets),
        ),
        rows=tuple(Row(scope.text(_MEASURED[field]), _figures(measured, field, scope)) for field in measured.fields),
    )


def _pages(count: int, scope: Scope) -> str:
    return scope.texts.ngettext("%(count)s page", "%(count)s pages", count) % {"count": count}


def _figures(measured: Accuracy, field: str, scope: Scope) -> tuple[str, ...]:
    found = (each.f1.get(field) for each in measured.sets)
    return tuple(NOTHING if figure is None else scope.formats.figure(figure) for figure in found)

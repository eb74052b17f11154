"""`haku coverage`: how much comes in Swedish, how late, and how often the versions contradict each other."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

import click
import msgspec
from rich.table import Table

from haku.options import filter_options, read_filter
from haku.present import values
from haku.terminal import console, told
from haku.texts import LANGUAGE, _
from index.archive import Archive
from index.catalogue.records import encode
from parsers.authorities import AUTHORITIES
from parsers.pairs.coverage import WAIT, Coverage, coverage
from sitegen.words import authority_name

_HEADINGS = (
    _("Year"),
    _("Finnish"),
    _("In Swedish"),
    _("Not seen yet"),
    _("Never"),
    _("Only Swedish"),
    _("Median lag, h"),
    _("Contradicting"),
)


@click.command(
    "coverage",
    help=_(
        "Count by authority and year what was published in Swedish too, how late, and how often the versions "
        "contradict each other. Without --kind, of calls."
    ),
    epilog=_("Example: haku coverage --from 2020"),
)
@filter_options
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, /, format_: str, **filters: str | None) -> None:
    conditions = read_filter(**{**filters, "kind": filters["kind"] or "call"})
    with archive.catalogue() as catalogue:
        releases = catalogue.releases(conditions)
        rows = coverage(releases, catalogue.pairs(), catalogue.captures.last_seen(), conditions.kind)
    if format_ == "text":
        _show(rows)
    elif format_ == "json":
        click.echo(encode([_record(row) for row in rows]).decode())
    else:
        for row in rows:
            click.echo(encode(_record(row)).decode())


def _record(row: Coverage) -> dict[str, object]:
    return {**msgspec.structs.asdict(row), "share_translated": row.share_translated}


def _show(rows: tuple[Coverage, ...]) -> None:
    out = console()
    for authority, of_authority in groupby(rows, key=lambda row: row.authority):
        out.print(told(_name(authority), style="bold"))
        table = Table(box=None, pad_edge=False)
        for heading in _HEADINGS:
            table.add_column(heading, justify="right", min_width=max(map(len, heading.split())))
        for row in of_authority:
            table.add_row(*map(told, _cells(row)))
        out.print(table)
    note = _(
        "“Not seen yet”: the archive last looked less than {days} days after publication; a version may still come."
    )
    out.print(told(note.format(days=WAIT.days), style="dim"))


def _name(authority: str | None) -> str:
    return authority_name(authority, LANGUAGE) if authority in AUTHORITIES else _("unknown")


def _cells(row: Coverage) -> tuple[str, ...]:
    translated = str(row.translated)
    if row.share_translated is not None:
        translated += f" ({values.FORMATS.percent(row.share_translated)})"
    lag = values.NOTHING if row.median_lag_hours is None else values.FORMATS.number(Decimal(str(row.median_lag_hours)))
    year = str(row.year) if row.year else _("unknown")
    counts = (row.not_yet + row.undated, row.never, row.swedish_only)
    return (year, str(row.finnish), translated, *map(str, counts), lag, str(row.contradicting))

"""`haku search`: find releases by words."""

from __future__ import annotations

import click

from haku.options import filter_options, read_filter
from haku.present import hits
from haku.terminal import console
from haku.texts import _
from index.archive import Archive


@click.command(
    "search",
    help=_(
        "Find releases by words, in any inflection and as parts of compounds. Words must all occur; "
        '"a phrase", one OR another, -excluded, begin* are understood. A text in two languages is one hit.'
    ),
    epilog=_("Example: haku search osaamiskeskus --kind call --from 2020"),
)
@click.argument("query", nargs=-1, required=True, metavar=_("QUERY"))
@filter_options
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help=_("At most this many hits.")
)
@click.option("--format", "format_", type=click.Choice(hits.FORMATS), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, /, query: tuple[str, ...], limit: int, format_: str, **filters: str | None) -> None:
    conditions = read_filter(**filters)
    with archive.catalogue() as catalogue:
        result = archive.fulltext(catalogue).search(" ".join(query), conditions, limit=limit)
    hits.write(result, format_, console())

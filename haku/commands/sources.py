"""`haku sources`: the sites that are collected from."""

from __future__ import annotations

import click
from rich.table import Table

from haku.terminal import console
from haku.texts import _
from parsers.sources import SOURCES


@click.command(
    "sources", help=_("List the sources that releases are collected from."), epilog=_("Example: haku sources")
)
def command() -> None:
    table = Table(box=None, pad_edge=False)
    for heading in (_("Source"), "Suomi", "Svenska", _("Hosts")):
        table.add_column(heading)
    for source in SOURCES.values():
        table.add_row(source.id, source.names["fi"], source.names["sv"], ", ".join(source.hosts))
    console().print(table)

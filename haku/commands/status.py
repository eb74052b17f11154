"""`haku status`: what the archive holds."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from haku.present import values
from haku.terminal import console
from haku.texts import _
from index.archive import Archive
from index.catalogue.status import Status
from sitegen import words

_BY = {
    "source": _("Source"),
    "authority": _("Authority"),
    "language": _("Language"),
    "kind": _("Kind"),
    "year": _("Year"),
}


@click.command("status", help=_("Count what the archive holds."), epilog=_("Example: haku --archive archive status"))
@click.pass_obj
def command(archive: Archive) -> None:
    with archive.catalogue() as catalogue:
        status = catalogue.status()
    _show(console(), status)


def _show(out: Console, status: Status) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for label, value in (
        (_("Captures"), status.captures),
        (_("Releases"), status.releases),
        (_("Earlier revisions"), status.revisions),
        (_("Pairs"), status.pairs),
        (_("Differences"), status.differences),
        (_("Pages that could not be read"), status.problems),
        (_("Oldest release"), values.moment(status.first)),
        (_("Newest release"), values.moment(status.last)),
    ):
        table.add_row(label, str(value))
    out.print(table)
    if status.outdated:
        out.print(Text(_("Read by other rules than this version's: run haku rebuild."), style="yellow"))
    for name, label in _BY.items():
        counts = ", ".join(f"{_name(name, value)} {count}" for value, count in status.by[name].items())
        out.print(Text.assemble((f"{label}: ", "bold"), counts))


def _name(counted_by: str, value: str) -> str:
    if counted_by == "kind":
        return values.word(value, words.KINDS)
    return value or _("unknown")

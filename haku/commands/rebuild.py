"""`haku rebuild`: the catalogue and the index made again from the captures alone."""

from __future__ import annotations

import click

from haku.ingesting import report_line, take_in
from haku.terminal import Faults
from haku.texts import _
from index.archive import Archive


@click.command(
    "rebuild",
    help=_("Make the catalogue and the index again from the captures, without network."),
    epilog=_("Example: haku rebuild"),
)
@click.pass_obj
def command(archive: Archive) -> None:
    faults = Faults()
    report = take_in(archive, faults, anew=True)
    click.echo(report_line(report))
    faults.finish()

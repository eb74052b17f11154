"""`haku rebuild`: the catalogue and the index made again from the captures alone."""

from __future__ import annotations

import click

from haku.ingesting import report_line, take_in
from haku.terminal import Faults
from haku.texts import _
from index.archive import Archive
from parsers.problems import Problem


@click.command(
    "rebuild",
    help=_("Make the catalogue and the index again from the captures, without network."),
    epilog=_("Example: haku rebuild"),
)
@click.pass_obj
def command(archive: Archive) -> None:
    if not archive.warc.is_dir():
        raise Problem("{folder}: no archive here; make one with haku import or haku crawl", folder=archive.folder)
    faults = Faults()
    known = _count(archive)
    report = take_in(archive, faults, anew=True)
    if lost := max(0, known - _count(archive)):
        faults(Problem("{folder}: {count} captures of the old catalogue are lost", folder=archive.warc, count=lost))
    click.echo(report_line(report))
    faults.finish()


def _count(archive: Archive) -> int:
    """How many captures the catalogue knows; none where it cannot be read, which is what rebuilding is for."""
    try:
        with archive.catalogue() as catalogue:
            return catalogue.status().captures
    except Problem:
        return 0

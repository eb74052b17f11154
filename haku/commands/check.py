"""`haku check`: is the archive whole?"""

from __future__ import annotations

import click

from crawler.warc import read_captures
from haku.terminal import Faults, progress
from haku.texts import _, ngettext
from index.archive import Archive
from parsers.problems import Problem


@click.command(
    "check",
    help=_("Read every capture, compare its digest, and see that the catalogue knows it."),
    epilog=_("Example: haku --archive archive check"),
)
@click.pass_obj
def command(archive: Archive) -> None:
    faults = Faults()
    count = 0
    with archive.catalogue() as catalogue, progress(_("Checking the captures")) as advance:
        for capture, location in read_captures(archive.warc, on_problem=faults):
            count += 1
            advance(count, None)
            if not catalogue.captures.knows(location):
                faults(Problem("{address}: captured but not in the catalogue; run haku rebuild", address=capture.url))
    click.echo(ngettext("{count} capture checked", "{count} captures checked", count).format(count=count))
    faults.finish()

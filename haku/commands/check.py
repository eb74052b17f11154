"""`haku check`: is the archive whole?"""

from __future__ import annotations

import click

from crawler.warc import read_captures
from haku.terminal import Faults, progress
from haku.texts import _, ngettext
from index.archive import Archive
from parsers.capture import Location
from parsers.problems import Problem


@click.command(
    "check",
    help=_("Read every capture, compare its digest, and see that the catalogue knows it."),
    epilog=_("Example: haku --archive archive check"),
)
@click.pass_obj
def command(archive: Archive) -> None:
    faults = Faults()
    with archive.catalogue() as catalogue:
        known = set(catalogue.captures.locations())
    seen = _read_all(archive, known, faults)
    for file in sorted({location.file for location in known - seen}):
        count = sum(location.file == file for location in known - seen)
        faults(
            Problem("{file}: {count} captures of it are lost; restore it and run haku rebuild", file=file, count=count)
        )
    click.echo(ngettext("{count} capture checked", "{count} captures checked", len(seen)).format(count=len(seen)))
    faults.finish()


def _read_all(archive: Archive, known: set[Location], faults: Faults) -> set[Location]:
    seen: set[Location] = set()
    with progress(_("Checking the captures")) as advance:
        for capture, location in read_captures(archive.warc, on_problem=faults):
            seen.add(location)
            advance(len(seen), len(known))
            if location not in known:
                faults(Problem("{address}: captured but not in the catalogue; run haku rebuild", address=capture.url))
    return seen

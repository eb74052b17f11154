"""`haku compare`: a Finnish and a Swedish version side by side."""

from __future__ import annotations

import click

from haku.present.comparison import show_pair
from haku.terminal import console
from haku.texts import _
from index.archive import Archive
from index.catalogue.records import encode
from parsers.problems import Problem


@click.command(
    "compare",
    help=_("Compare the Finnish and the Swedish version of a text: differing facts, then paragraph beside paragraph."),
    epilog=_("Example: haku compare https://tem.fi/-/haku-avattu"),
)
@click.argument("release", metavar=_("ID|ADDRESS"))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, release: str, format_: str) -> None:
    with archive.catalogue() as catalogue:
        found = catalogue.find(release)
        pair = catalogue.pair(found.id)
        if pair is None:
            raise Problem("{address}: the archive has no other language version of this release", address=found.url)
        fi, sv = catalogue.release(pair.fi.id), catalogue.release(pair.sv.id)
    if format_ == "json":
        click.echo(encode(pair).decode())
    else:
        show_pair(console(), pair, fi, sv)

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
        pair = next(filter(None, (catalogue.pair(id_) for id_ in (found.id, found.translation or ""))), None)
        if pair is None and (text := catalogue.english_of(found.id)):
            message = "{address}: there is an English version, {english}, but not both a Finnish and a Swedish one"
            raise Problem(message, address=found.url, english=text.en.url)
        if pair is None:
            raise Problem("{address}: the archive has no other language version of this release", address=found.url)
        fi, sv = catalogue.release(pair.fi.id), catalogue.release(pair.sv.id)
        en = catalogue.release(pair.english.id) if pair.english else None
    if format_ == "json":
        click.echo(encode(pair).decode())
    else:
        show_pair(console(), pair, fi, sv, en)

"""`haku show`: one release with its facts and the sentences they were read from."""

from __future__ import annotations

import click

from haku.present.release import show_release
from haku.terminal import console
from haku.texts import _
from index.archive import Archive
from index.catalogue.records import encode


@click.command(
    "show",
    help=_("Show a release: its facts, each with the sentence it was read from, and its text."),
    epilog=_("Example: haku show https://tem.fi/-/haku-avattu"),
)
@click.argument("release", metavar=_("ID|ADDRESS"))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, release: str, format_: str) -> None:
    with archive.catalogue() as catalogue:
        found = catalogue.find(release)
        call = catalogue.calls.of(found.id)
    if format_ == "json":
        click.echo(encode(found).decode())
    else:
        show_release(console(), found, call)

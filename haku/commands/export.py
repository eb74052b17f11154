"""`haku export`: the archive's data for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from haku.texts import _
from index.archive import Archive
from index.export import FORMATS, WHAT, export


@click.command(
    "export",
    help=_("Write the releases, pairs, calls or attached documents as data: JSON Lines, CSV or Parquet."),
    epilog=_("Example: haku export releases --format csv --output releases.csv"),
)
@click.argument("what", type=click.Choice(WHAT))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help=_("The file to write; else the terminal.")
)
@click.pass_obj
def command(archive: Archive, what: str, format_: str, output: Path | None) -> None:
    with archive.catalogue() as catalogue:
        if output is None:
            export(catalogue, what, sys.stdout.buffer, format_)
            return
        part = output.with_name(f".{output.name}.part")
        with part.open("wb") as file:
            export(catalogue, what, file, format_)
        part.replace(output)  # a file that was good stays whole until the new one is

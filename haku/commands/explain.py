"""`haku explain`: which rule read what on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from crawler.importing.model import Found
from crawler.importing.run import items_of
from haku.present.explanation import show_explanation
from haku.terminal import Faults, console
from haku.texts import _
from index.archive import Archive
from index.catalogue.records import encode
from parsers.explain import explain
from parsers.model import Release
from parsers.problems import Problem
from parsers.release import NotARelease, read_releases


@click.command(
    "explain",
    help=_("Show which rule read what on a page: one of the archive, or a file that need not be in it."),
    epilog=_("Example: haku explain saved-page.html"),
)
@click.argument("page", metavar=_("FILE|ID|ADDRESS"))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, page: str, format_: str) -> None:
    faults = Faults()
    for release in _releases(archive, page, faults):
        steps = explain(release)
        if format_ == "json":
            click.echo(encode({"id": release.id, "url": release.url, "steps": steps}).decode())
        else:
            show_explanation(console(), release, steps)
    faults.finish()


def _releases(archive: Archive, page: str, faults: Faults) -> Iterator[Release]:
    path = Path(page)
    if path.is_file():
        yield from _releases_of_file(path, faults)
    else:
        with archive.catalogue() as catalogue:
            found = catalogue.find(page)
        yield found


def _releases_of_file(path: Path, faults: Faults) -> Iterator[Release]:
    found = False
    for item in items_of(path, {}):
        try:
            releases = read_releases(item.capture) if isinstance(item, Found) else ()
        except NotARelease:
            continue
        except Problem as problem:
            faults(problem)
            continue
        found = found or bool(releases)
        yield from releases
        if isinstance(item, Problem):
            faults(item)
    if not found and not faults.count:
        raise Problem("{file}: holds no release", file=path)

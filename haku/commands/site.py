"""`haku site`: the archive as a static site."""

from __future__ import annotations

from pathlib import Path

import click

from haku.siting import build_line, build_site
from haku.texts import _
from index.archive import Archive
from sitegen.operators import read_operator


@click.command(
    "site",
    help=_("Build the static site: pages in Finnish, Swedish and English, with search in the browser."),
    epilog=_("Example: haku site --output public --base-url https://example.org/arkisto/"),
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("public"),
    show_default=True,
    help=_("The folder to write; an earlier build in it is replaced."),
)
@click.option("--base-url", metavar="URL", help=_("Where the site will be published; feeds and the sitemap need it."))
@click.option(
    "--operator",
    metavar="ADDRESS",
    help=_(
        "How readers reach you: an e-mail or web address, with a name if you like: “Library <arkisto@example.org>”."
    ),
)
@click.pass_obj
def command(archive: Archive, output: Path, base_url: str | None, operator: str | None) -> None:
    reached = read_operator(operator) if operator else None
    click.echo(build_line(build_site(archive, output, base_url, reached)))

"""`haku site`: the archive as a static site."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from haku.siting import build_line, build_site
from haku.texts import _
from index.archive import Archive
from parsers.privacy import ContactPolicy
from sitegen.operators import read_operators


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
    help=_("The folder to write; of an earlier build, only what has changed is written."),
)
@click.option(
    "--base-url",
    metavar="URL",
    help=_(
        "Where the site will be published; feeds and the sitemap need it, and below a path the page for wrong "
        "addresses (404.html) too."
    ),
)
@click.option(
    "--operator",
    "operators",
    metavar="ADDRESS",
    multiple=True,
    help=_(
        "How readers reach you: an e-mail or web address, with a name if you like: “Library <arkisto@example.org>”. "
        "Give it again with a language in front for a name in that language: “sv=Biblioteket <arkisto@example.org>”."
    ),
)
@click.option(
    "--contacts",
    type=click.Choice(get_args(ContactPolicy)),
    default="all",
    show_default=True,
    help=_("What is shown of contact persons: all, their roles only, or none; then the texts are without them too."),
)
@click.option("--contacts-in-data", is_flag=True, help=_("Have contact persons in the files to download as well."))
@click.option("--anew", is_flag=True, help=_("Write every page, not only those that have changed."))
@click.pass_obj
def command(
    archive: Archive,
    output: Path,
    base_url: str | None,
    operators: tuple[str, ...],
    contacts: ContactPolicy,
    contacts_in_data: bool,
    anew: bool,
) -> None:
    if contacts_in_data and contacts != "all":
        raise click.UsageError(_("--contacts-in-data is for sites that show all contacts"))
    reached = read_operators(operators)
    report = build_site(
        archive, output, base_url, reached, contacts=contacts, contacts_in_data=contacts_in_data, anew=anew
    )
    click.echo(build_line(report))

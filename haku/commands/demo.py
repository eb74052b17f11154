"""`haku demo`: the whole way on the bundled sample site, from the crawl to a site in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.samplesite import SampleSite
from haku.crawling import crawl_into
from haku.serving import site_server
from haku.siting import build_line, build_site
from haku.terminal import Faults
from haku.texts import _
from index.archive import Archive


@click.command(
    "demo",
    help=_("Show the whole way: crawl the bundled sample site, read, index, build the site and serve it."),
    epilog=_("Example: haku demo --no-serve"),
)
@click.option("--no-serve", is_flag=True, help=_("Stop after the build."))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=_("The port to serve at."))
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo"),
    show_default=True,
    help=_("The folder for the archive and the site."),
)
def command(no_serve: bool, port: int, output: Path) -> None:
    archive, site = Archive(output / "archive"), output / "site"
    faults = Faults()
    with SampleSite() as sample:
        crawled = crawl_into(archive, sample.sources, faults, at=sample.address)
    crawled.show()
    click.echo(build_line(build_site(archive, site, None)))
    click.echo(_("Try: haku --archive {folder} search avustus").format(folder=archive.folder))
    crawled.finish(faults)
    if not no_serve:
        _serve(site, port)


def _serve(site: Path, port: int) -> None:
    with site_server(site, port) as server:
        click.echo(_("The archive is at http://127.0.0.1:{port}/ (end with Ctrl-C)").format(port=server.server_port))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()

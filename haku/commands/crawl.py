"""`haku crawl`: releases from the ministries' sites into the archive."""

from __future__ import annotations

from datetime import datetime

import click

from crawler.sources import GOVERNMENT
from haku.crawling import crawl_into
from haku.terminal import Faults
from haku.texts import _
from index.archive import Archive

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "crawl",
    help=_("Collect releases from all sources or those named; a known page is fetched again only if it changed."),
    epilog=_("Example: haku crawl tem okm --since 2024-01-01 --contact archive@example.org"),
)
@click.argument("sources", nargs=-1, metavar=_("[SOURCE]…"), type=click.Choice(list(GOVERNMENT)))
@click.option("--since", type=_DAY, metavar=_("DATE"), help=_("Only what was published on this day or later."))
@click.option("--until", type=_DAY, metavar=_("DATE"), help=_("Only what was published on this day or earlier."))
@click.option("--limit", type=click.IntRange(min=1), help=_("At most this many releases of each source."))
@click.option("--at", metavar=_("ADDRESS"), help=_("Crawl a stand-in on this machine in place of the sources' hosts."))
@click.option(
    "--contact", envvar="HAKU_CONTACT", show_envvar=True, metavar=_("EMAIL"), help=_("Your address, told to the sites.")
)
@click.pass_obj
def command(
    archive: Archive,
    sources: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    at: str | None,
    contact: str | None,
) -> None:
    faults = Faults()
    crawl_into(
        archive,
        sources or GOVERNMENT,
        faults,
        since=since.date() if since else None,
        until=until.date() if until else None,
        limit=limit,
        at=at,
        contact=contact,
    )
    faults.finish()

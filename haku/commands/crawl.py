"""`haku crawl`: releases from the ministries' sites into the archive."""

from __future__ import annotations

from datetime import datetime

import click

from crawler.run import crawl
from crawler.sources import GOVERNMENT
from haku.crawling import outcome_line, show_progress
from haku.ingesting import report_line, take_in
from haku.terminal import Faults, progress
from haku.texts import _
from index.archive import Archive

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "crawl",
    help=_("Collect releases from the sources, all of them or those named; what is known is asked for only if it changed."),
    epilog=_("Example: haku crawl tem okm --since 2024-01-01 --contact archive@example.org"),
)
@click.argument("sources", nargs=-1, metavar=_("[SOURCE]…"), type=click.Choice(list(GOVERNMENT)))
@click.option("--since", type=_DAY, metavar="DATE", help=_("Only what was published on this day or later."))
@click.option("--until", type=_DAY, metavar="DATE", help=_("Only what was published on this day or earlier."))
@click.option("--limit", type=click.IntRange(min=1), help=_("At most this many releases of each source."))
@click.option("--at", metavar="ADDRESS", help=_("Crawl a stand-in on this machine as if it were the sources' own hosts."))
@click.option(
    "--contact", envvar="HAKU_CONTACT", show_envvar=True, metavar="EMAIL", help=_("Your address, told to the sites.")
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
    archive.create()
    with progress(_("Crawling")) as advance:
        report = crawl(
            archive.warc,
            sources or GOVERNMENT,
            since=since.date() if since else None,
            until=until.date() if until else None,
            limit=limit,
            at=at,
            contact=contact,
            on_progress=show_progress(advance),
        )
    for problem in report.problems:
        faults(problem)
    ingested = take_in(archive, faults)
    click.echo(outcome_line(report))
    click.echo(report_line(ingested))
    faults.finish()

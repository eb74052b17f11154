"""`haku crawl`: releases from the sources' sites into the archive."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click
import msgspec

from crawler.sources import crawled
from haku.crawling import crawl_into
from haku.terminal import Faults
from haku.texts import _
from index.archive import Archive
from parsers.sources import SOURCES, WEB_ARCHIVE

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "crawl",
    help=_("Collect releases from all sources or those named; a known page is fetched again only if it changed."),
    epilog=_("Example: haku crawl tem okm --since 2024-01-01 --contact archive@example.org"),
)
@click.argument("sources", nargs=-1, metavar=_("[SOURCE]…"), type=click.Choice(list(SOURCES)))
@click.option(
    "--since",
    type=_DAY,
    metavar=_("DATE"),
    help=_("Only what was published on this day or later (wayback: captured; haeavustuksia: opens)."),
)
@click.option(
    "--until",
    type=_DAY,
    metavar=_("DATE"),
    help=_("Only what was published on this day or earlier (wayback: captured; haeavustuksia: opens)."),
)
@click.option("--limit", type=click.IntRange(min=1), help=_("At most this many releases of each source."))
@click.option(
    "--of",
    multiple=True,
    metavar=_("SOURCE"),
    type=click.Choice([source for source in SOURCES if source != WEB_ARCHIVE]),
    help=_("The source whose past is asked of the web archive; for wayback alone."),
)
@click.option("--at", metavar=_("ADDRESS"), help=_("Crawl a stand-in on this machine in place of the sources' hosts."))
@click.option(
    "--contact", envvar="HAKU_CONTACT", show_envvar=True, metavar=_("EMAIL"), help=_("Your address, told to the sites.")
)
@click.option(
    "--delay", type=click.FloatRange(min=0), metavar=_("SECONDS"), help=_("The pause between two requests to a host.")
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(
    archive: Archive,
    /,
    sources: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    of: tuple[str, ...],
    format_: str,
    **arguments: Any,
) -> None:
    _check_use(sources, of)
    _check_time(since, until)
    faults = Faults()
    done = crawl_into(
        archive,
        sources or crawled(),
        faults,
        since=since.date() if since else None,
        until=until.date() if until else None,
        of=of,
        **arguments,
    )
    if format_ == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(done.run), indent=2).decode())
    else:
        done.show()
    done.finish(faults)


def _check_use(sources: tuple[str, ...], of: tuple[str, ...]) -> None:
    if WEB_ARCHIVE in sources and (not of or len(set(sources)) > 1):
        raise click.UsageError(_("wayback is crawled alone, with --of SOURCE to say whose past is asked for"))
    if of and WEB_ARCHIVE not in sources:
        raise click.UsageError(_("--of goes with wayback: haku crawl wayback --of SOURCE"))


def _check_time(since: datetime | None, until: datetime | None) -> None:
    if since and until and since > until:
        raise click.UsageError(_("--since is later than --until: no day lies between them"))

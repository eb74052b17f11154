"""Crawls, for every command that starts one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from haku.ingesting import report_line, take_in
from haku.terminal import Faults, progress
from haku.texts import _
from index.archive import Archive
from parsers.problems import Problem

_LINE = _(
    "{requests} requests: {new} new, {changed} changed, {unchanged} unchanged, {gone} gone, {failed} failed, "
    "{attachments} attachments"
)


def crawl_into(archive: Archive, sources: Iterable[str], faults: Faults, **arguments: Any) -> None:
    """Crawl sources into the archive, read what came, and say what came of it. `arguments` are those of `crawl`."""
    archive.create()
    with progress(_("Crawling")) as advance:
        report = crawl(
            archive.warc, sources, on_progress=lambda now: advance(now.total(Outcome.REQUESTS), None), **arguments
        )
    for note in report.notes:
        faults.note(note)
    for problem in report.problems:
        faults(problem)
    ingested = take_in(archive, faults)
    click.echo(_outcome_line(report))
    click.echo(report_line(ingested))
    if report.interrupted:
        raise Problem("the crawl was interrupted; run it again to go on")


def _outcome_line(report: CrawlReport) -> str:
    return _LINE.format(**{outcome.value: report.total(outcome) for outcome in Outcome})

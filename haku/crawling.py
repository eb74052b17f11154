"""Crawls, for every command that starts one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

import click

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.watch import Arguments, Run, Watch, problem_of, start_after
from haku.ingesting import Intake, report_line, taking_in
from haku.present.runs import show_run
from haku.terminal import Faults, console, progress
from haku.texts import _
from haku.watching import rates_before, rates_reader, reports_of
from index.archive import Archive
from index.ingest import IngestReport
from parsers.problems import Problem

# So many requests of a crawl are waited for before what they brought is read, so that it is worth several processes.
_REQUESTS_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Crawled:
    """What came of a crawl: its report, as it is kept in the archive, and what was read from its pages."""

    run: Run
    ingested: IngestReport

    def show(self) -> None:
        """Print both for a reader."""
        show_run(console(), self.run)
        click.echo(report_line(self.ingested))

    def finish(self, faults: Faults) -> None:
        """Tell of the alarms, and end with exit status 1 where anything is amiss or the crawl was interrupted."""
        for alarm in self.run.alarms:
            faults(problem_of(alarm))
        if self.run.interrupted:
            raise Problem("the crawl was interrupted; run it again to go on")
        faults.finish()


def crawl_into(
    archive: Archive,
    sources: Iterable[str],
    faults: Faults,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    of: tuple[str, ...] = (),
    at: str | None = None,
    **arguments: Any,
) -> Crawled:
    """Crawl sources into the archive, read what comes, and see whether it is what was to be expected.

    What is captured is read while the crawl goes on; pairs and index follow at its end. The arguments are those of
    `crawler.run.crawl`. Every run leaves a report in the archive, even a killed one.
    """
    archive.create()
    asked = Arguments(
        sources=tuple(dict.fromkeys(sources)),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        limit=limit,
        of=of,
        at=at,
    )
    watch = _begin(archive, asked, faults)
    with taking_in(archive, faults) as intake:
        follower = Follower(intake)
        report = _crawl(archive, asked, watch, follower, since=since, until=until, limit=limit, at=at, **arguments)
        for note in report.notes:
            faults.note(note)
        for problem in report.problems:
            faults(problem)
        ingested = intake.finish()
    return Crawled(watch.judge(rates_reader(archive)), ingested)


def _begin(archive: Archive, asked: Arguments, faults: Faults) -> Watch:
    reports = reports_of(archive)
    earlier = reports.read(faults.note)
    return Watch(reports, asked, earlier, rates_before(archive), start_after(earlier))


class Follower:
    """Reads what a crawl has captured while it goes on: told of its progress, now and then."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._due: float = _REQUESTS_AT_ONCE

    def __call__(self, report: CrawlReport) -> None:
        """Read what there is, if the crawl has brought enough."""
        requests = report.total(Outcome.REQUESTS)
        if requests < self._due:
            return
        self._due = requests + _REQUESTS_AT_ONCE
        try:
            self._intake.read()
        except Problem:
            # The crawl can do without. What is amiss is told when the rest is read.
            self._due = inf


def _crawl(archive: Archive, asked: Arguments, watch: Watch, follower: Follower, **arguments: Any) -> CrawlReport:
    if asked.of:
        arguments["of"] = asked.of
    with progress(_("Crawling")) as advance:

        def on_progress(report: CrawlReport) -> None:
            watch.note(report)
            advance(report.total(Outcome.REQUESTS), None)
            follower(report)

        try:
            report = crawl(archive.warc, asked.sources, on_progress=on_progress, **arguments)
        except Problem as problem:
            watch.fail(problem)
            raise
    watch.end(report)
    return report

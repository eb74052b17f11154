"""What the tests of watching share: an archive whose crawls are made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.watch import Arguments, Fill, Rates, Reports, Run, Watch
from parsers.problems import Problem
from parsers.sources import SOURCES

FIRST = datetime(2026, 11, 1, 9, tzinfo=UTC)
Outcomes = Mapping[str, Mapping[str, int]]


def rates(states: Mapping[str, tuple[int, int]], unread: int = 0, source: str = "tem", language: str = "fi") -> Rates:
    """`states` has for each field how many pages state it, of how many."""
    fields = tuple(
        Fill(source=source, language=language, field=name, filled=filled, releases=releases)
        for name, (filled, releases) in states.items()
    )
    return Rates(fields, {source: unread} if unread else {})


@pytest.fixture(autouse=True)
def no_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up crawls are small: those of the catalogue's floors have a test of their own."""
    for name, source in SOURCES.items():
        monkeypatch.setitem(SOURCES, name, msgspec.structs.replace(source, floor={}))


def fail(problem: Problem) -> None:
    raise problem


@dataclass
class Crawls:
    """Runs one made-up crawl a day, each judged in the light of those before."""

    folder: Path
    days: int = 0
    read: Rates = field(default_factory=Rates)
    asked: list[datetime] = field(default_factory=list)

    def __call__(
        self,
        outcomes: Outcomes,
        *,
        read: Rates | None = None,
        before: Rates | None = None,
        problems: tuple[Problem, ...] = (),
        lists: Mapping[tuple[str, str], int] | None = None,
        interrupted: bool = False,
        judged: bool = True,
        **arguments: Any,
    ) -> Run:
        """`outcomes` has the counts by language (of tem) or by ``source language``, `lists` how many releases each list
        of tem named, by language and path.

        Unless told otherwise, what was fetched could be read.
        """
        reports = Reports(self.folder)
        asked = Arguments(**{"sources": ("tem",), **arguments})
        start = FIRST + timedelta(days=self.days)
        self.days += 1
        watch = Watch(reports, asked, reports.read(fail), before or Rates(), start)
        report = CrawlReport(problems=list(problems), interrupted=interrupted)
        for place, counts in outcomes.items():
            source, _, language = place.rpartition(" ")
            report.counts[source or "tem", language] = {Outcome(name): count for name, count in counts.items()}
        for (language, path), named in (lists or {}).items():
            report.lists["tem", language, f"https://tem.fi{path}"] = named
        watch.note(report)
        watch.end(report)
        return watch.judge(self._reader(_read_well(report) if read is None else read)) if judged else watch.run

    def _reader(self, read: Rates) -> Callable[[datetime], Rates]:
        def rates_since(moment: datetime) -> Rates:
            self.asked.append(moment)
            return read

        return rates_since


def _read_well(report: CrawlReport) -> Rates:
    """The rates of a crawl all of whose pages have titles."""
    counts = {place: each.get(Outcome.NEW, 0) + each.get(Outcome.CHANGED, 0) for place, each in report.counts.items()}
    return Rates(
        tuple(
            Fill(source=source, language=language, field="title", filled=count, releases=count)
            for (source, language), count in counts.items()
        )
    )


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path / "runs")


def codes(run: Run) -> list[str]:
    """The alarms that a run raised, as ``code language field``, without what is empty."""
    parts = ((alarm.code.value, alarm.language.strip("-"), alarm.field or "") for alarm in run.alarms)
    return [" ".join(filter(None, part)) for part in parts]


@pytest.fixture
def raised() -> Callable[[Run], list[str]]:
    return codes


@pytest.fixture
def stating() -> Callable[..., Rates]:
    return rates

"""What the sources' tests share: visits to the sample site over HTTP, and what they brought home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from parsers.capture import Capture
from parsers.model import Release
from parsers.release import NotARelease, read_release


@dataclass(frozen=True)
class Visit:
    """One crawl: what it reported, what it asked the site for (path, status), and all that the archive then holds."""

    report: CrawlReport
    asked: list[tuple[str, int]]
    captures: list[Capture]

    def new(self, source: str, language: str) -> int:
        return self.report.counts[source, language][Outcome.NEW]

    @property
    def releases(self) -> dict[str, Release]:
        """The releases in the archive, by their addresses."""
        return {release.url: release for release in self._read()}

    @property
    def files(self) -> list[str]:
        """The addresses of the attachments in the archive."""
        return [capture.url for capture in self.captures if capture.media_type == "application/pdf"]

    def assert_repeats(self, first: Visit, known: int) -> None:
        """Check that this visit after another found the site unchanged, and took no page home a second time."""
        assert self.report.problems == []
        assert self.report.total(Outcome.UNCHANGED) == first.report.total(Outcome.NEW) == known
        other = (Outcome.NEW, Outcome.CHANGED, Outcome.ATTACHMENTS, Outcome.GONE)
        assert [outcome for outcome in other if self.report.total(outcome)] == []
        assert [path for path, status in self.asked if status == 200] == []
        assert len(self.asked) <= len(first.asked) and len(self.captures) == len(first.captures)

    def _read(self) -> Iterator[Release]:
        for capture in self.captures:
            try:
                yield read_release(capture)
            except NotARelease:
                continue


@pytest.fixture(scope="module", autouse=True)
def _quick(quick_crawls: None) -> None:
    """What is of interest here is what the spiders do."""


@contextmanager
def _visitor(folder: Path) -> Iterator[Callable[..., Visit]]:
    with SampleSite() as site:

        def visit(source: str, **limits: Any) -> Visit:
            del site.requests[:]
            report = crawl(folder, [source], at=site.address, **limits)
            asked = [(path, status) for _, path, status in site.requests]
            return Visit(report, asked, list(_captures(folder)))

        yield visit


def _captures(folder: Path) -> Iterator[Capture]:
    def fail(problem: Exception) -> None:
        raise problem

    for capture, _ in read_captures(folder, on_problem=fail):
        yield capture


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Crawls a source of the sample site into one archive: ``visit("stea", since=date(2022, 1, 1))``."""
    with _visitor(tmp_path) as visitor:
        yield visitor


@pytest.fixture(scope="module")
def twice(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Visit, Visit]:
    """Two crawls of the module's SOURCE, one after the other, the site being the same."""
    with _visitor(tmp_path_factory.mktemp("archive")) as visitor:
        return visitor(request.module.SOURCE), visitor(request.module.SOURCE)


@pytest.fixture(scope="module")
def first(twice: tuple[Visit, Visit]) -> Visit:
    return twice[0]

"""From captures to catalogue and index, for every command that brings captures in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType

from crawler.warc import read_captures
from haku.terminal import Faults, progress
from haku.texts import _, ngettext
from index.archive import Archive
from index.catalogue import Catalogue
from index.decisions import unfollowed
from index.ingest import Ingest, IngestReport
from parsers.problems import Problem


def take_in(archive: Archive, faults: Faults, *, anew: bool = False) -> IngestReport:
    """Read the captures that the catalogue does not know, or all of them `anew`; bring pairs and index up to date."""
    with _opened(archive, anew) as catalogue, Intake(archive, catalogue, faults) as intake:
        return intake.finish()


def read_new(archive: Archive, catalogue: Catalogue, faults: Faults) -> IngestReport:
    """Read the captures that the catalogue does not know, and make their pairs."""
    with Intake(archive, catalogue, faults) as intake:
        return intake.settle()


@contextmanager
def taking_in(archive: Archive, faults: Faults) -> Iterator[Intake]:
    """Give an intake into the catalogue of an archive, which no other process may change meanwhile."""
    with archive.writing() as catalogue, Intake(archive, catalogue, faults) as intake:
        yield intake


class Intake:
    """The way of captures into an open catalogue: read as they come, their pairs made and indexed in the end."""

    def __init__(self, archive: Archive, catalogue: Catalogue, faults: Faults) -> None:
        self._archive = archive
        self._catalogue = catalogue
        self._faults = faults
        self._told: set[str] = set()
        self._decisions, self._damaged = archive.decisions.read()
        forgotten = archive.forgotten.read()
        self._ingest = Ingest(catalogue, lambda capture, problem: faults(problem), self._decisions, forgotten)

    def read(self, progress: Callable[[int], None] | None = None) -> None:
        """Read the captures that the catalogue does not know; a file may be growing, its end is left for later."""
        captures = self._catalogue.captures
        reader = read_captures(self._archive.warc, captures.positions(), on_problem=self._tell, locate=captures.locate)
        self._ingest.take(reader, reader.positions, progress)

    def settle(self) -> IngestReport:
        """Read what is left and bring the pairs up to date; return what came of it all."""
        with progress(_("Reading the captures")) as advance:
            self.read(lambda done: advance(done, None))
            return self._ingest.finish()

    def finish(self) -> IngestReport:
        """As `settle`, and bring the index up to date as well."""
        report = self.settle()
        with progress(_("Indexing")):
            self._archive.fulltext(self._catalogue).update()
        for problem in (*self._damaged, *unfollowed(self._catalogue, self._decisions, self._archive.decisions.path)):
            self._tell(problem)
        return report

    def __enter__(self) -> Intake:
        self._ingest.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ingest.__exit__(kind, fault, trace)

    def _tell(self, problem: Problem) -> None:
        """What is damaged is met again with each reading."""
        if (text := str(problem)) not in self._told:
            self._told.add(text)
            self._faults(problem)


def report_line(report: IngestReport) -> str:
    """Say in one line what came of it."""
    captures = ngettext("{count} new capture", "{count} new captures", report.new_captures)
    releases = ngettext("{count} new or changed release", "{count} new or changed releases", report.releases)
    pairs = ngettext("{count} pair in all", "{count} pairs in all", report.pairs)
    parts = ((captures, report.new_captures), (releases, report.releases), (pairs, report.pairs))
    return ", ".join(text.format(count=count) for text, count in parts)


def _opened(archive: Archive, anew: bool) -> AbstractContextManager[Catalogue]:
    return archive.rebuilding() if anew else archive.writing()

"""From captures to catalogue and index, for every command that brings captures in."""

from __future__ import annotations

from contextlib import AbstractContextManager

from crawler.warc import read_captures
from haku.terminal import Faults, progress
from haku.texts import _, ngettext
from index.archive import Archive
from index.catalogue import Catalogue
from index.ingest import IngestReport, ingest


def take_in(archive: Archive, faults: Faults, *, anew: bool = False) -> IngestReport:
    """Read the captures that the catalogue does not know, or all of them `anew`; bring pairs and index up to date."""
    with _opened(archive, anew) as catalogue:
        report = read_new(archive, catalogue, faults)
        with progress(_("Indexing")):
            archive.fulltext(catalogue).update()
    return report


def read_new(archive: Archive, catalogue: Catalogue, faults: Faults) -> IngestReport:
    """Read the captures that the catalogue does not know."""
    captures = catalogue.captures
    reader = read_captures(archive.warc, captures.positions(), on_problem=faults, locate=captures.locate)
    with progress(_("Reading the captures")) as advance:
        return ingest(
            catalogue,
            reader,
            on_problem=lambda capture, problem: faults(problem),
            progress=lambda done: advance(done, None),
            positions=reader.positions,
        )


def report_line(report: IngestReport) -> str:
    """Say in one line what came of it."""
    captures = ngettext("{count} new capture", "{count} new captures", report.new_captures)
    releases = ngettext("{count} new or changed release", "{count} new or changed releases", report.releases)
    pairs = ngettext("{count} pair in all", "{count} pairs in all", report.pairs)
    parts = ((captures, report.new_captures), (releases, report.releases), (pairs, report.pairs))
    return ", ".join(text.format(count=count) for text, count in parts)


def _opened(archive: Archive, anew: bool) -> AbstractContextManager[Catalogue]:
    return archive.rebuilding() if anew else archive.writing()

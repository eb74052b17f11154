"""The site of an archive, for every command that builds it."""

from __future__ import annotations

from pathlib import Path

from haku.terminal import progress
from haku.texts import _, ngettext
from index.archive import Archive
from index.fulltext import BrowserTerms
from sitegen.build import BuildReport, build
from sitegen.operators import Operator


def build_site(archive: Archive, output: Path, base_url: str | None, operator: Operator | None = None) -> BuildReport:
    """Build the site into `output`."""
    with archive.catalogue() as catalogue, progress(_("Building the site")) as advance:
        return build(
            catalogue,
            output,
            base_url,
            terms=BrowserTerms(),
            operator=operator,
            on_progress=lambda stage, done, count: advance(done, count),
        )


def build_line(report: BuildReport) -> str:
    """Say in one line what was built."""
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    return _("{pages} in {folder}").format(pages=pages, folder=report.output)

"""The site of an archive, for every command that builds it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from haku.terminal import progress
from haku.texts import _, ngettext
from index.archive import Archive
from index.fulltext import BrowserTerms
from parsers.model import Language
from parsers.privacy import ContactPolicy
from sitegen.build import BuildReport, build
from sitegen.operators import Operator


def build_site(
    archive: Archive,
    output: Path,
    base_url: str | None,
    operators: Mapping[Language, Operator] | None = None,
    *,
    contacts: ContactPolicy = "all",
    contacts_in_data: bool = False,
    anew: bool = False,
) -> BuildReport:
    """Build the site into `output`; the options are those of `sitegen.build.build`."""
    with archive.catalogue() as catalogue, progress(_("Building the site")) as advance:
        return build(
            catalogue,
            output,
            base_url,
            terms=BrowserTerms(),
            operators=operators,
            contacts=contacts,
            contacts_in_data=contacts_in_data,
            anew=anew,
            on_progress=lambda stage, done, count: advance(done, count),
        )


def build_line(report: BuildReport) -> str:
    """Say in one line what was built."""
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    return _("{pages} in {folder}").format(pages=pages, folder=report.output)

"""The reports of crawls in an archive: what the catalogue says of their pages, handed to those who watch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from crawler.outcomes import NO_LANGUAGE
from crawler.watch import Fill, Rates, Reports
from index.archive import Archive
from index.catalogue import FillRates
from parsers.problems import Problem

_REPORTS = "runs"


def reports_of(archive: Archive) -> Reports:
    """Return the reports of an archive's crawls."""
    return Reports(archive.folder / _REPORTS)


def rates_before(archive: Archive) -> Rates:
    """Return what all pages of an archive state; nothing where no catalogue can be read, which is no reason to wait."""
    try:
        with archive.catalogue() as catalogue:
            return _rates(catalogue.fill_rates())
    except Problem:
        return Rates()


def rates_reader(archive: Archive) -> Callable[[datetime], Rates]:
    """Return the function that tells what the pages captured since a moment state."""

    def read(since: datetime) -> Rates:
        with archive.catalogue() as catalogue:
            return _rates(catalogue.fill_rates(since))

    return read


def _rates(found: FillRates) -> Rates:
    fields = tuple(
        Fill(
            source=each.source,
            language=each.language or NO_LANGUAGE,
            field=each.field,
            filled=each.filled,
            releases=each.releases,
        )
        for each in found.fields
        if each.releases
    )
    return Rates(fields, found.unread)

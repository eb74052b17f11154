"""A page of every type that the site has, to look at all of them alike."""

from __future__ import annotations

from parsers.model import Block
from tests.site.sample import SampleArchive


def kinds(archive: SampleArchive, calls_archive: SampleArchive) -> dict[str, tuple[str, str]]:
    """Return page types by name: the archive (``sample``, ``calls`` or ``rare``) and the path on its site."""
    pair, agreeing = archive.joined[0].fi.id, archive.joined[1].fi.id
    table = next(key for key, release in archive.stored.items() if any(map(_is_row, release.blocks)))
    alone = next(key for key, release in archive.stored.items() if release.source == "mmm")
    year = max(release.published or "" for release in archive.stored.values())[:4]
    call = max(calls_archive.calls, key=lambda each: len(each.members)).id
    return {
        "entrance": ("sample", ""),
        "not-found": ("sample", "404.html"),
        "front": ("calls", "fi/"),
        "search": ("sample", "sv/search/"),
        "search-hits": ("sample", "fi/search/?q=avustus"),
        "browse": ("calls", "fi/browse/"),
        "list": ("sample", "sv/browse/year/2024/"),
        "release": ("sample", f"fi/release/{pair}/"),
        "release-alone": ("sample", f"sv/release/{alone}/"),
        "release-table": ("sample", f"fi/release/{table}/"),
        "release-gone": ("rare", f"fi/release/{pair}/"),
        "compare": ("sample", f"fi/compare/{pair}/"),
        "compare-agreeing": ("sample", f"sv/compare/{agreeing}/"),
        "compare-english": ("rare", f"fi/compare/{pair}/"),
        "call": ("calls", f"fi/call/{call}/"),
        "calls": ("calls", "fi/calls/"),
        "calls-decided": ("calls", "sv/calls/decided/"),
        "calendar": ("calls", "fi/calendar/"),
        "calendar-year": ("calls", "sv/calendar/2024/"),
        "figures": ("sample", "fi/figures/"),
        "translation": ("sample", "sv/translation/"),
        "amounts": ("sample", "fi/amounts/"),
        "translation-list": ("sample", f"sv/translation/all/{year}/"),
        "amounts-list": ("sample", f"fi/amounts/all/{year}/"),
        "differences": ("sample", "fi/differences/"),
        "differences-severity": ("sample", "sv/differences/severity/low/"),
        "differences-field": ("sample", "en/differences/field/closes/"),
        "data": ("sample", "fi/data/"),
        "about": ("sample", "sv/about/"),
    }


def _is_row(block: Block) -> bool:
    return block.type == "tr"

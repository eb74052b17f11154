"""All pages that the known items are looked for among, as captures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from crawler.samplesite import documents, render
from crawler.samplesite.others import aviavustukset, ely, integrationnorden, kotoutuminen, stea
from crawler.samplesite.others.texts import texts
from parsers.capture import Capture, Location

FRESH = Path(__file__).parents[2] / "parsers" / "fresh"
_CAPTURED = datetime(2026, 11, 1, 9, tzinfo=UTC)
_OTHERS = (aviavustukset, ely, integrationnorden, kotoutuminen, stea)

Located = tuple[Capture, Location]


def captures() -> list[Located]:
    """Return the pages of the sample site and the fresh pages."""
    found = [*_sample_pages(), *_fresh_pages()]
    return [(capture, Location("haku-00001.warc.gz", number)) for number, capture in enumerate(found)]


def _sample_pages() -> Iterator[Capture]:
    sites = [other.SITE for other in _OTHERS]
    addresses = [document.url for document in documents()]
    addresses += [site.url(text.path) for site in sites for text in texts(site.source)]
    for address in addresses:
        parts = urlsplit(address)
        answer = render(parts.hostname or "", parts.path)
        assert answer.status == 200, address
        yield Capture(address, _CAPTURED, answer.body)


def _fresh_pages() -> Iterator[Capture]:
    for folder in sorted(FRESH.iterdir()):
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            page = json.loads(line)
            yield Capture(page["url"], _CAPTURED, (folder / "pages" / page["file"]).read_bytes())

"""All pages that the known items are looked for among."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from crawler.samplesite import documents, render
from crawler.samplesite.others import aviavustukset, ely, integrationnorden, kotoutuminen, stea
from crawler.samplesite.others.texts import texts
from crawler.samplesite.others.website import Website
from crawler.warc import read_captures
from parsers.capture import Capture
from parsers.problems import Problem

FRESH = Path(__file__).parents[2] / "parsers" / "fresh"
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
_CAPTURED = datetime(2026, 11, 1, 9, tzinfo=UTC)
_OTHERS: tuple[Website, ...] = (aviavustukset.SITE, ely.SITE, integrationnorden.SITE, kotoutuminen.SITE, stea.SITE)


def captures() -> list[Capture]:
    """Return the pages of the sample site and the fresh pages, and those of the development corpus if it is here."""
    shared = [capture for capture, _ in read_captures(CORPUS, on_problem=_fail)] if CORPUS.is_dir() else []
    return [*_sample_pages(), *_fresh_pages(), *shared]


def _fail(problem: Problem) -> None:
    raise problem


def _sample_pages() -> Iterator[Capture]:
    addresses = [document.url for document in documents()]
    addresses += [site.url(text.path) for site in _OTHERS for text in texts(site.source)]
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

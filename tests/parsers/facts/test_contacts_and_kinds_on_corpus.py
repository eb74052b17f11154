"""How well contacts and kinds are read on the development corpus, where it lies beside the project."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from parsers.capture import Capture
from parsers.model import Contact, Release
from parsers.release import read_release

CORPUS = Path(__file__).resolve().parents[3].parent / "shared" / "corpus"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.exists(), reason="the development corpus is not beside the project"),
]


@pytest.fixture(scope="module")
def pages() -> list[tuple[dict[str, Any], Release]]:
    """Return each page of the corpus with what careful readers found in it."""
    gold = {line["url"]: line for line in map(json.loads, (CORPUS / "dev.gold.jsonl").read_text("utf-8").splitlines())}
    with (CORPUS / "dev.warc.gz").open("rb") as stream:
        captures = [
            Capture(
                url=url, time=datetime(2026, 11, 1, tzinfo=UTC), body=record.content_stream().read(), charset="utf-8"
            )
            for record in ArchiveIterator(stream)
            if record.rec_type == "response" and (url := record.rec_headers.get_header("WARC-Target-URI")) in gold
        ]
    return [(gold[capture.url], read_release(capture)) for capture in captures]


def significant_digits(phone: str) -> str:
    return re.sub(r"^(?:00358|358)?0*", "", re.sub(r"\D", "", phone))


def f1(pairs: list[tuple[Counter[str], Counter[str]]]) -> float:
    hits = sum((gold & found).total() for gold, found in pairs)
    return 2 * hits / sum(gold.total() + found.total() for gold, found in pairs)


def test_names(pages: list[tuple[dict[str, Any], Release]]) -> None:
    def names(contacts: tuple[Contact, ...]) -> Counter[str]:
        return Counter(contact.name for contact in contacts if contact.name)

    expected = [Counter(contact["name"] for contact in gold["contacts"] if contact["name"]) for gold, _ in pages]
    assert f1([(gold, names(page.contacts)) for gold, (_, page) in zip(expected, pages, strict=True)]) >= 0.98


def test_phones(pages: list[tuple[dict[str, Any], Release]]) -> None:
    def phones(contacts: tuple[Contact, ...]) -> Counter[str]:
        return Counter(significant_digits(contact.phone) for contact in contacts if contact.phone)

    expected = [
        Counter(significant_digits(contact["phone"]) for contact in gold["contacts"] if contact["phone"])
        for gold, _ in pages
    ]
    assert f1([(gold, phones(page.contacts)) for gold, (_, page) in zip(expected, pages, strict=True)]) >= 0.98


def test_kinds(pages: list[tuple[dict[str, Any], Release]]) -> None:
    right = sum(page.kind == gold["kind"] for gold, page in pages)
    assert right / len(pages) >= 0.97


def test_evidence(pages: list[tuple[dict[str, Any], Release]]) -> None:
    for _, page in pages:
        evidence = [contact.evidence for contact in page.contacts]
        evidence += [each.evidence for each in page.eligibility] + [each.evidence for each in page.case_numbers]
        evidence += [page.kind_evidence] if page.kind_evidence else []
        assert evidence
        assert all(page.blocks[each.block].text[each.start : each.end] == each.text for each in evidence)

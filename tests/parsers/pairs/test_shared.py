"""Pairs, differences and alignment on the development corpus, where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.alignment import gale_church, measure, measure_sentences
from benchmarks.parallel import development_pairs, development_releases, sentence_documents, with_swapped_figures
from parsers.model import Release
from parsers.pairs.compare import compare
from parsers.pairs.pairing import make_pairs

_CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not _CORPUS.is_dir(), reason="the development corpus is not there"),
]


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    return list(development_releases().values())


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_CORPUS / name).read_text(encoding="utf-8").splitlines()]


def _gold_pairs() -> set[tuple[str, str]]:
    pages = {page["id"]: page for page in _lines("dev.gold.jsonl")}
    finnish = (page for page in pages.values() if page["language"] == "fi" and page["translation"])
    return {(page["url"], pages[page["translation"]]["url"]) for page in finnish}


def _found_pairs(releases: list[Release]) -> set[tuple[str, str]]:
    urls = {release.id: release.url for release in releases}
    return {(urls[pairing.fi or ""], urls[pairing.sv or ""]) for pairing in make_pairs(releases)}


@pytest.mark.parametrize("linked", [pytest.param(True, id="with_links"), pytest.param(False, id="without_links")])
def test_pairs(releases: list[Release], linked: bool) -> None:
    bare = [msgspec.structs.replace(release, declared={}) for release in releases]
    assert _found_pairs(releases if linked else bare) == _gold_pairs()


def test_differences(releases: list[Release]) -> None:
    by_id = {release.id: release for release in releases}
    pairs = [compare(by_id[pairing.fi or ""], by_id[pairing.sv or ""], pairing) for pairing in make_pairs(releases)]
    found = {
        (pair.fi.url, "amounts" if difference.field == "total" else difference.field, difference.kind)
        for pair in pairs
        for difference in pair.differences
    }
    gold = {
        (pair["fi"], difference["field"], difference["kind"])
        for pair in _lines("dev.differences.jsonl")
        for difference in pair["differences"]
    }
    assert len(found & gold) >= 0.95 * len(gold) and len(found - gold) <= 0.05 * len(gold)


def test_alignment() -> None:
    assert measure(sentence_documents, 4, range(1)).links.f1 >= 0.93
    assert measure(development_pairs, 4, range(3)).links.f1 >= 0.95


def test_alignment_does_not_hang_on_figures() -> None:
    for documents in (sentence_documents, development_pairs):
        true, swapped = (measure(each, 4, range(1)).links.f1 for each in (documents, with_swapped_figures(documents)))
        assert swapped >= true - 0.01


def test_alignment_beats_lengths_alone() -> None:
    assert measure(sentence_documents, 4, range(1), gale_church).links.f1 < 0.8


def test_sentences_inside_paragraphs() -> None:
    assert measure_sentences(12, range(1)) >= 0.96
    assert measure_sentences(4, range(1)) >= 0.92

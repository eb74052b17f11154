"""Pages written without knowledge of the rules: how well they are read, held from below.

The figures of the first reading, before anything was mended, are in docs/reading-facts.md.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.fuzzing import false_evidence
from parsers.capture import Capture
from parsers.model import Pair, Release
from parsers.pairs.compare import compare
from parsers.pairs.pairing import make_pairs
from parsers.release import read_release
from tests.parsers.scoring import Record, score

FRESH = Path(__file__).parent / "fresh"
CAPTURED = datetime(2026, 11, 1, 9, tzinfo=UTC)
FLOORS = {
    "language": 1.0,
    "kind": 0.98,
    "published": 1.0,
    "amounts": 0.99,
    "total": 0.97,
    "opens": 0.98,
    "closes": 0.99,
    "use_period": 0.98,
    "contact names": 0.99,
    "contact phones": 0.99,
}


def records(name: str) -> list[Record]:
    return [
        {**json.loads(line), "folder": folder}
        for folder in sorted(FRESH.iterdir())
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def gold() -> list[Record]:
    return records("gold.jsonl")


@pytest.fixture(scope="module")
def releases(gold: list[Record]) -> list[Release]:
    return [
        read_release(Capture(one["url"], CAPTURED, (one["folder"] / "pages" / one["file"]).read_bytes()))
        for one in gold
    ]


@pytest.fixture(scope="module")
def pairs(releases: list[Release]) -> list[Pair]:
    by_id = {release.id: release for release in releases}
    return [compare(by_id[one.fi], by_id[one.sv], one) for one in make_pairs(releases)]


@pytest.mark.parametrize("name", list(FLOORS))
def test_facts_are_read(gold: list[Record], releases: list[Release], name: str) -> None:
    found: dict[str, Any] = {release.url: msgspec.to_builtins(release) for release in releases}
    tally = score(gold, found)[name]
    assert tally.f1 >= FLOORS[name], "\n".join(tally.disagreements)


def test_versions_are_paired(gold: list[Record], pairs: list[Pair]) -> None:
    urls = {one["id"]: one["url"] for one in gold}
    true = {(one["url"], urls[one["translation"]]) for one in gold if one["translation"] and one["language"] == "fi"}
    assert {(pair.fi.url, pair.sv.url) for pair in pairs} == true


def test_planted_differences_are_found(pairs: list[Pair]) -> None:
    found = {
        (pair.fi.url, pair.sv.url, "amounts" if one.field == "total" else one.field, one.kind)
        for pair in pairs
        for one in pair.differences
    }
    for planted in records("differences.jsonl"):
        for one in planted["differences"]:
            name = "amounts" if one["field"] == "total" else one["field"]
            assert (planted["fi"], planted["sv"], name, one["kind"]) in found


def test_evidence_is_the_very_characters(releases: list[Release]) -> None:
    for release in releases:
        assert false_evidence(release) == ""

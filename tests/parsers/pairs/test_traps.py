"""What must not be joined, and what must in its place: scenarios invented without looking at the code."""

from __future__ import annotations

import random
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from parsers.model import Release
from parsers.pairs.pairing import Work, make_works
from tests.parsers.pairs.invented import cases, release

_TRAPS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("traps.toml").read_text(encoding="utf-8"))["trap"]


def _releases(trap: dict[str, Any]) -> list[tuple[str, Release]]:
    return [
        (
            f"{trap['id']}: {entry['text_id']}",
            release(**{key: value for key, value in entry.items() if key != "text_id"}),
        )
        for entry in trap["release"]
    ]


def _together(texts: list[tuple[str, Release]]) -> set[frozenset[str]]:
    """Return which two releases are versions of one text."""
    both = combinations(texts, 2)
    return {frozenset((one.id, other.id)) for (text, one), (same, other) in both if text == same}


def _found(releases: list[Release]) -> set[frozenset[str]]:
    texts = map(_ids, make_works(releases))
    return {frozenset(couple) for ids in texts for couple in combinations(sorted(ids), 2)}


def _ids(work: Work) -> set[str]:
    pair = {work.pair.fi, work.pair.sv} if work.pair else set()
    return pair | ({work.english.version, work.english.en} if work.english else set())


@pytest.mark.parametrize("trap", [pytest.param(trap, id=trap["id"]) for trap in _TRAPS])
def test_a_trap(trap: dict[str, Any]) -> None:
    texts = _releases(trap)
    assert _found([one for _, one in texts]) == _together(texts)


@pytest.mark.parametrize("trap", [pytest.param(trap, id=trap["id"]) for trap in _TRAPS])
def test_a_trap_in_which_the_right_version_is_missing(trap: dict[str, Any]) -> None:
    """Without its own version, a release is joined to no other one."""
    texts = _releases(trap)
    for missing in range(len(texts)):
        rest = texts[:missing] + texts[missing + 1 :]
        assert _found([one for _, one in rest]) <= _together(rest)


def test_all_traps_in_one_archive() -> None:
    texts = [text for trap in _TRAPS for text in _releases(trap)]
    texts += [(case.id, one) for case in cases() for one in (case.fi, case.sv)]
    random.Random(3).shuffle(texts)
    assert _found([one for _, one in texts]) == _together(texts)

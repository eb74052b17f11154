"""The search's own glossary: two columns, no pair twice, nothing that is the same in both languages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

FOLDER = files("index.fulltext.language_data").joinpath("glossary")
FILES = sorted((file.name for file in FOLDER.iterdir()), reverse=True)


def _pairs(name: str) -> list[list[str]]:
    lines = FOLDER.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", FILES)
def test_pairs(name: str) -> None:
    for pair in _pairs(name):
        assert len(pair) == 2, pair
        assert all(word and word == word.strip() == unicodedata.normalize("NFC", word) for word in pair), pair
        assert pair[0].lower() != pair[1].lower(), pair


def test_no_pair_stands_twice() -> None:
    counts = Counter(tuple(word.lower() for word in pair) for name in FILES for pair in _pairs(name))
    assert [pair for pair, count in counts.items() if count > 1] == []
    assert sum(counts.values()) > 5_500

"""Both Voikkos read alike: the system's library, where it is installed, and the Python package."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.voikko import Part, libvoikko, pyvoikko, readings

PAGES = Path(__file__).parents[3] / "parsers" / "fresh"
_MOST_DIFFERENT = 0.002


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("kunnille", [(Part("kunnille", "kunta"),)], id="consonant gradation"),
        pytest.param("avustushaut", [(Part("avustus", "avustus"), Part("haut", "haku"))], id="compound"),
        pytest.param("hakeminen", [(Part("hakeminen", "hakeminen", "hakea"),)], id="noun in -minen"),
        pytest.param("ohjaajan", [(Part("ohjaajan", "ohjaaja"),)], id="no compound without its hyphen: ohja-ajan"),
        pytest.param("xqzw", [], id="unknown"),
        pytest.param("日本", [], id="foreign letters"),
    ],
)
@pytest.mark.parametrize("lookup", [pyvoikko, libvoikko])
def test_readings(lookup: object, word: str, expected: list[tuple[Part, ...]]) -> None:
    found = lookup()  # type: ignore[operator]
    if found is None:
        pytest.skip("libvoikko is not installed")
    assert readings(word, found) == expected


def test_both_give_the_same_for_the_words_of_real_pages() -> None:
    system = libvoikko()
    if system is None:
        pytest.skip("libvoikko is not installed")
    texts = (page.read_text("utf-8") for page in sorted(PAGES.glob("a/pages/*.html")))
    tokens = chain.from_iterable(tokenize(text) for text in texts)
    words = sorted({token.text for token in tokens if token.kind == "word" and token.text.isalpha()})
    different = [word for word in words if readings(word, system) != readings(word, pyvoikko())]
    assert len(words) > 1000
    assert len(different) <= _MOST_DIFFERENT * len(words), different

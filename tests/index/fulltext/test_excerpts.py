"""The sentence that is shown, and what is marked in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.analysis.words import Words
from index.fulltext.excerpts import cut, find_excerpt
from index.fulltext.query.matching import Match, Matcher
from index.fulltext.query.nodes import leaves
from index.fulltext.query.parser import parse


def _shown(release: Any, query: str, language: str = "fi") -> tuple[str, list[str]]:
    wanted = leaves(parse(query))
    excerpt = find_excerpt(release, Matcher(wanted, Words(), language), len(wanted)).excerpt
    return excerpt.text, [excerpt.text[start:end] for start, end in excerpt.matches]


@pytest.mark.parametrize(
    ("query", "sentence", "marked"),
    [
        pytest.param("kunta", "Kuntien on haettava sitä.", ["Kuntien"], id="inflected"),
        pytest.param("avustus", "Valtionavustus on avoinna.", ["Valtionavustus"], id="part of a compound"),
        pytest.param("kunta avustus", "Kunnille annetaan avustusta.", ["Kunnille", "avustusta"], id="both in one"),
        pytest.param('"kunta antaa"', "Kunnille annetaan avustusta.", ["Kunnille", "annetaan"], id="phrase"),
        pytest.param("kuntie*", "Kuntien on haettava sitä.", ["Kuntien"], id="prefix"),
        pytest.param("avoinna -kunta", "Valtionavustus on avoinna.", ["avoinna"], id="exclusion is not marked"),
        pytest.param("otsikko", "Valtionavustus on avoinna.", [], id="only in the title"),
        pytest.param("kissa", "Valtionavustus on avoinna.", [], id="nowhere"),
    ],
)
def test_sentence(make_release: Any, query: str, sentence: str, marked: list[str]) -> None:
    release = make_release(
        "haku", "Otsikko", "Valtionavustus on avoinna. Kuntien on haettava sitä.", "Kunnille annetaan avustusta."
    )
    assert _shown(release, query) == (sentence, marked)


def test_release_of_a_title_alone(make_release: Any) -> None:
    assert _shown(make_release("haku", "Haku"), "haku") == ("", [])


_PIECES = (
    "kunta",
    "Kuntien",
    "TE-palvelut",
    "1 066 000",
    "17.3.2021",
    "VN/5521/2022",
    "a.b@gov.fi",
    "TEM:n",
    "ja",
    "2021",
)


@given(
    st.lists(st.sampled_from([*_PIECES, ",", ".", "-", "_", "x"]), max_size=12).map("".join),
    st.sampled_from([*_PIECES, '"kunta te-palvelu"', "kunt*"]),
)
def test_a_text_that_is_passed_over_has_no_match(text: str, query: str) -> None:
    def matches(is_quick: bool) -> list[Match]:
        matcher = Matcher(leaves(parse(query)), Words(), "fi")
        with pytest.MonkeyPatch.context() as patch:
            if not is_quick:
                patch.setattr(matcher, "_may_match", lambda text: True)
            return matcher.matches(text)

    assert matches(True) == matches(False)


@given(
    st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=30), min_size=1, max_size=80),
    st.sets(st.integers(0, 79), max_size=6),
)
def test_cut_keeps_marks_on_their_words(words: list[str], marked: set[int]) -> None:
    sentence = " ".join(words)
    starts = [len(" ".join(words[:number])) + bool(number) for number in range(len(words))]
    spans = [(starts[number], starts[number] + len(words[number])) for number in sorted(marked) if number < len(words)]
    excerpt = cut(sentence, spans)
    assert len(excerpt.text) <= 322
    assert excerpt.text.strip("…") in sentence
    shown = [excerpt.text[start:end] for start, end in excerpt.matches]
    texts = [sentence[start:end] for start, end in spans]
    assert shown == texts[: len(shown)]
    assert bool(shown) == bool(texts)


def test_long_word_is_cut_too() -> None:
    excerpt = cut("a" * 1000, [])
    assert excerpt.text == "a" * 320 + "…"

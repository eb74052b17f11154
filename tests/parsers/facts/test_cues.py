from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.cues import CueList, tokens_of
from parsers.language_data import load


def found(pattern: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in CueList([pattern], ["kolme"]).find(tokens_of(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param("haku", "HAKU alkaa", ["HAKU"], id="any-case"),
        pytest.param("haku", "hakuaika alkaa", [], id="whole-word"),
        pytest.param("haku*", "hakuaika alkaa", ["hakuaika"], id="beginning"),
        pytest.param("*haku", "avustushaku alkaa", ["avustushaku"], id="ending"),
        pytest.param("*avustu*", "valtionavustusten", ["valtionavustusten"], id="inside"),
        pytest.param("haku|haut", "Haut auki", ["Haut"], id="either"),
        pytest.param("haku auki", "haku on auki", [], id="next-word-only"),
        pytest.param("haku .. auki", "haku on nyt taas auki", ["haku on nyt taas auki"], id="gap"),
        pytest.param("haku .. auki", "haku a b c d e f auki", [], id="gap-too-long"),
        pytest.param("haku .. auki", "Haku päättyi. Ovi auki", [], id="sentence-ends"),
        pytest.param("haku .. auki", "Haku 16.15. Ovi auki", [], id="sentence-ends-after-number"),
        pytest.param("haku .. auki", "Haku\nauki", [], id="line-ends"),
        pytest.param("haku .. auki", "haku esim. nyt auki", [], id="abbreviation-ends-too"),
        pytest.param("# hanketta", "14 hanketta", ["14 hanketta"], id="figure"),
        pytest.param("# hanketta", "kolme hanketta", ["kolme hanketta"], id="number-word"),
        pytest.param("haku <date>", "haku 17.3.–20.4.2021", ["haku 17.3.–20.4.2021"], id="range"),
        pytest.param("haku <date>", "haku 1.–30.9.2025 auki", ["haku 1.–30.9.2025"], id="range-in-month"),
        pytest.param("haku <date>", "haku 16.15", [], id="time-is-no-date"),
        pytest.param("haku <date>", "haku 1066000", [], id="sum-is-no-date"),
    ],
)
def test_patterns(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_a_class_stands_for_its_words() -> None:
    cues = CueList(["{rounds} auki"], classes={"rounds": ["haku", "*haut"]})
    text = "Haku auki, erityishaut auki"
    assert [text[hit.start : hit.end] for hit in cues.find(tokens_of(text))] == ["Haku auki", "erityishaut auki"]


@given(st.text(max_size=200))
def test_tokens_are_what_stands_there(text: str) -> None:
    tokens = tokens_of(text)
    assert all(text[token.start : token.end].casefold() == token.word for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


def patterns_of(language: str, topic: str) -> list[str]:
    data = load(language, topic)
    if topic == "kind":
        return [pattern for cue in data["cue"] for pattern in cue["patterns"]]
    return [
        *data["cues"],
        *data["headings"],
        *data["negations"],
        *(each for group in data["groups"].values() for each in group),
    ]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("topic", ["kind", "eligibility"])
def test_every_word_of_the_data_can_occur(language: str, topic: str) -> None:
    classes = load(language, topic).get("words", {})
    for pattern in patterns_of(language, topic):
        for part in pattern.split():
            words = classes[part[1:-1]] if part.startswith("{") else part.split("|")
            for word in words:
                plain = word.strip("*")
                assert word in ("..", "#", "<date>") or [token.word for token in tokens_of(plain)] == [plain], pattern


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("topic", ["kind", "eligibility"])
def test_no_pattern_ends_in_a_gap(language: str, topic: str) -> None:
    assert [pattern for pattern in patterns_of(language, topic) if pattern.split()[-1] == ".."] == []

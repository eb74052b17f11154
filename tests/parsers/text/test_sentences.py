from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.text.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("fi", ["Haku päättyy 20.4.2021 klo 16.15.", "Hakemus lähetetään kirjaamoon."], id="time-at-end"),
        pytest.param("fi", ["Kokeilu alkoi 1.3. 2021 ja päättyi 31.3. 2022."], id="space-in-date"),
        pytest.param("fi", ["Haku on auki maanantaista 3. helmikuuta alkaen."], id="ordinal"),
        pytest.param("fi", ["Haettavana on 1,5 milj. euroa esim. kunnille.", "Lisää tietoa saa."], id="abbreviations"),
        pytest.param("fi", ["Avustus on vuodelle 2021.", "30 hanketta sai sen."], id="year-then-number"),
        pytest.param("fi", ["Lisätietoja antaa J. Virtanen, p. 029 504 0000."], id="initial-and-phone"),
        pytest.param("fi", ["”Hieno uutinen!”", "– Näin sanoo ministeri."], id="quotation"),
        pytest.param("sv", ["Lämna in den senast 20.4.2021 före kl. 16.15.", "Beslut fattas i juni."], id="sv-time"),
        pytest.param("sv", ["Understöd beviljas t.ex. kommuner m.fl. aktörer.", "Sök nu."], id="sv-abbreviations"),
        pytest.param("sv", ["Tiden är fr.o.m. 1.2.2022 t.o.m. 3.3.2022."], id="sv-from-to"),
    ],
)
def test_sentences(language: str, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, language)] == expected


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("Lisätiedot:\nMeri Mallikas", "fi") == [(0, 11), (12, 25)]


def test_long_runs_of_dots_take_no_long_time() -> None:
    start = time.process_time()
    sentences("." * 200_000, "fi")
    sentences(". " * 100_000, "sv")
    assert time.process_time() - start < 4


def test_sentence_at() -> None:
    spans = sentences("Yksi. Kaksi.", "fi")
    assert sentence_at(spans, 7) == (6, 12)
    assert sentence_at(spans, 0) == (0, 5)


@given(st.text(), st.sampled_from(["fi", "sv", "en"]))
def test_nothing_but_space_is_left_out(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(start < end for start, end in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())

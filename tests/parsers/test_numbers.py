"""Numerals and number words to values, and back."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.numbers import FIGURE, figure_value, number_words
from parsers.numbers.figures import is_grouped, written_out

FIGURES = [
    pytest.param("5", False, "5", id="digit"),
    pytest.param("1 047 000", False, "1047000", id="spaces"),
    pytest.param("1\u202f047\u202f000", False, "1047000", id="narrow-nbsp"),
    pytest.param("1.500.000", False, "1500000", id="points"),
    pytest.param("1,500,000", False, "1500000", id="commas"),
    pytest.param("1'500'000", False, "1500000", id="apostrophes"),
    pytest.param("11 782,85", False, "11782.85", id="cents"),
    pytest.param("11.782,85", False, "11782.85", id="points-cents"),
    pytest.param("2.000", False, "2000", id="one-point"),
    pytest.param("2.000", True, "2000", id="one-point-multiplied"),
    pytest.param("3.125", True, "3.125", id="decimal-point-multiplied"),
    pytest.param("146,329", True, "146.329", id="three-decimals-multiplied"),
    pytest.param("146,329", False, "146329", id="three-decimals"),
    pytest.param("0,125", False, "0.125", id="below-one"),
    pytest.param("1,335", False, "1.335", id="rate"),
    pytest.param("1,250", False, "1250", id="comma-thousands"),
    pytest.param("0.125", False, "0.125", id="below-one-point"),
    pytest.param("½", False, "0.5", id="half"),
    pytest.param("2 ½", False, "2.5", id="two-and-half"),
    pytest.param("1\n000", False, "1000", id="broken-line"),
]


@pytest.mark.parametrize(("figure", "multiplied", "expected"), FIGURES)
def test_figure_value(figure: str, multiplied: bool, expected: str) -> None:
    assert figure_value(figure, multiplied) == Decimal(expected)


def test_figures_too_long_have_no_value() -> None:
    assert figure_value("1" * 30) is None


def test_written_out_millions_are_told_from_thousands() -> None:
    assert (written_out("2 274 000"), written_out("2 386"), written_out("2274000")) == (True, False, False)
    assert (is_grouped("2 386"), is_grouped("2386"), is_grouped("")) == (True, False, False)


WORDS = [
    pytest.param("fi", "kolme", "3", id="fi-kolme"),
    pytest.param("fi", "kolmella", "3", id="fi-kolmella"),
    pytest.param("fi", "kolmelle", "3", id="fi-kolmelle"),
    pytest.param("fi", "viitenä", "5", id="fi-viitena"),
    pytest.param("fi", "kahdeksan", "8", id="fi-kahdeksan"),
    pytest.param("fi", "kahdeksi", "2", id="fi-kahdeksi"),
    pytest.param("fi", "kymmenen", "10", id="fi-kymmenen"),
    pytest.param("fi", "yksitoista", "11", id="fi-yksitoista"),
    pytest.param("fi", "seitsemässätoista", "17", id="fi-seitsemassatoista"),
    pytest.param("fi", "kaksikymmentä", "20", id="fi-kaksikymmenta"),
    pytest.param("fi", "kahdellakymmenelläviidellä", "25", id="fi-25-adessive"),
    pytest.param("fi", "sata", "100", id="fi-sata"),
    pytest.param("fi", "satakaksi", "102", id="fi-satakaksi"),
    pytest.param("fi", "kaksisataakolmekymmentä", "230", id="fi-230"),
    pytest.param("fi", "satatuhatta", "100000", id="fi-satatuhatta"),
    pytest.param("fi", "puolitoista", "1.5", id="fi-puolitoista"),
    pytest.param("fi", "puolellatoista", "1.5", id="fi-puolellatoista"),
    pytest.param("fi", "puolen", "0.5", id="fi-puolen"),
    pytest.param("fi", "kaksi ja puoli", "2.5", id="fi-kaksi-ja-puoli"),
    pytest.param("fi", "neljännes", "0.25", id="fi-neljannes"),
    pytest.param("fi", "parikymmentä", "20", id="fi-parikymmenta"),
    pytest.param("sv", "tre", "3", id="sv-tre"),
    pytest.param("sv", "fjorton", "14", id="sv-fjorton"),
    pytest.param("sv", "tjugo", "20", id="sv-tjugo"),
    pytest.param("sv", "tjugofem", "25", id="sv-tjugofem"),
    pytest.param("sv", "nittionio", "99", id="sv-nittionio"),
    pytest.param("sv", "etthundrafem", "105", id="sv-etthundrafem"),
    pytest.param("sv", "tvåhundrafemtiotusen", "250000", id="sv-250000"),
    pytest.param("sv", "en halv", "0.5", id="sv-en-halv"),
    pytest.param("sv", "en och en halv", "1.5", id="sv-en-och-en-halv"),
    pytest.param("sv", "halvannan", "1.5", id="sv-halvannan"),
    pytest.param("sv", "två hundra", "200", id="sv-tva-hundra"),
    pytest.param("sv", "ett par hundra", "200", id="sv-ett-par-hundra"),
]


@pytest.mark.parametrize(("language", "words", "expected"), WORDS)
def test_word_number(language: str, words: str, expected: str) -> None:
    found = number_words(language).number(words.split())
    assert found is not None
    assert (found.value, found.length) == (Decimal(expected), len(words.split()))


NO_NUMBERS = [
    pytest.param("fi", "kuntien", id="fi-noun"),
    pytest.param("fi", "kolmannes", id="fi-third"),
    pytest.param("fi", "kymmeniä", id="fi-tens"),
    pytest.param("fi", "tuhansia", id="fi-thousands"),
    pytest.param("fi", "yksittäinen", id="fi-single"),
    pytest.param("fi", "satama", id="fi-harbour"),
    pytest.param("fi", "puolet", id="fi-half-of"),
    pytest.param("fi", "kaksikolme", id="fi-two-three"),
    pytest.param("fi", "", id="fi-empty"),
    pytest.param("sv", "enskild", id="sv-single"),
    pytest.param("sv", "hundratals", id="sv-hundreds"),
    pytest.param("sv", "tiondel", id="sv-tenth"),
    pytest.param("sv", "trettiotvåan" * 10, id="sv-long"),
    pytest.param("sv", "sexa", id="sv-sexa"),
]


@pytest.mark.parametrize(("language", "word"), NO_NUMBERS)
def test_no_word_number(language: str, word: str) -> None:
    assert number_words(language).number([word]) is None


FI_ONES = ["", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän"]
SV_ONES = [
    "",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
]
SV_ONES += ["femton", "sexton", "sjutton", "arton", "nitton"]
SV_TENS = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]


def finnish(number: int) -> str:
    """Return a number below a million in Finnish words, in the nominative."""
    if number >= 1_000:
        head = "" if number < 2_000 else finnish(number // 1_000)
        return head + ("tuhatta" if head else "tuhat") + finnish(number % 1_000)
    if number >= 100:
        head = "" if number < 200 else FI_ONES[number // 100]
        return head + ("sataa" if head else "sata") + finnish(number % 100)
    if number >= 20:
        return FI_ONES[number // 10] + "kymmentä" + FI_ONES[number % 10]
    if number > 10:
        return FI_ONES[number - 10] + "toista"
    return "kymmenen" if number == 10 else FI_ONES[number]


def swedish(number: int) -> str:
    """Return a number below a million in Swedish words."""
    if number >= 1_000:
        return swedish(number // 1_000) + "tusen" + swedish(number % 1_000)
    if number >= 100:
        return SV_ONES[number // 100] + "hundra" + swedish(number % 100)
    return SV_ONES[number] if number < 20 else SV_TENS[number // 10] + SV_ONES[number % 10]


@settings(deadline=None)
@given(st.integers(1, 999_999).filter(lambda number: number != 1_000))
def test_finnish_numbers_read_back(number: int) -> None:
    found = number_words("fi").number([finnish(number)])
    assert found is not None
    assert found.value == number


@settings(deadline=None)
@given(st.integers(1, 999_999))
def test_swedish_numbers_read_back(number: int) -> None:
    found = number_words("sv").number([swedish(number).replace("etttusen", "ettusen")])
    assert found is not None
    assert found.value == number


@settings(deadline=None)
@given(st.integers(1, 10**12), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "."]))
def test_grouped_figures_read_back(number: int, separator: str) -> None:
    assert figure_value(f"{number:,}".replace(",", separator)) == number


@settings(deadline=None)
@given(st.text(alphabet="0123456789 .,½", max_size=40))
def test_any_figure_has_a_plain_value_or_none(text: str) -> None:
    for match in re.finditer(FIGURE, text, re.VERBOSE):
        value = figure_value(match[0])
        assert value is None or (value >= 0 and "E" not in str(value))

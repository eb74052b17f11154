"""Amounts written at random in both languages, read back; and what holds for any text whatever."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.facts.amounts import read_amounts
from parsers.model import Amount, Block, Document

MILLION = Decimal(1_000_000)
SPACES = [" ", "\u00a0", "\u2009", "\u202f"]


class Written(NamedTuple):
    """A sum as it is written, and its value."""

    text: str
    value: Decimal


class Case(NamedTuple):
    """One grammatical form of the words of money: Finnish inflects all of them alike."""

    number: dict[int, str]
    thousand: str
    million: str
    milliard: str
    currency: str


FI_CASES = [
    Case(
        {2: "kaksi", 3: "kolme", 8: "kahdeksan", 15: "viisitoista", 20: "kaksikymmentä", 100: "sata"},
        "tuhatta",
        "miljoonaa",
        "miljardia",
        "euroa",
    ),
    Case(
        {2: "kahden", 3: "kolmen", 8: "kahdeksan", 15: "viidentoista", 20: "kahdenkymmenen", 100: "sadan"},
        "tuhannen",
        "miljoonan",
        "miljardin",
        "euron",
    ),
    Case(
        {
            2: "kahdella",
            3: "kolmella",
            8: "kahdeksalla",
            15: "viidellätoista",
            20: "kahdellakymmenellä",
            100: "sadalla",
        },
        "tuhannella",
        "miljoonalla",
        "miljardilla",
        "eurolla",
    ),
    Case(
        {
            2: "kahdesta",
            3: "kolmesta",
            8: "kahdeksasta",
            15: "viidestätoista",
            20: "kahdestakymmenestä",
            100: "sadasta",
        },
        "tuhannesta",
        "miljoonasta",
        "miljardista",
        "eurosta",
    ),
    Case(
        {2: "kahteen", 3: "kolmeen", 8: "kahdeksaan", 15: "viiteentoista", 20: "kahteenkymmeneen", 100: "sataan"},
        "tuhanteen",
        "miljoonaan",
        "miljardiin",
        "euroon",
    ),
]
SV_CASES = [
    Case(
        {2: "två", 3: "tre", 8: "åtta", 15: "femton", 20: "tjugo", 100: "hundra"},
        "tusen",
        "miljoner",
        "miljarder",
        currency,
    )
    for currency in ("euro", "euros")
]
CASES = {"fi": FI_CASES, "sv": SV_CASES}
ABBREVIATIONS = {
    "fi": {"milj.": MILLION, "milj": MILLION, "mrd.": 1_000 * MILLION, "mrd": 1_000 * MILLION, "tuh.": Decimal(1_000)},
    "sv": {"mn": MILLION, "milj.": MILLION, "md": 1_000 * MILLION, "mrd": 1_000 * MILLION, "tusen": Decimal(1_000)},
}
CARRIERS = {
    "fi": [
        "Avustuksiin on varattu enintään {}.",
        "Vuosina 2021–2023 jaettiin {} 14 hankkeelle.",
        "Momentilta 33.20.50 maksetaan noin {} (laki 688/2001).",
        "{}",
        "Haku päättyy 31.3.2022. Jaossa on {}, josta 15 % on ennakkoa.",
    ],
    "sv": [
        "För understöden har högst {} reserverats.",
        "Åren 2021–2023 beviljades {} till 14 projekt.",
        "Från moment 33.20.50 betalas cirka {} (lagen 688/2001).",
        "{}",
        "Ansökningstiden går ut den 31 mars 2022. Det finns {}, varav 15 % i förskott.",
    ],
}


@st.composite
def figures(draw: st.DrawFn, least: int = 0, most: int = 10**9) -> Written:
    """Whole sums and sums with cents, their thousands set apart in every way that occurs, or not at all."""
    whole = draw(st.integers(least, most))
    separator = draw(st.sampled_from([*SPACES, ".", ""]))
    text = f"{whole:,}".replace(",", separator)
    if draw(st.booleans()) and separator != "":
        cents = draw(st.integers(1, 99))
        return Written(f"{text},{cents:02d}", whole + Decimal(cents) / 100)
    return Written(text, Decimal(whole))


@st.composite
def decimals(draw: st.DrawFn) -> Written:
    """Numbers as they stand before "miljoonaa": 3, 2,4, 146,329."""
    value = Decimal(draw(st.integers(1, 999_999))) / draw(st.sampled_from([1, 10, 100, 1_000]))
    value = value if value < 1_000 else Decimal(int(value) % 999 + 1)
    return Written(f"{value.normalize():f}".replace(".", ","), value)


@st.composite
def plain_sums(draw: st.DrawFn, language: str) -> Written:
    number = draw(figures())
    space = draw(st.sampled_from([*SPACES, ""]))
    currency = draw(st.sampled_from([case.currency for case in CASES[language]] + ["€", "EUR"]))
    if currency in ("€", "EUR") and draw(st.booleans()):
        return Written(f"{currency}{draw(st.sampled_from(SPACES))}{number.text}", number.value)
    return Written(number.text + (space if currency == "€" else space or " ") + currency, number.value)


@st.composite
def multiplied_sums(draw: st.DrawFn, language: str) -> Written:
    number, case = draw(decimals()), draw(st.sampled_from(CASES[language]))
    words = {case.thousand: Decimal(1_000), case.million: MILLION, case.milliard: 1_000 * MILLION}
    word = draw(st.sampled_from([*words, *ABBREVIATIONS[language]]))
    currency = draw(st.sampled_from([case.currency, "€", "EUR"]))
    space = draw(st.sampled_from(SPACES))
    return Written(
        f"{number.text}{space}{word}{space}{currency}", number.value * (words | ABBREVIATIONS[language])[word]
    )


@st.composite
def worded_sums(draw: st.DrawFn, language: str) -> Written:
    case = draw(st.sampled_from(CASES[language]))
    value, word = draw(st.sampled_from(sorted(case.number.items())))
    multiplier, factor = draw(
        st.sampled_from([("", 1), (case.thousand, 1_000), (case.million, 10**6), (case.milliard, 10**9)])
    )
    return Written(f"{word} {multiplier} {case.currency}".replace("  ", " "), Decimal(value * factor))


def any_sum(language: str) -> st.SearchStrategy[Written]:
    return st.one_of(plain_sums(language), multiplied_sums(language), worded_sums(language))


def read(language: str, text: str) -> list[Amount]:
    document = Document(language=language, blocks=(Block(type="h1", text="Otsikko"), Block(type="p", text=text)))
    return list(read_amounts(document))


languages = st.sampled_from(["fi", "sv"])


@settings(max_examples=400, deadline=None)
@given(languages.flatmap(lambda code: st.tuples(st.just(code), st.sampled_from(CARRIERS[code]), any_sum(code))))
def test_a_sum_reads_back_from_its_sentence(drawn: tuple[str, str, Written]) -> None:
    language, carrier, written = drawn
    found = read(language, carrier.format(written.text))
    assert [(amount.text, amount.min, amount.max) for amount in found] == [(written.text, written.value, written.value)]


@settings(max_examples=300, deadline=None)
@given(
    languages,
    figures(1_000, 10**6),
    figures(1_000, 10**6),
    st.sampled_from(["–", "-", " – ", " - ", "—", "−"]),
    st.sampled_from(["euro", " €", " EUR"]),
)
def test_a_range_reads_back(language: str, one: Written, other: Written, dash: str, currency: str) -> None:
    low, high = sorted((one, other), key=lambda written: written.value)
    currency = {"fi": " euroa", "sv": " euro"}[language] if currency == "euro" else currency
    years = low.text.isdecimal() and 1900 <= low.value <= 2100
    found = read(language, f"{low.text}{dash}{high.text}{currency}")
    if low.value < high.value and not years:
        assert [(amount.min, amount.max) for amount in found] == [(low.value, high.value)]
    else:
        assert found[-1].max == high.value


@settings(max_examples=200, deadline=None)
@given(languages, decimals(), decimals())
def test_a_range_of_millions_reads_back(language: str, one: Written, other: Written) -> None:
    low, high = sorted((one, other), key=lambda written: written.value)
    unit = {"fi": "miljoonaa euroa", "sv": "miljoner euro"}[language]
    found = read(language, f"{low.text}–{high.text} {unit}")
    expected = (low.value * MILLION, high.value * MILLION) if low.value < high.value else (high.value * MILLION,) * 2
    assert [(amount.min, amount.max) for amount in found] == [expected]


@settings(max_examples=150, deadline=None)
@given(languages.flatmap(lambda code: st.tuples(st.just(code), st.lists(any_sum(code), min_size=2, max_size=5))))
def test_sums_of_a_list_read_back_in_order(drawn: tuple[str, list[Written]]) -> None:
    language, written = drawn
    found = read(language, "\n".join(f"Kohde: {each.text}" for each in written))
    assert [amount.max for amount in found] == [each.value for each in written]


PIECES = [
    *"0 1 22 333 000 5,5 1.500.000 2023 33.20.50 1386/2010 0295 , . : ; ( ) / - – — € £ $ % § \n | + ½ x e kr".split(
        " "
    ),
    *"euroa euron euro EUR SEK kronor svenska milj. miljoonaa miljoner tuhatta tusen t mn mrd kaksi puoli puolitoista".split(),
    *"en halv och ja till mellan från enintään högst noin cirka vuonna år per kk avustus asukasta kohti sta".split(),
]


@settings(max_examples=600, deadline=None)
@given(
    languages,
    st.lists(
        st.tuples(
            st.sampled_from(["h1", "h2", "p", "li", "tr"]),
            st.lists(st.sampled_from(PIECES), max_size=25),
            st.sampled_from([" ", ""]),
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_every_amount_stands_where_it_says(language: str, drawn: list[tuple[str, list[str], str]]) -> None:
    blocks = tuple(Block(type=kind, text=space.join(pieces)) for kind, pieces, space in drawn)  # type: ignore[arg-type]
    found = read_amounts(Document(language=language, blocks=blocks))
    for amount in found:
        assert blocks[amount.block].text[amount.start : amount.end] == amount.text != ""
        assert amount.min <= amount.max
        assert "E" not in str(amount.min) + str(amount.max)
        assert len(amount.currency) == 3
    places = [(amount.block, amount.start) for amount in found]
    ends = [(amount.block, amount.end) for amount in found]
    assert places == sorted(places)
    assert all(end <= start for end, start in zip(ends, places[1:], strict=False))


@settings(deadline=None)
@given(languages, st.text(max_size=200))
def test_any_text_is_read_without_fault(language: str, text: str) -> None:
    for amount in read(language, text):
        assert text[amount.start : amount.end] == amount.text


HOSTILE = [
    pytest.param("1", id="digits"),
    pytest.param("1 ", id="spaced-digits"),
    pytest.param("111 ", id="groups"),
    pytest.param("1.", id="points"),
    pytest.param("1,111", id="commas"),
    pytest.param("- ", id="dashes"),
    pytest.param("1-", id="ranges"),
    pytest.param("1/", id="slashes"),
    pytest.param("0 ", id="zeros"),
    pytest.param("1 ja ", id="joined"),
    pytest.param("sataan", id="number-word"),
    pytest.param("kaksi ", id="number-words"),
    pytest.param("miljoonaa ", id="multipliers"),
    pytest.param("enintään noin ", id="bounds"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_no_longer_for_its_length(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + " 5 euroa"
    began = time.process_time()
    assert len(read("fi", text)) <= 51
    assert time.process_time() - began < 6, "2 seconds on an idle machine"


FI_BOUNDS = {"enintään": "at_most", "korkeintaan": "at_most", "vähintään": "at_least", "yli": "over", "alle": "under"}
SV_BOUNDS = {"högst": "at_most", "upp till": "at_most", "minst": "at_least", "över": "over", "under": "under"}
BOUNDS = {"fi": FI_BOUNDS, "sv": SV_BOUNDS}


@settings(max_examples=200, deadline=None)
@given(
    languages.flatmap(
        lambda code: st.tuples(st.just(code), st.sampled_from(sorted(BOUNDS[code].items())), plain_sums(code))
    )
)
def test_a_bound_reads_back(drawn: tuple[str, tuple[str, str], Written]) -> None:
    language, (word, bound), written = drawn
    carrier = {"fi": "Avustus on {} {}.", "sv": "Understödet är {} {}."}[language]
    (amount,) = read(language, carrier.format(word, written.text))
    assert (amount.bound, amount.max, amount.text) == (bound, written.value, written.text)


RANGES = {
    "fi": [
        "{0} eurosta {1} euroon",
        "{0}:sta {1} euroon",
        "{0} ja {1} euron välillä",
        "vähintään {0} ja enintään {1} euroa",
    ],
    "sv": ["mellan {0} och {1} euro", "från {0} till {1} euro", "mellan {0} euro och {1} euro"],
}


@settings(max_examples=200, deadline=None)
@given(
    languages.flatmap(lambda code: st.tuples(st.just(code), st.sampled_from(RANGES[code]))),
    st.integers(2_200, 900_000),
    st.integers(1, 900_000),
)
def test_a_range_in_words_reads_back(drawn: tuple[str, str], low: int, step: int) -> None:
    language, form = drawn
    sums = [f"{value:,}".replace(",", " ") for value in (low, low + step)]
    found = read(language, form.format(*sums))
    ends = sorted({value for amount in found for value in (amount.min, amount.max)})
    assert ends == [low, low + step]


CURRENCIES = {
    "fi": {"Ruotsin kruunua": "SEK", "SEK": "SEK", "Yhdysvaltain dollaria": "USD", "puntaa": "GBP", "NOK": "NOK"},
    "sv": {"svenska kronor": "SEK", "SEK": "SEK", "dollar": "USD", "pund": "GBP", "danska kronor": "DKK"},
}


@settings(max_examples=150, deadline=None)
@given(
    languages.flatmap(lambda code: st.tuples(st.just(code), st.sampled_from(sorted(CURRENCIES[code].items())))),
    figures(2_200),
)
def test_another_currency_reads_back(drawn: tuple[str, tuple[str, str]], number: Written) -> None:
    language, (name, code) = drawn
    (amount,) = read(language, f"{number.text} {name}")
    assert (amount.min, amount.max, amount.currency) == (number.value, number.value, code)

"""Forms of money in Swedish officialese of Finland and the Nordic countries."""

from __future__ import annotations

import pytest

from parsers.facts.amounts import read_amounts
from parsers.model import Block, Document


def sums(text: str) -> list[str]:
    """Return the sums of a paragraph as "3000000", "2000-80000", "980000 SEK"."""
    document = Document(language="sv", blocks=(Block(type="h1", text="Pressmeddelande"), Block(type="p", text=text)))
    return [
        (f"{amount.min:f}" if amount.min == amount.max else f"{amount.min:f}-{amount.max:f}")
        + ("" if amount.currency == "EUR" else f" {amount.currency}")
        for amount in read_amounts(document)
    ]


DIGITS = [
    pytest.param("För understöden har 1 047 000 euro reserverats.", ["1047000"], id="spaces"),
    pytest.param("Det finns cirka 1\u00a0047\u00a0000 euro att tillgå.", ["1047000"], id="nbsp"),
    pytest.param("Det finns 1\u2009047\u2009000 euro att tillgå.", ["1047000"], id="thin-space"),
    pytest.param("Det finns 1\u202f047\u202f000 euro att tillgå.", ["1047000"], id="narrow-nbsp"),
    pytest.param("Det finns 1.500.000 euro att tillgå.", ["1500000"], id="points"),
    pytest.param("Det finns 1500000 euro att tillgå.", ["1500000"], id="unspaced"),
    pytest.param("Stödet är 11 782,85 euro.", ["11782.85"], id="cents"),
    pytest.param("Ersättningen är 0,44 euro per kilometer.", ["0.44"], id="below-one"),
    pytest.param("Avgiften är 12.50 euro.", ["12.5"], id="decimal-point"),
    pytest.param("Stödet är högst 20 000 €.", ["20000"], id="sign"),
    pytest.param("Stödet är högst 20000€.", ["20000"], id="sign-glued"),
    pytest.param("Stödet är högst € 20 000.", ["20000"], id="leading-sign"),
    pytest.param("Stödet är högst EUR 20 000.", ["20000"], id="leading-code"),
    pytest.param("Stödet är högst 20 000 EUR.", ["20000"], id="code"),
    pytest.param("Stödet är högst 20 000 e.", ["20000"], id="letter"),
    pytest.param("ett 600 000 euros tilläggsanslag", ["600000"], id="genitive"),
    pytest.param("Understöd på 50 000 euro.", ["50000"], id="pa"),
    pytest.param("ett understöd om 50 000 euro", ["50000"], id="om"),
    pytest.param("1½ miljoner euro", ["1500000"], id="vulgar-half"),
    pytest.param("Stödet är 5 000,00 euro.", ["5000"], id="zero-cents"),
    pytest.param("Avgiften är 500:- per deltagare.", ["500 SEK"], id="colon-dash"),
    pytest.param("Stödet är 10?000 euro.", ["10000"], id="lost-nbsp"),
]

MULTIPLIERS = [
    pytest.param("3 miljoner euro har utlysts.", ["3000000"], id="miljoner"),
    pytest.param("1 miljon euro", ["1000000"], id="miljon"),
    pytest.param("1,5 mn euro", ["1500000"], id="mn"),
    pytest.param("1,5 mn €", ["1500000"], id="mn-sign"),
    pytest.param("1,5 mn. euro", ["1500000"], id="mn-dot"),
    pytest.param("1,5 milj. euro", ["1500000"], id="milj-dot"),
    pytest.param("1,5 miljoner €", ["1500000"], id="miljoner-sign"),
    pytest.param("1,5 M€", ["1500000"], id="m-sign"),
    pytest.param("3,2 miljarder euro", ["3200000000"], id="miljarder"),
    pytest.param("en miljard euro", ["1000000000"], id="miljard"),
    pytest.param("3,2 md euro", ["3200000000"], id="md"),
    pytest.param("3,2 mrd. euro", ["3200000000"], id="mrd"),
    pytest.param("500 tusen euro", ["500000"], id="tusen"),
    pytest.param("500 t€", ["500000"], id="t-sign"),
    pytest.param("146,329 miljoner euro", ["146329000"], id="three-decimals"),
    pytest.param("11.2 miljoner euro", ["11200000"], id="decimal-point"),
    pytest.param("2 274 000 miljoner euro", ["2274000"], id="written-out-and-multiplier"),
    pytest.param("5 nya miljoner kronor", ["5000000 SEK"], id="nya"),
    pytest.param("86 mkr", ["86000000 SEK"], id="mkr"),
    pytest.param("86 Mkr till kommunerna", ["86000000 SEK"], id="mkr-capital"),
    pytest.param("300 tkr", ["300000 SEK"], id="tkr"),
    pytest.param("2 MSEK", ["2000000 SEK"], id="msek"),
    pytest.param("3 miljoner euros satsning", ["3000000"], id="genitive"),
    pytest.param("2 och en halv miljon euro", ["2500000"], id="figure-and-half"),
]

WORDS = [
    pytest.param("tre miljoner euro", ["3000000"], id="tre"),
    pytest.param("en halv miljon euro", ["500000"], id="en-halv"),
    pytest.param("en och en halv miljon euro", ["1500000"], id="en-och-en-halv"),
    pytest.param("två och en halv miljoner euro", ["2500000"], id="tva-och-en-halv"),
    pytest.param("halvannan miljon euro", ["1500000"], id="halvannan"),
    pytest.param("hundra tusen euro", ["100000"], id="hundra-tusen"),
    pytest.param("hundratusen euro", ["100000"], id="hundratusen"),
    pytest.param("ett hundra tusen euro", ["100000"], id="ett-hundra-tusen"),
    pytest.param("etthundratusen euro", ["100000"], id="etthundratusen"),
    pytest.param("tjugofem euro", ["25"], id="tjugofem"),
    pytest.param("tjugo miljoner euro", ["20000000"], id="tjugo"),
    pytest.param("tjugofem tusen euro", ["25000"], id="tjugofem-tusen"),
    pytest.param("tvåhundrafemtiotusen euro", ["250000"], id="long-word"),
    pytest.param("två hundra femtio tusen euro", ["250000"], id="parted"),
    pytest.param("tiotusen euro", ["10000"], id="tiotusen"),
    pytest.param("tusen euro", ["1000"], id="tusen"),
    pytest.param("ettusen euro", ["1000"], id="ettusen"),
    pytest.param("en miljon euro", ["1000000"], id="en-miljon"),
    pytest.param("Fjorton miljoner euro", ["14000000"], id="capital"),
    pytest.param("ett par miljoner euro", ["2000000"], id="ett-par"),
    pytest.param("ett tiotal miljoner euro", ["10000000"], id="ett-tiotal"),
    pytest.param("tre kvarts miljon euro", ["750000"], id="tre-kvarts"),
    pytest.param("sju euro", ["7"], id="sju"),
    pytest.param("femtio cent", ["0.5"], id="cent"),
    pytest.param("två miljoner femhundratusen euro", ["2500000"], id="two-terms"),
]

RANGES = [
    pytest.param("Understödet är mellan 2 000 och 80 000 euro.", ["2000-80000"], id="mellan"),
    pytest.param("mellan 2 000 euro och 80 000 euro", ["2000-80000"], id="mellan-both"),
    pytest.param("mellan två och tre miljoner euro", ["2000000-3000000"], id="mellan-words"),
    pytest.param("mellan 300 000 och 700 000 DKK", ["300000-700000 DKK"], id="mellan-code"),
    pytest.param("från 2 000 till 80 000 euro", ["2000-80000"], id="fran-till"),
    pytest.param("från 640 euro till 790 euro", ["640", "790"], id="fran-till-own-currency"),
    pytest.param("2 till 3 miljoner euro", ["2000000-3000000"], id="till"),
    pytest.param("100 000–250 000 EUR", ["100000-250000"], id="en-dash"),
    pytest.param("100 000 – 250 000 euro", ["100000-250000"], id="spaced-en-dash"),
    pytest.param("20 000 - 60 000 €", ["20000-60000"], id="spaced-hyphen"),
    pytest.param("20 000-60 000 €", ["20000-60000"], id="hyphen"),
    pytest.param("2–3 miljoner euro", ["2000000-3000000"], id="shared-multiplier"),
    pytest.param("1–1,5 mn euro", ["1000000-1500000"], id="shared-abbreviation"),
    pytest.param("500 000–1,5 miljoner euro", ["500000-1500000"], id="own-scales"),
    pytest.param("10 000 € – 50 000 €", ["10000-50000"], id="both-signs"),
    pytest.param("€ 10 000–50 000", ["10000-50000"], id="leading-sign"),
    pytest.param("två–tre miljoner euro", ["2000000-3000000"], id="words"),
    pytest.param("3 500–3 800 euro i månaden", ["3500-3800"], id="salary"),
    pytest.param("10 000–\n50 000 euro", ["10000-50000"], id="broken-line"),
]

SEVERAL = [
    pytest.param("48 000, 42 500 och 35 750 euro", ["48000", "42500", "35750"], id="list"),
    pytest.param("2 och 3 miljoner euro", ["2000000", "3000000"], id="shared-multiplier"),
    pytest.param("15 eller 30 euro", ["15", "30"], id="eller"),
    pytest.param("70+14 miljoner euro", ["70000000", "14000000"], id="plus"),
    pytest.param(
        "allmänna 91,6 miljoner euro och riktade 24,318 miljoner euro", ["91600000", "24318000"], id="own-currencies"
    ),
    pytest.param("minst 10 000 euro och högst 50 000 euro", ["10000", "50000"], id="bounds"),
    pytest.param("2 miljoner danska kronor (ungefär 2,9 miljoner SEK)", ["2000000 DKK", "2900000 SEK"], id="converted"),
]

OTHER_CURRENCIES = [
    pytest.param("4,2 miljoner svenska kronor", ["4200000 SEK"], id="svenska"),
    pytest.param("2 miljoner danska kronor", ["2000000 DKK"], id="danska"),
    pytest.param("2 miljoner norska kronor", ["2000000 NOK"], id="norska"),
    pytest.param("2 millioner danske kroner", ["2000000 DKK"], id="danish"),
    pytest.param("2 millioner norske kroner", ["2000000 NOK"], id="norwegian"),
    pytest.param("1 150 000 kr", ["1150000 SEK"], id="kr"),
    pytest.param("870 000 kronor", ["870000 SEK"], id="kronor"),
    pytest.param("kr 500 000", ["500000 SEK"], id="leading-kr"),
    pytest.param("SEK 980 000", ["980000 SEK"], id="leading-code"),
    pytest.param("650 000 SEK", ["650000 SEK"], id="code"),
    pytest.param("300 000 DKK och dessutom 15 000 kronor", ["300000 DKK", "15000 DKK"], id="page-crown"),
    pytest.param("5 000 dollar", ["5000 USD"], id="dollar"),
    pytest.param("5 000 amerikanska dollar", ["5000 USD"], id="amerikanska"),
    pytest.param("£300", ["300 GBP"], id="pound"),
    pytest.param("50 öre", ["0.5 SEK"], id="ore"),
    pytest.param("500 svenska kr per person", ["500 SEK"], id="svenska-kr"),
]

WITHOUT_CURRENCY = [
    pytest.param(
        "För väghållningen anvisas 918 miljoner euro, vilket är 20 miljoner mer än i år.",
        ["918000000", "20000000"],
        id="mer",
    ),
    pytest.param(
        "För ändamålet reserveras 127,5 miljoner, 4,2 miljoner mer än i år.", ["127500000", "4200000"], id="reserveras"
    ),
    pytest.param("Bidrag: 60 miljoner för småbarnspedagogik", ["60000000"], id="for"),
    pytest.param("Länsstyrelsen utlyser 86 miljoner till integrationsinsatser", ["86000000"], id="till"),
    pytest.param("Totalt fördelas 8 miljoner.", ["8000000"], id="closing"),
    pytest.param("I statsbudgeten anvisas 20 miljoner i tilläggsanslag.", ["20000000"], id="i"),
    pytest.param("Beviljat belopp (euro): 48 000", ["48000"], id="label"),
]

AMONG_DECOYS = [
    pytest.param("Åren 2022 och 2023 delades 67 miljoner euro ut.", ["67000000"], id="two-years"),
    pytest.param("År 2023 och 67 miljoner euro.", ["67000000"], id="year-and-sum"),
    pytest.param("Under 2021 500 000 euro.", ["500000"], id="year-then-sum"),
    pytest.param("Moment 32.50.30: 100 000 euro.", ["100000"], id="budget-item"),
    pytest.param("Enligt lagen (1386/2010) 700 euro per kartläggning.", ["700"], id="law"),
    pytest.param("Till 14 projekt beviljas 26,8 miljoner euro.", ["26800000"], id="projects"),
    pytest.param("Andelen är 50 %, 500 euro.", ["500"], id="percent"),
    pytest.param("Ring 0295 047 990. Avgift 20 euro.", ["20"], id="telephone"),
    pytest.param("FO-nummer 1234567-8, stöd 9 000 €.", ["9000"], id="business-id"),
    pytest.param("Senast kl. 16.15. Avgiften är 20 € på plats.", ["20"], id="time"),
    pytest.param("den 30 april 2021 2 miljoner euro", ["2000000"], id="date-then-sum"),
    pytest.param("Minst 200 personer, 20 euro var.", ["20"], id="persons"),
    pytest.param("Blankett TEM321, 5 000 euro", ["5000"], id="form"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    DIGITS + MULTIPLIERS + WORDS + RANGES + SEVERAL + OTHER_CURRENCIES + WITHOUT_CURRENCY + AMONG_DECOYS,
)
def test_money(text: str, expected: list[str]) -> None:
    assert sums(text) == expected

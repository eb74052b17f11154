"""Forms of money in Finnish officialese, and forms that look like money and are none."""

from __future__ import annotations

import pytest

from parsers.facts.amounts import read_amounts
from parsers.model import Block, Document


def sums(text: str) -> list[str]:
    """Return the sums of a paragraph as "3000000", "2000-80000", "980000 SEK"."""
    document = Document(language="fi", blocks=(Block(type="h1", text="Tiedote"), Block(type="p", text=text)))
    return [
        (f"{amount.min:f}" if amount.min == amount.max else f"{amount.min:f}-{amount.max:f}")
        + ("" if amount.currency == "EUR" else f" {amount.currency}")
        for amount in read_amounts(document)
    ]


DIGITS = [
    pytest.param("Avustuksiin on varattu 1 047 000 euroa.", ["1047000"], id="spaces"),
    pytest.param("Avustuksiin on varattu 1\u00a0047\u00a0000 euroa.", ["1047000"], id="nbsp"),
    pytest.param("Avustuksiin on varattu 1\u2009047\u2009000 euroa.", ["1047000"], id="thin-space"),
    pytest.param("Avustuksiin on varattu 1\u202f047\u202f000 euroa.", ["1047000"], id="narrow-nbsp"),
    pytest.param("Avustuksiin on varattu 20\u00a0 000 euroa.", ["20000"], id="two-spaces"),
    pytest.param("Avustuksiin on varattu 1.500.000 euroa.", ["1500000"], id="points"),
    pytest.param("Alle 2.000 euron avustuksia ei myönnetä.", ["2000"], id="one-point"),
    pytest.param("Avustuksiin on varattu 1500000 euroa.", ["1500000"], id="unspaced"),
    pytest.param("Tukea maksetaan 11 782,85 euroa.", ["11782.85"], id="cents"),
    pytest.param("Tukea maksetaan 11.782,85 euroa.", ["11782.85"], id="points-and-cents"),
    pytest.param("Tukea maksetaan 184 206,31 € hankkeelle.", ["184206.31"], id="cents-sign"),
    pytest.param("Korvaus on 0,44 euroa kilometriltä.", ["0.44"], id="below-one"),
    pytest.param("Hinta on 12.50 euroa.", ["12.5"], id="decimal-point"),
    pytest.param("Avustus on 1,500,000 euroa.", ["1500000"], id="english-commas"),
    pytest.param("Avustus on 5 000,00 euroa.", ["5000"], id="zero-cents"),
    pytest.param("Avustus on 10?000 euroa.", ["10000"], id="lost-nbsp"),
    pytest.param("Avustus on 12\n000 euroa.", ["12000"], id="broken-line"),
    pytest.param("Avustus on 5000€.", ["5000"], id="glued-sign"),
    pytest.param("Avustus on € 20 000.", ["20000"], id="leading-sign"),
    pytest.param("Avustus on €20 000.", ["20000"], id="leading-sign-glued"),
    pytest.param("Avustus on EUR 20 000.", ["20000"], id="leading-code"),
    pytest.param("Avustus on 20 000 EUR.", ["20000"], id="code"),
    pytest.param("Avustus on 20 000 eur.", ["20000"], id="code-lower"),
    pytest.param("Avustukseen on varattu 600 000 e.", ["600000"], id="letter"),
    pytest.param("Maksu on 15e/hlö.", ["15"], id="letter-glued"),
    pytest.param("Maksu on 50,- euroa.", ["50"], id="dash-cents"),
    pytest.param("Maksu on 50,- paikan päällä.", ["50"], id="dash-cents-alone"),
    pytest.param("Palkkio oli 100 000:n euron suuruinen.", ["100000"], id="ending-on-figure"),
    pytest.param("Hankkeelle myönnettiin 50 000 €:n avustus.", ["50000"], id="ending-on-sign"),
    pytest.param("Hankkeelle myönnettiin 50 000 EUR:n avustus.", ["50000"], id="ending-on-code"),
    pytest.param("1½ miljoonaa euroa", ["1500000"], id="vulgar-half"),
    pytest.param("Myönnetään 2 x 500 000 euroa.", ["500000"], id="times"),
]

MULTIPLIERS = [
    pytest.param("Jaossa on 3 miljoonaa euroa.", ["3000000"], id="miljoonaa"),
    pytest.param("3 miljoonan euron avustus", ["3000000"], id="miljoonan"),
    pytest.param("Hankkeita tuetaan 3 miljoonalla eurolla.", ["3000000"], id="miljoonalla"),
    pytest.param("Summa nousi 3 miljoonaan euroon.", ["3000000"], id="miljoonaan"),
    pytest.param("Tuki leikattiin 3 miljoonasta eurosta.", ["3000000"], id="miljoonasta"),
    pytest.param("Jaossa on 2,4 milj. euroa.", ["2400000"], id="milj-dot"),
    pytest.param("Jaossa on 2,4 milj euroa.", ["2400000"], id="milj"),
    pytest.param("Jaossa on 2,4 milj.euroa.", ["2400000"], id="milj-dot-glued"),
    pytest.param("Jaossa on 2,4 milj. €.", ["2400000"], id="milj-sign"),
    pytest.param("Jaossa on 2,4 M€.", ["2400000"], id="m-sign"),
    pytest.param("Jaossa on 2,4M€.", ["2400000"], id="m-sign-glued"),
    pytest.param("Jaossa on 2,4 Me.", ["2400000"], id="me"),
    pytest.param("Jaossa on 2,4 MEUR.", ["2400000"], id="meur"),
    pytest.param("Jaossa on 500 t€.", ["500000"], id="t-sign"),
    pytest.param("Jaossa on 500 t euroa.", ["500000"], id="t-euroa"),
    pytest.param("Jaossa on 500 t. euroa.", ["500000"], id="t-dot"),
    pytest.param("Jaossa on 500 tn euroa.", ["500000"], id="tn"),
    pytest.param("Jaossa on 500 tuhatta euroa.", ["500000"], id="tuhatta"),
    pytest.param("Jaossa on 500 tuhannen euron potti.", ["500000"], id="tuhannen"),
    pytest.param("Jaossa on 500 k€.", ["500000"], id="k-sign"),
    pytest.param("Määräraha on 3,2 mrd. euroa.", ["3200000000"], id="mrd-dot"),
    pytest.param("Määräraha on 3,2 mrd euroa.", ["3200000000"], id="mrd"),
    pytest.param("Määräraha on 3,2 md €.", ["3200000000"], id="md"),
    pytest.param("3,2 miljardin euron määrärahat", ["3200000000"], id="miljardin"),
    pytest.param("Summa on 146,329 miljoonaa euroa.", ["146329000"], id="three-decimals"),
    pytest.param("Lisäys on 11.2 miljoonaa euroa.", ["11200000"], id="decimal-point-millions"),
    pytest.param("Lisäys on 3.125 miljoonaa euroa.", ["3125000"], id="point-three-decimals"),
    pytest.param("Valtuus on 1.500 miljoonaa euroa.", ["1500000000"], id="point-thousands-millions"),
    pytest.param("Valtuus on 1 250 milj. euroa.", ["1250000000"], id="space-thousands-millions"),
    pytest.param("Avustus on 2 274 000 miljoonaa euroa.", ["2274000"], id="written-out-and-multiplier"),
    pytest.param("2 ja puoli miljoonaa euroa", ["2500000"], id="figure-and-half"),
    pytest.param("1 miljoona 200 000 euroa", ["1200000"], id="two-terms"),
]

WORDS = [
    pytest.param("kolme miljoonaa euroa", ["3000000"], id="kolme"),
    pytest.param("kolmen miljoonan euron hanke", ["3000000"], id="kolmen"),
    pytest.param("kolmella miljoonalla eurolla", ["3000000"], id="kolmella"),
    pytest.param("viidestä miljoonasta eurosta", ["5000000"], id="viidesta"),
    pytest.param("puolitoista miljoonaa euroa", ["1500000"], id="puolitoista"),
    pytest.param("puolentoista miljoonan euron tuki", ["1500000"], id="puolentoista"),
    pytest.param("puoli miljoonaa euroa", ["500000"], id="puoli"),
    pytest.param("puolen miljoonan euron tuki", ["500000"], id="puolen"),
    pytest.param("puolella miljardilla eurolla", ["500000000"], id="puolella"),
    pytest.param("kaksi ja puoli miljoonaa euroa", ["2500000"], id="kaksi-ja-puoli"),
    pytest.param("satatuhatta euroa", ["100000"], id="satatuhatta"),
    pytest.param("sata tuhatta euroa", ["100000"], id="sata-tuhatta"),
    pytest.param("sadantuhannen euron tuki", ["100000"], id="sadantuhannen"),
    pytest.param("kaksikymmentä miljoonaa euroa", ["20000000"], id="kaksikymmenta"),
    pytest.param("kahdenkymmenen miljoonan euron lisäys", ["20000000"], id="kahdenkymmenen"),
    pytest.param("kolmesataaviisikymmentätuhatta euroa", ["350000"], id="long-word"),
    pytest.param("kahdeksantoista miljoonaa euroa", ["18000000"], id="teen"),
    pytest.param("kaksisataa euroa", ["200"], id="kaksisataa"),
    pytest.param("tuhat euroa", ["1000"], id="tuhat"),
    pytest.param("tuhannen euron stipendi", ["1000"], id="tuhannen"),
    pytest.param("noin miljoona euroa", ["1000000"], id="bare-miljoona"),
    pytest.param("miljoonan euron tuki", ["1000000"], id="bare-miljoonan"),
    pytest.param("miljardin euron paketti", ["1000000000"], id="bare-miljardin"),
    pytest.param("Seitsemän miljoonaa euroa jaettiin.", ["7000000"], id="capital"),
    pytest.param("kymmenentuhatta euroa", ["10000"], id="kymmenentuhatta"),
    pytest.param("viisituhatta euroa", ["5000"], id="viisituhatta"),
    pytest.param("parisataatuhatta euroa", ["200000"], id="parisataatuhatta"),
    pytest.param("parin miljoonan euron tuki", ["2000000"], id="parin"),
    pytest.param("yhdeksänkymmentä euroa", ["90"], id="yhdeksankymmenta"),
    pytest.param("kaksi miljoonaa viisisataatuhatta euroa", ["2500000"], id="two-terms-in-words"),
    pytest.param("viisikymmentä senttiä", ["0.5"], id="sentti"),
]

RANGES = [
    pytest.param("Avustus on 2 000–80 000 euroa.", ["2000-80000"], id="en-dash"),
    pytest.param("Avustus on 100 000 - 250 000 €.", ["100000-250000"], id="spaced-hyphen"),
    pytest.param("Avustus on 2 000-80 000 euroa.", ["2000-80000"], id="hyphen"),
    pytest.param("Avustus on 2 000 – 80 000 euron suuruinen.", ["2000-80000"], id="spaced-en-dash"),
    pytest.param("Avustus on 2 000—80 000 euroa.", ["2000-80000"], id="em-dash"),
    pytest.param("Avustus on 2 000−80 000 euroa.", ["2000-80000"], id="minus"),
    pytest.param("Avustus on 2000–5000 euroa.", ["2000-5000"], id="unspaced"),
    pytest.param("Haku on 2–3 miljoonaa euroa.", ["2000000-3000000"], id="shared-multiplier"),
    pytest.param("0,5–1,5 milj. €", ["500000-1500000"], id="shared-abbreviation"),
    pytest.param("2-3 M€", ["2000000-3000000"], id="shared-m"),
    pytest.param("kaksi–kolme miljoonaa euroa", ["2000000-3000000"], id="words"),
    pytest.param("500 000–1,5 miljoonaa euroa", ["500000-1500000"], id="own-scales"),
    pytest.param("800 tuhatta – 1,2 miljoonaa euroa", ["800000-1200000"], id="own-multipliers"),
    pytest.param("10 000 € – 50 000 €", ["10000-50000"], id="both-signs"),
    pytest.param("10 000 euroa – 50 000 euroa", ["10000-50000"], id="both-words"),
    pytest.param("EUR 2 000–80 000", ["2000-80000"], id="leading-code"),
    pytest.param("€2 000 – €80 000", ["2000-80000"], id="leading-signs"),
    pytest.param("Palkka on 3 700–4 100 €/kk.", ["3700-4100"], id="per-month"),
    pytest.param("640 eurosta 790 euroon", ["640", "790"], id="sta-een-own-currency"),
    pytest.param("2 000:sta 80 000 euroon", ["2000-80000"], id="sta-een"),
    pytest.param("kahdesta viiteen miljoonaan euroon", ["2000000-5000000"], id="sta-een-words"),
    pytest.param("2 miljoonasta 5 miljoonaan euroon", ["2000000-5000000"], id="sta-een-millions"),
    pytest.param("Tuki on 2 000 ja 80 000 euron välillä.", ["2000-80000"], id="valilla"),
    pytest.param("Tuki on 2 000 euron ja 80 000 euron väliltä.", ["2000-80000"], id="valilta"),
    pytest.param("10 000–\n50 000 euroa", ["10000-50000"], id="broken-line"),
    pytest.param("5–10 000 euroa", ["5000-10000"], id="thousands-said-once"),
    pytest.param("0–500 euroa", ["0-500"], id="from-zero"),
]

SEVERAL = [
    pytest.param("48 000, 42 500 ja 35 750 euroa", ["48000", "42500", "35750"], id="list"),
    pytest.param("2 ja 3 miljoonaa euroa", ["2000000", "3000000"], id="shared-multiplier"),
    pytest.param("15 tai 30 euroa", ["15", "30"], id="tai"),
    pytest.param("70+14 miljoonaa euroa", ["70000000", "14000000"], id="plus"),
    pytest.param(
        "avustusta 50 000 euroa, 60 000 euroa ja 70 000 euroa", ["50000", "60000", "70000"], id="own-currencies"
    ),
    pytest.param("Tuki on 58 914,25 € (20 % = 11 782,85 €).", ["58914.25", "11782.85"], id="parentheses"),
    pytest.param("Vähintään 10 000 euroa ja enintään 50 000 euroa.", ["10000", "50000"], id="bounds"),
    pytest.param("5 000 €/hanke, 500 €/hlö", ["5000", "500"], id="rates"),
    pytest.param("4 000 €\n5 000 €", ["4000", "5000"], id="lines"),
    pytest.param("Kunta A 48 000 €\n– 42 500 € kunnalle B", ["48000", "42500"], id="dashed-lines"),
]

OTHER_CURRENCIES = [
    pytest.param("5 000 Ruotsin kruunua", ["5000 SEK"], id="ruotsin"),
    pytest.param("2 miljoonaa Tanskan kruunua", ["2000000 DKK"], id="tanskan"),
    pytest.param("500 000 NOK", ["500000 NOK"], id="nok"),
    pytest.param("980 000 kruunua", ["980000 SEK"], id="bare-crown"),
    pytest.param(
        "300 000 DKK eli noin 40 000 euroa, toinen erä 100 000 kruunua",
        ["300000 DKK", "40000", "100000 DKK"],
        id="page-crown",
    ),
    pytest.param("5 000 dollaria", ["5000 USD"], id="dollari"),
    pytest.param("2 miljoonaa Yhdysvaltain dollaria", ["2000000 USD"], id="yhdysvaltain"),
    pytest.param("USD 5 000", ["5000 USD"], id="usd"),
    pytest.param("$5,000", ["5000 USD"], id="dollar-sign"),
    pytest.param("£ 300", ["300 GBP"], id="pound-sign"),
    pytest.param("100 000 markkaa", ["100000 FIM"], id="markka"),
    pytest.param("5,5 snt/kWh", ["0.055"], id="cents"),
]

WITHOUT_CURRENCY = [
    pytest.param(
        "Väyliin osoitetaan 918 miljoonaa euroa, mikä on 20 miljoonaa enemmän.", ["918000000", "20000000"], id="enemman"
    ),
    pytest.param(
        "Korvauksiin varataan 127,5 miljoonaa, mikä on 4,2 miljoonaa enemmän.", ["127500000", "4200000"], id="varataan"
    ),
    pytest.param("Avustuksia on haettavissa yli 66 miljoonaa.", ["66000000"], id="closing"),
    pytest.param("Kuntien avustuksiin 60 miljoonaa vuodelle 2023", ["60000000"], id="allative"),
    pytest.param("Määrärahaa lisätään 20 miljoonaa lisää hankkeisiin.", ["20000000"], id="lisaa"),
    pytest.param("Rahoitus kasvaa kahdella miljoonalla ensi vuonna.", ["2000000"], id="adessive"),
    pytest.param("Avustuksiin varattiin 70+14 miljoonaa.", ["70000000", "14000000"], id="plus"),
    pytest.param("Myönnetty avustus (euroa): 48 000", ["48000"], id="label"),
    pytest.param("Summa, €: 48 000", ["48000"], id="label-sign"),
]

AMONG_DECOYS = [
    pytest.param("Vuosina 2020–2022 50 miljoonaa euroa jaettiin.", ["50000000"], id="years-then-sum"),
    pytest.param("Vuonna 2021 500 000 euroa jaettiin.", ["500000"], id="year-then-sum"),
    pytest.param("Momentilta 33.90.50 100 000 euroa.", ["100000"], id="budget-item-then-sum"),
    pytest.param("Päätös 31.12.2024 10 000 euroa.", ["10000"], id="date-then-sum"),
    pytest.param("Vuosina 2022 ja 2023 67 miljoonaa euroa jaettiin.", ["67000000"], id="two-years-then-sum"),
    pytest.param("Vuonna 2023 ja 67 miljoonaa euroa.", ["67000000"], id="year-and-sum"),
    pytest.param("vuonna 2023 – 67 miljoonaa euroa", ["67000000"], id="year-dash-sum"),
    pytest.param("Hanke TEM321 saa 5 000 euroa.", ["5000"], id="form-number"),
    pytest.param("Lain 1386/2010 mukaan 700 euroa.", ["700"], id="law"),
    pytest.param("Tukea saa 14 hanketta, 26,8 miljoonaa euroa.", ["26800000"], id="projects"),
    pytest.param("Osuus on 50 %, 500 euroa.", ["500"], id="percent"),
    pytest.param("Soita 0295 047 990. Maksu 20 euroa.", ["20"], id="telephone"),
    pytest.param("Y-tunnus 1234567-8, tuki 9 000 €.", ["9000"], id="business-id"),
    pytest.param("Klo 16.15 mennessä 20 € paikan päällä.", ["20"], id="time"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    DIGITS + MULTIPLIERS + WORDS + RANGES + SEVERAL + OTHER_CURRENCIES + WITHOUT_CURRENCY + AMONG_DECOYS,
)
def test_money(text: str, expected: list[str]) -> None:
    assert sums(text) == expected

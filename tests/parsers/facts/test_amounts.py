"""What an amount says besides its value: place, bounds, rate, role; and amounts of tables, lists and whole pages."""

from __future__ import annotations

import pytest

from parsers.facts.amounts import read_amounts
from parsers.model import Amount, Block, Document, Role


def read(text: str, language: str = "fi") -> tuple[Amount, ...]:
    blocks = (Block(type="h1", text="Tiedote"), Block(type="p", text=text))
    return read_amounts(Document(language=language, blocks=blocks))


def page(*blocks: Block, language: str = "fi") -> list[tuple[int, str, float]]:
    amounts = read_amounts(Document(language=language, blocks=(Block(type="h1", text="Tiedote"), *blocks)))
    return [(amount.block, amount.text, float(amount.max)) for amount in amounts]


def row(*cells: str, table: int = 0, header: bool = False) -> Block:
    places, start = [], 0
    for cell in cells:
        places.append((start, start + len(cell)))
        start += len(cell) + len(" | ")
    return Block(type="tr", text=" | ".join(cells), cells=tuple(places), table=table, header=header)


def test_the_text_runs_from_the_first_numeral_to_the_currency_word() -> None:
    amount = read("Tuki on enintään noin 10 000–60 000 euroa/kk hakijaa kohti.")[0]
    assert (amount.text, amount.start, amount.end, amount.block) == ("10 000–60 000 euroa", 22, 41, 1)


def test_title_and_text_are_read_in_order_and_repetitions_kept() -> None:
    blocks = (
        Block(type="h1", text="Haettavissa 3 miljoonaa euroa"),
        Block(type="p", text="Jaossa on 3 000 000 €, 3 milj. €."),
    )
    amounts = read_amounts(Document(language="fi", blocks=blocks))
    assert [(amount.block, float(amount.min)) for amount in amounts] == [(0, 3_000_000), (1, 3_000_000), (1, 3_000_000)]


def test_values_have_no_exponent() -> None:
    assert [str(amount.min) for amount in read("3 miljoonaa euroa, 11 782,60 euroa, 1,5 mrd. euroa")] == [
        "3000000",
        "11782.6",
        "1500000000",
    ]


TERMS = [
    pytest.param("fi", "enintään 500 euroa", "at_most", False, None, id="fi-enintaan"),
    pytest.param("fi", "korkeintaan €20 000", "at_most", False, None, id="fi-korkeintaan-sign"),
    pytest.param("fi", "enint. 500 euroa", "at_most", False, None, id="fi-enint"),
    pytest.param("fi", "max. 500 euroa", "at_most", False, None, id="fi-max"),
    pytest.param("fi", "enintään yhteensä 500 euroa", "at_most", False, None, id="fi-enintaan-yhteensa"),
    pytest.param("fi", "enintään noin 500 euroa", "at_most", True, None, id="fi-enintaan-noin"),
    pytest.param("fi", "jopa 500 euroa", "at_most", False, None, id="fi-jopa"),
    pytest.param("fi", "500 euroon asti", "at_most", False, None, id="fi-asti"),
    pytest.param("fi", "vähintään 500 euroa", "at_least", False, None, id="fi-vahintaan"),
    pytest.param("fi", "500 euroa tai enemmän", "at_least", False, None, id="fi-tai-enemman"),
    pytest.param("fi", "yli 500 euroa", "over", False, None, id="fi-yli"),
    pytest.param("fi", "500 euroa ylittävä osa", "over", False, None, id="fi-ylittava"),
    pytest.param("fi", "arvo ylittää 500 euroa", "over", False, None, id="fi-ylittaa"),
    pytest.param("fi", "alle 500 euron", "under", False, None, id="fi-alle"),
    pytest.param("fi", "noin 500 euroa", None, True, None, id="fi-noin"),
    pytest.param("fi", "n. 500 euroa", None, True, None, id="fi-n"),
    pytest.param("fi", "lähes 500 euroa", "under", True, None, id="fi-lahes"),
    pytest.param("fi", "reilut 500 euroa", "over", True, None, id="fi-reilut"),
    pytest.param("fi", "parisataa euroa", None, True, None, id="fi-pari"),
    pytest.param("fi", "500 €/kk", None, False, "month", id="fi-kk"),
    pytest.param("fi", "500 euroa kuukaudessa", None, False, "month", id="fi-kuukaudessa"),
    pytest.param("fi", "500 euroa vuodessa", None, False, "year", id="fi-vuodessa"),
    pytest.param("fi", "vuosittain noin 500 euroa", None, True, "year", id="fi-vuosittain"),
    pytest.param("fi", "500 euroa hakijaa kohti", None, False, "applicant", id="fi-hakijaa-kohti"),
    pytest.param("fi", "hanketta kohden enintään 500 euroa", "at_most", False, "project", id="fi-hanketta-kohden"),
    pytest.param("fi", "500 euroa avustusta hanketta kohti", None, False, "project", id="fi-words-between"),
    pytest.param("fi", "500 eur/hanke", None, False, "project", id="fi-slash-hanke"),
    pytest.param("fi", "15 euroa tunnilta", None, False, "hour", id="fi-tunnilta"),
    pytest.param("fi", "15 euroa traktorityötunnilta", None, False, "hour", id="fi-compound-hour"),
    pytest.param("fi", "15 €/MWh", None, False, "mwh", id="fi-mwh"),
    pytest.param("fi", "15 €/m2", None, False, "m2", id="fi-m2"),
    pytest.param("fi", "15 euroa kartoitusta kohti", None, False, "other", id="fi-unknown-unit"),
    pytest.param("fi", "500 euroa kolmen vuoden aikana", None, False, None, id="fi-no-rate"),
    pytest.param("fi", "500 euroa huhtikuussa", None, False, None, id="fi-no-rate-april"),
    pytest.param("sv", "högst 500 euro", "at_most", False, None, id="sv-hogst"),
    pytest.param("sv", "upp till 500 euro", "at_most", False, None, id="sv-upp-till"),
    pytest.param("sv", "högst sammanlagt 500 euro", "at_most", False, None, id="sv-hogst-sammanlagt"),
    pytest.param("sv", "till ett belopp av högst 500 euro", "at_most", False, None, id="sv-belopp-hogst"),
    pytest.param("sv", "inte mer än 500 euro", "at_most", False, None, id="sv-inte-mer-an"),
    pytest.param("sv", "minst 500 euro", "at_least", False, None, id="sv-minst"),
    pytest.param("sv", "500 euro eller mer", "at_least", False, None, id="sv-eller-mer"),
    pytest.param("sv", "mer än 500 euro", "over", False, None, id="sv-mer-an"),
    pytest.param("sv", "beloppet överstiger 500 euro", "over", False, None, id="sv-overstiger"),
    pytest.param("sv", "under 500 euro", "under", False, None, id="sv-under"),
    pytest.param("sv", "cirka 500 euro", None, True, None, id="sv-cirka"),
    pytest.param("sv", "ca. 500 euro", None, True, None, id="sv-ca"),
    pytest.param("sv", "drygt 500 euro", "over", True, None, id="sv-drygt"),
    pytest.param("sv", "knappt 500 euro", "under", True, None, id="sv-knappt"),
    pytest.param("sv", "500 euro per sökande", None, False, "applicant", id="sv-per-sokande"),
    pytest.param("sv", "500 euro per projekt", None, False, "project", id="sv-per-projekt"),
    pytest.param("sv", "500 euro per år", None, False, "year", id="sv-per-ar"),
    pytest.param("sv", "500 euro om året", None, False, "year", id="sv-om-aret"),
    pytest.param("sv", "500 euro i månaden", None, False, "month", id="sv-i-manaden"),
    pytest.param("sv", "10 000 €/mån.", None, False, "month", id="sv-slash-man"),
    pytest.param("sv", "15 € i timmen", None, False, "hour", id="sv-i-timmen"),
    pytest.param("sv", "790 euro per kartläggning", None, False, "other", id="sv-unknown-unit"),
    pytest.param("sv", "500 euro under tre år", None, False, None, id="sv-no-rate"),
]


@pytest.mark.parametrize(("language", "text", "bound", "approximate", "per"), TERMS)
def test_terms(language: str, text: str, bound: str | None, approximate: bool, per: str | None) -> None:
    (amount,) = read(text, language)
    assert (amount.bound, amount.approximate, amount.per) == (bound, approximate, per)


def test_bounds_belong_each_to_its_own_sum() -> None:
    amounts = read("Avustus on vähintään 3 000 ja enintään 25 000 euroa.")
    assert [(amount.text, amount.bound) for amount in amounts] == [("3 000", "at_least"), ("25 000 euroa", "at_most")]


ROLES = [
    pytest.param("fi", "Avustuksiin on varattu enintään 1,5 milj. €.", Role.AVAILABLE, id="fi-available"),
    pytest.param("fi", "Haettavissa on 3 miljoonaa euroa.", Role.AVAILABLE, id="fi-haettavissa"),
    pytest.param("fi", "Ministeriö on myöntänyt 5,8 miljoonaa euroa 29 hankkeelle.", Role.GRANTED, id="fi-granted"),
    pytest.param("fi", "Avustusta saa 11 hanketta, ja niille jaetaan 298 500 euroa.", Role.GRANTED, id="fi-jaetaan"),
    pytest.param("fi", "Hakemuksissa haettiin avustusta yhteensä 6,8 milj. euroa.", Role.OTHER, id="fi-applied-for"),
    pytest.param("fi", "Määrärahaksi ehdotetaan 98,5 miljoonaa euroa.", Role.OTHER, id="fi-proposed"),
    pytest.param("fi", "Yhdelle hakijalle myönnetään 5 000–40 000 euroa.", Role.PER_APPLICANT, id="fi-per-applicant"),
    pytest.param(
        "fi", "Hankkeen avustus on yleensä 20 000 euroa hanketta kohti.", Role.PER_APPLICANT, id="fi-per-project"
    ),
    pytest.param("fi", "Hankeavustus on vähintään 10 000 euroa.", Role.MINIMUM, id="fi-minimum"),
    pytest.param("fi", "Pienin myönnettävä avustus on 100 000 euroa.", Role.MINIMUM, id="fi-smallest"),
    pytest.param("fi", "Alle 2 000 euron avustuksia ei yleensä myönnetä.", Role.MINIMUM, id="fi-not-below"),
    pytest.param("fi", "Ohjelman laatimiseen voi saada enintään 25 000 euroa.", Role.MAXIMUM, id="fi-maximum"),
    pytest.param("fi", "Hankkeiden kokonaiskustannukset ovat 160 miljoonaa euroa.", Role.COST, id="fi-cost"),
    pytest.param("fi", "Tehtävän palkka on 3 700–4 100 €/kk.", Role.COST, id="fi-salary"),
    pytest.param("fi", "Jos avustus jää alle 200 000 euron, kulut korvataan.", Role.OTHER, id="fi-condition"),
    pytest.param("sv", "För understöden har högst 1,5 mn euro reserverats.", Role.AVAILABLE, id="sv-available"),
    pytest.param("sv", "Cirka 17,9 miljoner euro kan sökas.", Role.AVAILABLE, id="sv-kan-sokas"),
    pytest.param("sv", "Ministeriet har beviljat 5,8 miljoner euro till 29 projekt.", Role.GRANTED, id="sv-granted"),
    pytest.param("sv", "I ansökningarna söktes 20,6 miljoner euro.", Role.OTHER, id="sv-applied-for"),
    pytest.param("sv", "För köp av tjänster föreslås 98,5 miljoner euro.", Role.OTHER, id="sv-proposed"),
    pytest.param("sv", "En sökande kan beviljas 5 000–40 000 euro.", Role.PER_APPLICANT, id="sv-per-applicant"),
    pytest.param("sv", "Projektunderstödet är minst 10 000 euro.", Role.MINIMUM, id="sv-minimum"),
    pytest.param("sv", "Startstödet är högst 35 000 euro.", Role.MAXIMUM, id="sv-maximum"),
    pytest.param("sv", "De totala investeringarna uppgår till 160 miljoner euro.", Role.COST, id="sv-cost"),
    pytest.param("sv", "Lönen är 3 500–3 800 euro i månaden.", Role.COST, id="sv-salary"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_role(language: str, text: str, role: Role) -> None:
    (amount,) = read(text, language)
    assert amount.role is role


def test_a_title_takes_the_role_that_the_text_gives_its_sum() -> None:
    blocks = (
        Block(type="h1", text="Energiaan 26,8 miljoonaa euroa"),
        Block(type="p", text="Tukea myönnettiin 26,8 milj. euroa."),
    )
    assert [amount.role for amount in read_amounts(Document(language="fi", blocks=blocks))] == [
        Role.GRANTED,
        Role.GRANTED,
    ]


def test_items_of_a_list_take_the_role_of_the_line_above() -> None:
    blocks = (
        Block(type="h1", text="Tiedote"),
        Block(type="p", text="Suurimmat avustukset saavat"),
        Block(type="li", text="Lappeenranta, 48 000 euroa"),
        Block(type="li", text="Kemi, 35 750 euroa."),
    )
    assert {amount.role for amount in read_amounts(Document(language="fi", blocks=blocks))} == {Role.GRANTED}


HEADERS = [
    pytest.param("fi", "Tuki (euroa)", "4 700 000", 4_700_000, id="euroa"),
    pytest.param("fi", "Avustus, €", "208 000", 208_000, id="sign"),
    pytest.param("fi", "EUR", "1 925,50", 1925.5, id="code"),
    pytest.param("fi", "Tuki (1 000 euroa)", "4 700", 4_700_000, id="thousands"),
    pytest.param("fi", "Tuki, milj. €", "1,925", 1_925_000, id="millions"),
    pytest.param("fi", "Tuki M€", "0,5", 500_000, id="m"),
    pytest.param("fi", "Tuki t€", "50", 50_000, id="t"),
    pytest.param("fi", "Avustus euroina", "5.000", 5_000, id="euroina"),
    pytest.param("fi", "Euromäärä", "50 000", 50_000, id="euromaara"),
    pytest.param("fi", "Tuki (euroa)", "enint. 20 000", 20_000, id="bound"),
    pytest.param("fi", "Tuki (euroa)", "20 000 *)", 20_000, id="footnote"),
    pytest.param("fi", "Tuki (euroa)", "10 000–20 000", 20_000, id="range"),
    pytest.param("sv", "Stöd (euro)", "4 700 000", 4_700_000, id="euro"),
    pytest.param("sv", "Belopp i euro", "4 700 000", 4_700_000, id="belopp"),
    pytest.param("sv", "Bidrag, tkr", "300", 300_000, id="tkr"),
]


@pytest.mark.parametrize(("language", "heading", "cell", "value"), HEADERS)
def test_figures_under_a_heading_that_names_the_currency(language: str, heading: str, cell: str, value: float) -> None:
    found = page(row("A", "B", heading), row("X Oy, 12 kpl", "Kemi 2", cell), language=language)
    assert [(block, amount) for block, _, amount in found] == [(2, value)]


def test_figures_beside_and_outside_the_column_are_no_money() -> None:
    found = page(
        row("Hanke", "Vuosi", "Osuus, %", "Tuki, euroa"),
        row("Hanke 1", "2024", "50", "48 000"),
        row("Hanke 2", "2025", "75", "–"),
        row("Hanke 3", "2026", "80", "15 %"),
        row("Hanke 4", "2026", "80", "31.3.2026"),
    )
    assert found == [(2, "48 000", 48_000)]


def test_a_table_takes_no_heading_from_the_one_before_it() -> None:
    found = page(
        row("Hanke", "Tuki, €", table=0),
        row("A", "500", table=0),
        row("Kunta", "Väkiluku", table=1),
        row("B", "900", table=1),
    )
    assert found == [(2, "500", 500)]


def test_a_later_heading_row_counts_from_there_on() -> None:
    found = page(
        row("Hanke", "Tuki, €", header=True), row("A", "500"), row("Hanke", "Hakijoita", header=True), row("B", "12")
    )
    assert found == [(2, "500", 500)]


def test_a_first_cell_that_names_the_currency_heads_its_row() -> None:
    assert page(row("Haettu tuki, €", "52 000"), row("Myönnetty tuki, €", "48 000"), row("Hakijoita", "12")) == [
        (1, "52 000", 52_000),
        (2, "48 000", 48_000),
    ]


def test_cells_with_their_own_currency_keep_it() -> None:
    amounts = read_amounts(
        Document(
            language="sv",
            blocks=(Block(type="h1", text="T"), row("Projekt", "Stöd, euro"), row("A", "5 000 SEK"), row("B", "6 000")),
        )
    )
    assert [(float(amount.max), amount.currency) for amount in amounts] == [(5_000, "SEK"), (6_000, "EUR")]


def test_an_item_that_lacks_the_currency_of_its_list_has_it() -> None:
    found = page(
        Block(type="li", text="Lappeenranta: 48 000 euroa"),
        Block(type="li", text="Kemi: 35 750"),
        Block(type="li", text="Vaasa 2024"),
        Block(type="li", text="Turku: 12 000 euroa"),
    )
    assert [text for _, text, _ in found] == ["48 000 euroa", "35 750", "12 000 euroa"]


def test_a_list_under_a_line_that_names_the_currency() -> None:
    intro = Block(type="p", text="Myönnetyt avustukset (euroa):")
    assert page(intro, Block(type="li", text="Kemi 35 750"), Block(type="li", text="Vaasa 9 000.")) == [
        (2, "35 750", 35_750),
        (3, "9 000", 9_000),
    ]


def test_a_list_of_other_numbers_is_no_list_of_money() -> None:
    intro = Block(type="p", text="Avustusta jaetaan 5 000 euroa. Osallistujia on:")
    assert page(intro, Block(type="li", text="Kemi 35 750"), Block(type="li", text="Vaasa 9 000"))[1:] == []


def test_a_bare_crown_is_that_of_the_page() -> None:
    blocks = (Block(type="h1", text="Stöd på 300 000 DKK"), Block(type="li", text="Projekt A: 15 000 kr"))
    amounts = read_amounts(Document(language="sv", blocks=blocks))
    assert [amount.currency for amount in amounts] == ["DKK", "DKK"]


def test_millions_in_a_title_are_money_where_the_text_names_the_currency() -> None:
    blocks = (
        Block(type="h1", text="Varhaiskasvatukseen 60 miljoonaa"),
        Block(type="p", text="Jaossa on 60 miljoonaa euroa."),
    )
    assert len(read_amounts(Document(language="fi", blocks=blocks))) == 2


def test_words_of_the_other_language_are_known_on_a_page() -> None:
    assert [amount.max for amount in read("Palkinto: tre miljoner kronor ja 2 mn euro")] == [3_000_000, 2_000_000]
    assert [amount.max for amount in read("Tuki: kolme miljoonaa euroa", "sv")] == [3_000_000]

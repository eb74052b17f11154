"""The headline sum of a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsers.facts.amounts import read_amounts
from parsers.facts.total import headline_total
from parsers.model import Block, Document, Kind


def total(kind: Kind, title: str, *paragraphs: str, language: str = "fi") -> Decimal | None:
    blocks = [Block(type="h1", text=title)]
    for text in paragraphs:
        blocks.append(Block(type="h2", text=text[3:]) if text.startswith("## ") else Block(type="p", text=text))
    document = Document(language=language, blocks=tuple(blocks))
    return headline_total(document, read_amounts(document), kind)


def test_the_sum_of_the_title_comes_first() -> None:
    assert (
        total(Kind.CALL, "Haettavissa 3 miljoonaa euroa", "Edellisellä kierroksella jaettiin 5 miljoonaa euroa.")
        == 3_000_000
    )


def test_without_one_in_the_title_the_first_that_is_available() -> None:
    text = "Haettavissa on 2,4 miljoonaa euroa. Lisäksi käytettävissä on 350 000 euroa."
    assert total(Kind.CALL, "Haku avattu", text, "Yhdelle hankkeelle myönnetään 10 000–60 000 euroa.") == 2_400_000


def test_the_exact_form_of_a_rounded_title_counts() -> None:
    assert (
        total(Kind.DECISION, "Järjestöille yli 600 000 euroa", "Avustuksia myönnettiin yhteensä 630 000 euroa.")
        == 630_000
    )


EXACT = [
    pytest.param("Reilut 2 miljoonaa euroa", "2 143 600", 2_143_600, id="over-one-digit"),
    pytest.param("12 miljoonaa euroa", "12 417 890", 12_417_890, id="two-digits"),
    pytest.param("2 miljoonaa euroa", "2 900 000", 2_000_000, id="another-sum"),
    pytest.param("2 miljoonaa euroa", "2 050 000", 2_050_000, id="near-one-digit"),
    pytest.param("12 miljoonaa euroa", "12 600 000", 12_000_000, id="rounds-to-another"),
    pytest.param("Lähes 13 miljoonaa euroa", "12 600 000", 12_600_000, id="rounded-up"),
]


@pytest.mark.parametrize(("title", "exact", "expected"), EXACT)
def test_rounding(title: str, exact: str, expected: int) -> None:
    assert total(Kind.DECISION, f"{title} järjestöille", f"Avustuksia myönnettiin {exact} euroa.") == expected


NONE = [
    pytest.param(Kind.OTHER, "Ministeriölle esitetään 3,1 miljardia euroa", "Lisäys on 20 miljoonaa.", id="proposal"),
    pytest.param(Kind.GUIDE, "Näin haet", "Vuonna 2021 avustuksia myönnettiin 351 miljoonaa euroa.", id="guide"),
    pytest.param(
        Kind.CALL, "Haku avattu", "Yksittäisen hankkeen avustus on 20 000–60 000 euroa.", id="per-project-only"
    ),
    pytest.param(Kind.CALL, "Haku avattu", "Hankkeiden kustannukset ovat 5 miljoonaa euroa.", id="costs-only"),
    pytest.param(Kind.CALL, "Haku avattu", "Haku päättyy 31.3.2024 klo 16.15.", id="no-sum"),
    pytest.param(Kind.CALL, "Pienhankkeille 5 000 euroa", "Hakija voi saada enintään 5 000 euroa.", id="title-for-one"),
    pytest.param(Kind.DECISION, "Avustukset myönnetty", "Hakemuksissa haettiin 9 miljoonaa euroa.", id="applied-for"),
]


@pytest.mark.parametrize(("kind", "title", "text"), NONE)
def test_no_total(kind: Kind, title: str, text: str) -> None:
    assert total(kind, title, text) is None


def test_several_calls_without_a_common_sum_have_none() -> None:
    texts = ("## Museot", "Jaettavana on 500 000 euroa.", "## Kirjastot", "Jaettavana on 800 000 euroa.")
    assert total(Kind.CALL, "Kaksi hakua auki", "Haut päättyvät 31.3.", *texts) is None


def test_what_is_said_to_be_in_all_is_the_common_sum_of_several_calls() -> None:
    texts = ("Avustuksia on jaossa yhteensä 1,3 miljoonaa euroa.", "## Museot", "Jaettavana on 500 000 euroa.")
    assert total(Kind.CALL, "Kaksi hakua auki", *texts) == 1_300_000


def test_a_yearly_rate_is_no_total() -> None:
    text = "Avustusta myönnetään enintään 146 329 000 euroa (48 776 000 euroa/vuosi)."
    assert total(Kind.CALL, "Haku avattu", text) == 146_329_000


def test_swedish_pages_are_read_alike() -> None:
    texts = (
        "Understöd kan beviljas till ett belopp av sammanlagt högst 4,1 miljoner euro.",
        "En sökande kan få 30 000 euro.",
    )
    assert total(Kind.CALL, "Ansökan har öppnats", *texts, language="sv") == 4_100_000

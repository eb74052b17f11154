"""Dates typed by what they are about, and the day of the decision among them."""

from __future__ import annotations

import pytest

from parsers.facts.application import read_application
from parsers.facts.mentioned_dates import decision_date, read_dates
from parsers.facts.use_period import read_use_period
from parsers.model import Block, Document, Kind, Language, MentionedDate


def document(language: Language, *lines: str) -> Document:
    title = "Avustus haettavana" if language == "fi" else "Statsunderstöd kan sökas"
    blocks = (Block(type="h1", text=title), *(Block(type="p", text=line) for line in lines))
    return Document(language=language, blocks=blocks, published="2023-03-01T09:00")


def dates(page: Document) -> tuple[MentionedDate, ...]:
    return read_dates(page, read_application(page, Kind.CALL)[0], read_use_period(page)[0])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fi", "Hakuaika on 1.3.–15.4.2023.", [("application", "2023-03-01", "2023-04-15")]),
        ("fi", "Avustus on käytettävä 1.6.2023–31.12.2024.", [("use", "2023-06-01", "2024-12-31")]),
        ("fi", "Lausunnot luonnoksesta pyydetään 2.5.2023 mennessä.", [("statement", "2023-05-02", "2023-05-02")]),
        ("fi", "Tarjoukset on jätettävä 3.5.2023 mennessä.", [("tender", "2023-05-03", "2023-05-03")]),
        ("fi", "Infotilaisuus pidetään 10.3.2023 klo 9.", [("event", "2023-03-10T09:00", "2023-03-10T09:00")]),
        ("fi", "Loppuselvitys on annettava 31.3.2025 mennessä.", [("report", "2025-03-31", "2025-03-31")]),
        ("fi", "Maksatushakemus toimitetaan 30.11.2023 mennessä.", [("payment", "2023-11-30", "2023-11-30")]),
        ("fi", "Kaupungin asukasluku oli vuonna 2021 suurempi.", [("other", "2021-01-01", "2021-12-31")]),
        ("sv", "Ansökningstiden är 1.3–15.4.2023.", [("application", "2023-03-01", "2023-04-15")]),
        ("sv", "Utlåtanden om utkastet ges senast den 2 maj 2023.", [("statement", "2023-05-02", "2023-05-02")]),
        ("sv", "Ett informationsmöte ordnas den 10 mars 2023.", [("event", "2023-03-10", "2023-03-10")]),
        ("sv", "Slutredovisningen lämnas senast den 31 mars 2025.", [("report", "2025-03-31", "2025-03-31")]),
    ],
)
def test_date_is_typed(language: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    page = document(language, text)
    found = dates(page)
    assert [(each.type, each.first, each.last) for each in found] == expected
    assert all(page.blocks[each.block].text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("language", "kind", "text", "day"),
    [
        ("fi", Kind.CALL, "Päätökset tehdään kesäkuussa 2023.", "2023-06-01"),
        ("fi", Kind.CALL, "Avustuspäätökset pyritään tekemään 15.6.2023 mennessä.", "2023-06-15"),
        ("fi", Kind.DECISION, "Ministeriö teki päätökset 28.2.2023.", "2023-02-28"),
        ("fi", Kind.DECISION, "Ministeriö myönsi 28.2.2023 avustuksia kymmenelle kunnalle.", "2023-02-28"),
        ("sv", Kind.CALL, "Besluten fattas i juni 2023.", "2023-06-01"),
        ("sv", Kind.DECISION, "Ministeriet fattade beslut den 28 februari 2023.", "2023-02-28"),
    ],
)
def test_decision_has_its_day(language: Language, kind: Kind, text: str, day: str) -> None:
    page = document(language, "Hakuaika päättyy 15.4.2023." if language == "fi" else "Ansökan går ut 15.4.2023.", text)
    found = decision_date(page, kind, dates(page))
    assert found and found.first == day and found.type == "decision"


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("fi", Kind.CALL, "Hakuaika päättyy 15.4.2023."),
        ("fi", Kind.CALL, "Eduskunta päätti talousarviosta 15.12.2022."),
        ("fi", Kind.CALL, "Viime vuonna avustuksia myönnettiin 20 kunnalle."),
        ("fi", Kind.CALL, "Päätöksiin haetaan oikaisua 30.9.2023 mennessä."),
        ("fi", Kind.OTHER, "Päätökset tehdään kesäkuussa 2023."),
        ("sv", Kind.CALL, "Riksdagen beslutade om budgeten den 15 december 2022."),
        ("sv", Kind.CALL, "Understödet får användas 1.6.2023–31.12.2024."),
    ],
)
def test_other_day_is_no_decision(language: Language, kind: Kind, text: str) -> None:
    page = document(language, text)
    assert decision_date(page, kind, dates(page)) is None

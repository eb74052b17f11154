"""Use periods of whole pages: which of several, where they stand, what warns."""

from __future__ import annotations

import pytest

from parsers.facts.use_period import read_use_period
from parsers.model import Block, Document


def document(*blocks: Block, language: str = "fi", title: str = "Avustukset järjestöille") -> Document:
    return Document(language=language, published="2023-09-01", blocks=(Block(type="h1", text=title), *blocks))


def paragraph(text: str) -> Block:
    return Block(type="p", text=text)


def test_surest_of_several() -> None:
    page = document(
        paragraph("Hankkeita on tuettu vuosina 2019–2022."),
        paragraph("Avustuksen käyttöaika on 1.1.–31.12.2024."),
        paragraph("Hanke liittyy ohjelmaan, jota toteutetaan vuosina 2021–2027."),
    )
    period, warnings = read_use_period(page)
    assert period is not None
    assert (period.start, period.end, period.evidence.text) == ("2024-01-01", "2024-12-31", "1.1.–31.12.2024")
    assert warnings == ()


def test_under_a_heading() -> None:
    period, _ = read_use_period(
        document(Block(type="h2", text="Avustuksen käyttöaika"), paragraph("1.1.2024–31.12.2025"))
    )
    assert period is not None
    assert (period.start, period.end) == ("2024-01-01", "2025-12-31")


def test_in_a_table() -> None:
    header = Block(type="tr", text="Tieto | Arvo", cells=((0, 5), (8, 12)), table=0, header=True)
    row = Block(type="tr", text="Käyttöaika | 1.1.2024–31.12.2025", cells=((0, 10), (13, 32)), table=0)
    period, _ = read_use_period(document(header, row))
    assert period is not None
    assert (period.start, period.end) == ("2024-01-01", "2025-12-31")


def test_in_the_title() -> None:
    page = document(
        paragraph("Lisätietoja verkkosivulla."), title="Kehittämisavustus liikuntaan ajalle 1.12.2023–31.12.2024"
    )
    period, _ = read_use_period(page)
    assert period is not None
    assert (period.start, period.end, period.evidence.block) == ("2023-12-01", "2024-12-31", 0)


def test_draft_states_none() -> None:
    page = document(
        paragraph("Avustusta voisi käyttää 1.1.–31.12.2024."), title="Asetusluonnos avustuksista lausunnolla"
    )
    assert read_use_period(page) == (None, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Avustusta voi käyttää ajalla 1.1.2024–31.11.2024.", "impossible_date", id="impossible"),
        pytest.param("Avustusta voi käyttää ajalla 1.1.2025–31.12.2024.", "end_before_start", id="end-before-start"),
    ],
)
def test_warning(text: str, code: str) -> None:
    _, warnings = read_use_period(document(paragraph(text)))
    assert [(warning.code, warning.field) for warning in warnings] == [(code, "use_period")]


def test_ends_stated_apart_are_one_piece_of_evidence() -> None:
    text = "Toiminta voi alkaa aikaisintaan 1.1.2024, ja sen on päätyttävä viimeistään 31.12.2024."
    period, _ = read_use_period(document(paragraph(text)))
    assert period is not None
    assert period.evidence.text == "1.1.2024, ja sen on päätyttävä viimeistään 31.12.2024"

"""Which language a text is in, and which it is not."""

from __future__ import annotations

import pytest

from parsers.language import identify

NORWEGIAN = (
    "Kommunene kan nå søke om tilskudd til bosetting av flyktninger. Fristen er 1. mars, og pengene skal brukes i år."
)
NYNORSK = "Kommunane får eit høgare tilskot ved busetjing av flyktningar. Dei kan søkje frå måndag, og pengane er ikkje øyremerkte."
DANISH = "Kommunerne kan søge om midler til integration. Ansøgningen skal være modtaget senest den 15. november."
SWEDISH = "Kommunerna kan söka understöd för integration. Ansökan ska vara framme senast den 15 november."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Kunnat voivat hakea avustusta kotoutumiseen 15.11. saakka.", "fi", id="Finnish"),
        pytest.param(SWEDISH, "sv", id="Swedish"),
        pytest.param(SWEDISH.upper(), "sv", id="Swedish capitals"),
        pytest.param("Søren Ærø och Bjørn Ødegård från Danmark talar om integration i Åbo.", "sv", id="Danish names"),
        pytest.param("Municipalities may apply for grants until 15 November.", "en", id="English"),
        pytest.param(NORWEGIAN, None, id="Norwegian"),
        pytest.param(NYNORSK, None, id="New Norwegian"),
        pytest.param(DANISH, None, id="Danish"),
        pytest.param(DANISH.upper(), None, id="Danish capitals"),
        pytest.param("15.11.2023, 12 000", None, id="no words"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert identify(text) == language


def test_markup_is_believed_only_of_a_text_without_words() -> None:
    assert identify("17.3.2021", "sv") == "sv"
    assert identify(DANISH, "sv") is None
    assert identify(SWEDISH, "fi") == "sv"

"""Which language a text is in, and which it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers.language import _by_function_words, _by_letters, identify
from parsers.page import read_html

FRESH = Path(__file__).parent / "fresh"
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


@pytest.mark.parametrize("name", sorted(path.name for path in FRESH.iterdir() if path.is_dir()))
def test_function_words_tell_nothing_that_langdetect_does_not(name: str) -> None:
    told = 0
    for line in (FRESH / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = read_html((FRESH / name / "pages" / json.loads(line)["file"]).read_bytes(), "https://tem.fi/-/haku")
        text = "\n".join(segment.text for segment in page.segments)
        for sample in (text[:3000].lower(), text[-600:].lower()):
            language = _by_function_words(sample)
            assert language in (None, _by_letters(sample))
            told += language is not None
    assert told > 20, "most pages are told by their function words"


def test_a_text_in_two_languages_is_not_told_by_function_words() -> None:
    both = "Kunnat voivat hakea avustusta ja myös tukea. " * 9 + SWEDISH * 3
    assert _by_function_words(both.lower()) is None

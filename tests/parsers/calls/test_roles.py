"""What a release does in its call, by its own words."""

from __future__ import annotations

import pytest

from parsers.calls.roles import read_role
from parsers.model import CallRole
from tests.parsers.pairs.invented import release


@pytest.mark.parametrize(
    ("language", "kind", "text", "role"),
    [
        pytest.param("fi", "call", "Haku seurantaloille avattu", "opening", id="opening"),
        pytest.param("fi", "call", "Hakuilmoitus: seurantalot 2022", "notice", id="notice"),
        pytest.param("fi", "call", "Seurantalojen hakuaikaa pidennetään", "extension", id="extension"),
        pytest.param("fi", "call", "Seurantalojen haku\nHakuaikaa on jatkettu.", "extension", id="extension_in_lead"),
        pytest.param("fi", "call", "Seurantalojen haku\nHakuaikaa ei jatketa.", "opening", id="no_extension"),
        pytest.param("fi", "call", "Seurantalojen jatkohaku avattu", "opening", id="supplementary_round"),
        pytest.param("fi", "other", "Oikaisu seurantalojen hakuaikaan", "correction", id="correction"),
        pytest.param("fi", "guide", "Usein kysyttyä seurantaloista", "questions", id="questions"),
        pytest.param("fi", "decision", "Seurantaloille avustuksia", "decision", id="decision"),
        pytest.param("fi", "decision", "Hankkeiden käyttöaikaa jatketaan", "decision", id="use_prolonged"),
        pytest.param("fi", "other", "Seurantaloja koskeva laki muuttuu", None, id="law"),
        pytest.param("fi", "guide", "Näin haet avustusta", None, id="guide"),
        pytest.param(
            "sv", "call", "Ansökningstiden för understöd till allmogebåtarnas byar i skärgården förlängs", "extension",
            id="far_apart",
        ),
        pytest.param("sv", "call", "Utlysning\nAnsökningstiden förlängs inte.", "opening", id="not_prolonged"),
        pytest.param("sv", "call", "Höstens fonder för inrikes frågor är öppna", "opening", id="home_affairs"),
        pytest.param("sv", "other", "Frågor och svar om utlysningen", "questions", id="questions_in_swedish"),
        pytest.param("sv", "other", "Rättelse till gårdagens meddelande", "correction", id="correction_in_swedish"),
        pytest.param("en", "call", "Application period extended", "extension", id="extension_in_english"),
        pytest.param("da", "call", "Ansøgningsfristen er forlænget", "opening", id="unknown_language"),
    ],
)  # fmt: skip
def test_role(language: str, kind: str, text: str, role: CallRole | None) -> None:
    assert read_role(release(language, text, kind=kind)) == role

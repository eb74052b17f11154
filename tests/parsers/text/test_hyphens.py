from __future__ import annotations

import pytest

from parsers.text.hyphens import join_broken_words


@pytest.mark.parametrize(
    ("language", "broken", "whole"),
    [
        ("fi", "koulutuspolkujen nopeuttami-nen", "koulutuspolkujen nopeuttaminen"),
        ("fi", "hallinnonalat ylittävällä yh-teistyöllä", "hallinnonalat ylittävällä yhteistyöllä"),
        ("fi", "vie-raskielistä asukasta", "vieraskielistä asukasta"),
        ("fi", "alueen asian-tuntijoiden kanssa", "alueen asiantuntijoiden kanssa"),
        ("fi", "Avustuk-set maksetaan", "Avustukset maksetaan"),
        ("sv", "organi-sationer", "organisationer"),
        ("sv", "under-stöd för inte-gration", "understöd för integration"),
    ],
)
def test_broken_words_are_joined(language: str, broken: str, whole: str) -> None:
    assert join_broken_words(broken, language) == whole


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "tasa-arvo ja linja-auto"),
        ("fi", "TE-palvelut, EU-rahoitus ja pk-yritykset"),
        ("fi", "työ- ja elinkeinoministeriö sekä ohjaus- ja neuvontapalvelut"),
        ("fi", "e-lomake ja start-up"),
        ("fi", "suomi-ruotsi-sanakirja"),
        ("fi", "suomi-ruotsi"),
        ("fi", "Hanna-Maria Itä-Suomesta"),
        ("fi", "2020-luku, 1.2.-31.3.2025"),
        ("fi", "Talent Boost -ohjelma"),
        ("fi", "Hyrrä-neuvonta palvelee"),
        ("fi", "marja-terttu.kuusela (at) gov.fi, info.pohja-palvelu@gov.fi"),
        ("sv", "svensk-finsk e-post"),
        ("sv", "IT-stöd och TE-byrån"),
        ("en", "well-being"),
        (None, "nopeuttami-nen"),
    ],
)
def test_hyphens_that_belong_are_kept(language: str | None, text: str) -> None:
    assert join_broken_words(text, language) == text

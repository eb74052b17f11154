"""Titles that say something else, and titles that only say it otherwise."""

from __future__ import annotations

import pytest

from parsers.pairs.lexicon import glossary
from parsers.pairs.titles import titles_differ
from tests.parsers.pairs.invented import release


@pytest.mark.parametrize(
    ("fi", "sv", "differ"),
    [
        ("Kansainvälisten osaajien palveluihin haettavissa 1,5 miljoonaa euroa", "1 500 000 euro utlyses", False),
        ("Museoiden ja koulujen yhteistyöhön avustusta", "Understöd för samarbete mellan museer och skolor", False),
        (
            "Vesihuoltoavustusten haku vuodelle 2022 on alkanut",
            "Understöd för vattentjänster kan sökas för 2022",
            False,
        ),
        ("Haku on avattu", "Understödet har delats ut", False),
        (
            "Hallitus esittää lisää rahaa kuntien kirjastoille ja kouluille",
            "Universitetens forskare fick stipendier och priser av skatteförvaltningen 2019",
            True,
        ),
    ],
)
def test_titles(fi: str, sv: str, differ: bool) -> None:
    assert titles_differ(release("fi", f"{fi}\nTeksti."), release("sv", f"{sv}\nText."), glossary()) is differ

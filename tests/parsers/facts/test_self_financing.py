"""Shares of the costs: whose they are, how large, and which percentages are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.self_financing import read_self_financing
from parsers.model import Block, Document, Language


def shares(text: str, language: Language) -> list[tuple[str, int, int, str | None]]:
    blocks = (Block(type="h1", text="Haku"), Block(type="p", text=text))
    found = read_self_financing(Document(language=language, blocks=blocks))
    assert all(text[share.start : share.end] == share.text for share in found)
    return [(share.of, int(share.min), int(share.max), share.bound) for share in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fi", "Hakijan omarahoitusosuus on vähintään 20 prosenttia.", [("own", 20, 20, "at_least")]),
        ("fi", "Omarahoitusta vaaditaan kunnilta 10 prosenttia.", [("own", 10, 10, None)]),
        ("fi", "Oman rahoituksen osuuden on oltava 20–30 %.", [("own", 20, 30, None)]),
        ("fi", "Omarahoitusosuus on vähintään kaksikymmentä prosenttia.", [("own", 20, 20, "at_least")]),
        ("fi", "Hankkeelta edellytetään 15 %:n omarahoitusta.", [("own", 15, 15, None)]),
        ("fi", "Avustus voi olla enintään 80 prosenttia hyväksyttävistä kustannuksista.", [("grant", 80, 80, "at_most")]),
        ("fi", "Tuki kattaa enintään puolet hankkeen kustannuksista.", [("grant", 50, 50, "at_most")]),
        ("fi", "Valtionavustuksen osuus on 37,5 prosenttia menoista.", [("grant", 37, 37, None)]),
        (
            "fi",
            "Avustus on enintään 80 prosenttia kustannuksista, ja omarahoitusta on oltava vähintään 20 prosenttia.",
            [("grant", 80, 80, "at_most"), ("own", 20, 20, "at_least")],
        ),
        ("sv", "Självfinansieringsandelen ska vara minst 20 procent.", [("own", 20, 20, "at_least")]),
        ("sv", "Av sökanden krävs en egenfinansiering på 10 %.", [("own", 10, 10, None)]),
        ("sv", "Understödet är högst 75 procent av de godtagbara kostnaderna.", [("grant", 75, 75, "at_most")]),
        ("sv", "Stödet täcker högst hälften av utgifterna.", [("grant", 50, 50, "at_most")]),
        ("sv", "Den egna andelen är minst tjugo procent.", [("own", 20, 20, "at_least")]),
    ],
)
def test_share_is_read(language: Language, text: str, expected: list[tuple[str, int, int, str | None]]) -> None:
    assert shares(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Avustuksesta maksetaan ennakkona 50 prosenttia."),
        ("fi", "Hakemuksista 30 prosenttia tuli kunnilta."),
        ("fi", "Työttömyysaste laski 8 prosenttiin."),
        ("fi", "Määräraha kasvoi 12 prosenttia edellisvuodesta."),
        ("fi", "Talkootyötä hyväksytään enintään puolet omarahoituksesta."),
        ("fi", "Avustuksia myönnettiin 40 prosentille hakijoista."),
        ("fi", "Omarahoitusosuus on 120 prosenttia."),
        ("sv", "Av understödet betalas 40 procent i förskott."),
        ("sv", "Antalet ansökningar ökade med 15 procent."),
        ("sv", "Understöd beviljades 25 procent av de sökande."),
        ("sv", "Arbetslösheten är 7 procent."),
    ],
)
def test_other_percentage_is_none(language: Language, text: str) -> None:
    assert shares(text, language) == []


@given(st.integers(1, 100), st.sampled_from(["%", " %", " prosenttia"]))
def test_any_share_is_read_back(percent: int, sign: str) -> None:
    (share,) = shares(f"Omarahoitusosuus on vähintään {percent}{sign}.", "fi")
    assert share == ("own", percent, percent, "at_least")


def test_value_keeps_its_decimals() -> None:
    blocks = (Block(type="h1", text="Tuki"), Block(type="p", text="Omavastuuosuus on 7,5 prosenttia."))
    (share,) = read_self_financing(Document(language="fi", blocks=blocks))
    assert share.min == share.max == Decimal("7.5")

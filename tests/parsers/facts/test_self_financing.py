"""Shares of the costs: whose they are, how large, and which percentages are none."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.self_financing import read_self_financing
from parsers.model import Block, Document, Language


def shares(text: str, language: Language) -> list[tuple[str, int, int, str | None]]:
    blocks = (Block(type="h1", text="Haku"), Block(type="p", text=text))
    found = read_self_financing(Document(language=language, blocks=blocks))
    assert all(text[share.start : share.end] == share.text for share in found)
    return [(share.of, int(share.min), int(share.max), share.bound) for share in found]


@given(st.integers(1, 100), st.sampled_from(["%", " %", " prosenttia"]))
def test_any_share_is_read_back(percent: int, sign: str) -> None:
    (share,) = shares(f"Omarahoitusosuus on vähintään {percent}{sign}.", "fi")
    assert share == ("own", percent, percent, "at_least")


def test_value_keeps_its_decimals() -> None:
    blocks = (Block(type="h1", text="Tuki"), Block(type="p", text="Omavastuuosuus on 7,5 prosenttia."))
    (share,) = read_self_financing(Document(language="fi", blocks=blocks))
    assert share.min == share.max == Decimal("7.5")

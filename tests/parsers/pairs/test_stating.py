from __future__ import annotations

import pytest

from parsers.model import Application, Block, Evidence, Kind, Release
from parsers.pairs.differences import find_differences
from parsers.pairs.stating import stating

_FI = ("Kosteikkoja", "Hakuaika: 6.5. – 16.9.2024.", "Hakemus viimeistään maanantaina 16. syyskuuta 2024 klo 16.15.")
_SV = ("Våtmarker", "Ansökningstid: 6.5–19.9.2024.", "Ansökan senast torsdagen den 19 september 2024 kl. 16.15.")
_FI_PIECES = ("6.5. – 16.9.2024", "maanantaina 16. syyskuuta 2024 klo 16.15")
_SV_PIECES = ("6.5–19.9.2024", "torsdagen den 19 september 2024 kl. 16.15")


@pytest.mark.parametrize(
    ("moment", "pieces"),
    [
        pytest.param("2024-09-16T16:15", _FI_PIECES[::-1], id="what-states-the-time-first"),
        pytest.param("2024-09-16", _FI_PIECES, id="a-day-in-both"),
        pytest.param("2024-05-06", _FI_PIECES[:1], id="the-opening"),
        pytest.param("2024-09-15", (), id="another-day"),
        pytest.param("2024-09-16T12:00", _FI_PIECES, id="another-time-of-the-day"),
    ],
)
def test_all_places_that_state_a_moment(moment: str, pieces: tuple[str, ...]) -> None:
    assert tuple(piece.text for piece in stating(_release("fi", _FI, _FI_PIECES), moment)) == pieces


def test_a_difference_is_shown_where_its_whole_value_stands() -> None:
    fi, sv = _release("fi", _FI, _FI_PIECES, "2024-09-16T16:15"), _release("sv", _SV, _SV_PIECES, "2024-09-19T16:15")
    (found,) = (each for each in find_differences(fi, sv) if each.field == "closes")
    assert found.evidence.fi and found.evidence.sv
    assert (found.evidence.fi.text, found.evidence.sv.text) == (_FI_PIECES[1], _SV_PIECES[1])


def test_a_window_told_in_other_words_keeps_its_first_evidence() -> None:
    fi = _release("fi", ("Haku", "Haku alkaa heti."), ("heti",), "2024-09-16")
    (found,) = (each for each in find_differences(fi, _release("sv", _SV, _SV_PIECES)) if each.field == "closes")
    assert stating(fi, "2024-09-16") == () and found.evidence.fi and found.evidence.fi.text == "heti"


def _release(language: str, texts: tuple[str, ...], pieces: tuple[str, ...], closes: str | None = None) -> Release:
    blocks = tuple(Block(type="p" if at else "h1", text=text) for at, text in enumerate(texts))
    evidence = tuple(_piece(texts, piece) for piece in pieces)
    return Release(
        id=f"stating-{language}", url=f"https://tem.fi/{language}", source="tem", authority="tem", organisation=None,
        language=language, title=texts[0], form=None, kind=Kind.CALL, published="2024-05-06T09:10", translated=None,
        application=Application(opens="2024-05-06", closes=closes, evidence=evidence), blocks=blocks,
        captured="2024-06-01T00:00:00Z", digest="sha256:0",
    )  # fmt: skip


def _piece(texts: tuple[str, ...], piece: str) -> Evidence:
    at = next(at for at, text in enumerate(texts) if piece in text)
    start = texts[at].index(piece)
    return Evidence(block=at, start=start, end=start + len(piece), text=piece)

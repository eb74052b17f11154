"""A pair side by side in the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from haku.present.comparison import show_pair
from parsers.model import Pair, PairSide
from parsers.pairs.alignment import align
from tests.parsers.pairs.invented import cases, release

_LAKES = (
    "Järvien kunnostukseen on varattu 2 miljoonaa euroa. Hakemus on lähetettävä sähköisesti.",
    ("För restaurering av sjöar har reserverats 2 miljoner euro."),
)


def _shown(fi_text: str, sv_text: str) -> str:
    fi, sv = release("fi", fi_text), release("sv", sv_text)
    rows = align(fi.document, sv.document)
    sides = [PairSide(id=each.id, url=each.url) for each in (fi, sv)]
    pair = Pair(fi=sides[0], sv=sides[1], method="content", score=0.9, alignment=rows)
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=240)
    show_pair(console, pair, fi, sv)
    return out.getvalue()


def test_a_sentence_that_only_one_version_has_is_marked() -> None:
    shown = _shown(f"Haku\n{_LAKES[0]}", f"Ansökan\n{_LAKES[1]}")
    assert "\x1b[33mHakemus on lähetettävä sähköisesti.\x1b[0m" in shown
    assert "\x1b[33mJärvien" not in shown


def test_what_stands_elsewhere_is_said_to() -> None:
    case = next(case for case in cases() if case.id == "moved_sections")
    texts = ["\n".join(block.text for block in each.blocks) for each in (case.fi, case.sv)]
    assert "(elsewhere in the other version)" in _shown(*texts)
    assert "elsewhere" not in _shown(f"Haku\n{_LAKES[0]}", f"Ansökan\n{_LAKES[1]}")

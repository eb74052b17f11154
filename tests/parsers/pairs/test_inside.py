"""Sentences, and cells, inside aligned blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import AlignedRow, Block, Document
from parsers.pairs.alignment import align
from parsers.text.sentences import sentences

_FI = [
    "Avustusta voivat hakea kunnat ja yhdistykset.",
    "Hakemus on lähetettävä sähköisesti.",
    "Lisätietoja antaa ministeriön kirjaamo.",
    "Järvien kunnostukseen on varattu 2 miljoonaa euroa.",
]
_SV = [
    "Kommuner och föreningar kan ansöka om understöd.",
    "Ansökan ska skickas elektroniskt.",
    "Mer information ges av ministeriets registratorskontor.",
    "För restaurering av sjöar har reserverats 2 miljoner euro.",
]
_JOINED = "Ansökan ska skickas elektroniskt och mer information ges av ministeriets registratorskontor."


def _document(language: str, *blocks: Block) -> Document:
    return Document(language=language, blocks=(Block(type="h1", text="Haku"), *blocks))


def _row(*cells: str) -> Block:
    starts = [sum(len(cell) + 3 for cell in cells[:number]) for number in range(len(cells))]
    spans = tuple((start, start + len(cell)) for start, cell in zip(starts, cells, strict=True))
    return Block(type="tr", text=" | ".join(cells), cells=spans)


def _inside(fi: Block, sv: Block) -> list[tuple[list[str], list[str]]]:
    row = align(_document("fi", fi), _document("sv", sv))[1]
    return [
        ([fi.text[start:end] for _, start, end in part.fi], [sv.text[start:end] for _, start, end in part.sv])
        for part in row.sentences
    ]


def _paragraphs(fi: list[str], sv: list[str]) -> list[tuple[list[str], list[str]]]:
    return _inside(Block(type="p", text=" ".join(fi)), Block(type="p", text=" ".join(sv)))


@pytest.mark.parametrize(
    ("fi", "sv", "rows"),
    [
        pytest.param(_FI, _SV, [([a], [b]) for a, b in zip(_FI, _SV, strict=True)], id="one_to_one"),
        pytest.param(
            _FI[:3], [_SV[0], _SV[2]], [([_FI[0]], [_SV[0]]), ([_FI[1]], []), ([_FI[2]], [_SV[2]])], id="one_left_out"
        ),
        pytest.param(
            [_FI[0], _FI[2]], _SV[:3], [([_FI[0]], [_SV[0]]), ([], [_SV[1]]), ([_FI[2]], [_SV[2]])], id="one_added"
        ),
        pytest.param(_FI[:3], [_SV[0], _JOINED], [([_FI[0]], [_SV[0]]), (_FI[1:3], [_JOINED])], id="two_joined"),
        pytest.param(
            [*_FI[1:], _FI[0]], _SV, [([_FI[1]], [_SV[1]]), ([_FI[2]], [_SV[2]]), ([_FI[3]], [_SV[3]]), ([_FI[0]], [_SV[0]])],
            id="another_order",
        ),
        pytest.param(_FI[:1], _SV[:1], [], id="one_sentence_each"),
    ],
)  # fmt: skip
def test_sentences_of_a_paragraph(fi: list[str], sv: list[str], rows: list[tuple[list[str], list[str]]]) -> None:
    assert _paragraphs(fi, sv) == rows


def test_cells_of_a_row_stand_side_by_side() -> None:
    found = _inside(_row("Turun kaupunki", "Museo", "120 000"), _row("Åbo stad", "Museum", "120 000"))
    assert found == [(["Turun kaupunki"], ["Åbo stad"]), (["Museo"], ["Museum"]), (["120 000"], ["120 000"])]


def test_a_cell_that_only_one_version_has() -> None:
    found = _inside(_row("Turun kaupunki", "Museo", "120 000"), _row("Åbo stad", "120 000"))
    assert found == [(["Turun kaupunki"], ["Åbo stad"]), (["Museo"], []), (["120 000"], ["120 000"])]


def test_an_empty_cell_has_no_counterpart() -> None:
    assert _inside(_row("Turku", "Museo"), _row("Åbo", "")) == [(["Turku"], ["Åbo"]), (["Museo"], [])]


def test_sentences_of_blocks_that_were_joined() -> None:
    fi = _document("fi", Block(type="p", text=" ".join(_FI[:2])))
    sv = _document("sv", *(Block(type="p", text=text) for text in _SV[:2]))
    (_, row) = align(fi, sv)
    first, second = len(_FI[0]), len(_FI[0]) + 1
    assert [(part.fi, part.sv) for part in row.sentences] == [
        (((1, 0, first),), ((1, 0, len(_SV[0])),)),
        (((1, second, second + len(_FI[1])),), ((2, 0, len(_SV[1])),)),
    ]


_texts = st.lists(st.sampled_from([*_FI, *_SV, "Klo 12", "\n", "Ks. esim. liite."]), max_size=7).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(_texts, min_size=1, max_size=4), st.lists(_texts, min_size=1, max_size=4))
def test_every_sentence_of_aligned_blocks_stands_in_one_row(fi: list[str], sv: list[str]) -> None:
    ours = _document("fi", *(Block(type="p", text=text) for text in fi))
    theirs = _document("sv", *(Block(type="p", text=text) for text in sv))
    for row in align(ours, theirs):
        _check(row, ours, "fi")
        _check(row, theirs, "sv")


def _check(row: AlignedRow, document: Document, side: str) -> None:
    blocks = getattr(row, side)
    spans = [(n, *span) for n in blocks for span in sentences(document.blocks[n].text, document.language)]
    stretches = sorted(stretch for part in row.sentences for stretch in getattr(part, side))
    assert stretches == (spans if row.sentences else [])
    assert bool(row.sentences) <= (bool(row.fi) and bool(row.sv))
    assert all((part.score is None) == (not part.fi or not part.sv) for part in row.sentences)

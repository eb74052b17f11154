from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import AlignedRow, Block, BlockType, Document
from parsers.pairs.alignment import align
from tests.parsers.pairs.invented import blocks_of, cases

_WORDS = ["haku", "ansökan", "avustus", "understöd", "kunta", "kommun", "2021", "17.3.", "", "Obama", "\n", "järvi sjö"]
_TYPES: list[BlockType] = ["p", "li", "h2", "tr", "blockquote"]
_blocks = st.lists(
    st.builds(
        lambda kind, words: Block(type=kind, text=" ".join(words)),
        st.sampled_from(_TYPES),
        st.lists(st.sampled_from(_WORDS), max_size=6),
    ),
    min_size=1,
    max_size=12,
)


def _document(language: str, blocks: list[Block]) -> Document:
    return Document(language=language, blocks=(Block(type="h1", text="Otsikko"), *blocks[1:]))


def _rows(fi: str, sv: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    ours = Document(language="fi", blocks=blocks_of(fi))
    return [(row.fi, row.sv) for row in align(ours, Document(language="sv", blocks=blocks_of(sv)))]


def _pairs_of(rows: tuple[AlignedRow, ...]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(row.fi, row.sv) for row in rows}


@settings(max_examples=60, deadline=None)
@given(_blocks, _blocks)
def test_every_block_stands_in_one_row_and_rows_follow_the_finnish(fi: list[Block], sv: list[Block]) -> None:
    ours, theirs = _document("fi", fi), _document("sv", sv)
    rows = align(ours, theirs)
    assert [block for row in rows for block in row.fi] == list(range(len(ours.blocks)))
    assert sorted(block for row in rows for block in row.sv) == list(range(len(theirs.blocks)))
    assert all((row.score is None) == (not row.fi or not row.sv) for row in rows)
    assert rows[0].fi == rows[0].sv == (0,)
    assert rows == align(ours, theirs)


def test_the_invented_pairs_of_equal_build_align_one_to_one() -> None:
    moved = {"moved_sections", "table_in_another_order", "shorter_swedish"}
    for case in cases():
        if case.id not in moved:
            rows = align(case.fi.document, case.sv.document)
            assert _pairs_of(rows) == {((n,), (n,)) for n in range(len(case.fi.blocks))}, case.id
            assert not any(row.moved for row in rows), case.id


def test_moved_sections_are_found_again() -> None:
    case = next(case for case in cases() if case.id == "moved_sections")
    rows = align(case.fi.document, case.sv.document)
    assert [row.sv for row in rows] == [(0,), (1,), (5,), (6,), (7,), (2,), (3,), (4,), (8,), (9,)]
    moved = {number for row in rows if row.moved for number in row.fi}
    assert moved in ({2, 3, 4}, {5, 6, 7})


def test_table_rows_in_another_order() -> None:
    case = next(case for case in cases() if case.id == "table_in_another_order")
    rows = align(case.fi.document, case.sv.document)
    assert {((3,), (4,)), ((4,), (5,)), ((5,), (3,)), ((6,), (6,))} <= _pairs_of(rows)
    assert [row.fi for row in rows if row.moved] == [(5,)]


def test_a_shorter_version_leaves_finnish_blocks_alone() -> None:
    case = next(case for case in cases() if case.id == "shorter_swedish")
    rows = align(case.fi.document, case.sv.document)
    assert {((0,), (0,)), ((2,), (1,)), ((8,), (2,)), ((12,), (3,))} <= _pairs_of(rows)


def test_a_list_that_became_a_sentence() -> None:
    fi = """Avustus kouluille
    Avustusta voi käyttää
    - opettajien koulutukseen
    - kirjojen hankintaan
    - yhteistyöhön kirjaston kanssa
    Haku päättyy 3.4.2020."""
    sv = """Understöd till skolor
    Understödet kan användas för utbildning av lärare, inköp av böcker och samarbete med biblioteket.
    Ansökningstiden går ut den 3 april 2020."""
    assert _rows(fi, sv) == [((0,), (0,)), ((1, 2, 3, 4), (1,)), ((5,), (2,))]


def test_a_paragraph_that_was_split() -> None:
    fi = """Avustus järjestöille
    Avustusta voivat hakea järjestöt, jotka tukevat perheitä. Päätökset tehdään marraskuussa ja julkaistaan verkossa.
    Lisätietoja antaa ministeriö."""
    sv = """Understöd till organisationer
    Understöd kan sökas av organisationer som stöder familjer.
    Besluten fattas i november och publiceras på webben.
    Mer information ges av ministeriet."""
    assert _rows(fi, sv) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_a_block_between_is_left_alone_in_its_place() -> None:
    fi = """Järvien kunnostus
    Avustusta voi hakea järvien kunnostukseen."""
    sv = """Restaurering av sjöar
    Understöd kan sökas för restaurering av sjöar.
    Den svenska tjänsten finns i Vasa."""
    assert _rows(fi, sv) == [((0,), (0,)), ((1,), (1,)), ((), (2,))]


def test_paragraphs_hold_their_place_when_the_figures_stand_elsewhere() -> None:
    fi = """Avustukset
    Järvien kunnostukseen on haettavana 400 000 euroa.
    Kirjastojen kalustoon on haettavana 250 000 euroa 3.4.2021 saakka.
    Museoiden näyttelyihin on haettavana 75 000 euroa 17.5.2021 saakka."""
    sv = """Understöd
    För restaurering av sjöar kan sökas 75 000 euro till den 3 april 2021.
    För bibliotekens inventarier kan sökas 400 000 euro till den 17 maj 2021.
    För museernas utställningar kan sökas 250 000 euro."""
    assert _rows(fi, sv) == [((n,), (n,)) for n in range(4)]


def test_a_version_that_is_only_a_title() -> None:
    fi = """Otsikko
    Teksti."""
    assert _rows(fi, "Rubrik") == [((0,), (0,)), ((1,), ())]


@pytest.mark.parametrize("count", [pytest.param(400, id="a_long_table")])
def test_long_documents_align_along_the_diagonal(count: int) -> None:
    fi = [Block(type="tr", text=f"Hanke {n} | {n * 37} euroa") for n in range(count)]
    sv = [Block(type="tr", text=f"Projekt {n} | {n * 37} euro") for n in range(count)]
    rows = align(_document("fi", fi), _document("sv", sv))
    assert [row.sv for row in rows] == [(n,) for n in range(count)]

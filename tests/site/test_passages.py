"""Text with marks and links: what is written must be the text, well-nested, and nothing else."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.formats import NBSP
from sitegen.passages import Span, passage, piece

TEXT = "Haettavana 4,2 miljoonaa euroa kunnille"


def mark(start: int, end: int, anchor: str = "t1") -> Span:
    return Span(start=start, end=end, mark="fact", anchor=anchor)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], TEXT, id="nothing-marked"),
        pytest.param(
            [mark(11, 30)],
            'Haettavana <mark class="fact short" id="t1">4,2 miljoonaa euroa</mark> kunnille',
            id="a-fact",
        ),
        pytest.param(
            [Span(start=0, end=10, href="https://a.fi/?x=1&y=2")],
            '<a href="https://a.fi/?x=1&amp;y=2" rel="nofollow noopener">Haettavana</a> 4,2 miljoonaa euroa kunnille',
            id="a-link",
        ),
        pytest.param(
            [mark(11, 30, "in"), mark(0, 30, "out")],
            '<mark class="fact" id="out">Haettavana <mark class="fact short" id="in">4,2 miljoonaa euroa</mark></mark>'
            " kunnille",
            id="one-in-the-other",
        ),
        pytest.param(
            [mark(0, 14, "a"), mark(11, 30, "b")],
            '<mark class="fact short" id="a">Haettavana <mark class="fact short" id="b">4,2</mark></mark>'
            '<mark class="fact short"> miljoonaa euroa</mark> kunnille',
            id="overlapping-are-cut-and-keep-one-id",
        ),
    ],
)
def test_marks_and_links(spans: list[Span], expected: str) -> None:
    assert passage(TEXT, spans).replace(NBSP, " ") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Hae avustuksia -palvelussa.", 'Hae avustuksia <span class="short">-palvelussa</span>.', id="suspended"
        ),
        pytest.param("työ- ja elinkeinoministeriö", "työ- ja elinkeinoministeriö", id="before-another"),
        pytest.param("TE-palvelut, 1 - 2, 5-10", "TE-palvelut, 1 - 2, 5-10", id="inside-a-word"),
        pytest.param("x -" + "a" * 40, "x -" + "a" * 40, id="too-long-for-a-narrow-column"),
    ],
)
def test_a_word_stays_with_the_hyphen_before_it(text: str, expected: str) -> None:
    assert passage(text, []) == expected


def test_a_note_leads_to_its_difference() -> None:
    span = Span(start=0, end=3, mark="diff", anchor="d1-fi", href="d1", note="Ero 1")
    assert passage("5.3.", [span]) == (
        '<mark class="diff short" id="d1-fi">5.3</mark><a class="diff-note" href="#d1">Ero 1</a>.'
    )


def test_a_cell_has_only_its_part_of_a_mark_and_the_id_stays_where_the_mark_begins() -> None:
    text, spans = "Oulu | 140 000 | 96 500", [mark(7, 23)]
    assert piece(text, 7, 14, spans) == f'<mark class="fact short" id="t1">140{NBSP}000</mark>'
    assert piece(text, 17, 23, spans) == f'<mark class="fact short">96{NBSP}500</mark>'
    assert piece(text, 0, 4, spans) == "Oulu"


def test_what_a_mark_parts_is_bound_too() -> None:
    text = "Haku päättyy 30. syyskuuta klo 16.15."
    assert passage(text, [mark(17, 26), mark(31, 36, "t2")]) == (
        f'Haku päättyy 30.{NBSP}<mark class="fact short" id="t1">syyskuuta</mark>'
        f' klo{NBSP}<mark class="fact short" id="t2">16.15</mark>.'
    )


def test_line_breaks_are_kept() -> None:
    assert passage("Aino Kurkimäki\np. 029 504", []) == f"Aino Kurkimäki<br>\np. 029{NBSP}504"


spans_in_text = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 30), st.booleans()).map(
        lambda drawn: Span(
            start=drawn[0],
            end=drawn[0] + drawn[1],
            mark="fact" if drawn[2] else None,
            href=None if drawn[2] else "https://example.org/",
        )
    ),
    max_size=8,
)


@given(st.text(alphabet="ab <>&\"'1/\n", min_size=0, max_size=40), spans_in_text)
def test_what_is_written_reads_as_the_text(text: str, spans: list[Span]) -> None:
    written = str(passage(text, spans)).replace("<br>\n", "\n")
    assert unescape(re.sub("<[^>]*>", "", written)).replace(NBSP, " ") == text
    assert set(re.findall(r"</?(\w+)", written)) <= {"mark", "a"}


@given(st.text(max_size=80), spans_in_text)
def test_every_element_is_closed(text: str, spans: list[Span]) -> None:
    written = str(passage(text, spans))
    assert written.count("<mark") == written.count("</mark>")
    assert written.count("<a ") == written.count("</a>")

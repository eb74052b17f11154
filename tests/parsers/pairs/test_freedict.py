"""Dictionaries of dict servers."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.pairs.freedict import read_dictionary

_DIGITS = ascii_uppercase + ascii_lowercase + digits + "+/"


def _written(number: int) -> str:
    return (_written(number // 64) if number >= 64 else "") + _DIGITS[number % 64]


def _read(*entries: tuple[str, str]) -> list[tuple[str, str]]:
    """Lay out entries as a dictd dictionary and read it."""
    text, lines = b"", []
    for head, entry in entries:
        lines.append(f"{head}\t{_written(len(text))}\t{_written(len(entry.encode()))}")
        text += entry.encode()
    return list(read_dictionary("\n".join(lines), text))


@pytest.mark.parametrize(
    ("head", "entry", "terms"),
    [
        pytest.param("hytti", "hytti /h/ <n>\nhytt, kabin\nlaivan huone, jossa nukutaan\n", ["hytt", "kabin"], id="one_meaning"),
        pytest.param("maksaa", "maksaa <v>\n1. betala, erlägga\nantaa, 2. osa\n2. kosta\nolla\n", ["betala", "erlägga", "kosta"], id="numbered"),
        pytest.param("kurpitsa", "kurpitsa <n>\npumpa 2.\nmarja\n 3.\nkasvi\n", ["pumpa"], id="number_of_the_next_meaning"),
        pytest.param("ele", "ele <n>\n1. gest\n3. vitun ele\n", ["gest"], id="explanation_with_a_number"),
        pytest.param("Oulu", "Oulu <n>\nUleåborg (stad)\n", ["uleåborg"], id="remark_and_capitals"),
        pytest.param("sosiaali- ja terveysala", "x\nsocial- och hälsovårdsområdet\n", ["social- och hälsovårdsområdet"], id="several_words"),
        pytest.param("kapu", "kapu <n>\n", [], id="no_translation"),
        pytest.param("-han", "-han <suffix>\nju\n", [], id="ending"),
        pytest.param("00databaseinfo", "00databaseinfo\nom\n", [], id="about_the_dictionary"),
        pytest.param("co2", "co2 <n>\nkoldioxid\n", [], id="no_word"),
    ],
)  # fmt: skip
def test_entries(head: str, entry: str, terms: list[str]) -> None:
    assert _read(("aalto", "aalto <n>\nvåg\n"), (head, entry)) == [
        ("aalto", "våg"),
        *((head.lower(), term) for term in terms),
    ]


@pytest.mark.parametrize(
    "index",
    [
        pytest.param("aalto", id="no_numbers"),
        pytest.param("aalto\t?\t!", id="no_digits"),
        pytest.param("aalto\t//////\tB", id="beyond_the_end"),
        pytest.param("aalto\tA\t/////", id="endless"),
        pytest.param("", id="empty"),
    ],
)
def test_a_spoilt_index_gives_nothing(index: str) -> None:
    assert list(read_dictionary(index, "aalto <n>\nvåg\n".encode())) == []


@given(st.text(), st.binary())
def test_whatever_comes_gives_terms_or_nothing(index: str, text: bytes) -> None:
    assert all(fi and sv for fi, sv in read_dictionary(index, text))

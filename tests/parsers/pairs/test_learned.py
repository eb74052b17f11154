"""Terms learned from aligned texts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import AlignedRow, Block, Document
from parsers.pairs.alignment import align
from parsers.pairs.learned import OpenWords, learn, open_words
from parsers.pairs.lexicon import glossary, word_list

_PAIRS = [(f"ö{letter}{letter}nö", f"{letter}rix") for letter in "abcdefghijklmnopqr"]


def _texts(count: int, source: random.Random) -> list[OpenWords]:
    """Texts of three pairs of words each, of which now and then one side is said otherwise."""
    texts = []
    for number in range(count):
        pairs = source.sample(_PAIRS, 3)
        fi, sv = ({pair[side] for pair in pairs if source.random() < 0.9} for side in (0, 1))
        texts.append(OpenWords(tuple(sorted(fi)), tuple(sorted(sv)), f"text {number}"))
    return texts


def test_true_pairs_are_found_and_no_others() -> None:
    found = {(term.fi, term.sv) for term in learn(_texts(150, random.Random(1)))}
    assert found == set(_PAIRS)


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(source: random.Random) -> None:
    texts = _texts(60, random.Random(2))
    assert learn(texts) == learn(source.sample(texts + texts[:20], 80))


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=3), max_size=30))
def test_scores_are_shares_and_pairs_come_once(words: list[list[str]]) -> None:
    terms = learn(OpenWords(tuple(sorted(set(one))), tuple(sorted(set(one))), f"{n}") for n, one in enumerate(words))
    assert all(0 < term.score <= 1 for term in terms)
    assert len({term[:2] for term in terms}) == len(terms)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="nothing"),
        pytest.param([OpenWords(("hissi",), ("hiss",), f"{n}") for n in range(2)], id="too_few"),
        pytest.param([OpenWords(("hissi",), ("hiss",), f"{n}") for n in range(50)], id="in_every_text"),
        pytest.param(
            [OpenWords(("hissi", "talo"), ("hiss", "hus"), f"{n}") for n in range(9)]
            + [OpenWords((f"f{n}",), (f"s{n}",), f"other {n}") for n in range(90)],
            id="always_together",
        ),
    ],
)
def test_what_cannot_be_told_is_not_learned(texts: list[OpenWords]) -> None:
    assert learn(texts) == []


def _open(fi: str, sv: str, score: float = 0.9) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    ours, theirs = (
        Document(language=language, blocks=(Block(type="p", text=text),)) for language, text in (("fi", fi), ("sv", sv))
    )
    rows = [AlignedRow(fi=(0,), sv=(0,), score=score)]
    return [(words.fi, words.sv) for words in open_words(ours, theirs, rows, glossary())]


def test_only_words_without_a_counterpart_are_open() -> None:
    assert _open("Kunta kunnostaa: kvorpo 3.5.2021", "Kommunen restaurerar: blimfa den 3 maj 2021") == [
        (("kvorpo",), ("blimfa",))
    ]


def test_terms_of_several_words_leave_none_of_them_open() -> None:
    fi, sv = "Työ- ja elinkeinoministeriö: kvorpo", "Arbets- och näringsministeriet: blimfa"
    assert _open(fi, sv) == [(("kvorpo",), ("blimfa",))]


def test_nothing_is_learned_from_doubtful_rows() -> None:
    assert _open("Kunta ja kvorpo", "Kommunen och blimfa", score=0.4) == []


def test_learned_words_align_what_nothing_else_does() -> None:
    texts = {
        "fi": ("Otsikko", "Snelmi trufka uuhke.", "Kvorpo hyljö pirppa."),
        "sv": ("Rubrik", "Drautik ogmer stjarm."),
    }
    fi, sv = (
        Document(language=language, blocks=tuple(Block(type="p", text=text) for text in own))
        for language, own in texts.items()
    )
    learned = word_list((("snelmi", "drautik"), ("trufka", "ogmer"), ("uuhke", "stjarm")))
    assert [(row.fi, row.sv) for row in align(fi, sv, learned)] == [((0,), (0,)), ((1,), (1,)), ((2,), ())]
    assert [(row.fi, row.sv) for row in align(fi, sv)] != [((0,), (0,)), ((1,), (1,)), ((2,), ())]

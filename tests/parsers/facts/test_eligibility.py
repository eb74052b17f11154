from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.eligibility import read_eligibility
from parsers.language_data import load
from parsers.model import Block, Document

FORMS = Path(__file__).parent / "forms"


def document(language: str, *blocks: Block) -> Document:
    return Document(language=language, blocks=(Block(type="h1", text="Otsikko"), *blocks))


def groups_of(language: str, sentence: str) -> str:
    found = read_eligibility(document(language, Block(type="p", text=sentence)))
    return ",".join(group for each in found for group in each.groups) or "-"


@pytest.mark.parametrize(
    ("language", "opening", "kind", "items", "groups"),
    [
        pytest.param("fi", "Kuka voi hakea?", "h2", ["kunnat", "rekisteröidyt yhdistykset"], 2, id="heading-fi"),
        pytest.param("sv", "Vem kan söka?", "h2", ["kommuner", "stiftelser"], 2, id="heading-sv"),
        pytest.param("fi", "Avustusta voivat hakea:", "p", ["kunnat", "säätiöt"], 2, id="open-sentence-fi"),
        pytest.param("sv", "Understöd kan sökas av", "p", ["kommuner", "stiftelser"], 2, id="open-sentence-sv"),
        pytest.param(
            "sv", "Understödet är avsett för projekt som", "p", ["för ut författare till skolor"], 0, id="purpose"
        ),
        pytest.param("fi", "Hyväksyttävät kustannukset", "h2", ["kunnan henkilöstön palkat"], 0, id="other-heading"),
    ],
)
def test_items_count_below_who_may_apply(language: str, opening: str, kind: str, items: list[str], groups: int) -> None:
    blocks = [Block(type="h2" if kind == "h2" else "p", text=opening), *(Block(type="li", text=item) for item in items)]
    assert len(read_eligibility(document(language, *blocks))) == groups


def test_evidence_is_the_sentence() -> None:
    text = "Rahaa on. Avustusta voivat hakea kunnat. Haku päättyy 20.4.2021."
    (found,) = read_eligibility(document("fi", Block(type="p", text=text)))
    assert found.evidence.text == "Avustusta voivat hakea kunnat."
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text


def test_both_languages_name_the_same_groups() -> None:
    assert load("fi", "eligibility")["groups"].keys() == load("sv", "eligibility")["groups"].keys()


@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from(["fi", "sv"]))
def test_evidence_is_what_stands_there(texts: list[str], language: str) -> None:
    paragraphs = [f"{text} Avustusta voivat hakea kunnat. Understöd kan sökas av kommuner." for text in texts]
    read = document(language, *(Block(type="p", text=paragraph) for paragraph in paragraphs))
    for found in read_eligibility(read):
        evidence = found.evidence
        assert read.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("unit", ["kunta ", "joka voivat hakea kunta ", "avustusta voivat hakea ", "a-", "mutta "])
def test_time_grows_with_length_alone(unit: str) -> None:
    read = document("fi", Block(type="p", text=unit * (40_000 // len(unit))))
    groups_of("fi", "Avustusta voivat hakea kunnat.")
    began = time.process_time()
    read_eligibility(read)
    assert time.process_time() - began < 1.5

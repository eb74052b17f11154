from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.kind import read_kind
from parsers.model import Block, Document, Kind

FORMS = Path(__file__).parent / "forms"


def document(language: str, title: str, paragraphs: list[str], *, stamped: bool) -> Document:
    blocks = (Block(type="h1", text=title), *(Block(type="p", text=paragraph) for paragraph in paragraphs))
    return Document(language=language, blocks=blocks, published="2021-03-17T11:14" if stamped else None)


def test_the_deciding_words_are_the_evidence() -> None:
    title = "Järjestöille myönnettiin avustuksia"
    kind, evidence = read_kind(document("fi", title, [], stamped=True))
    assert kind is Kind.DECISION
    assert evidence is not None
    assert (evidence.block, evidence.text) == (0, "myönnettiin")


def test_nothing_speaks_for_a_page_without_cues() -> None:
    assert read_kind(document("fi", "Kesäterveisiä", ["Aurinko paistoi."], stamped=True)) == (Kind.OTHER, None)


@pytest.mark.parametrize(
    ("stamped", "kind"), [pytest.param(True, Kind.CALL, id="news"), pytest.param(False, Kind.GUIDE, id="lasting")]
)
def test_a_round_without_end_is_a_guide_only_on_a_lasting_page(stamped: bool, kind: Kind) -> None:
    paragraphs = ["Tukea voivat hakea yhdistykset. Hakuaika on jatkuva ja hakemuksen voi jättää milloin tahansa."]
    assert read_kind(document("fi", "Pienhankkeiden tuki", paragraphs, stamped=stamped))[0] is kind


def test_contacts_and_quotations_are_not_weighed() -> None:
    blocks = (
        Block(type="h1", text="Kesäterveisiä"),
        Block(type="blockquote", text="– Avustusta on myönnetty, sanoo ministeri."),
        Block(type="p", text="Lisätietoja avustuksista, jotka ministeriö on myöntänyt: Anna Aho, p. 029 504 7990"),
    )
    assert read_kind(Document(language="fi", blocks=blocks, published="2021-03-17"))[0] is Kind.OTHER


@given(st.lists(st.text(max_size=120), min_size=1, max_size=6), st.sampled_from(["fi", "sv", "en"]), st.booleans())
def test_evidence_is_what_stands_there(texts: list[str], language: str, stamped: bool) -> None:
    read = document(language, f"Haku avattu {texts[0]}", [*texts, "Avustusta myönnettiin kunnille."], stamped=stamped)
    _, evidence = read_kind(read)
    assert evidence is None or read.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("unit", ["haku ", "avustus", "a-", "1.1.2020–", "." * 7 + " ", "myönsi avustusta "])
def test_time_grows_with_length_alone(unit: str) -> None:
    read = document("fi", "Otsikko", [unit * (40_000 // len(unit))], stamped=True)
    read_kind(document("fi", "Otsikko", ["haku"], stamped=True))
    began = time.process_time()
    read_kind(read)
    assert time.process_time() - began < 1.0

"""Sentences and pages that were written from imagination and scored before the grammar was mended after them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from parsers.facts.amounts import read_amounts
from parsers.facts.total import headline_total
from parsers.model import Amount, Block, Document, Kind

HERE = Path(__file__).parent
SENTENCES = tomllib.loads((HERE / "amounts_sentences.toml").read_text(encoding="utf-8"))["sentence"]
PAGES = tomllib.loads((HERE / "amounts_pages.toml").read_text(encoding="utf-8"))["page"]
MARKS: dict[str, Literal["h2", "li", "tr"]] = {"## ": "h2", "- ": "li", "| ": "tr"}


def shown(amount: Amount) -> str:
    """Return an amount as "3000000", "2000-80000", "980000 SEK"."""
    value = f"{amount.min:f}" if amount.min == amount.max else f"{amount.min:f}-{amount.max:f}"
    return value if amount.currency == "EUR" else f"{value} {amount.currency}"


def sentences() -> Iterator[Any]:
    for sentence in SENTENCES:
        marks = [pytest.mark.xfail(reason="no word of money in the sentence")] if sentence.get("missed") else []
        yield pytest.param(sentence, id=f"{sentence['language']}-{sentence['text'][:40]}", marks=marks)


def document(page: dict[str, Any]) -> Document:
    title, *lines = page["text"].strip().split("\n")
    blocks = [Block(type="h1", text=title)]
    for line in lines:
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        kind = MARKS[mark] if mark else "p"
        blocks.append(Block(type=kind, text=line.removeprefix(mark), table=0 if kind == "tr" else None))
    return Document(language=page["language"], blocks=tuple(blocks))


@pytest.mark.parametrize("sentence", list(sentences()))
def test_sentence(sentence: dict[str, Any]) -> None:
    blocks = (Block(type="h1", text="Tiedote"), Block(type="p", text=sentence["text"]))
    found = read_amounts(Document(language=sentence["language"], blocks=blocks))
    assert [shown(amount) for amount in found] == sentence["amounts"]


@pytest.mark.parametrize("page", [pytest.param(page, id=page["text"].split("\n")[0]) for page in PAGES])
def test_page(page: dict[str, Any]) -> None:
    read = document(page)
    amounts = read_amounts(read)
    assert [shown(amount) for amount in amounts] == page["amounts"]
    assert headline_total(read, amounts, Kind(page["kind"])) == (page["total"] or None)

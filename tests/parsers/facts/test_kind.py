from __future__ import annotations

from pathlib import Path

import pytest

from parsers.facts.kind import read_kind
from parsers.model import Block, Document, Kind

FORMS = Path(__file__).parent / "forms"


def forms(name: str) -> list[pytest.ParameterSet]:
    """Return the cases of a table: the kind, whether the page has a stamp, its title and paragraphs."""
    cases = []
    for line in (FORMS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, title, *paragraphs = line.split(" | ")
            cases.append(pytest.param(kind.rstrip("*"), not kind.endswith("*"), title, paragraphs, id=title[:60]))
    return cases


def document(language: str, title: str, paragraphs: list[str], *, stamped: bool) -> Document:
    blocks = (Block(type="h1", text=title), *(Block(type="p", text=paragraph) for paragraph in paragraphs))
    return Document(language=language, blocks=blocks, published="2021-03-17T11:14" if stamped else None)


@pytest.mark.parametrize(("kind", "stamped", "title", "paragraphs"), forms("kind.fi.txt"))
def test_finnish_kinds(kind: str, stamped: bool, title: str, paragraphs: list[str]) -> None:
    assert read_kind(document("fi", title, paragraphs, stamped=stamped))[0] == Kind(kind)


@pytest.mark.parametrize(("kind", "stamped", "title", "paragraphs"), forms("kind.sv.txt"))
def test_swedish_kinds(kind: str, stamped: bool, title: str, paragraphs: list[str]) -> None:
    assert read_kind(document("sv", title, paragraphs, stamped=stamped))[0] == Kind(kind)

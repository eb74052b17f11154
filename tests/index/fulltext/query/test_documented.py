"""docs/searching.md tells what is so: its queries are understood, its tables name every field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.fulltext.query.fields import field_names
from index.fulltext.query.parser import parse

PAGE = (Path(__file__).parents[4] / "docs" / "searching.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
FIELDS = re.findall(r"^\| (\w+) \| ((?:`[^`]+:` ?)+) \| `([^`]+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("query", [*QUERIES, *(example for _, _, example in FIELDS)])
def test_queries_of_the_tables_are_understood(query: str) -> None:
    assert str(parse(query))


def test_the_table_of_fields_is_whole() -> None:
    documented = {name[:-1]: field for field, names, _ in FIELDS for name in re.findall(r"`([^`]+)`", names)}
    assert documented == dict(field_names())


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        pytest.param("avustus -koulutus", "(avustus -koulutus)", id="exclusion"),
        pytest.param("Talent Boost -ohjelma", "(talent boost ohjelma)", id="a name's hyphen"),
        pytest.param("Talent Boost NOT ohjelma", "(talent boost -ohjelma)", id="not"),
        pytest.param('Talent Boost -"ohjelma"', "(talent boost -ohjelma)", id="quoted exclusion"),
        pytest.param("TE-palvelut", "te-palvelut", id="one word"),
    ],
)
def test_the_rule_of_the_hyphen(query: str, meaning: str) -> None:
    assert str(parse(query)) == meaning

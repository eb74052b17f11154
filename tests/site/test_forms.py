"""The table that leads the browser's search from a form to its terms, read back as the browser reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import BrowserTerms
from sitegen.forms import MOST_BYTES, form_files
from tests.index.conftest import build_release

letters = st.text(st.characters(categories=["Ll", "Lo", "Nd", "Pd"], max_codepoint=0xFFFF), min_size=1, max_size=12)
tables = st.dictionaries(letters, st.lists(letters, max_size=3), max_size=60)


def read(files: dict[str, str]) -> dict[str, list[str]]:
    """Return what all files of a table say."""
    found: dict[str, list[str]] = {}
    for path, content in files.items():
        form = ""
        for line in content.split("\n") if "/p-" in path else ():
            own, *terms = line.split(" ")
            if own:
                form = form[: int(own[0], 36)] + own[1:]
                found[form] = [form[: int(term[0], 36)] + term[1:] for term in terms]
    return found


@given(tables)
def test_a_table_comes_back_as_it_went(table: dict[str, list[str]]) -> None:
    assert read(dict(form_files(table))) == table


def test_files_are_small_and_named_by_beginnings() -> None:
    table = {
        f"{first}{second}{number}": [f"{first}{second}"] for first in "abä" for second in "xyz" for number in range(999)
    }
    files = dict(form_files(table))
    assert read(files) == {form: list(terms) for form, terms in table.items()}
    assert max(len(content.encode()) for content in files.values()) <= MOST_BYTES
    prefixes = files["forms/prefixes.txt"].split("\n")
    assert prefixes == sorted(prefixes) and len(prefixes) == len(files) - 1
    assert any(path.startswith("forms/p-_e4") for path in files)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("a" * 41, id="too-long"),
        pytest.param("\U00010400" * 3, id="beyond-the-basic-plane"),
        pytest.param("a b", id="a-space"),
        pytest.param("", id="empty"),
    ],
)
def test_what_nobody_types_is_left_out(form: str) -> None:
    assert read(dict(form_files({form: ["x"], "kunta": ["kunta"]}))) == {"kunta": ["kunta"]}


@pytest.mark.parametrize(
    ("language", "text", "form", "terms"),
    [
        pytest.param("fi", "Kuntien haku", "kuntien", ("kunta",), id="a-form"),
        pytest.param("fi", "Kuntien haku", "kunta", ("kunta",), id="its-base-form"),
        pytest.param("fi", "Osaamiskeskukset", "osaaminen", ("osaaminen", "osata"), id="a-part-of-a-compound"),
        pytest.param("fi", "Haku ja kunta", "ja", (), id="too-common"),
        pytest.param("fi", "TEMissä haku", "tem", ("tem",), id="an-abbreviation"),
        pytest.param("sv", "Ansökningstiden", "ansökan", ("ansökan",), id="a-swedish-part"),
        pytest.param("en", "Grants", "grants", ("grant",), id="english"),
    ],
)
def test_forms_that_a_text_gives_reason_to_expect(language: str, text: str, form: str, terms: tuple[str, ...]) -> None:
    assert BrowserTerms().forms([build_release("a", text, language=language)])[form] == terms


def test_a_title_weighs_more_than_a_mention() -> None:
    weights = BrowserTerms().weights(
        build_release("a", "Kuntien haku", "Alku", "Alueille avustusta", organisation=None)
    )
    assert weights["kunta"] > weights["alku"] > weights["alue"]

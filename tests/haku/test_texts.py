"""Everything the command line can say is there in Finnish and Swedish, and says the same things."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

from tools.catalogues import HAKU, LANGUAGES, compiled, update
from tools.click_texts import CLICK
from tools.extraction import MARKS, PROBLEMS, calls_with_texts, texts_in

PACKAGES = ("haku", "crawler", "index", "parsers", "sitegen", "siteserve")


@cache
def used_texts() -> set[str]:
    return {_ids(message)[0] for message in HAKU.used_texts() if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    known = HAKU.read_catalogue(language)
    missing = {text for text in used_texts() if not all(_strings(known.get(text)))}
    assert not missing, "run `make texts`, then translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over_or_doubtful(language: str) -> None:
    known = {_ids(message)[0] for message in HAKU.read_catalogue(language) if message.id}
    assert known - used_texts() == set()
    assert not [message.id for message in HAKU.read_catalogue(language) if message.id and message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_name_what_the_original_names(language: str) -> None:
    for original, translation in _pairs(HAKU.read_catalogue(language)):
        assert _placeholders(translation) == _placeholders(original), translation


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_commands_that_stay_as_they_are(language: str) -> None:
    for original, translation in _pairs(HAKU.read_catalogue(language)):
        if original.startswith("Example: "):
            assert translation.partition(": ")[2] == original.partition(": ")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogues_are_up_to_date(language: str) -> None:
    assert HAKU.file(language, "mo").read_bytes() == compiled(HAKU.read_catalogue(language)), "run `make texts`"


@pytest.mark.parametrize("package", PACKAGES)
def test_problems_are_worded_where_they_are_raised(package: str) -> None:
    """A sentence that is not written out in the module is not found by the extraction of messages."""
    for path in Path(str(files(package))).rglob("*.py"):
        for call, texts in calls_with_texts(ast.parse(path.read_text(encoding="utf-8")), PROBLEMS):
            assert texts or _is_passed_on(call.args[0]), f"{path}:{call.lineno}"


def _is_passed_on(message: ast.expr) -> bool:
    """Whether it is a problem that another process has met, and worded."""
    return isinstance(message, ast.Subscript)


def test_click_still_says_what_is_translated_for_it() -> None:
    found = extract_from_dir(str(files("click")), [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})
    assert set(CLICK) <= {message for _, _, message, _, _ in found}


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        pytest.param("""f"{name or _('unknown')}: " """, ["unknown"], id="inside an f-string"),
        pytest.param("raise self._problem('{query}: no word', piece)", ["{query}: no word"], id="a helper's call"),
        pytest.param("def _problem(text):\n    return Problem(text)\ntext = 'a'", [], id="a helper hands on"),
        pytest.param("TEXT = 'a'\ndef f():\n    raise Problem(TEXT)", ["a"], id="a name of the module"),
        pytest.param("_('b'); _('a')", ["b", "a"], id="in the order they stand"),
        pytest.param("_(f'{a}'); _(a + 'b'); _(); print('a'); ngettext('a', b, 2)", [], id="none written out"),
    ],
)
def test_extraction(source: str, texts: list[str]) -> None:
    assert [text for _, text in texts_in(source, {**MARKS, **PROBLEMS})] == texts


def test_an_update_changes_nothing_that_is_in_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {ending: HAKU.file("fi", ending).read_bytes() for ending in ("po", "mo")}
    monkeypatch.setattr(type(HAKU), "file", lambda domain, language, ending: tmp_path / language / f"haku.{ending}")
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi" / "haku.po").write_bytes(before["po"])
    assert update(HAKU, "fi") == 0
    assert {ending: HAKU.file("fi", ending).read_bytes() for ending in ("po", "mo")} == before
    assert update(HAKU, "sv") == len(used_texts())


def _pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each original with its translation, the singular and the plural apart."""
    for message in catalogue:
        if message.id:
            yield from zip(_ids(message), _strings(message), strict=True)


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)


def _strings(message: Message | None) -> tuple[str, ...]:
    string = message.string if message else None
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def _placeholders(text: str) -> list[str]:
    """Return what is filled in, with how it is written: `{count}`, `{name!r}`, `%(prog)s`."""
    return sorted(set(re.findall(r"\{[^{}]*\}|%\(\w+\)s", text)))

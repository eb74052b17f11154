"""Everything the command line can say is there in Finnish and Swedish, and says the same things."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "haku" / "locale"
LANGUAGES = ("fi", "sv")
KEYWORDS = {"_": None, "ngettext": (1, 2), "Problem": (1,)}
PACKAGES = ("haku", "crawler", "index", "parsers", "site/sitegen")
# What click says of itself when it is used as these commands use it.
CLICK = {
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Show the version and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Missing argument",
    "Missing command.",
    "Missing option",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "default: {default}",
    "env var: {var}",
    "Aborted!",
}


def messages() -> set[str]:
    found = set(CLICK)
    for package in PACKAGES:
        for _, _, message, _, _ in extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS):
            texts = message if isinstance(message, tuple) else (message,)
            if package != "site/sitegen" or _is_problem(texts[0]):
                found.add(texts[0])
    return found


def _is_problem(message: str) -> bool:
    """The site's own texts have a catalogue of their own; its faults are told by the command line."""
    return message in _problems(ROOT / "site" / "sitegen")


def _problems(folder: Path) -> set[str]:
    extracted = extract_from_dir(folder, [("**.py", "python")], keywords={"Problem": (1,)})
    return {message[2][0] if isinstance(message[2], tuple) else message[2] for message in extracted}


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "haku.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    known = catalogue(language)
    missing = {text for text in messages() if not (known.get(text) and all(_strings(known.get(text))))}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over_or_doubtful(language: str) -> None:
    known = {_ids(message)[0] for message in catalogue(language) if message.id}
    assert known - messages() == set()
    assert not [message.id for message in catalogue(language) if message.id and message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_name_what_the_original_names(language: str) -> None:
    for message in catalogue(language):
        for translation in _strings(message) if message.id else ():
            assert _placeholders(translation) == _placeholders(_ids(message)[-1]), translation


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogues_are_up_to_date(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    assert (LOCALE / language / "LC_MESSAGES" / "haku.mo").read_bytes() == compiled.getvalue(), "run `make texts`"


@pytest.mark.parametrize("package", PACKAGES)
def test_problems_are_worded_where_they_are_raised(package: str) -> None:
    """A sentence that is not written out in the call is not found by the extraction of messages."""
    for path in (ROOT / package).rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
                assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)


def _strings(message: Message | None) -> tuple[str, ...]:
    strings = message.string if message else ""
    return tuple(strings) if isinstance(strings, (tuple, list)) else (strings,)


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))

"""Writes the table of forms into docs/reading-facts.md: ``python -m tools.forms``.

The forms are data that a linguist can extend, one file a language in tests/parsers/forms; the tests read every one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from parsers.model import Language

_ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = _ROOT / "docs" / "reading-facts.md"
LANGUAGES: tuple[Language, ...] = ("fi", "sv")
_NAMES = {"fi": "Finnish", "sv": "Swedish"}
_BEGIN, _END = "<!-- forms: written by python -m tools.forms -->", "<!-- end of forms -->"


class Forms(NamedTuple):
    """The forms of one fact: a text with what is read from it, and texts from which nothing is."""

    read: list[tuple[str, ...]]
    none: list[str]


def main() -> None:
    """Bring the document in step with the forms."""
    text = with_table(DOCUMENT.read_text(encoding="utf-8"))
    DOCUMENT.write_text(text, encoding="utf-8")


@cache
def forms_of(language: Language) -> dict[str, Forms]:
    """Return the forms of `language` by fact, such as "amounts"."""
    path = _ROOT / "tests" / "parsers" / "forms" / f"{language}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {fact: Forms([tuple(entry) for entry in table["read"]], table["none"]) for fact, table in data.items()}


def with_table(text: str) -> str:
    """Return `text` with the table of forms between its two marks."""
    before, _, rest = text.partition(_BEGIN)
    return f"{before}{_BEGIN}\n{_table()}{_END}{rest.partition(_END)[2]}"


def _table() -> str:
    counts = "".join(_counts(fact) for fact in forms_of("fi"))
    details = "".join(_details(language, fact) for fact in forms_of("fi") for language in LANGUAGES)
    head = "| fact | Finnish: read | read as nothing | Swedish: read | read as nothing |\n|---|---|---|---|---|\n"
    return f"\n{head}{counts}{_sum_of_counts()}\n{details}"


def _counts(fact: str) -> str:
    tables = (forms_of(language)[fact] for language in LANGUAGES)
    return f"| {_title(fact)} | {' | '.join(f'{len(table.read)} | {len(table.none)}' for table in tables)} |\n"


def _sum_of_counts() -> str:
    numbers = (
        f"{sum(len(table.read) for table in forms_of(language).values())} | "
        f"{sum(len(table.none) for table in forms_of(language).values())}"
        for language in LANGUAGES
    )
    return f"| all | {' | '.join(numbers)} |\n"


def _details(language: Language, fact: str) -> str:
    forms = forms_of(language)[fact]
    lines = [*_read(forms), *(f"| {_cell(text)} | – |" for text in forms.none)]
    title = f"{_title(fact).capitalize()}, {_NAMES[language]}: {len(lines)} forms"
    rows = "\n".join(lines)
    return f"<details><summary>{title}</summary>\n\n| form | read as |\n|---|---|\n{rows}\n\n</details>\n\n"


def _read(forms: Forms) -> Iterator[str]:
    for text, *expected in forms.read:
        yield f"| {_cell(text)} | {_cell('; '.join(expected) or 'yes')} |"


def _cell(text: str) -> str:
    """Return `text` as it can stand in a cell, special spaces told by their name."""
    shown = "".join(_SHOWN.get(character, character) for character in text)
    return shown.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


# Characters that cannot be seen, or that would end the cell
_SHOWN = {
    "\n": " ↵ ",
    "\u00a0": "␣",
    "\u2009": "␣",
    "\u200a": "␣",
    "\u202f": "␣",
    "\u2007": "␣",
    "\u2008": "␣",
    "\u2002": "␣",
    "\u2003": "␣",
    "\u00ad": "",
    "\u200b": "",
    "\ufeff": "",
}


def _title(fact: str) -> str:
    return fact.replace("_", " ")


if __name__ == "__main__":
    main()

"""The parts that number words are made of, read from the language data, and what parts are worth together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from parsers.language_data import load

LANGUAGES = ("fi", "sv")
# With those whose words are known, but never looked for on pages of the others
KNOWN = (*LANGUAGES, "en")
_MULTIPLIERS = ("thousand", "million")


class Part(NamedTuple):
    """A number word, or a part of one: what it is worth and how it joins what stands before it."""

    role: str
    value: Decimal
    approximate: bool


class Parts(NamedTuple):
    """The forms of all parts, those that multiply on their own, and the abbreviations that do."""

    forms: dict[str, Part]
    multipliers: dict[str, Decimal]
    before_currency: dict[str, Decimal]
    connectors: frozenset[str]


def languages(language: str) -> list[str]:
    """Return the languages to look words up in: the page's own first.

    >>> languages("sv"), languages("en"), languages("nb")
    (['sv', 'fi'], ['en', 'fi', 'sv'], ['fi', 'sv'])
    """
    own = [language] if language in KNOWN else []
    return own + [other for other in LANGUAGES if other != language]


def known(language: str) -> str:
    """Return `language` where its words are known, else Finnish."""
    return language if language in KNOWN else "fi"


def load_parts(language: str) -> Parts:
    """Return the parts of `language`, with those of Finnish and Swedish for words it lacks: pages mix them."""
    parts = Parts({}, {}, {}, frozenset(load(each, "numbers")["half_connector"] for each in LANGUAGES))
    for each in languages(language):
        data = load(each, "numbers")
        for form, part in _forms(data["part"]):
            parts.forms.setdefault(form, part)
            if part.role in _MULTIPLIERS:
                parts.multipliers.setdefault(form, part.value)
        _add_abbreviations(parts.multipliers, data["abbreviation"])
        _add_abbreviations(parts.before_currency, data["abbreviation_before_currency"])
    return parts


def parts_value(parts: Sequence[Part]) -> Decimal | None:
    """Return what the parts are worth together, None where they do not make one number ("two three").

    `small` is what a following part multiplies, `group` what has been added up below the next thousand.
    """
    total, group, small = Decimal(0), Decimal(0), None
    for role, value, _ in parts:
        if (role in ("ones", "tens") and small is not None) or (role == "teen" and small is None):
            return None
        if role == "ones":
            small = value
        elif role == "tens":
            group += value
        elif role == "teen":
            small = (small or 0) + value
        elif role == "times":
            small = value if small is None else small * value
        elif role in _MULTIPLIERS:
            total, group, small = total + _joined(group, small) * value, Decimal(0), None
        else:
            group, small = group + (1 if small is None else small) * value, None
    return total + group + (small or 0)


def _joined(group: Decimal, small: Decimal | None) -> Decimal:
    return Decimal(1) if small is None and not group else group + (small or 0)


def _forms(entries: list[dict[str, Any]]) -> Iterator[tuple[str, Part]]:
    for entry in entries:
        part = Part(entry["role"], Decimal(entry["value"]), bool(entry.get("approximate")))
        yield from ((form, part) for form in entry["forms"].split())


def _add_abbreviations(table: dict[str, Decimal], data: dict[str, str]) -> None:
    for value, words in data.items():
        for word in words.split():
            table.setdefault(word, Decimal(value))

"""The words of money of a language, ready to look up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, TypeVar

from parsers.language_data import load
from parsers.numbers import NumberWords, number_words
from parsers.numbers.parts import languages

# A crown whose country the rest of the page tells; no ISO code.
CROWN = "KR"
SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}
CODES = frozenset("EUR SEK NOK DKK ISK USD GBP CHF PLN CZK HUF JPY CAD AUD RUB EEK LVL LTL FIM".split())

# The last begins the thousands of a number without a currency: "400 000 on varattu"
_TELLING_SIGNS = (*SIGNS, ",-", ":-", " 000")
_WORD = re.compile(r"[^\W\d_]+")
_Value = TypeVar("_Value")


class Unit(NamedTuple):
    """What a word makes of the number before it: the currency, and what to multiply by (0.01 for cents)."""

    currency: str
    factor: Decimal


@dataclass(frozen=True)
class Lexicon:
    """Words in lower case to their meaning; `multiplied` ("Me") and `CODES` are told by their capitals."""

    numbers: NumberWords
    currencies: dict[str, Unit]
    multiplied: dict[str, Unit]
    letters: dict[str, Unit]
    adjectives: dict[str, Unit]
    nationalities: dict[str, str]
    headings: frozenset[str]
    joins_and: frozenset[str]
    joins_range: frozenset[str]
    range_endings: tuple[str, ...]
    between_before: frozenset[str]
    between_after: frozenset[str]
    within_number: frozenset[str]
    numbering: frozenset[str]
    vague: frozenset[str]
    binding: frozenset[str]
    telling: frozenset[str]

    def may_state_money(self, text: str) -> bool:
        """Whether `text` has any sign or word without which it states no sum: most paragraphs have none.

        >>> lexicon("fi").may_state_money("Hakuaika päättyy 29.4.2022"), lexicon("fi").may_state_money("yli 5 Milj.")
        (False, True)
        """
        signs = any(sign in text for sign in _TELLING_SIGNS)
        return signs or not self.telling.isdisjoint(_WORD.findall(text.lower()))


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of `language`, with those of the other for words that it lacks: pages mix them.

    >>> lexicon("fi").currencies["eurolla"], lexicon("sv").currencies["öre"]
    (Unit(currency='EUR', factor=Decimal('1')), Unit(currency='KR', factor=Decimal('0.01')))
    """
    data = [load(each, "amounts") for each in languages(language)]
    numbers, currencies, multiplied = number_words(language), _currencies(data), _multiplied(data)
    letters = _first(_units(data, "currency_letter", 1))
    adjectives = _first(_units(data, "currency_adjective", 1))
    headings = frozenset(word for each in data for _, word in _pairs(each["heading"]))
    return Lexicon(
        numbers=numbers,
        currencies=currencies,
        multiplied=multiplied,
        letters=letters,
        adjectives=adjectives,
        nationalities=_first((word, code) for each in data for code, word in _pairs(each["nationality"])),
        headings=headings,
        joins_and=_words(data, "join", "and"),
        joins_range=_words(data, "join", "range"),
        range_endings=tuple(sorted(_words(data, "join", "range_endings"))),
        between_before=_words(data, "join", "between_before"),
        between_after=_words(data, "join", "between_after"),
        within_number=_words(data, "join", "within"),
        numbering=_words(data, "numbering", "words"),
        vague=_words(data, "vague", "words"),
        binding=_binding(data),
        telling=_telling(currencies, multiplied, letters, numbers.multipliers, CODES, headings, adjectives),
    )


def _currencies(data: list[dict[str, Any]]) -> dict[str, Unit]:
    return _first([*_units(data, "currency", 1), *_units(data, "hundredth", Decimal("0.01"))])


def _multiplied(data: list[dict[str, Any]]) -> dict[str, Unit]:
    return _first(
        (word, Unit(key.split()[1], Decimal(key.split()[0])))
        for each in data
        for key, word in _pairs(each["multiplied_currency"])
    )


def _units(data: list[dict[str, Any]], section: str, factor: Decimal | int) -> list[tuple[str, Unit]]:
    return [(word, Unit(code, Decimal(factor))) for each in data for code, word in _pairs(each[section])]


def _pairs(section: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, word) for key, words in section.items() for word in words.split()]


def _words(data: list[dict[str, Any]], section: str, key: str) -> frozenset[str]:
    return frozenset(word for each in data for word in each[section][key].split())


def _telling(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for words in lists for word in words)


# "enintään", "upp till": the words of all phrases that stand before a sum
def _binding(data: list[dict[str, Any]]) -> frozenset[str]:
    phrases = (
        phrase
        for each in data
        for listed in (*each["bound"].values(), each["approximate"]["phrases"])
        for phrase in listed
    )
    return frozenset(word for phrase in phrases for word in phrase.split())


def _first(pairs: Iterable[tuple[str, _Value]]) -> dict[str, _Value]:
    found: dict[str, _Value] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found

"""The words around sums, ready to look up: bounds, approximations and units, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from parsers.language_data import load
from parsers.numbers.parts import languages

Bound = Literal["at_most", "at_least", "over", "under"]
Phrase = tuple[str, ...]
_BOUNDS: tuple[Bound, ...] = ("at_most", "at_least", "over", "under")


class Terms(NamedTuple):
    """How a sum binds, whether it is approximate, and what it is for each of."""

    bound: Bound | None = None
    approximate: bool = False
    per: str | None = None


@dataclass(frozen=True)
class TermWords:
    """Phrases before and behind a sum, and the words of units by where they stand."""

    before: dict[Phrase, Terms]
    behind: dict[Phrase, Terms]
    between: frozenset[str]
    slash: dict[str, str]
    each: dict[str, str]
    each_after: frozenset[str]
    each_before: frozenset[str]
    alone: dict[Phrase, str]
    alone_endings: dict[str, str]
    alone_openings: frozenset[str]
    endings: tuple[str, ...]


@cache
def term_words(language: str) -> TermWords:
    """Return the words of `language`, with those of the other for words that it lacks."""
    data = [load(each, "amounts") for each in reversed(languages(language))]
    alone = dict(_units(data, "alone"))
    return TermWords(
        before=_phrases_before(data),
        behind=_phrases(data, "bound_after"),
        between=_joined(data, "between", "words"),
        slash=dict(_units(data, "slash")),
        each=dict(_units(data, "each")),
        each_after=_joined(data, "per", "each_after"),
        each_before=_joined(data, "per", "each_before"),
        alone={tuple(words.split()): unit for words, unit in alone.items() if not words.startswith("*")},
        alone_endings={words[1:]: unit for words, unit in alone.items() if words.startswith("*")},
        alone_openings=frozenset(words.split()[0] for words in alone),
        endings=tuple(words[1:] for words in alone if words.startswith("*")),
    )


def _phrases_before(data: list[dict[str, Any]]) -> dict[Phrase, Terms]:
    phrases = _phrases(data, "bound")
    for each in data:
        for words in each["approximate"]["phrases"]:
            phrase = tuple(words.split())
            phrases[phrase] = phrases.get(phrase, Terms())._replace(approximate=True)
    return phrases


def _phrases(data: list[dict[str, Any]], section: str) -> dict[Phrase, Terms]:
    return {
        tuple(words.split()): Terms(bound=bound) for each in data for bound in _BOUNDS for words in each[section][bound]
    }


def _units(data: list[dict[str, Any]], place: str) -> Iterator[tuple[str, str]]:
    for each in data:
        for unit, words in each["per_unit"].items():
            listed = words[place].split() if isinstance(words[place], str) else words[place]
            yield from ((word, unit) for word in listed)


def _joined(data: list[dict[str, Any]], section: str, key: str) -> frozenset[str]:
    return frozenset(word for each in data for word in each[section][key].split())

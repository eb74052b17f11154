"""The words of dates in one language, ready for the grammar, from ``language_data/<language>/dates.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from parsers.dates.tokens import Phrases, Stream
from parsers.language_data import load

Case = Literal["plain", "from", "until"]
_CASES: tuple[Case, ...] = ("plain", "from", "until")
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Words:
    """Inflected forms and phrases. `months` and `weekdays` give a number (January 1, Monday 0) and what the case says.

    `starters` are the words, besides numbers, with which a mention can begin.
    """

    months: dict[str, tuple[int, Case]]
    month_stems: dict[str, int]
    weekdays: dict[str, tuple[int, Case]]
    day_words: dict[str, Case]
    relative: tuple[tuple[int, Phrases], ...]
    hours: dict[str, int]
    phrases: dict[str, Phrases]
    starters: frozenset[str]
    _tables: dict[tuple[str, ...], Phrases] = field(default_factory=dict)

    def at(self, stream: Stream, position: int, *names: str) -> int | None:
        """Return the position after the longest phrase of the tables `names` that begins here, else None."""
        joined = self._tables.get(names) or self._joined(names)
        return joined.at(stream, position)

    def before(self, stream: Stream, position: int, *names: str) -> bool:
        """Return whether a phrase of one of the tables `names` ends just before `position`."""
        return self._joined(names).before(stream, position) is not None

    def _joined(self, names: tuple[str, ...]) -> Phrases:
        if names not in self._tables:
            self._tables[names] = Phrases(phrase for name in names for phrase in self.phrases[name].source)
        return self._tables[names]


@cache
def words_of(language: str) -> Words:
    """Return the words of `language`; of English for a language that has no data of its own."""
    data = load(language if language in LANGUAGES else "en", "dates")
    months, weekdays, phrases = dict(_months(data)), dict(_weekdays(data)), dict(_phrases(data))
    relative = tuple((int(days), Phrases(words)) for days, words in data["relative"].items())
    opening = [phrases[name] for name in _OPENING] + [words for _, words in relative]
    return Words(
        months=months,
        month_stems={stem: number for number, stem in enumerate(data["month_stems"], start=1)},
        weekdays=weekdays,
        day_words=dict(_day_words(data)),
        relative=relative,
        hours={word: hour for hour, forms in enumerate(data["clock"]["hours"]) for word in forms.split()},
        phrases=phrases,
        starters=frozenset(months).union(data["month_stems"], weekdays, *(words.openings for words in opening)),
    )


# The tables whose phrases can begin a mention.
_OPENING = ("clock.words", "day.articles", "parts.year_end")


def _months(data: dict[str, Any]) -> Iterator[tuple[str, tuple[int, Case]]]:
    for number, stem in enumerate(data["month_stems"], start=1):
        for case in _CASES:
            yield from ((stem + form, (number, case)) for form in data["month_forms"][case])
    for number, forms in enumerate(data["month_abbreviations"], start=1):
        yield from ((form, (number, "plain")) for form in forms)


def _weekdays(data: dict[str, Any]) -> Iterator[tuple[str, tuple[int, Case]]]:
    for case in _CASES:
        for index, forms in enumerate(data["weekdays"][case]):
            yield from ((form, (index, case)) for form in forms)


def _day_words(data: dict[str, Any]) -> Iterator[tuple[str, Case]]:
    day = data["day"]
    for case, key in zip(_CASES, ("words", "words_from", "words_until"), strict=True):
        yield from ((word, case) for word in day[key])


_TABLES = ("day", "clock", "edges", "range", "licence", "parts", "years", "not_dates", "tense", "clauses")


def _phrases(data: dict[str, Any]) -> Iterator[tuple[str, Phrases]]:
    """Yield every list of phrases under its name, such as ``clock.words``."""
    for table in _TABLES:
        yield from ((f"{table}.{key}", Phrases(values)) for key, values in data[table].items())

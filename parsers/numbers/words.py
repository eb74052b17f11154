"""Numbers written in words, in every case, in one word or several: "kahdellakymmenellä", "hundra tusen", "puolitoista"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

from parsers.language_data import load
from parsers.numbers.figures import plain

LANGUAGES = ("fi", "sv")
_LONGEST_WORD = 100
_MOST_SPLITS = 20
_MOST_WORDS = 6
_MOST_REMEMBERED = 5_000
_MULTIPLIERS = ("thousand", "million")


class Part(NamedTuple):
    """A number word, or a part of one: what it is worth and how it joins what stands before it."""

    role: str
    value: Decimal
    approximate: bool


class WordNumber(NamedTuple):
    """A number read from the first `count` words of a text."""

    value: Decimal
    count: int
    approximate: bool


@dataclass(frozen=True)
class NumberWords:
    """The number words of a language, with those of the other for words it lacks (pages mix them).

    `multipliers` holds "miljoonaa", "mrd" and the like; `before_currency` those that multiply only right before a
    currency, such as "t" in "500 t€". `pieces` matches what a number word can begin with. All words are in lower case. `seen` spares taking the same word apart twice.
    """

    forms: dict[str, Part]
    multipliers: dict[str, Decimal]
    before_currency: dict[str, Decimal]
    connectors: frozenset[str]
    pieces: re.Pattern[str]
    longest: int
    seen: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def parts(self, word: str) -> tuple[Part, ...]:
        """Return the parts of a number word, none where it is no number word.

        >>> [str(part.value) for part in number_words("fi").parts("kahdellakymmenelläviidellä")]
        ['2', '10', '5']
        >>> number_words("fi").parts("kuntien"), number_words("sv").parts("hundratusentals")
        ((), ())
        """
        if len(word) > _LONGEST_WORD or not self.pieces.match(word):
            return ()
        if word not in self.seen:
            if len(self.seen) >= _MOST_REMEMBERED:
                self.seen.clear()
            self.seen[word] = self._split(word)
        return self.seen[word]

    def number(self, words: Sequence[str]) -> WordNumber | None:
        """Return the number that `words` begin with, up to a multiplier that stands alone.

        >>> number_words("fi").number(["kaksi", "ja", "puoli", "miljoonaa"])
        WordNumber(value=Decimal('2.5'), count=3, approximate=False)
        >>> number_words("sv").number(["hundra", "tusen", "euro"])
        WordNumber(value=Decimal('100'), count=1, approximate=False)
        >>> number_words("fi").number(["satatuhatta", "euroa"]).value
        Decimal('100000')
        >>> number_words("fi").number(["miljoonaa", "euroa"])
        """
        parts: tuple[Part, ...] = ()
        value, count = None, 0
        for word in words[:_MOST_WORDS]:
            more = () if word in self.multipliers else self.parts(word)
            extended = _value(parts + more) if more else None
            if extended is None:
                break
            parts, value, count = parts + more, extended, count + 1
        if value is None:
            return None
        half = self.half(words[count:])
        return WordNumber(
            value=plain(value + Decimal("0.5") if half else value),
            count=count + half,
            approximate=any(part.approximate for part in parts),
        )

    def half(self, words: Sequence[str]) -> int:
        """Return how many words of "ja puoli", "och en halv" `words` begin with, 0 if none.

        >>> number_words("sv").half(["och", "en", "halv", "miljon"]), number_words("sv").half(["och", "en", "miljon"])
        (3, 0)
        """
        if not words or words[0] not in self.connectors:
            return 0
        following = self.number(words[1:4]) if len(words) > 1 else None
        return 1 + following.count if following and following.value == Decimal("0.5") else 0

    def _split(self, word: str) -> tuple[Part, ...]:
        """Return the first way to take `word` apart that makes a number: "sataaneljä" is no "sataan" with a rest."""
        for parts in islice(self._splits(word, 0, set()), _MOST_SPLITS):
            if _value(parts) is not None:
                return parts
        return ()

    def _splits(self, word: str, position: int, dead: set[int]) -> Iterator[tuple[Part, ...]]:
        """Yield the ways to take `word` apart from `position` on; `dead` holds the positions that lead nowhere."""
        if position == len(word):
            yield ()
        alive = position == len(word)
        for start in _starts(word, position):
            for end in range(min(len(word), start + self.longest), start, -1):
                if word[start:end] in self.forms and end > position and end not in dead:
                    for rest in self._splits(word, end, dead):
                        alive = True
                        yield (self.forms[word[start:end]], *rest)
        if not alive:
            dead.add(position)


# Swedish writes no letter three times: "ett" and "tusen" make "ettusen"
def _starts(word: str, position: int) -> tuple[int, ...]:
    doubled = position > 1 and word[position - 1] == word[position - 2]
    return (position, position - 1) if doubled else (position,)


@cache
def number_words(language: str) -> NumberWords:
    """Return the number words of `language`; for any but "fi" and "sv" those of both, Finnish first."""
    forms: dict[str, Part] = {}
    multipliers: dict[str, Decimal] = {}
    before_currency: dict[str, Decimal] = {}
    connectors = set()
    for each in sorted(LANGUAGES, key=lambda other: other != language):
        data = load(each, "numbers")
        connectors.add(data["half_connector"])
        for form, part in _forms(data["part"]):
            forms.setdefault(form, part)
            if part.role in _MULTIPLIERS:
                multipliers.setdefault(form, part.value)
        _add_abbreviations(multipliers, data["abbreviation"])
        _add_abbreviations(before_currency, data["abbreviation_before_currency"])
    pieces = re.compile("|".join(sorted(forms, key=len, reverse=True)))
    return NumberWords(forms, multipliers, before_currency, frozenset(connectors), pieces, max(map(len, forms)))


def _forms(parts: list[dict[str, str]]) -> list[tuple[str, Part]]:
    return [
        (form, Part(entry["role"], Decimal(entry["value"]), bool(entry.get("approximate"))))
        for entry in parts
        for form in entry["forms"].split()
    ]


def _add_abbreviations(table: dict[str, Decimal], data: dict[str, str]) -> None:
    for value, words in data.items():
        for word in words.split():
            table.setdefault(word, Decimal(value))


def _value(parts: Sequence[Part]) -> Decimal | None:
    """Return what the parts are worth together, None where they do not make one number ("two three").

    `small` is what a following part multiplies, `group` what has been added up below the next thousand.
    """
    total, group, small = Decimal(0), Decimal(0), None
    for role, value, _ in parts:
        if role == "ones":
            if small is not None:
                return None
            small = value
        elif role == "teen":
            if small is None:
                return None
            small += value
        elif role == "times":
            small = value if small is None else small * value
        elif role in _MULTIPLIERS:
            total, group, small = total + _joined(group, small) * value, Decimal(0), None
        elif role == "tens":
            if small is not None:
                return None
            group += value
        else:
            group, small = group + (1 if small is None else small) * value, None
    return total + group + (small or 0)


def _joined(group: Decimal, small: Decimal | None) -> Decimal:
    return Decimal(1) if small is None and not group else group + (small or 0)

"""Numbers written in words, in every case, in one word or several: "kahdellakymmenellä", "hundra tusen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

from parsers.numbers.figures import plain
from parsers.numbers.parts import Part, load_parts, parts_value
from parsers.text.remembered import WordTable

_LONGEST_WORD = 100
_MOST_SPLITS = 20
_MOST_WORDS = 6
_HALF = Decimal("0.5")


class WordNumber(NamedTuple):
    """A number read from the first `length` words of a text."""

    value: Decimal
    length: int
    approximate: bool


class NumberWords:
    """The number words of a language, with those of the other for words it lacks (pages mix them).

    `multipliers` holds "miljoonaa", "mrd" and the like, `before_currency` those that multiply only right before a
    currency, such as "t" in "500 t€"; `may_be(word)` is false for most that are no number words. All in lower case.
    """

    def __init__(self, language: str) -> None:
        self.forms, self.multipliers, self.before_currency, self._connectors = load_parts(language)
        beginnings = re.compile("|".join(map(re.escape, self.forms)))
        self._longest = max(map(len, self.forms))
        self._is_beginning = WordTable(lambda word: beginnings.match(word) is not None)
        self._parts = WordTable(self._split)

    def may_be(self, word: str) -> bool:
        """Return whether `word` begins as a number word does."""
        return self._is_beginning[word[: self._longest]]

    def parts(self, word: str) -> tuple[Part, ...]:
        """Return the parts of a number word, none where it is no number word.

        >>> [str(part.value) for part in number_words("fi").parts("kahdellakymmenelläviidellä")]
        ['2', '10', '5']
        >>> number_words("fi").parts("kuntien"), number_words("sv").parts("hundratusentals")
        ((), ())
        """
        if len(word) > _LONGEST_WORD or not self.may_be(word):
            return ()
        return self._parts[word]

    def number(self, words: Sequence[str]) -> WordNumber | None:
        """Return the number that `words` begin with, up to a multiplier that stands alone.

        >>> number_words("fi").number(["kaksi", "ja", "puoli", "miljoonaa"])
        WordNumber(value=Decimal('2.5'), length=3, approximate=False)
        >>> number_words("sv").number(["hundra", "tusen", "euro"])
        WordNumber(value=Decimal('100'), length=1, approximate=False)
        >>> number_words("fi").number(["satatuhatta", "euroa"]).value
        Decimal('100000')
        >>> number_words("fi").number(["miljoonaa", "euroa"])
        """
        parts: tuple[Part, ...] = ()
        value, length = None, 0
        for word in words[:_MOST_WORDS]:
            more = () if word in self.multipliers else self.parts(word)
            extended = parts_value(parts + more) if more else None
            if extended is None:
                break
            parts, value, length = parts + more, extended, length + 1
        if value is None:
            return None
        half = self.half(words[length:])
        approximate = any(part.approximate for part in parts)
        return WordNumber(plain(value + _HALF if half else value), length + half, approximate)

    def half(self, words: Sequence[str]) -> int:
        """Return how many words of "ja puoli", "och en halv" `words` begin with, 0 if none.

        >>> number_words("sv").half(["och", "en", "halv", "miljon"]), number_words("sv").half(["och", "en", "miljon"])
        (3, 0)
        """
        if not words or words[0] not in self._connectors:
            return 0
        following = self.number(words[1:4]) if len(words) > 1 else None
        return 1 + following.length if following and following.value == _HALF else 0

    def _split(self, word: str) -> tuple[Part, ...]:
        """Return the first way to take `word` apart that makes a number: "sataaneljä" is no "sataan" with a rest."""
        for parts in islice(self._splits(word, 0, set()), _MOST_SPLITS):
            if parts_value(parts) is not None:
                return parts
        return ()

    def _splits(self, word: str, position: int, dead: set[int]) -> Iterator[tuple[Part, ...]]:
        """Yield the ways to take `word` apart from `position` on; `dead` holds the positions that lead nowhere."""
        if position == len(word):
            yield ()
            return
        alive = False
        for start, end in self._pieces_at(word, position):
            if end not in dead:
                for rest in self._splits(word, end, dead):
                    alive = True
                    yield (self.forms[word[start:end]], *rest)
        if not alive:
            dead.add(position)

    def _pieces_at(self, word: str, position: int) -> Iterator[tuple[int, int]]:
        """Yield where forms stand that go on from `position`, the longest first.

        Swedish writes no letter three times, so that "ett" and "tusen" make "ettusen".
        """
        doubled = position > 1 and word[position - 1] == word[position - 2]
        for start in (position, position - 1) if doubled else (position,):
            for end in range(min(len(word), start + self._longest), position, -1):
                if word[start:end] in self.forms:
                    yield start, end


@cache
def number_words(language: str) -> NumberWords:
    """Return the number words of `language`; for any but "fi" and "sv" those of both, Finnish first."""
    return NumberWords(language)

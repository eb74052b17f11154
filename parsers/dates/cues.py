"""Cue words: which groups of a lexicon the words of a text belong to, and how much each group weighs.

A lexicon is a topic of the language data with a table ``groups``, each with a ``weight`` and its ``words``; those that
count only for the dates they stand before ("i stället för den 14 februari") or after are in its lists of that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from parsers.dates.tokens import Stream, tokenize
from parsers.language_data import load
from parsers.text.remembered import WordTable

# Behind the name of a group, for words that count only for a date that follows them, or that precedes them.
BEFORE, AFTER = ">", "<"
# Patterns are looked up by so many letters.
_OPENING = 3


class Hit(NamedTuple):
    """A cue at tokens ``start:end``, and the groups it belongs to."""

    start: int
    end: int
    groups: tuple[str, ...]


class Pattern(NamedTuple):
    """A word or phrase of the data, each of its words with the ends at which any letters may follow or precede."""

    words: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def size(self) -> tuple[int, int]:
        """The number of words, then the length of the first: the larger pattern is the closer one."""
        return len(self.words), len(self.words[0])

    @property
    def opening(self) -> str:
        """The letters that a matching word begins with, or nothing where any may."""
        first = self.words[0]
        return first[:_OPENING] if len(first.rstrip("*")) >= _OPENING and not first.startswith("*") else ""

    def matches_word(self, position: int, word: str) -> bool:
        pattern = self.words[position]
        bare = pattern.strip("*")
        if pattern.startswith("*"):
            return bare in word if pattern.endswith("*") else word.endswith(bare)
        return word.startswith(bare) if pattern.endswith("*") else word == bare

    def matches_rest(self, stream: Stream, start: int) -> bool:
        """Return whether the words from `start` on are this phrase, the first known to be."""
        return all(self.matches_word(i, stream.word(start + i)) for i in range(1, len(self.words)))


class Lexicon:
    """The cue words of one language and topic."""

    def __init__(self, groups: dict[str, list[str]], antecedents: Iterable[str] = ()) -> None:
        self._antecedents = frozenset(antecedents)
        members: dict[str, list[str]] = {}
        for group, entries in groups.items():
            for entry in entries:
                members.setdefault(entry, []).append(group)
        self._by_opening: dict[str, list[Pattern]] = {}
        for entry, names in members.items():
            pattern = Pattern(_words(entry), tuple(names))
            self._by_opening.setdefault(pattern.opening, []).append(pattern)
        self._beginning_with = WordTable(self._patterns_beginning_with)

    def hits(self, stream: Stream, start: int, end: int) -> Iterator[Hit]:
        """Yield the cues within tokens ``start:end``: every phrase, and of single words the longest pattern."""
        inside_compound = start
        beginnings = list(map(self._beginning_with.__getitem__, stream.words(start, end)))
        if not any(beginnings):
            return
        for position, patterns in enumerate(beginnings, start):
            if not patterns:
                continue
            single = position < inside_compound or _begins_compound(stream, position)
            for pattern in patterns:
                size = len(pattern.words)
                if size == 1 and not single:
                    yield Hit(position, position + 1, pattern.groups)
                    single = True
                elif size > 1 and position + size <= end and pattern.matches_rest(stream, position):
                    yield Hit(position, position + size, pattern.groups)
                    if "-" in pattern.words:
                        inside_compound = position + size

    def is_antecedent(self, hit: Hit) -> bool:
        """Return whether a relative clause after this cue is about it."""
        return not self._antecedents.isdisjoint(hit.groups)

    def _patterns_beginning_with(self, word: str) -> tuple[Pattern, ...]:
        """Return the patterns whose first word `word` is, the closest first; none for most words."""
        possible = (self._by_opening.get(opening, ()) for opening in ("", word[:_OPENING]))
        found = [pattern for patterns in possible for pattern in patterns if pattern.matches_word(0, word)]
        return tuple(sorted(found, key=lambda pattern: pattern.size, reverse=True))


def _begins_compound(stream: Stream, position: int) -> bool:
    """Return whether a hyphen makes this the first half of a word about something else: "virka-aika"."""
    return stream.sign(position + 1, "-") and stream.glued(position + 2) and stream.word(position + 2).isalpha()


def _words(entry: str) -> tuple[str, ...]:
    """Return the words of an entry, a star staying with its word.

    >>> _words("ei ole hakuaik*"), _words("*avustushau*"), _words("haku-info*")
    (('ei', 'ole', 'hakuaik*'), ('*avustushau*',), ('haku', '-', 'info*'))
    """
    words: list[str] = []
    for part in entry.split(" "):
        tokens = [token.text for token in tokenize(part.strip("*"))]
        tokens[0] = "*" * part.startswith("*") + tokens[0]
        tokens[-1] += "*" * part.endswith("*")
        words.extend(tokens)
    return tuple(words)


@cache
def lexicon(language: str, topic: str) -> Lexicon:
    """Return the lexicon of a topic in `language`; of English for a language that has no data of its own."""
    data = cue_data(language, topic)
    groups = {name: group["words"] for name, group in data["groups"].items()}
    for name, group in data["groups"].items():
        for mark, side in ((BEFORE, "before"), (AFTER, "after")):
            groups[name + mark] = group.get(side, [])
    return Lexicon(groups, data["antecedents"])


@cache
def weights(language: str, topic: str) -> dict[str, float]:
    """Return what each group of a topic weighs."""
    return {name: float(group["weight"]) for name, group in cue_data(language, topic)["groups"].items()}


@cache
def word_list(language: str, topic: str, table: str, key: str) -> Lexicon:
    """Return one plain list of a topic as a lexicon with a single group, named as the list is."""
    return Lexicon({key: cue_data(language, topic)[table][key]})


def cue_data(language: str, topic: str) -> dict[str, Any]:
    """Return the data of a topic in `language`, or in English for a language that has no data of its own."""
    return load(language if language in ("fi", "sv") else "en", topic)

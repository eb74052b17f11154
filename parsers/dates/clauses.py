"""How far apart two words of a sentence are in meaning: what commas, relative clauses, brackets and dates lie between.

A plain measure, instead of parsing: a cue counts in full in the date's own clause and less for each boundary between.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import exp

from parsers.dates.tokens import DASHES, Stream
from parsers.dates.words import Words

TokenSpan = tuple[int, int]

_MARKS = {",": 0.35, ":": 0.15, ";": 0.8}
_DASH = 0.35
_AND = 0.8
_BUT = 0.5
_DATE = 0.25
_TOKEN = 0.008
_BRACKETS = {"(": 0.35, ")": -0.35}
_RELATIVE = 1.6


class Distances:
    """The distances within one sentence, tokens ``start:end``, with the dates at the token spans `dates`.

    A relative clause is far from its main clause, except where it begins at one of `named`, after a word that the
    reader asks about: "haku, joka päättyy 30.4.".
    """

    def __init__(
        self, stream: Stream, words: Words, sentence: TokenSpan, dates: list[TokenSpan], named: frozenset[int]
    ) -> None:
        self._named = named
        self._start = sentence[0]
        self._flow: list[float] = []
        self._depth: list[float] = []
        self._walk(stream, words, sentence, dates)

    def strength(self, cue: TokenSpan, date: TokenSpan) -> float:
        """Return how much the cue at `cue` says about the date at `date`: 1 beside it, towards 0 far from it."""
        before = cue[0] < date[0]
        left, right = (cue[1] - 1, date[0]) if before else (date[1] - 1, cue[0])
        flow = abs(self._flow[right - self._start] - self._flow[left - self._start])
        depth = abs(self._depth[right - self._start] - self._depth[left - self._start])
        # a date does not stand in the way of what follows it
        return exp((0.0 if before else _DATE) - flow - depth)

    def _walk(self, stream: Stream, words: Words, sentence: TokenSpan, dates: list[TokenSpan]) -> None:
        flow, depth, relative = 0.0, 0.0, False
        inside = frozenset(position for start, end in dates for position in range(start, end))
        ends = frozenset(end - 1 for _, end in dates)
        joined = _joined(stream, words, sentence, dates)
        for position, word in enumerate(stream.words(*sentence), sentence[0]):
            flow += _TOKEN
            if position not in inside:
                flow += joined.get(position, 0.0) + _cost(stream, words, position, word)
                depth += _BRACKETS.get(word, 0.0)
                if word == ",":
                    opens = self._opens_relative(stream, words, position)
                    depth += _RELATIVE * (opens - relative)
                    relative = opens
            self._flow.append(flow)
            self._depth.append(depth)
            if position in ends:
                flow += _DATE

    def _opens_relative(self, stream: Stream, words: Words, comma: int) -> bool:
        return comma not in self._named and words.at(stream, comma + 1, "clauses.relative") is not None


def _cost(stream: Stream, words: Words, position: int, word: str) -> float:
    if word in _MARKS:
        return _MARKS[word]
    if word in DASHES and stream[position].gap and stream[position + 1].gap:
        return _DASH
    return _BUT if words.phrases["clauses.but"].at(stream, position) else 0.0


def _joined(stream: Stream, words: Words, sentence: TokenSpan, dates: list[TokenSpan]) -> dict[int, float]:
    """Return the conjunctions that stand between two dates: there they join clauses, elsewhere mere words."""
    return {position: _AND for position in _between(dates) if words.at(stream, position, "clauses.and") is not None}


def _between(dates: list[TokenSpan]) -> Iterator[int]:
    for (_, end), (start, _) in pairwise(dates):
        yield from range(end, start)

"""Where in a text the words stand that a query looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.fulltext.analysis.terms import Terms
from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.analysis.words import Words
from index.fulltext.query.nodes import Leaf, Phrase, Prefix
from parsers.model import Language

Span = tuple[int, int]
# A part of the query, by its number, and where a word stands that answers it.
Match = tuple[int, Span]
# What a word of the text must be to stand in a place of the query: one of these terms, or one that begins so.
_Place = tuple[frozenset[str], str | None]


class Matcher:
    """Finds the words of a query in texts of one language. Made for many texts: each distinct word is judged once."""

    def __init__(self, leaves: Sequence[Leaf], words: Words, language: Language) -> None:
        self._words = words
        self._language = language
        rows = [self._row(leaf) for leaf in leaves]
        self._places = [place for row in rows for place in row]
        # The places of a row have numbers one after another.
        self._rows = [(sum(map(len, rows[:number])), len(row)) for number, row in enumerate(rows)]
        self._judged: dict[str, frozenset[int]] = {}

    def matches(self, text: str) -> list[Match]:
        """Return which parts of the query a text answers, and with which of its words."""
        tokens = list(tokenize(text))
        answered = [self._judge(token) for token in tokens]
        return [
            (leaf, (token.start, token.end))
            for begin in range(len(tokens))
            if answered[begin]
            for leaf, length in self._answered_rows(answered[begin:])
            for token in tokens[begin : begin + length]
        ]

    def _answered_rows(self, answered: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
        for leaf, (first, length) in enumerate(self._rows):
            if length <= len(answered) and all(first + step in answered[step] for step in range(length)):
                yield leaf, length

    def _judge(self, token: Token) -> frozenset[int]:
        """Return the places of the query in which a word could stand."""
        judged = self._judged.get(token.text)
        if judged is None:
            terms = self._words.terms(token, self._language)
            places = (number for number, place in enumerate(self._places) if _fits(token, terms, place))
            judged = self._judged[token.text] = frozenset(places)
        return judged

    def _row(self, leaf: Leaf) -> list[_Place]:
        """Return the places of a part of the query, one for each word in a row."""
        if isinstance(leaf, Prefix):
            return [(self._words.beginning_with(leaf.letters, self._language), leaf.letters)]
        tokens = leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)
        found = (self._words.terms(token, self._language) for token in tokens)
        return [(frozenset(terms.whole + terms.related), None) for terms in found]


def _fits(token: Token, terms: Terms, place: _Place) -> bool:
    wanted, letters = place
    if not wanted.isdisjoint(terms.all):
        return True
    return letters is not None and any(term.startswith(letters) for term in (token.text, *terms.all))

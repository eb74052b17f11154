"""Where in a text the words stand that a query looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from index.fulltext.analysis.terms import Terms
from index.fulltext.analysis.tokens import Token, tokenize, written
from index.fulltext.analysis.words import Words
from index.fulltext.query.nodes import Leaf, Phrase, Prefix, leaves
from index.fulltext.query.translation import Translator
from parsers.model import Language

Span = tuple[int, int]
# What a word of the text must be to stand in a place of the query: one of these terms, or one that begins so.
_Place = tuple[frozenset[str], str | None]


class Match(NamedTuple):
    """A part of the query, by its number, where a word stands that answers it, and whether it only translates it."""

    leaf: int
    span: Span
    translated: bool = False


class _Row(NamedTuple):
    """What must stand in a row: the places numbered from `first` on."""

    leaf: int
    first: int
    length: int
    translated: bool


class Matcher:
    """Finds the words of a query in texts of one language. Made for many texts: each distinct word is judged once."""

    def __init__(
        self, wanted: Sequence[Leaf], words: Words, language: Language, translator: Translator | None = None
    ) -> None:
        self._words = words
        self._language = language
        self._places: list[_Place] = []
        self._rows: list[_Row] = []
        for number, leaf in enumerate(wanted):
            self._add(number, leaf, False)
            for other in _translated(leaf, translator, language):
                self._add(number, other, True)
        self._judged: dict[str, frozenset[int]] = {}
        self._wanted = frozenset(chain.from_iterable(terms for terms, _ in self._places))
        self._has_prefix = any(letters is not None for _, letters in self._places)

    def matches(self, text: str) -> list[Match]:
        """Return which parts of the query a text answers, and with which of its words."""
        if not self._has_prefix and not self._may_match(text):
            return []
        tokens = list(tokenize(text))
        judged = self._judged
        answered = [judged[token.text] if token.text in judged else self._judge(token) for token in tokens]
        return [
            Match(row.leaf, (token.start, token.end), row.translated)
            for begin, places in enumerate(answered)
            if places
            for row in self._answered_rows(answered, begin)
            for token in tokens[begin : begin + row.length]
        ]

    def _may_match(self, text: str) -> bool:
        """Whether any word of a text answers any of the query: most do not, and need no closer look."""
        terms_of = self._words.written[self._language].__getitem__
        return not self._wanted.isdisjoint(chain.from_iterable(map(terms_of, written(text))))

    def _answered_rows(self, answered: Sequence[frozenset[int]], begin: int) -> Iterator[_Row]:
        for row in self._rows:
            if begin + row.length <= len(answered) and all(
                row.first + step in answered[begin + step] for step in range(row.length)
            ):
                yield row

    def _judge(self, token: Token) -> frozenset[int]:
        """Return the places of the query in which a word could stand."""
        terms = self._words.terms(token, self._language)
        if not self._has_prefix and self._wanted.isdisjoint(terms.all):
            judged: frozenset[int] = frozenset()
        else:
            judged = frozenset(number for number, place in enumerate(self._places) if _fits(token, terms, place))
        self._judged[token.text] = judged
        return judged

    def _add(self, number: int, leaf: Leaf, translated: bool) -> None:
        """Take in a part of the query, with a place for each word in a row."""
        places = self._row(leaf)
        self._rows.append(_Row(number, len(self._places), len(places), translated))
        self._places += places

    def _row(self, leaf: Leaf) -> list[_Place]:
        if isinstance(leaf, Prefix):
            return [(self._words.beginning_with(leaf.letters, self._language), leaf.letters)]
        tokens = leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)
        found = (self._words.terms(token, self._language) for token in tokens)
        return [(frozenset(terms.whole + terms.related), None) for terms in found]


def _translated(leaf: Leaf, translator: Translator | None, language: Language) -> list[Leaf]:
    if translator is None or isinstance(leaf, Prefix):
        return []
    node = translator.translate(leaf, language)
    return leaves(node) if node else []


def _fits(token: Token, terms: Terms, place: _Place) -> bool:
    wanted, letters = place
    if not wanted.isdisjoint(terms.all):
        return True
    return letters is not None and any(term.startswith(letters) for term in (token.text, *terms.all))

"""The index at one moment, read in bulk: postings, lengths and columns as plain lists and dictionaries.

A hit list with an exact total, filters and facets needs every matching document, so there is nothing for Whoosh's
one-document-at-a-time matchers to skip; taking a term's postings at once and joining dictionaries is much faster.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import compress
from typing import Any, NamedTuple

from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import IndexReader, TermNotFound

from index.fulltext.postings import TermMatcher
from index.fulltext.works import Work
from parsers.structs import from_msgpack

# BM25: how soon more of a word stops counting, and how much a long text is held against it.
_SATURATION, _LENGTH_SHARE = 1.2, 0.6

# Terms whose postings are kept: who pages, sorts and narrows asks for the same ones again.
_KEPT_TERMS = 512

Scores = dict[int, float]


class Postings(NamedTuple):
    """The documents that have a term, and what it counts in each by BM25, but for the term's rarity."""

    numbers: Sequence[int]
    impacts: Sequence[float]


class Snapshot:
    """What one generation of the index holds. Documents are known by their number in it."""

    def __init__(self, reader: IndexReader, identity: object) -> None:
        self._reader = reader
        self.identity = identity
        self.size: int = reader.doc_count_all()
        self._leaves: list[tuple[IndexReader, int]] = list(reader.leaf_readers()) if self.size else []
        self.documents: list[int] = list(reader.all_doc_ids())
        self._gone = set(range(self.size)).difference(self.documents)
        # Bound to this object and not to the class, so that they end with it.
        self.postings = lru_cache(_KEPT_TERMS)(self._read_postings)
        self.column = cache(self._read_column)
        self._norms = cache(self._read_norms)

    def scores(self, field: str, term: str, share: float = 1.0) -> Scores:
        """Return by document how well a term fits it (BM25) times a share, nothing where no document has it."""
        found = self.postings(field, term)
        factor = self.rarity(len(found.numbers)) * (_SATURATION + 1) * share
        return dict(zip(found.numbers, [factor * impact for impact in found.impacts], strict=True))

    def positions(self, field: str, term: str, wanted: Set[int]) -> dict[int, array[int]]:
        """Return by document, of those wanted, at which of its words a term stands."""
        return {
            number + offset: array("I", value)
            for matcher, offset in self._matchers(field, term)
            for number, value in matcher.positions({number - offset for number in wanted} if offset else wanted)
        }

    def holder_count(self, field: str, term: str) -> int:
        """Return how many documents have a term, those taken out since among them."""
        count: int = self._reader.doc_frequency(field, term)
        return count

    def holders(self, field: str, term: str) -> Sequence[int]:
        """Return the documents that have a term."""
        return self.postings(field, term).numbers

    def beginning_with(self, field: str, letters: str) -> list[str]:
        """Return the terms that begin so."""
        return [term.decode() for term in self._reader.expand_prefix(field, letters)]

    def rarity(self, holders: int) -> float:
        """Return how much a term tells that so many documents have (its inverse document frequency)."""
        return math.log(1 + (len(self.documents) - holders + 0.5) / (holders + 0.5))

    def work(self, number: int) -> Work:
        """Return the work that a document stands for."""
        return from_msgpack(self.column("work")[number], Work)

    def close(self) -> None:
        self._reader.close()

    def _read_postings(self, field: str, term: str) -> Postings:
        """Read the postings of a term, without those of documents that have been taken out."""
        numbers, weights = array("I"), array("f")
        for matcher, offset in self._matchers(field, term):
            numbers.extend([number + offset for number in matcher.numbers] if offset else matcher.numbers)
            weights.extend(matcher.weights)
        norms = map(self._norms(field).__getitem__, numbers)
        impacts = array("f", [weight / (weight + norm) for weight, norm in zip(weights, norms, strict=True)])
        if self._gone.isdisjoint(numbers):
            return Postings(numbers, impacts)
        kept = [number not in self._gone for number in numbers]
        return Postings(array("I", compress(numbers, kept)), array("f", compress(impacts, kept)))

    def _matchers(self, field: str, term: str) -> Iterator[tuple[TermMatcher, int]]:
        """Walk the pieces of the index that have a term, each with the number of its first document."""
        for leaf, offset in self._leaves:
            try:
                matcher = leaf.postings(field, term)
            except TermNotFound:
                continue
            # Whoosh looks at one posting after another to leave out the documents that are gone.
            yield matcher.child if isinstance(matcher, FilterMatcher) else matcher, offset

    def _read_column(self, name: str) -> list[Any]:
        # Not through the whole reader, which loses count where a segment lacks the column.
        return [value for leaf, _ in self._leaves for value in leaf.column_reader(name)]

    def _read_norms(self, field: str) -> list[float]:
        """Return by document what its length in a field adds under BM25's fraction."""
        lengths = [self._reader.doc_field_length(number, field) or 0 for number in range(self.size)]
        with_field = [length for length in lengths if length]
        average = sum(with_field) / len(with_field) if with_field else 1.0
        return [_SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / average) for length in lengths]

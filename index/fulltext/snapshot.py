"""The index at one moment, read in bulk: postings, lengths and columns as plain lists and dictionaries.

A hit list with an exact total, filters and facets needs every matching document, so there is nothing for Whoosh's
one-document-at-a-time matchers to skip; taking a term's postings at once and joining dictionaries is much faster.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from functools import cache
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.reading import IndexReader, TermNotFound

# BM25: how soon more of a word stops counting, and how much a long text is held against it.
_SATURATION, _LENGTH_SHARE = 1.2, 0.6

Scores = dict[int, float]


class Snapshot:
    """What one generation of the index holds. Documents are known by their number in it."""

    def __init__(self, reader: IndexReader, identity: object) -> None:
        self._reader = reader
        self.identity = identity
        self.size: int = reader.doc_count_all()
        self._leaves: list[tuple[IndexReader, int]] = list(reader.leaf_readers()) if self.size else []
        self.documents: list[int] = list(reader.all_doc_ids())
        # Bound to this object and not to the class, so that they end with it.
        self.column = cache(self._read_column)
        self._norms = cache(self._read_norms)

    def scores(self, field: str, term: str, share: float = 1.0) -> Scores:
        """Return by document how well a term fits it (BM25) times a share, nothing where no document has it."""
        weights = self._weights(field, term)
        if not weights:
            return {}
        rarity = self.rarity(len(weights)) * (_SATURATION + 1) * share
        norms = self._norms(field)
        return {number: rarity * weight / (weight + norms[number]) for number, weight in weights.items()}

    def positions(self, field: str, term: str) -> dict[int, array[int]]:
        """Return by document at which of its words a term stands."""
        matcher = self._matcher(field, term)
        found: dict[int, array[int]] = {}
        while matcher is not None and matcher.is_active():
            found[matcher.id()] = array("I", matcher.value())
            matcher.next()
        return found

    def holder_count(self, field: str, term: str) -> int:
        """Return how many documents have a term, those taken out since among them."""
        count: int = self._reader.doc_frequency(field, term)
        return count

    def holders(self, field: str, term: str) -> list[int]:
        """Return the documents that have a term."""
        matcher = self._matcher(field, term)
        return [] if matcher is None else list(matcher.all_ids())

    def beginning_with(self, field: str, letters: str) -> list[str]:
        """Return the terms that begin so."""
        return [term.decode() for term in self._reader.expand_prefix(field, letters)]

    def rarity(self, holders: int) -> float:
        """Return how much a term tells that so many documents have (its inverse document frequency)."""
        return math.log(1 + (len(self.documents) - holders + 0.5) / (holders + 0.5))

    def stored(self, number: int) -> dict[str, Any]:
        """Return the stored part of a document."""
        fields: dict[str, Any] = self._reader.stored_fields(number)
        return fields

    def close(self) -> None:
        self._reader.close()

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self._reader.postings(field, term)
        except TermNotFound:
            return None

    def _weights(self, field: str, term: str) -> Scores:
        found: Scores = {}
        for leaf, offset in self._leaves:
            try:
                matcher = leaf.postings(field, term)
            except TermNotFound:
                continue
            found.update(_leaf_weights(matcher, offset))
        return found

    def _read_column(self, name: str) -> list[Any]:
        # Not through the whole reader, which loses count where a segment lacks the column.
        return [value for leaf, _ in self._leaves for value in leaf.column_reader(name)]

    def _read_norms(self, field: str) -> list[float]:
        """Return by document what its length in a field adds under BM25's fraction."""
        lengths = [self._reader.doc_field_length(number, field) or 0 for number in range(self.size)]
        with_field = [length for length in lengths if length]
        average = sum(with_field) / len(with_field) if with_field else 1.0
        return [_SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / average) for length in lengths]


def _leaf_weights(matcher: Any, offset: int) -> Iterator[tuple[int, float]]:
    """Walk documents and weights, by whole blocks where Whoosh has them: a call a posting takes ten times as long.

    Of a block, its matcher has read the ids and weights once it has given the first of each.
    """
    if type(matcher) is not W3LeafMatcher:
        while matcher.is_active():
            yield matcher.id() + offset, matcher.weight()
            matcher.next()
        return
    while matcher.is_active():
        matcher.id(), matcher.weight()
        ids = matcher._ids
        yield from zip((number + offset for number in ids) if offset else ids, matcher._weights, strict=True)
        matcher._next_block()

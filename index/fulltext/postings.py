"""How Whoosh's files hold the postings: all of a term in one piece, as plain arrays that are read without any decoding.

Whoosh reads one posting after another, in small compressed blocks that it skips by their best score. A hit list with an
exact total, filters and facets needs every posting of a term, and most terms stand in one or two texts: arrays are both
written and read several times faster.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

# Field, term, document, weight, positions.
Item = tuple[str, bytes, int, float, bytes]

# Documents, weights, and the lengths of the positions in bytes: four bytes each.
_ARRAYS, _WIDTH = ("I", "f", "I"), 4


class IndexCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own, with other postings, and without what only its scoring needs."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        return FieldWriter(self, storage, segment)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        return TermMatcher(dbfile, terminfo, format_, term, scorer)


class FieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms of a segment, each with all its postings."""

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Item]) -> None:
        for fieldname, in_field in groupby(items, itemgetter(0)):
            self.start_field(fieldname, schema[fieldname])
            prefix = self._fieldid.to_bytes(2, "big")
            for term, postings in groupby(in_field, itemgetter(1)):
                _, _, numbers, weights, values = zip(*postings, strict=True)
                self._tindex.add(prefix + term, self._written(numbers, weights, values).to_bytes())
            self.finish_field()

    def _written(self, numbers: tuple[int, ...], weights: tuple[float, ...], values: tuple[bytes, ...]) -> W3TermInfo:
        """Write the postings of one term; return what is noted of it."""
        heaviest = max(weights)
        info = W3TermInfo(sum(weights), len(numbers), 0, 0, heaviest, numbers[0], numbers[-1])
        arrays = (array("I", numbers), array("f", weights), array("I", map(len, values)))
        data = b"".join((*arrays, *values))
        info.set_extent(self._postfile.tell(), len(data))
        self._postfile.write(data)
        return info


class TermMatcher(ListMatcher):  # type: ignore[misc]
    """The postings of one term: all `numbers` and `weights` at once, and the positions of those that are asked for."""

    def __init__(self, dbfile: Any, terminfo: Any, format_: Any, term: Any, scorer: Any) -> None:
        # Not the length: Whoosh reads it back as a tuple in some releases.
        offset, size = terminfo.extent()[0], terminfo.doc_frequency() * _WIDTH
        pieces = (dbfile.get(offset + at * size, size) for at in range(len(_ARRAYS)))
        self.numbers, self.weights, self._lengths = map(array, _ARRAYS, pieces)
        self._file, self._start = dbfile, offset + len(_ARRAYS) * size
        super().__init__(self.numbers, self.weights, None, format_, scorer, term=term, terminfo=terminfo)

    def positions(self, wanted: Container[int]) -> Iterator[tuple[int, bytes]]:
        """Walk those of the wanted documents that have the term, each with the term's positions in it."""
        rows = zip(self.numbers, self._bounds, strict=True)
        return ((number, self._file.get(*bounds)) for number, bounds in rows if number in wanted)

    def value(self) -> bytes:
        positions: bytes = self._file.get(*self._bounds[self._i])
        return positions

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """Where in the file the positions in each document begin, and how many bytes they take."""
        return list(zip(accumulate(self._lengths, initial=self._start), self._lengths, strict=False))

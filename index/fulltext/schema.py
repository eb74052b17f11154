"""What Whoosh stores: postings with positions and weights, and columns to filter and sort by.

Whoosh pickles the schema into the index, so that everything here is a module-level class without state. The terms are
made before Whoosh sees a document (`index.fulltext.works`): its own analysers take no part.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from whoosh import columns, fields, formats

from index.fulltext.analysis.words import analysis_version

# Changes when an index made by earlier code would be read wrongly.
_LAYOUT = "3"

TEXT_FIELDS = {"fi": "text_fi", "sv": "text_sv", "en": "text_en"}
NUMBER_COLUMNS = ("published", "open_from", "open_to", "decided", "total")
NAME_COLUMNS = ("language", "kind", "authority", "source", "applicant")
UNKNOWN = 0


class Posting(NamedTuple):
    """One term of one document: how much it weighs there, and at which words of the text it stands."""

    term: str
    weight: float
    positions: array[int]


class PositionFormat(formats.Format):  # type: ignore[misc]
    """Word positions as four bytes each: cheaper to write and read than Whoosh's own pickled lists."""

    def decode_positions(self, value: bytes) -> array[int]:
        return array("I", value)


class PostingField(fields.FieldType):  # type: ignore[misc]
    """A field that is given ready-made postings."""

    def __init__(self) -> None:
        super().__init__(PositionFormat(), None, scorable=True)

    def index(self, value: Iterable[Posting], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, weight, positions in value:
            yield term.encode(), len(positions), weight, positions.tobytes()


def make_schema() -> fields.Schema:
    """Return the schema of the index: one document a work, that is, a release or the pair it belongs to."""
    return fields.Schema(
        **{name: PostingField() for name in TEXT_FIELDS.values()},
        **{name: fields.COLUMN(columns.NumericColumn("q", default=UNKNOWN)) for name in NUMBER_COLUMNS},
        **{name: fields.COLUMN(columns.RefBytesColumn()) for name in NAME_COLUMNS},
        work=fields.COLUMN(columns.VarBytesColumn()),
    )


def index_version() -> str:
    """Return what an index must have been made with to be usable."""
    return f"{_LAYOUT} {sys.byteorder} {analysis_version()}"

"""The tables that can be downloaded whole, in the columns of `haku export`, and the differences as one of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_type_hints

import msgspec

from index.export.tables import TABLES, Column, Table
from parsers.model import BothEvidence, Call, Difference, Pair, Release, Severity

Compression = Literal["gz"]


class PairDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A difference with the pair that it was found in; `number` is the one that it has on the pair's comparison."""

    fi_id: str
    sv_id: str
    number: int
    field: str
    kind: str
    severity: Severity
    fi: str | None
    sv: str | None
    evidence: BothEvidence


@dataclass(frozen=True, slots=True)
class BulkTable:
    """A table to download: the structure of its lines of JSON, its flat columns, and its key.

    `refers` maps a column to the table whose key it holds. `packed` tables are large: their text files are gzipped.
    """

    name: str
    structure: type[msgspec.Struct]
    table: Table
    key: tuple[str, ...]
    refers: dict[str, str]
    packed: bool

    @property
    def fields(self) -> tuple[tuple[str, Any], ...]:
        """What a line of JSON has: names and types."""
        hints = get_type_hints(self.structure)
        return tuple((name, hints[name]) for name in self.structure.__struct_fields__)

    @property
    def columns(self) -> tuple[tuple[str, Any], ...]:
        """What a row of CSV or Parquet has: names and types."""
        return tuple((column.name, column.type) for column in self.table.columns)


def differences_of(pair: Pair) -> Iterator[PairDifference]:
    """Give a pair's differences in the order of its comparison."""
    for number, difference in enumerate(pair.differences, 1):
        yield PairDifference(
            fi_id=pair.fi.id,
            sv_id=pair.sv.id,
            number=number,
            **{name: getattr(difference, name) for name in Difference.__struct_fields__},
        )


def _difference_columns() -> Iterator[Column]:
    hints = get_type_hints(PairDifference)
    names = (name for name in PairDifference.__struct_fields__ if name != "evidence")
    yield from (Column(name, lambda row, name=name: getattr(row, name), hints[name]) for name in names)  # type: ignore[misc]
    yield Column("fi_text", lambda row: row.evidence.fi and row.evidence.fi.text, str | None)
    yield Column("sv_text", lambda row: row.evidence.sv and row.evidence.sv.text, str | None)
    yield Column("evidence", lambda row: row.evidence, BothEvidence)


# `walk` is for `haku export`, which has a catalogue; here the rows come from what the site reads.
_DIFFERENCES = Table(
    lambda catalogue: (row for pair in catalogue.pairs() for row in differences_of(pair)), tuple(_difference_columns())
)
_VERSIONS = {"fi_id": "releases", "sv_id": "releases"}

BULK = (
    BulkTable("releases", Release, TABLES["releases"], ("id",), {}, packed=True),
    BulkTable("pairs", Pair, TABLES["pairs"], ("fi_id", "sv_id"), _VERSIONS, packed=True),
    BulkTable("differences", PairDifference, _DIFFERENCES, ("fi_id", "number"), _VERSIONS, packed=False),
    BulkTable("calls", Call, TABLES["calls"], ("id",), {"id": "releases"}, packed=True),
)

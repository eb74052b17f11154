"""The formats of an export."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from index.catalogue.records import builtins, encode
from index.export.arrow import arrow_type
from index.export.tables import Table

# What spreadsheets would take for the beginning of a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
ROWS_AT_ONCE = 1000

Writer = Callable[[Table, Iterable[Any], BinaryIO], int]


def write_jsonl(_: Table, values: Iterable[Any], out: BinaryIO) -> int:
    """Write one JSON object a line; return how many."""
    count = 0
    for value in values:
        out.write(encode(value) + b"\n")
        count += 1
    return count


def write_csv(table: Table, values: Iterable[Any], out: BinaryIO) -> int:
    """Write a header and one row an object, in UTF-8, lists as JSON; return how many objects."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(column.name for column in table.columns)
    count = 0
    for value in values:
        rows.writerow(cell(column.value(value)) for column in table.columns)
        count += 1
    text.detach()
    return count


def write_parquet(table: Table, values: Iterable[Any], out: BinaryIO) -> int:
    """Write one row an object, lists as nested columns; return how many."""
    count = 0
    with parquet_writer(table, out) as writer:
        for rows in _batches(iter(values)):
            writer.write_table(arrow_rows(table, rows))
            count += len(rows)
    return count


def parquet_writer(table: Table, out: BinaryIO) -> pq.ParquetWriter:
    """Return what writes rows of a table to a file; it is to be closed."""
    return pq.ParquetWriter(pa.PythonFile(out, mode="w"), _schema(table), compression="zstd")


def arrow_rows(table: Table, values: Iterable[Any]) -> pa.Table:
    """Return objects as rows in Arrow's columns."""
    return pa.Table.from_pylist([_floats(_row(table, value)) for value in values], schema=_schema(table))


def _schema(table: Table) -> pa.Schema:
    return pa.schema([(column.name, arrow_type(column.type)) for column in table.columns])


WRITERS: dict[str, Writer] = {"jsonl": write_jsonl, "csv": write_csv, "parquet": write_parquet}


def cell(value: object) -> str:
    """Return a value as a cell of CSV: nothing for none, JSON for lists, and no text that a spreadsheet would compute.

    >>> cell(None), cell(True), cell(Decimal("3E+6")), cell(("a",)), cell("+358295047000")
    ('', 'true', '3000000', '["a"]', "'+358295047000")
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA_SIGNS) else str(value)
    return encode(value).decode()


def _row(table: Table, value: Any) -> dict[str, Any]:
    return {column.name: builtins(column.value(value)) for column in table.columns}


def _floats(value: Any) -> Any:
    """Arrow takes sums as floating-point numbers only from such."""
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _batches(values: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(values, ROWS_AT_ONCE)):
        yield batch

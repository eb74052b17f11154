"""The three files of a table while they are written, part by part."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from contextlib import ExitStack
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from index.export.writers import ROWS_AT_ONCE, arrow_rows, parquet_writer, write_csv, write_jsonl
from sitegen.bulk.downloads import FOLDER, Part
from sitegen.bulk.tables import BulkTable

FORMATS = ("jsonl", "csv", "parquet")
# Twice as fast as the default for a fortieth more bytes.
_LEVEL = 5


def file_path(bulk: BulkTable, file_format: str) -> str:
    """Return where a table's file lies on the site."""
    return f"{FOLDER}/{bulk.name}.{file_format}{'.gz' if bulk.packed and file_format != 'parquet' else ''}"


class FormerTable:
    """The files of a table that an earlier build wrote, to copy parts from."""

    def __init__(self, site: Path, bulk: BulkTable, parts: Sequence[Part]) -> None:
        self.parts = parts
        self._place = {part.inputs: at for at, part in enumerate(parts)}
        self._starts = {
            "rows": [0, *accumulate(part.rows for part in parts)],
            "jsonl": [0, *accumulate(part.jsonl for part in parts)],
            # The header of the columns stands before the first part.
            "csv": list(accumulate((part.csv for part in parts), initial=len(_header(bulk)))),
        }
        self._files = {name: site / file_path(bulk, name) for name in FORMATS}
        self._schema = _schema(bulk)
        self._groups = lru_cache(2)(self._group)

    def find(self, inputs: str) -> int | None:
        """Return which part was made from `inputs`, None where none was."""
        return self._place.get(inputs)

    def text(self, at: int, file_format: str) -> bytes:
        """Return a part as it stands in a file of text."""
        with self._files[file_format].open("rb") as file:
            start, end = self._starts[file_format][at : at + 2]
            file.seek(start)
            return file.read(end - start)

    def rows(self, at: int) -> list[pa.Table]:
        """Return a part as rows in Arrow's columns."""
        start, end = self._starts["rows"][at : at + 2]
        if start == end:
            return []
        found = []
        for group in range(start // ROWS_AT_ONCE, -(-end // ROWS_AT_ONCE)):
            first = group * ROWS_AT_ONCE
            begin = max(start, first) - first
            found.append(self._groups(group).slice(begin, min(end - first, ROWS_AT_ONCE) - begin))
        return found

    def _group(self, number: int) -> pa.Table:
        with pq.ParquetFile(self._files["parquet"]) as file:
            return file.read_row_group(number).cast(self._schema)


class TableWriter:
    """Writes the files of a table; to be closed. Row groups of Parquet have the same size whatever the parts are."""

    def __init__(self, site: Path, bulk: BulkTable) -> None:
        self._bulk = bulk
        self._pending: list[pa.Table] = []
        self._waiting = 0
        self._open = ExitStack()
        (site / FOLDER).mkdir(parents=True, exist_ok=True)
        self._text = {
            name: self._open.enter_context((site / file_path(bulk, name)).open("wb")) for name in ("jsonl", "csv")
        }
        parquet = self._open.enter_context((site / file_path(bulk, "parquet")).open("wb"))
        self._parquet = self._open.enter_context(parquet_writer(bulk.table, parquet))
        self._text["csv"].write(_header(bulk))

    def make(self, inputs: str, rows: list[Any]) -> Part:
        """Write rows; return what part they are."""
        lines, cells = io.BytesIO(), io.BytesIO()
        write_jsonl(self._bulk.table, rows, lines)
        write_csv(self._bulk.table, rows, cells)
        body = cells.getvalue().partition(b"\n")[2]
        packed = {"jsonl": _packed(self._bulk, lines.getvalue()), "csv": _packed(self._bulk, body)}
        self._write(packed, [arrow_rows(self._bulk.table, rows)] if rows else [])
        return Part(inputs, len(rows), len(packed["jsonl"]), len(packed["csv"]))

    def copy(self, former: FormerTable, at: int) -> Part:
        """Write a part of the former table as it is."""
        self._write({name: former.text(at, name) for name in self._text}, former.rows(at))
        return former.parts[at]

    def close(self) -> None:
        self._flush(1)
        self._open.close()

    def _write(self, text: dict[str, bytes], rows: list[pa.Table]) -> None:
        for name, content in text.items():
            self._text[name].write(content)
        self._pending += rows
        self._waiting += sum(map(len, rows))
        self._flush(ROWS_AT_ONCE)

    def _flush(self, least: int) -> None:
        """Write row groups while there are so many rows."""
        while self._waiting >= least:
            table = pa.concat_tables(self._pending)
            group, rest = table.slice(0, ROWS_AT_ONCE), table.slice(ROWS_AT_ONCE)
            # In one piece: where it was pieced together must not show in the file.
            self._parquet.write_table(group.combine_chunks())
            self._pending, self._waiting = [rest], len(rest)


def _schema(bulk: BulkTable) -> pa.Schema:
    return arrow_rows(bulk.table, []).schema


def _header(bulk: BulkTable) -> bytes:
    out = io.BytesIO()
    write_csv(bulk.table, (), out)
    return _packed(bulk, out.getvalue())


def _packed(bulk: BulkTable, content: bytes) -> bytes:
    """Return a part as it stands in the file: one that is gzipped bears no time and no name, the same each time."""
    if not content:
        return b""
    return gzip.compress(content, _LEVEL, mtime=0) if bulk.packed else content

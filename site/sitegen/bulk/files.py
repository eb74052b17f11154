"""The files to download: each table as JSON Lines, CSV and Parquet, the same to the byte for the same archive."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from index.export.writers import WRITERS
from sitegen.bulk.tables import BULK, BulkTable, differences_of
from sitegen.discretion import Discreet
from sitegen.reader import ArchiveReader

FOLDER = "data"
# Twice as fast as the default for a fortieth more bytes.
_LEVEL = 5
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download: its table and format, its path on the site, its size in bytes, rows and SHA-256."""

    table: str
    format: str
    path: str
    bytes: int
    rows: int
    sha256: str

    @property
    def packed(self) -> bool:
        return self.path.endswith(".gz")


@dataclass(frozen=True, slots=True)
class Downloads:
    """All files to download, and whether they name contact persons."""

    files: tuple[Download, ...] = ()
    contacts: bool = False


def write_downloads(site: Path, archive: ArchiveReader, *, contacts: bool = False) -> Downloads:
    """Write the files into the folder ``data`` of the folder `site`; return what they are.

    Unless `contacts` is true, contact persons are in none of them: see `sitegen.discretion`.
    """
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    rows = _rows(archive if contacts else Discreet(archive, "none"))
    files = (download for table in BULK for download in _write_table(site, table, rows[table.name]()))
    return Downloads(tuple(files), contacts)


def _rows(archive: ArchiveReader) -> dict[str, Callable[[], Iterable[Any]]]:
    """Return how each table's rows are walked."""
    return {
        "releases": archive.releases,
        "pairs": archive.pairs,
        "differences": lambda: (row for pair in archive.pairs() for row in differences_of(pair)),
        "calls": lambda: archive.calls,
    }


def _write_table(site: Path, bulk: BulkTable, rows: Iterable[Any]) -> Iterator[Download]:
    """Write a table's JSON Lines, and from them the other formats: what is left out is looked for once."""
    lines = _write(site, bulk, "jsonl", rows)
    yield lines
    for file_format in WRITERS:
        if file_format != "jsonl":
            yield _write(site, bulk, file_format, _read(site / lines.path, bulk.structure))


def _write(site: Path, bulk: BulkTable, file_format: str, rows: Iterable[Any]) -> Download:
    packed = bulk.packed and file_format != "parquet"
    path = f"{FOLDER}/{bulk.name}.{file_format}{'.gz' if packed else ''}"
    with _opened(site / path, packed) as out:
        count = WRITERS[file_format](bulk.table, rows, out)
    size, digest = _measured(site / path)
    return Download(table=bulk.name, format=file_format, path=path, bytes=size, rows=count, sha256=digest)


@contextmanager
def _opened(path: Path, packed: bool) -> Iterator[BinaryIO]:
    """Give a file to write; a gzipped one bears no time and no name, so that it is the same each time."""
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        with gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as squeezed:
            yield cast(BinaryIO, squeezed)


def _read(path: Path, structure: type[msgspec.Struct]) -> Iterator[msgspec.Struct]:
    decoder = msgspec.json.Decoder(structure)
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        yield from (decoder.decode(line) for line in lines)


def _measured(path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()

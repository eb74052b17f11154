"""The files to download: each table as JSON Lines, CSV and Parquet, the same to the byte for the same archive.

A table is written in parts. Of what an earlier build wrote, the parts that have not changed are copied: packed text as
it is, for a gzip file may be several one after the other, and rows of Parquet without being made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from sitegen.bulk.cutting import Source, sources
from sitegen.bulk.downloads import Download, Downloads, Former, Part
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.writing import FORMATS, FormerTable, TableWriter, file_path
from sitegen.reader import ArchiveReader

_CHUNK = 1 << 20


def write_downloads(
    site: Path, archive: ArchiveReader, *, contacts: bool = False, former: Former | None = None
) -> Downloads:
    """Write the files into the folder ``data`` of the folder `site`; return what they are.

    Unless `contacts` is true, contact persons are in none of them: see `sitegen.discretion`. `former` is what an
    earlier build of the same program wrote: the files of a table that is the same as then are not written.
    """
    made_of = sources(archive, contacts)
    if former and former.downloads.contacts != contacts:
        former = None
    files: list[Download] = []
    parts: dict[str, tuple[Part, ...]] = {}
    for bulk in BULK:
        before = former.downloads.parts.get(bulk.name, ()) if former else ()
        found = tuple(_write_table(site, bulk, made_of[bulk.name], _former(former, bulk)))
        parts[bulk.name] = found
        if former and found == before:
            files += [file for file in former.downloads.files if file.table == bulk.name]
        else:
            rows = sum(part.rows for part in found)
            files += [_measured(site, bulk, file_format, rows) for file_format in FORMATS]
    return Downloads(tuple(files), contacts, parts)


def _former(former: Former | None, bulk: BulkTable) -> FormerTable | None:
    return FormerTable(former.site, bulk, former.downloads.parts.get(bulk.name, ())) if former else None


def _write_table(site: Path, bulk: BulkTable, source: Source, former: FormerTable | None) -> Iterator[Part]:
    """Write a table's files and give its parts; nothing is written where they are those of the former one."""
    with ExitStack() as opened:
        same, writer = 0, None
        for inputs, make in source.parts():
            at = former.find(inputs) if former else None
            if former and writer is None and at == same:
                yield former.parts[at]
                same += 1
                continue
            writer = writer or opened.enter_context(_begun(site, bulk, former, same))
            yield writer.copy(former, at) if former and at is not None else writer.make(inputs, make())
        if writer is None and (former is None or same < len(former.parts)):
            opened.enter_context(_begun(site, bulk, former, same))


def _begun(site: Path, bulk: BulkTable, former: FormerTable | None, same: int) -> closing[TableWriter]:
    """Return a writer of a table whose first parts are those of the former one."""
    writer = TableWriter(site, bulk)
    for at in range(same):
        assert former
        writer.copy(former, at)
    return closing(writer)


def _measured(site: Path, bulk: BulkTable, file_format: str, rows: int) -> Download:
    path = file_path(bulk, file_format)
    digest, size = hashlib.sha256(), 0
    with (site / path).open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Download(table=bulk.name, format=file_format, path=path, bytes=size, rows=rows, sha256=digest.hexdigest())

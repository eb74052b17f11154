"""The catalogue as files for other programs: JSON Lines, CSV and Parquet, the same to the byte each time.

JSON Lines are the structures as they are. CSV and Parquet have one row an object and the columns of
`index.export.tables`: lists (amounts, contacts, blocks, …) are JSON text in CSV and nested columns in Parquet, beside
flat columns for what is asked for most.
"""

from __future__ import annotations

from typing import BinaryIO

from index.catalogue import Catalogue
from index.export.tables import TABLES
from index.export.writers import WRITERS
from parsers.problems import Problem

__all__ = ["FORMATS", "WHAT", "export"]

WHAT = tuple(TABLES)
FORMATS = tuple(WRITERS)


def export(catalogue: Catalogue, what: str, out: BinaryIO, file_format: str) -> int:
    """Write everything of one kind (see `WHAT`) in one of `FORMATS`; return how many objects that were.

    Raises Problem for a kind or format that there is not.
    """
    table, write = TABLES.get(what), WRITERS.get(file_format)
    if table is None:
        raise Problem("{what}: cannot be exported; there are {known}", what=what, known=", ".join(WHAT))
    if write is None:
        raise Problem("{format}: no export format; there are {known}", format=file_format, known=", ".join(FORMATS))
    return write(table, table.walk(catalogue), out)

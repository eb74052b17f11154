"""What the files to download are, and of which parts, so that a later build can copy what has not changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from parsers.structs import from_msgpack

FOLDER = "data"


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


class Part(NamedTuple):
    """Rows of a table that follow each other: a digest of what they are made from, how many, their bytes by format."""

    inputs: str
    rows: int
    jsonl: int
    csv: int


@dataclass(frozen=True, slots=True)
class Downloads:
    """All files to download, whether they name contact persons, and the parts of each table."""

    files: tuple[Download, ...] = ()
    contacts: bool = False
    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict, repr=False)

    def noted(self) -> bytes:
        """Return what `remembered` makes the same of."""
        return msgspec.msgpack.encode(self)


class Former(NamedTuple):
    """What an earlier build wrote, and in which site."""

    site: Path
    downloads: Downloads


def remembered(note: bytes) -> Downloads:
    """Return what was noted."""
    return from_msgpack(note, Downloads)

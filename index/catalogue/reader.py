"""By which rules the captures were read, so that it can be told when today's would read them differently."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from index.catalogue.database import Database

_READER = "reader"
_NO_RULES = "__pycache__"
_IS_EMPTY = "NOT EXISTS (SELECT 1 FROM captures) AND NOT EXISTS (SELECT 1 FROM releases)"


@cache
def current_reader() -> str:
    """Return what changes with every change of the rules by which pages are read."""
    return rules_digest(files("parsers"))


def rules_digest(package: Traversable) -> str:
    """Return a digest of the source and data files of a package: their names and what is in them."""
    found = hashlib.sha256()
    for name, content in _rules(package):
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:32]


def noted_reader(database: Database) -> str | None:
    """Return the `current_reader` of the first capture; None where there is none, or it was not noted."""
    row = database.row("SELECT value FROM state WHERE key = ?", (_READER,))
    return None if row is None else str(row[0])


def note_reader(database: Database) -> None:
    """Note the rules before the first capture. What later ones add leaves the first captures as old as they are."""
    sql = f"INSERT OR REPLACE INTO state (key, value) SELECT ?, ? WHERE {_IS_EMPTY}"
    database.run(sql, (_READER, current_reader()))


def is_outdated(database: Database) -> bool:
    """Whether there are captures that other rules than today's have read."""
    return database.row(f"SELECT {_IS_EMPTY}") == (0,) and noted_reader(database) != current_reader()


def _rules(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name == _NO_RULES:
            continue
        if entry.is_dir():
            yield from ((f"{entry.name}/{name}", content) for name, content in _rules(entry))
        else:
            yield entry.name, entry.read_bytes()

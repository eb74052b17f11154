"""The file beside the WARC files that holds what is known of them, and follows from them alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from crawler.warc.layout import warc_files
from crawler.warc.scanning import Known, scan

NAME = "known.sqlite"
# Noted in the file itself: one of another form is made anew.
_VERSION = 1
_TABLES = """
CREATE TABLE files (name TEXT PRIMARY KEY, read_to INTEGER NOT NULL);
CREATE TABLE captures (
  file TEXT NOT NULL, offset INTEGER NOT NULL,
  url TEXT NOT NULL, time INTEGER NOT NULL, digest TEXT NOT NULL, has_payload INTEGER NOT NULL,
  role TEXT NOT NULL, status INTEGER, redirect TEXT, etag TEXT, last_modified TEXT,
  PRIMARY KEY (file, offset)
) WITHOUT ROWID;
CREATE INDEX captures_by_address ON captures (url, time);
CREATE INDEX captures_by_payload ON captures (digest) WHERE has_payload;
"""
_ADD = "INSERT OR IGNORE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# As many captures as a kill may leave unnoted: the next start finds them in the WARC files.
_AT_ONCE = 500


class DerivedDatabase:
    """``known.sqlite``. Where it is missing, damaged or behind, what is missing is read from the WARC files at once."""

    def __init__(self, folder: Path, row: Callable[[Known], tuple[Any, ...]]) -> None:
        self._row = row
        self._unsaved = 0
        path = folder / NAME
        try:
            self._database = _opened(path)
            self._catch_up(folder)
        except sqlite3.DatabaseError:
            _remove(path)
            self._database = _opened(path)
            self._catch_up(folder)

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return what a query gives, which must be bounded."""
        return self._database.execute(sql, values).fetchall()

    def add(self, known: Known | None, file: str, end: int) -> None:
        """Take note of a capture, and that its file is known up to `end`."""
        if not self._database.in_transaction:
            self._database.execute("BEGIN")
        if known:
            self._database.execute(_ADD, self._row(known))
        self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (file, end))
        self._unsaved += 1
        if self._unsaved >= _AT_ONCE:
            self._save()

    def close(self) -> None:
        self._save()
        self._database.close()

    def _save(self) -> None:
        if self._database.in_transaction:
            self._database.execute("COMMIT")
        self._unsaved = 0

    def _catch_up(self, folder: Path) -> None:
        read_to = dict(self.rows("SELECT name, read_to FROM files"))
        sizes = {path.name: path.stat().st_size for path in warc_files(folder)}
        for name in [name for name, end in read_to.items() if sizes.get(name, -1) < end]:
            self._forget(name)  # lost, or cut short: what is left of it is read again
            del read_to[name]
        for path in warc_files(folder):
            if read_to.get(path.name, 0) < sizes[path.name]:
                for known, end in scan(path, read_to.get(path.name, 0)):
                    self.add(known, path.name, end)
        self._save()

    def _forget(self, name: str) -> None:
        self._database.execute("DELETE FROM captures WHERE file = ?", (name,))
        self._database.execute("DELETE FROM files WHERE name = ?", (name,))


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file, made where there is none. Raises sqlite3.DatabaseError for one that is damaged or another's."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # A write-ahead log keeps the file whole whenever we are killed; what it lacks then is read anew.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:
            database.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif version != _VERSION or database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(f"{path}: of another form, or damaged")
        database.execute("SELECT 1 FROM files, captures LIMIT 1")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()

"""The SQLite file: opening it, bringing its schema up to date, and wording what can be wrong with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from parsers.problems import Problem

# "HAKU" in the file's header tells our files from other people's.
APPLICATION_ID = 0x48414B55
_BUSY_SECONDS = 30.0
_ROWS_AT_ONCE = 200

Value = str | int | float | bytes | None
Row = tuple[Value, ...]


class Database:
    """One connection. Every fault of the file, or of the disk under it, becomes a `Problem` that names the file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        address = f"{path.absolute().as_uri()}?{access(path) if read_only else 'mode=rwc'}"
        with self._faults():
            self._connection = sqlite3.connect(address, timeout=_BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            version = self._checked_version()
            self.run("PRAGMA foreign_keys = ON")
            self.run("PRAGMA synchronous = NORMAL")
            if version < len(migrations()):
                self._bring_up(version, read_only)
        except BaseException:
            self._connection.close()
            raise

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """Walk the rows of a query, a bounded number of them in memory."""
        with self._faults():
            cursor = self._connection.execute(sql, parameters)
        while batch := self._fetch(cursor):
            yield from batch

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """Return the first row of a query."""
        with self._faults():
            return self._connection.execute(sql, parameters).fetchone()  # type: ignore[no-any-return]

    def run(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Execute a statement that changes something; return how many rows it changed."""
        with self._faults():
            return self._connection.execute(sql, parameters).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        with self._faults():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes of the block, or none of them; a killed process leaves none."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self.run("COMMIT")

    def close(self) -> None:
        self._connection.close()

    def _checked_version(self) -> int:
        """Return how many steps of the schema the file has taken. Raises Problem for a file that is not ours."""
        application, version, objects = (
            self._number("PRAGMA application_id"),
            self._number("PRAGMA user_version"),
            self._number("SELECT count(*) FROM sqlite_schema"),
        )
        if application != APPLICATION_ID and (application or version or objects):
            raise Problem("{file}: not a catalogue of Hakuarkisto; move it away and run haku rebuild", file=self.path)
        if version > len(migrations()):
            raise Problem(
                "{file}: made by a newer haku (schema {found}, known here: {known}); update haku or run haku rebuild",
                file=self.path,
                found=version,
                known=len(migrations()),
            )
        return version

    def _bring_up(self, version: int, read_only: bool) -> None:
        if read_only:
            raise Problem(
                "{file}: made by an older haku (schema {found}, known here: {known}); run haku rebuild",
                file=self.path,
                found=version,
                known=len(migrations()),
            )
        self.run("PRAGMA journal_mode = WAL")
        self._migrate()

    def _migrate(self) -> None:
        """Take the missing steps, each in one transaction that also notes it; another process may have been faster."""
        for number, script in enumerate(migrations(), start=1):
            with self.transaction():
                if self._number("PRAGMA user_version") >= number:
                    continue
                for statement in statements(script):
                    self.run(statement)
                self.run(f"PRAGMA application_id = {APPLICATION_ID}")
                self.run(f"PRAGMA user_version = {number}")

    def _number(self, sql: str) -> int:
        row = self.row(sql)
        return int(row[0] or 0) if row else 0

    def _fetch(self, cursor: sqlite3.Cursor) -> list[Row]:
        with self._faults():
            return cursor.fetchmany(_ROWS_AT_ONCE)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as fault:
            # The extended code's low byte is the primary one.
            code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                raise Problem("{file}: damaged; run haku rebuild", file=self.path) from fault
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Problem(
                    "{file}: another haku is writing to it; try again when it is done", file=self.path
                ) from fault
            if code in _DISK_FAULTS:
                raise Problem("{file}: cannot be used: {reason}", file=self.path, reason=fault) from fault
            raise


_DISK_FAULTS = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def access(path: Path) -> str:
    """Return the parameter of the file's URI that opens it for reading only.

    SQLite keeps files beside the one it reads. Where it cannot, it must be told that nobody changes this one; but not
    while there is a write-ahead log, which it would leave unread.
    """
    log = path.with_name(f"{path.name}-wal")
    if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
        return "mode=ro"
    return "immutable=1"


def migrations() -> list[str]:
    """Return the steps that make an empty file a catalogue, in order: ``schema/0001_….sql`` and on."""
    scripts = (entry for entry in files("index.catalogue").joinpath("schema").iterdir() if entry.name.endswith(".sql"))
    return [entry.read_text(encoding="utf-8") for entry in sorted(scripts, key=lambda entry: entry.name)]


def statements(script: str) -> Iterator[str]:
    """Split a script into its statements.

    >>> list(statements("CREATE TABLE a (b); -- c;\\nCREATE TABLE d (e);"))
    ['CREATE TABLE a (b);', '-- c;\\nCREATE TABLE d (e);']
    """
    pending = ""
    for piece in script.split(";")[:-1]:
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""

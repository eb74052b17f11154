"""Counts for `haku status`."""

from __future__ import annotations

from dataclasses import dataclass

from index.catalogue.database import Database
from index.catalogue.reader import is_outdated

_COUNTED_BY = {
    "source": "source",
    "authority": "authority",
    "language": "language",
    "kind": "kind",
    "year": "substr(published, 1, 4)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What an archive holds. `by` counts releases by source, authority, language, kind and year; "" is unknown.

    `first` and `last` are the moments of publication of the oldest and newest release; `problems` the captures
    that should have been releases and could not be read; `gone` the releases whose pages are no longer there;
    `documents` counts attached documents by the state of their text; `outdated`, whether today's rules may read the
    captures differently, which `haku rebuild` has them do; `terms` how many pairs of words were learned from the
    archive for aligning it; `dictionary` the one of FreeDict that helped, None without one.
    """

    captures: int
    releases: int
    revisions: int
    pairs: int
    differences: int
    problems: int
    gone: int
    documents: dict[str, int]
    first: str | None
    last: str | None
    outdated: bool
    terms: int
    dictionary: str | None
    by: dict[str, dict[str, int]]


def read_status(database: Database) -> Status:
    """Count everything in a catalogue."""
    first, last = database.row("SELECT min(published), max(published) FROM releases") or (None, None)
    terms, dictionary = database.row(_WORDS) or (0, None)
    return Status(
        **{table: _count(database, table) for table in _TABLES},
        documents=_count_documents(database),
        first=None if first is None else str(first),
        last=None if last is None else str(last),
        outdated=is_outdated(database),
        terms=int(terms or 0),
        dictionary=None if dictionary is None else str(dictionary),
        by={name: _count_by(database, expression) for name, expression in _COUNTED_BY.items()},
    )


_WORDS = (
    "SELECT json_array_length(value, '$.terms'), value ->> '$.dictionary' "
    "FROM state WHERE key = 'terms' AND value <> ''"
)
_TABLES = ("captures", "releases", "revisions", "pairs", "differences", "problems", "gone")


def _count(database: Database, table: str) -> int:
    row = database.row(f"SELECT count(*) FROM {table}")
    return int(row[0] or 0) if row else 0


def _count_by(database: Database, expression: str) -> dict[str, int]:
    sql = f"SELECT coalesce({expression}, '') AS value, count(*) FROM releases GROUP BY value ORDER BY value"
    return {str(value): int(number or 0) for value, number in database.rows(sql)}


def _count_documents(database: Database) -> dict[str, int]:
    sql = "SELECT state, count(*) FROM documents GROUP BY state ORDER BY state"
    return {str(state): int(number or 0) for state, number in database.rows(sql)}

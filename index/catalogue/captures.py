"""The tables `captures`, `capture_releases` and `warc_files`: what has been taken in, and what the crawler asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from index.catalogue.answers import is_gone, redirect_of
from index.catalogue.database import Database, Value
from parsers.capture import Capture, Location
from parsers.sources import source_of
from parsers.urls import canonical


class Captures:
    """Every response and imported file that the catalogue knows of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def positions(self) -> dict[str, int]:
        """Return how far each WARC file has been taken in, by its name."""
        rows = self._database.rows("SELECT file, read_to FROM warc_files ORDER BY file")
        return {str(file): int(offset or 0) for file, offset in rows}

    def note_positions(self, positions: Mapping[str, int]) -> None:
        """Remember how far each WARC file has been taken in."""
        self._database.run_many(
            "INSERT INTO warc_files (file, read_to) VALUES (?, ?) "
            "ON CONFLICT (file) DO UPDATE SET read_to = max(read_to, excluded.read_to)",
            positions.items(),
        )

    def knows(self, location: Location) -> bool:
        """Whether the capture at a location has been taken in."""
        sql = "SELECT 1 FROM captures WHERE file = ? AND offset = ?"
        return self._database.row(sql, (location.file, location.offset)) is not None

    def locations(self) -> Iterator[Location]:
        """Walk the locations of all captures in the order of the archive of record."""
        rows = self._database.rows("SELECT file, offset FROM captures ORDER BY file, offset")
        return (Location(str(file), int(offset or 0)) for file, offset in rows)

    def locate(self, digest: str) -> Location | None:
        """Return where the first capture of a payload lies: the record that holds it."""
        # Files are named so that their order is their age.
        sql = "SELECT file, offset FROM captures WHERE digest = ? ORDER BY file, offset LIMIT 1"
        row = self._database.row(sql, (digest,))
        return None if row is None else Location(str(row[0]), int(row[1] or 0))

    def problem(self, url: str, digest: str) -> str | None:
        """Return why this payload of this address could not be read; None where it could, or is not known."""
        sql = "SELECT problem FROM captures WHERE digest = ? AND url = ? ORDER BY time DESC, id DESC LIMIT 1"
        row = self._database.row(sql, (digest, url))
        return None if row is None or row[0] is None else str(row[0])

    def add(self, capture: Capture, location: Location, releases: Iterable[str], problem: str | None) -> None:
        """Note a capture with the ids of the releases that were read from it, or why none could be."""
        row = _row(capture, location, problem)
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self._database.run(f"INSERT INTO captures ({names}) VALUES ({marks})", tuple(row.values()))
        self._database.run_many(
            "INSERT OR IGNORE INTO capture_releases (capture_id, release_id) "
            "SELECT id, ? FROM captures WHERE file = ? AND offset = ?",
            ((release_id, location.file, location.offset) for release_id in releases),
        )

    def last_seen(self) -> dict[str, date]:
        """Return the day of the newest capture of each source."""
        newest: dict[str, str] = {}
        for url, time in self._database.rows("SELECT url, max(time) FROM captures GROUP BY url"):
            source = source_of(str(url))
            newest[source] = max(newest.get(source, ""), str(time))
        return {source: datetime.fromisoformat(time).date() for source, time in newest.items()}

    def forget_lost(self, sizes: Mapping[str, int]) -> int:
        """Forget the captures that lie outside the WARC files there are; return how many those were.

        `sizes` has the size in bytes of every WARC file by its name. What a file may get behind its size will be
        taken in anew. The releases stay: their text was read. This is a transaction of its own.
        """
        with self._database.transaction():
            known = self._database.rows("SELECT file FROM captures UNION SELECT file FROM warc_files")
            return sum(self._cut(str(file), sizes.get(str(file))) for (file,) in list(known))

    def _cut(self, file: str, size: int | None) -> int:
        """Forget what lies behind the size of a WARC file, all of it where there is no such file."""
        if size is None:
            self._database.run("DELETE FROM warc_files WHERE file = ?", (file,))
        else:
            self._database.run("UPDATE warc_files SET read_to = min(read_to, ?) WHERE file = ?", (size, file))
        return self._database.run("DELETE FROM captures WHERE file = ? AND offset >= ?", (file, size or 0))


def _row(capture: Capture, location: Location, problem: str | None) -> dict[str, Value]:
    target = redirect_of(capture)
    return {
        "file": location.file,
        "offset": location.offset,
        "url": capture.url,
        "address": canonical(capture.url),
        "time": capture.time.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "status": capture.status,
        "media_type": capture.media_type,
        "digest": capture.digest,
        "redirect": target and canonical(target),
        "gone": int(is_gone(capture)),
        "problem": problem,
    }

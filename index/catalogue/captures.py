"""The tables `captures` and `warc_files`: what has been taken in, and what the crawler asks before it takes in more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import msgspec

from index.catalogue.database import Database
from parsers.capture import Capture, LastCapture, Location
from parsers.urls import canonical

# Files are named so that their order is their age.
_FIRST_OF_PAYLOAD = "WHERE digest = ? ORDER BY file, offset LIMIT 1"


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

    def payload(self, digest: str) -> tuple[str, datetime] | None:
        """Return the address and time of the first capture of a payload."""
        row = self._database.row(f"SELECT url, time FROM captures {_FIRST_OF_PAYLOAD}", (digest,))
        return None if row is None else (str(row[0]), datetime.fromisoformat(str(row[1])))

    def locate(self, digest: str) -> Location | None:
        """Return where the first capture of a payload lies: the record that holds it."""
        row = self._database.row(f"SELECT file, offset FROM captures {_FIRST_OF_PAYLOAD}", (digest,))
        return None if row is None else Location(str(row[0]), int(row[1] or 0))

    def holds(self, url: str, digest: str) -> bool:
        """Whether this very payload has been captured from this very address."""
        sql = "SELECT 1 FROM captures WHERE digest = ? AND url = ?"
        return self._database.row(sql, (digest, url)) is not None

    def problem(self, url: str, digest: str) -> str | None:
        """Return why this payload of this address could not be read; None where it could, or is not known."""
        sql = "SELECT problem FROM captures WHERE digest = ? AND url = ? ORDER BY time DESC, id DESC LIMIT 1"
        row = self._database.row(sql, (digest, url))
        return None if row is None or row[0] is None else str(row[0])

    def last(self, url: str) -> LastCapture | None:
        """Return the newest capture of an address."""
        sql = "SELECT digest, time, headers FROM captures WHERE url = ? ORDER BY time DESC, id DESC LIMIT 1"
        row = self._database.row(sql, (url,))
        if row is None:
            return None
        digest, time, headers = map(str, row)
        named = {name.lower(): value for name, value in msgspec.json.decode(headers, type=list[tuple[str, str]])}
        return LastCapture(digest, datetime.fromisoformat(time), named.get("etag"), named.get("last-modified"))

    def add(self, capture: Capture, location: Location, release_id: str | None, problem: str | None) -> None:
        """Note a capture with the release that was read from it, or why none could be."""
        self._database.run(
            "INSERT INTO captures (file, offset, url, address, time, status, media_type, digest, headers, "
            "release_id, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                location.file,
                location.offset,
                capture.url,
                canonical(capture.url),
                capture.time.astimezone(UTC).isoformat().replace("+00:00", "Z"),
                capture.status,
                capture.media_type,
                capture.digest,
                msgspec.json.encode(capture.headers).decode(),
                release_id,
                problem,
            ),
        )

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

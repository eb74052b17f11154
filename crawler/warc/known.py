"""What an archive holds already: so that no payload is stored twice, and pages are asked for only if they changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from crawler.warc.derived import DerivedDatabase
from crawler.warc.scanning import Known
from parsers.capture import LastCapture, Location
from parsers.sources import host_of

# Before every capture: file names are not empty.
BEGINNING = Location("", 0)
_NEWEST = "ORDER BY time DESC, file DESC, offset DESC LIMIT 1"
_FIRST = "ORDER BY file, offset LIMIT 1"
_SUCCESS = "(status IS NULL OR status BETWEEN 200 AND 299)"
_RELEASES = f"""
SELECT DISTINCT url FROM captures AS newest
WHERE url > ? AND role = 'release' AND {_SUCCESS} AND NOT EXISTS (
  SELECT 1 FROM captures AS other
  WHERE other.url = newest.url
    AND (other.time, other.file, other.offset) > (newest.time, newest.file, newest.offset))
ORDER BY url LIMIT 1000
"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class KnownCaptures:
    """Answers about the captures of a folder's WARC files. Addresses are compared as they are.

    Only the writer of the folder may have it open. Its memory does not grow with the archive.
    """

    def __init__(self, folder: Path) -> None:
        self._database = DerivedDatabase(folder, _row)

    def payload(self, digest: str) -> tuple[str, datetime] | None:
        """Return address and time of the capture that holds a payload, None where none does."""
        found = self._first(f"url, time FROM captures WHERE digest = ? AND has_payload {_FIRST}", digest)
        return (found[0], _moment(found[1])) if found else None

    def locate(self, digest: str) -> Location | None:
        """Return where the record that holds a payload lies."""
        return _location(self._first(f"file, offset FROM captures WHERE digest = ? AND has_payload {_FIRST}", digest))

    def holds(self, url: str, digest: str, since: Location = BEGINNING) -> bool:
        """Tell whether an address was captured with this payload, at a place in the archive or behind it."""
        condition = "url = ? AND digest = ? AND (file, offset) >= (?, ?)"
        return self._first(f"1 FROM captures WHERE {condition}", url, digest, since.file, since.offset) is not None

    def has(self, url: str, time: datetime) -> bool:
        """Tell whether an address was captured at this time, whatever it was."""
        return self._first("1 FROM captures WHERE url = ? AND time = ?", url, _microseconds(time)) is not None

    def last(self, url: str, before: Location | None = None) -> LastCapture | None:
        """Return the newest capture of an address, or the newest of those before a place in the archive."""
        columns = "digest, time, etag, last_modified, status, redirect FROM captures WHERE url = ?"
        if before is None:
            found = self._first(f"{columns} {_NEWEST}", url)
        else:
            place = "AND (file, offset) < (?, ?)"
            found = self._first(f"{columns} {place} {_NEWEST}", url, before.file, before.offset)
        return LastCapture(found[0], _moment(found[1]), *found[2:]) if found else None

    def newest(self, url: str) -> Location | None:
        """Return where the newest capture of an address lies, whatever it was."""
        return _location(self._first(f"file, offset FROM captures WHERE url = ? {_NEWEST}", url))

    def newest_page(self, url: str) -> Location | None:
        """Return where the newest capture of an address lies that was no error, redirect or absence."""
        return _location(self._first(f"file, offset FROM captures WHERE url = ? AND {_SUCCESS} {_NEWEST}", url))

    def releases(self, hosts: Collection[str]) -> Iterator[str]:
        """Yield the addresses on some hosts that were last captured as releases, in order; none that is gone.

        The archive may be written to in between.
        """
        after = ""
        while urls := [url for (url,) in self._database.rows(_RELEASES, (after,))]:
            yield from (url for url in urls if host_of(url) in hosts)
            after = urls[-1]

    def add(self, known: Known, end: int) -> None:
        """Take note of a capture that was written; its file is known up to `end`."""
        self._database.add(known, known.location.file, end)

    def close(self) -> None:
        self._database.close()

    def _first(self, query: str, *values: Any) -> tuple[Any, ...] | None:
        return next(iter(self._database.rows(f"SELECT {query}", values)), None)


def _row(known: Known) -> tuple[Any, ...]:
    time = _microseconds(known.time)
    rest = (known.role, known.status, known.redirect, known.etag, known.last_modified)
    return (known.location.file, known.location.offset, known.url, time, known.digest, known.has_payload, *rest)


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


def _location(found: tuple[Any, ...] | None) -> Location | None:
    return Location(*found) if found else None

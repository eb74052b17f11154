"""The writer of the archive of record."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from crawler.warc.known import BEGINNING, KnownCaptures
from crawler.warc.layout import MIB, last_own_file, next_name
from crawler.warc.lock import WriterLock
from crawler.warc.reading import read_at
from crawler.warc.recovery import cut, whole_length
from crawler.warc.runs import Run, UnfinishedRuns
from crawler.warc.scanning import known_of
from crawler.warc.writing import RecordType, SentRequest, capture_records, information
from parsers.capture import Capture, LastCapture, Location, payload_digest
from parsers.problems import Problem

_NOTHING = payload_digest(b"")


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a capture: where its record lies, and whether it is a revisit, its payload being held already."""

    location: Location
    revisit: bool


class WarcStore:
    """Appends captures to the WARC files of a folder. One store at a time may be open for a folder.

    A new file is begun where the last would grow beyond `max_bytes`. What an interrupted run left of a last record is
    cut off when the store is opened, and `on_repair` told so. Raises Problem where the folder cannot be written to.
    """

    def __init__(
        self,
        folder: Path,
        *,
        max_bytes: int = 500 * MIB,
        on_repair: Callable[[Problem], None] = lambda problem: None,
    ) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._file: int | None = None
        self._size = 0
        self._empty_size = 0  # that of a new file, with nothing but its warcinfo record in it
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = WriterLock(folder)
        except OSError as error:
            raise self._unwritable(error.strerror) from error
        try:
            self._path = self._recovered(on_repair)
            self._known = KnownCaptures(folder)
        except BaseException:
            self._lock.release()
            raise
        self._runs = UnfinishedRuns(folder)

    def payload(self, digest: str) -> tuple[str, datetime] | None:
        """Return address and time of the capture that holds a payload, None where none does."""
        return self._known.payload(digest)

    def holds(self, url: str, digest: str, since: Location = BEGINNING) -> bool:
        """Tell whether an address was captured with this payload, at a place in the archive or behind it."""
        return self._known.holds(url, digest, since)

    def has(self, url: str, time: datetime) -> bool:
        """Tell whether an address was captured at this time, whatever it was."""
        return self._known.has(url, time)

    def last(self, url: str, before: Location | None = None) -> LastCapture | None:
        """Return the newest capture of an address, or the newest of those before a place in the archive."""
        return self._known.last(url, before)

    def newest(self, url: str, since: Location = BEGINNING) -> Capture | None:
        """Return the newest capture of an address with its body, whatever it was; None where it lies before a place.

        None as well where it can no longer be read.
        """
        location = self._known.newest(url)
        return self._read(location) if location and location >= since else None

    def body(self, url: str) -> Capture | None:
        """Return the newest capture of an address that was a page or file: no error, redirect or absence."""
        location = self._known.newest_page(url)
        return self._read(location) if location else None

    def releases(self, hosts: Collection[str]) -> Iterator[str]:
        """Yield the addresses on some hosts that were last captured as releases, in order; none that is gone.

        Pages whose records do not tell what they were fetched for (imported, or captured by version 0.1) are among
        them. Captures may be written in between.
        """
        return self._known.releases(hosts)

    def begin_run(self, source: str) -> Run:
        """Begin a crawl of a source, or go on with the one that did not end."""
        return self._runs.begin(source, self._end(), datetime.now(UTC))

    def end_run(self, source: str) -> None:
        """Note that the crawl of a source came to its end."""
        self._runs.end(source)

    def write(
        self,
        capture: Capture,
        *,
        request: SentRequest | None = None,
        record_type: RecordType = "response",
        role: str | None = None,
    ) -> Written:
        """Append a capture, and the request it answers. A payload that the archive holds is not stored again.

        `record_type` is ``resource`` for a saved file and ``conversion`` for text made of a page elsewhere; `role` is
        what the capture was fetched for. Raises Problem where the disk takes no more.
        """
        first = None if capture.digest == _NOTHING else self.payload(capture.digest)
        data = capture_records(capture, request=request, record_type=record_type, refers_to=first, role=role)
        location = self._append(data)
        try:
            self._known.add(known_of(capture, location, has_payload=first is None, role=role), self._size)
        except sqlite3.OperationalError as error:
            raise self._unwritable(error) from error
        return Written(location, revisit=first is not None)

    def close(self) -> None:
        """Bring everything to the disk and let others write."""
        self._finish_file()
        self._known.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, location: Location) -> Capture | None:
        try:
            return read_at(self.folder, location, self._known.locate)
        except Problem:
            return None  # damaged since: `haku check` and `haku rebuild` tell of it

    def _end(self) -> Location:
        """Where the next record will lie, or behind it."""
        newest = last_own_file(self.folder)
        return Location(newest.name, newest.stat().st_size) if newest else BEGINNING

    def _recovered(self, on_repair: Callable[[Problem], None]) -> Path | None:
        """The file to go on with: the last one, freed from a broken record; None where a new one is to be begun."""
        path = last_own_file(self.folder)
        if path is None:
            return None
        length = whole_length(path, self._lock.safe_length(path))
        if length is None:
            return None
        excess = path.stat().st_size - length
        if excess:
            cut(path, length)
            on_repair(
                Problem(
                    "{file}: the last record was left unfinished by an interrupted run; its {bytes} bytes were removed",
                    file=path.name,
                    bytes=excess,
                )
            )
        return path

    def _append(self, data: bytes) -> Location:
        if self._file is None:
            self._begin_file(new=False)
        if self._size + len(data) > self._max_bytes and self._size > self._empty_size:
            self._finish_file()
            self._begin_file(new=True)
        offset = self._size
        self._put(data)
        assert self._path
        return Location(self._path.name, offset)

    def _begin_file(self, *, new: bool) -> None:
        now = datetime.now(UTC)
        if new or self._path is None:
            last = last_own_file(self.folder)
            self._path = self.folder / next_name(last.name if last else None, now)
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        self._size = os.fstat(self._file).st_size
        self._empty_size = 0
        if not self._size:
            self._put(information(self._path.name, now))
            self._empty_size = self._size

    def _put(self, data: bytes) -> None:
        """Write all of `data`, or nothing."""
        assert self._file is not None
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError as error:
            os.ftruncate(self._file, self._size)
            raise self._unwritable(error.strerror) from error
        self._size += len(data)

    def _unwritable(self, reason: object) -> Problem:
        return Problem("{folder}: cannot be written to: {reason}", folder=self.folder, reason=reason)

    def _finish_file(self) -> None:
        if self._file is None or self._path is None:
            return
        os.fsync(self._file)
        os.close(self._file)
        self._file = None
        self._lock.note(self._path)

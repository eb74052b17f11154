"""The captures of an archive, in the order in which they were stored, from any point on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from crawler.warc.captures import address_of, capture_of, has_body, revisit_of, role_of, stated_digest
from crawler.warc.layout import warc_files
from crawler.warc.walking import Damage, RawRecord, walk
from crawler.warc.writing import OWN_ROLES
from parsers.capture import Capture, Location
from parsers.problems import Problem

Positions = dict[str, int]


def read_captures(
    folder: Path,
    after: Positions | None = None,
    *,
    on_problem: Callable[[Problem], None],
    locate: Callable[[str], Location | None] = lambda digest: None,
    discovery: bool = False,
) -> CaptureReader:
    """Return an iterator over the captures of a folder's WARC files, by file name and offset.

    `after` are the `positions()` of an earlier reader: only what was stored since is read. A revisit record gives a
    capture with the body it refers to; `locate` may say where a payload lies (it is searched for otherwise). Pages
    that were fetched only to find others (listings, feeds, robots.txt) are passed over unless `discovery` is set.
    What cannot be read is told to `on_problem`, and the reading goes on behind it.
    """
    return CaptureReader(folder, after or {}, on_problem, locate, discovery)


def read_at(
    folder: Path, location: Location, locate: Callable[[str], Location | None] = lambda digest: None
) -> Capture:
    """Return the capture that lies at a location; `locate` says where the payload lies that a revisit refers to.

    Raises Problem where there is none: a damaged record, a revisit of a payload that is lost, another file than it was.
    """
    path = folder / location.file
    try:
        with path.open("rb") as file:
            record = next(walk(file, location.offset), None)
        if isinstance(record, RawRecord) and record.offset == location.offset:
            if has_body(record):
                return capture_of(record)
            if record.type == "revisit" and (original := locate(stated_digest(record) or "")):
                return revisit_of(record, read_at(folder, original))
    except (OSError, ValueError) as error:
        raise _unreadable(location) from error
    raise _unreadable(location)


def _unreadable(location: Location) -> Problem:
    return Problem("{file}: no capture can be read at byte {offset}", file=location.file, offset=location.offset)


class CaptureReader:
    """Iterates over captures and their locations; `positions()` says how far it has come."""

    def __init__(
        self,
        folder: Path,
        after: Positions,
        on_problem: Callable[[Problem], None],
        locate: Callable[[str], Location | None],
        discovery: bool,
    ) -> None:
        self._folder = folder
        self._after = after
        self._positions = dict(after)
        self._on_problem = on_problem
        self._locate = locate
        self._discovery = discovery
        self._payloads: dict[str, Location] = {}
        self._searched_before = not any(after.values())
        self._captures = self._read()

    def __iter__(self) -> Iterator[tuple[Capture, Location]]:
        return self

    def __next__(self) -> tuple[Capture, Location]:
        return next(self._captures)

    def positions(self) -> Positions:
        """Return how far each file was read: all that was returned so far lies before."""
        return dict(self._positions)

    def _read(self) -> Iterator[tuple[Capture, Location]]:
        paths = warc_files(self._folder)
        for path in paths:
            if path.stat().st_size < self._after.get(path.name, 0):
                self._on_problem(Problem("{file}: is shorter than it was; run haku rebuild", file=path.name))
                continue
            yield from self._read_file(path, newest=path == paths[-1])

    def _read_file(self, path: Path, *, newest: bool) -> Iterator[tuple[Capture, Location]]:
        with path.open("rb") as file:
            for item in walk(file, self._after.get(path.name, 0)):
                if isinstance(item, RawRecord):
                    self._positions[path.name] = item.end
                    yield from self._capture(item, Location(path.name, item.offset))
                elif not (newest and item.torn):  # the newest file may be growing at this moment
                    self._report_damage(path.name, item)

    def _report_damage(self, name: str, damage: Damage) -> None:
        self._on_problem(
            Problem(
                "{file}: damaged at byte {offset} ({reason}); the reading goes on behind it",
                file=name,
                offset=damage.offset,
                reason=damage.reason,
            )
        )

    def _capture(self, record: RawRecord, location: Location) -> Iterator[tuple[Capture, Location]]:
        try:
            capture = self._capture_or_none(record, location)
        except ValueError as error:
            self._on_problem(
                Problem(
                    "{file}: the record at byte {offset} cannot be used: {reason}",
                    file=location.file,
                    offset=location.offset,
                    reason=error,
                )
            )
        else:
            if capture and (self._discovery or (role_of(record) or "release") in OWN_ROLES):
                yield capture, location

    def _capture_or_none(self, record: RawRecord, location: Location) -> Capture | None:
        if record.type == "revisit":
            return revisit_of(record, self._original(record))
        if not has_body(record):
            return None
        capture = capture_of(record)
        stated = stated_digest(record)
        if stated and stated.startswith("sha256:") and stated != capture.digest:
            raise ValueError(f"its payload is not what was stored for {address_of(record)}")
        for digest in {capture.digest, stated} - {None}:
            self._payloads.setdefault(str(digest), location)
        return capture

    def _original(self, revisit: RawRecord) -> Capture:
        digest = stated_digest(revisit) or ""
        location = self._payloads.get(digest) or self._locate(digest) or self._search_before(digest)
        if location is None:
            raise ValueError(f"it refers to a payload that is not in the archive ({digest})")
        return read_at(self._folder, location)

    def _search_before(self, digest: str) -> Location | None:
        """Look in what an earlier reader has read, once."""
        if not self._searched_before:
            self._searched_before = True
            for path in warc_files(self._folder):
                self._index(path, self._after.get(path.name, 0))
        return self._payloads.get(digest)

    def _index(self, path: Path, end: int) -> None:
        with path.open("rb") as file:
            for item in walk(file):
                if item.offset >= end:
                    return
                if isinstance(item, RawRecord) and has_body(item) and (digest := stated_digest(item)):
                    self._payloads.setdefault(digest, Location(path.name, item.offset))

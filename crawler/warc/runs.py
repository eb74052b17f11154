"""Runs that did not end: what the next crawl of the same source goes on with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from parsers.capture import Location

_NAME = ".unfinished.json"
# A crawl that nobody took up again for so long is not gone on with: its pages may have changed since.
_LONGEST = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Run:
    """A crawl of a source: when it was begun, and the place in the archive behind which its captures lie.

    `resumed` says that an earlier process has begun it, and did not bring it to its end.
    """

    source: str
    begun: datetime
    start: Location
    resumed: bool


class UnfinishedRuns:
    """The crawls that have begun and not ended, noted in a file beside the WARC files."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._runs = _read(self._path)

    def begin(self, source: str, start: Location, now: datetime) -> Run:
        """Return the run of a source that did not end, else a new one that starts at a place in the archive."""
        known = self._runs.get(source)
        if known and known.begun <= now <= known.begun + _LONGEST and known.start <= start:
            return known
        self._runs[source] = Run(source, now, start, resumed=True)
        self._write()
        return Run(source, now, start, resumed=False)

    def end(self, source: str) -> None:
        """Note that the run of a source came to its end."""
        if self._runs.pop(source, None):
            self._write()

    def _write(self) -> None:
        notes = {
            run.source: {"begun": run.begun.isoformat(), "file": run.start.file, "offset": run.start.offset}
            for run in self._runs.values()
        }
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(notes), encoding="utf-8")
        new.replace(self._path)


def _read(path: Path) -> dict[str, Run]:
    try:
        notes = json.loads(path.read_text(encoding="utf-8"))
        return {source: _run(source, note) for source, note in notes.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # not ours, or of another form: nothing is lost but a few repeated requests


def _run(source: str, note: dict[str, Any]) -> Run:
    start = Location(str(note["file"]), int(note["offset"]))
    return Run(source, datetime.fromisoformat(note["begun"]), start, resumed=True)

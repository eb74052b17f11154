"""The folder ``runs/`` of an archive: one report a run, a bounded number of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from crawler.watch.model import Run
from parsers.problems import Problem
from parsers.structs import from_json

# A run a day for more than a year.
KEPT = 400
_LARGEST = 16 * 1024 * 1024


class Reports:
    """Reads and writes the reports of a folder, which is made when the first one is written."""

    def __init__(self, folder: Path, *, kept: int = KEPT) -> None:
        self.folder = folder
        self._kept = kept

    def read(self, on_problem: Callable[[Problem], None]) -> list[Run]:
        """Return all reports, the oldest first. A damaged one is told of and left out."""
        runs = (self._read(path, on_problem) for path in self._paths())
        return sorted((run for run in runs if run), key=lambda run: run.start)

    def save(self, run: Run) -> None:
        """Write a report in place of what was known of the run before, and remove the oldest beyond the number kept.

        Raises Problem where the disk takes no more.
        """
        path = self._path(run)
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(run), indent=1))
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            for old in self._paths()[: -self._kept]:
                old.unlink(missing_ok=True)
        except OSError as fault:
            raise Problem("{file}: cannot be written: {reason}", file=path, reason=fault.strerror) from fault

    def _path(self, run: Run) -> Path:
        """``runs/20261101T090000Z.json``"""
        return self.folder / f"{run.start.replace('-', '').replace(':', '')}.json"

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*Z.json"))

    def _read(self, path: Path, on_problem: Callable[[Problem], None]) -> Run | None:
        try:
            with path.open("rb") as file:
                return from_json(file.read(_LARGEST), Run)
        except (msgspec.MsgspecError, UnicodeDecodeError, OSError) as fault:
            on_problem(
                Problem(
                    "{file}: this report of a run cannot be read and is left out; delete it ({reason})",
                    file=path,
                    reason=fault,
                )
            )
            return None

"""One writer at a time: a lock that the system releases however the writer ends, with a note of the last safe state."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

from parsers.problems import Problem

_NAME = ".writer.lock"


class WriterLock:
    """Holds a folder for writing. Its file keeps the name and length of the WARC file last closed in order."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise Problem(
                "{folder}: another program is writing to this archive; wait until it has finished", folder=folder
            ) from error

    def safe_length(self, path: Path) -> int:
        """Return the length up to which a file is known to be whole: 0 where nothing is known of it."""
        try:
            note = json.loads(os.pread(self._file, 4096, 0) or b"{}")
            length = int(note["length"]) if note.get("file") == path.name else 0
        except (ValueError, KeyError, TypeError, AttributeError):
            return 0  # the note itself was cut short: the file is read through instead
        return length if 0 <= length <= path.stat().st_size else 0

    def note(self, path: Path) -> None:
        """Note that a file is whole as it is now."""
        text = json.dumps({"file": path.name, "length": path.stat().st_size}).encode()
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, text, 0)
        os.fsync(self._file)

    def release(self) -> None:
        os.close(self._file)

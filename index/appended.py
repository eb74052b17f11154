"""Files that people may edit and that the program only ever adds lines to."""

from __future__ import annotations

import os
from pathlib import Path

from parsers.problems import Problem


def append_line(path: Path, line: str, header: str, mode: int = 0o666) -> None:
    """Write a line behind the others and have it safe; a new file begins with `header` and has the permissions `mode`.

    Raises Problem where that is not possible.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, mode)
        with os.fdopen(handle, "ab+") as file:
            file.write(_beginning(path.read_bytes(), header) + f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        raise Problem("{file}: cannot be written: {reason}", file=path, reason=fault.strerror) from fault


def _beginning(content: bytes, header: str) -> bytes:
    """Return what must stand before a new line: the explanation, or the end of a line that somebody left open."""
    if not content:
        return header.encode()
    return b"" if content.endswith(b"\n") else b"\n"

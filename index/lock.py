"""A lock between processes, on the systems that have `fcntl` and those that have `msvcrt`; a killed holder frees it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _acquire(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as fault:
            raise BlockingIOError(*fault.args) from fault
else:
    import fcntl

    def _acquire(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that a file stands for. Raises BlockingIOError at once where another process holds it.

    The file stays: removing it would let two processes lock two files of one name.
    """
    with path.open("ab") as file:
        _acquire(file.fileno())
        yield

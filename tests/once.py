"""What is dear to make and only read by the tests, made once for all processes of a test run."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[[Path], object]


class Once:
    """Makes folders by name: the first process to ask for one makes it while the others wait for it."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        # pytest-xdist gives each of its processes a folder of its own within that of the run.
        self._folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def __call__(self, name: str, make: Make) -> Path:
        """Return the folder that `make` has filled. No test may change what is in it."""
        folder = self._folder / f"once-{name}"
        with (self._folder / f"once-{name}.lock").open("ab") as lock:
            fcntl.flock(lock.fileno(), fcntl.LOCK_EX)
            made = folder.with_suffix(".made")
            if not made.exists():
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

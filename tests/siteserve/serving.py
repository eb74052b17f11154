"""What the tests of the live search share: its words, and `haku serve` as a process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from parsers.problems import Problem
from tests.commands import START, environment

ADDRESS = "http://127.0.0.1:8080"


@dataclass
class Served:
    """A running `haku serve`: its address without a slash, and once it has ended its exit status and what it said."""

    address: str
    status: int | None = None
    said: str = ""


def told_in(problem: Problem, language: str) -> str:
    """Word a problem so that a test sees in which language that was asked for."""
    return f"{language}: {problem}"


@contextmanager
def serving(archive: Path, *arguments: str, end: signal.Signals = signal.SIGTERM) -> Iterator[Served]:
    """Run `haku serve` on a free port; `end` is how it is told to end."""
    command = [sys.executable, "-c", START, "--archive", str(archive), "serve", "--port", "0", *arguments]
    around = {**os.environ, **environment(), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=around) as process:
        assert process.stdout
        try:
            found = re.search(r"http://\S+(?=/)", process.stdout.readline())
            assert found, process.stderr and process.stderr.read()
            served = Served(found[0])
            yield served
        finally:
            process.send_signal(end)
            _, said = process.communicate(timeout=30)
    served.status, served.said = process.returncode, said

"""The worker processes: Ctrl-C is the parent's alone, from their first moment on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.reading import Workers


def _interrupts_are_blocked(_: int) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_workers_do_not_hear_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading._WORTH_SHARING", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with Workers() as workers:
        assert all(workers.map(_interrupts_are_blocked, range(40)))
        assert not _interrupts_are_blocked(0)


_INTERRUPTED = """
import os, signal, threading, time
import index.reading
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell runs the tests in the background
os.cpu_count = lambda: 2
try:
    with index.reading.Workers() as workers:
        threading.Timer(0.05, os.killpg, (0, signal.SIGINT)).start()
        workers.map(time.sleep, [0.01] * 400)
except KeyboardInterrupt:
    print("interrupted")
"""


def test_interrupt_while_workers_start() -> None:
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )
    assert (ended.stdout, ended.stderr) == ("interrupted\n", "")

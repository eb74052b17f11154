"""A process of its own for work that may hang, crash, or take all memory: it costs that piece of work, no more."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from index.interrupts import interrupts_put_off
from parsers.problems import Problem

Item = TypeVar("Item")
Result = TypeVar("Result")

GIB = 1024 * 1024 * 1024
# A process that waits for a disk or for its turn takes longer than it works.
_WAITING = 10
# How a process ends that its system, or its own libraries, denied time or memory: Rust's abort, PDFium's trap.
_DENIED = (signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL)
_CRASHED = (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE)


class OverrunError(Exception):
    """A piece of work took more time or memory than it may."""


class CrashError(Exception):
    """A piece of work crashed the process that did it."""


@dataclass(slots=True)
class _Child:
    process: BaseProcess
    connection: Connection


class Confined(Generic[Item, Result]):
    """Does one piece of work at a time by `function`, one that a module defines, in a process that may die of it.

    A piece may take so many `seconds` of the processor's time and, with all else in the process, so many bytes of
    `memory`. The process is started when it is first needed and stays until it is closed or dies.
    """

    def __init__(self, function: Callable[[Item], Result], *, seconds: int = 60, memory: int = 2 * GIB) -> None:
        self._function = function
        self._seconds = seconds
        self._memory = memory
        self._child: _Child | None = None

    def __call__(self, item: Item) -> Result:
        """Return the result for an item. Raises OverrunError or CrashError, and what `function` raises."""
        child = self._child = self._child or self._started()
        try:
            child.connection.send(item)
            if not child.connection.poll(self._seconds * _WAITING):
                self.kill()
            done, result = child.connection.recv()
        except (EOFError, OSError) as fault:
            raise self._fate(child) from fault
        if not done:
            raise result
        return result  # type: ignore[no-any-return]

    def kill(self) -> None:
        """End the process, whatever it does; what waits for it hears an OverrunError."""
        if self._child is not None:
            self._child.process.kill()

    def close(self) -> None:
        """End the process and free what it took."""
        if self._child is not None:
            self._child.process.kill()
            self._bury(self._child)

    def _started(self) -> _Child:
        # Python's resource tracker ends any putting off when it starts.
        resource_tracker.ensure_running()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        work = (theirs, self._function, self._seconds, self._memory)
        process = context.Process(target=_serve, args=work, daemon=True)
        with interrupts_put_off():
            process.start()
        theirs.close()
        return _Child(process, ours)

    def _fate(self, child: _Child) -> Exception:
        """Bury a process that has ended; return what its end says of the work."""
        self._bury(child)
        code = -(child.process.exitcode or 0)
        if code in _DENIED:
            return OverrunError()
        if code in _CRASHED:
            return CrashError()
        return Problem("A process that reads documents was ended; run it again")

    def _bury(self, child: _Child) -> None:
        child.process.join()
        child.connection.close()
        self._child = None


def _serve(connection: Connection, function: Callable[[Item], object], seconds: int, memory: int) -> None:
    """Work until the other end is closed."""
    _silence()
    _limit(resource.RLIMIT_AS, memory)
    with contextlib.suppress(EOFError):
        while True:
            item = connection.recv()
            used = resource.getrusage(resource.RUSAGE_SELF)
            _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + seconds)
            connection.send(_outcome(function, item))


def _outcome(function: Callable[[Item], object], item: Item) -> tuple[bool, object]:
    try:
        return True, function(item)
    except MemoryError:
        return False, OverrunError()
    except Exception as fault:
        return False, fault


def _silence() -> None:
    """Libraries that end their process print why, and leave a picture of its memory: nobody has asked for either."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
    # Some systems know a limit and cannot set it; the wait for the process is bounded all the same.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (bounded, hard))

"""The work that takes a processor's time, done by several processes where there is enough of it."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import TypeVar

from index.documents import DocumentReaders
from index.interrupts import interrupts_put_off
from index.processes import end_with_parent
from parsers.capture import Capture
from parsers.documents import DocumentText, is_document
from parsers.model import Release
from parsers.problems import Problem
from parsers.release import NotARelease, read_releases

Item = TypeVar("Item")
Result = TypeVar("Result")
# The releases that a capture holds, none where it is rightly none, or why a page that should be one is none.
Outcome = tuple[Release, ...] | Problem

# Below this, starting processes costs more than they save.
_WORTH_SHARING = 48
_MOST_PROCESSES = 16
_ITEMS_AT_ONCE = 8

_log = logging.getLogger(__name__)


class Workers:
    """As many processes as there are processors, started when the first large piece of work comes."""

    def __init__(self) -> None:
        self._count = min(os.cpu_count() or 1, _MOST_PROCESSES)
        self._pool: ProcessPoolExecutor | None = None
        self._documents = DocumentReaders(self._count)

    def read(self, captures: Sequence[Capture]) -> list[Outcome]:
        """Read each capture, in order. Nothing a page contains stops the rest."""
        # Documents are large: they are not sent to another process to be told that they are no pages.
        pages = iter(self.map(read, [capture for capture in captures if not is_document(capture)]))
        return [() if is_document(capture) else next(pages) for capture in captures]

    def read_documents(self, captures: Sequence[Capture]) -> list[DocumentText]:
        """Read each document, in order, where it can do no harm."""
        return self._documents.read(captures)

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """Return the results in the order of the items. `function` must be one that a module defines."""
        if self._count == 1 or (self._pool is None and len(items) < _WORTH_SHARING):
            return [function(item) for item in items]
        # Opened first: that starts Python's resource tracker, which ends any putting off.
        pool = self._opened()
        try:
            with interrupts_put_off():
                results = pool.map(function, items, chunksize=_ITEMS_AT_ONCE)
            return list(results)
        except BrokenProcessPool as fault:
            raise Problem("A process that reads pages was ended, perhaps for want of memory; run it again") from fault

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._documents.close()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _opened(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A copy of this process ("fork") would copy locks that its other threads hold.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, mp_context=context, initializer=end_with_parent)
        return self._pool


def read(capture: Capture) -> Outcome:
    """Read one capture. What is rightly no release (a listing, an error, a redirect) holds none."""
    try:
        return read_releases(capture)
    except NotARelease:
        return ()
    except Problem as problem:
        return problem
    except Exception as fault:
        # A page that trips the parser costs itself, never the run: it is reported and recorded like any other problem.
        _log.debug("%s", capture.url, exc_info=True)
        return Problem("{url}: could not be read ({fault}); please report it", url=capture.url, fault=repr(fault))

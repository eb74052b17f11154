"""Works into the index: by this process, or where there are many by others, each a segment of its own."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from index.catalogue import Catalogue
from index.fulltext.analysis.words import Words
from index.fulltext.postings import IndexCodec
from index.fulltext.schema import make_schema
from index.fulltext.works import Work, document
from index.interrupts import interrupts_put_off
from index.processes import end_with_parent

# Told how many documents of how many have been written.
Progress = Callable[[int, int], None]

_MEGABYTES = 256
# Below this, a process that has to load its dictionaries first costs more than it saves.
_WORTH_SHARING = 1000
_MOST_PROCESSES = 4
_TOLD_EVERY = 50

_log = logging.getLogger(__name__)


class _Share(NamedTuple):
    """What another process writes: these works of a catalogue, into a segment of the index in a folder."""

    folder: Path
    catalogue: Path
    works: Sequence[Work]


class Writer(SegmentWriter):  # type: ignore[misc]
    """Changes the index in a folder. Nothing of it can be seen before `commit`."""

    def __init__(self, folder: Path, **options: Any) -> None:
        self._folder = folder
        self._segments_apart: list[Any] = []
        index = FileIndex(FileStorage(str(folder)), schema=make_schema())
        super().__init__(index, limitmb=_MEGABYTES, codec=IndexCodec(), **options)

    def add_works(self, wanted: Sequence[Work], catalogue: Catalogue, words: Words, progress: Progress | None) -> None:
        """Write works of a catalogue, and take their words into the vocabulary."""
        count = _processes() if len(wanted) >= _WORTH_SHARING else 1
        written = self._written if count == 1 else partial(self._shared, count)
        with _uncollected():
            for done in written(wanted, catalogue, words):
                if progress is not None:
                    progress(done, len(wanted))

    def segment(self) -> Any:
        """Finish what was written, without letting it be seen; return what names it."""
        return self._finalize_segment()

    def _written(self, wanted: Sequence[Work], catalogue: Catalogue, words: Words) -> Iterator[int]:
        for done, work in enumerate(wanted, start=1):
            releases = (catalogue.release(one) for one in work.releases)
            self.add_document(**document(releases, words, work, catalogue.attachment_text))
            yield done

    def _shared(self, count: int, wanted: Sequence[Work], catalogue: Catalogue, words: Words) -> Iterator[int]:
        """Have works written by other processes; this one puts together what they have made."""
        size = -(-len(wanted) // count)
        shares = [wanted[start : start + size] for start in range(0, len(wanted), size)]
        with _beside([_Share(self._folder, catalogue.path, share) for share in shares]) as helpers:
            yield from _followed(helpers)
            for helper in helpers:
                if helper.result is None:
                    _log.warning(
                        "a process that writes the search index was ended, perhaps for want of memory; going on alone"
                    )
                    for _ in self._written(helper.share.works, catalogue, words):
                        pass
                else:
                    segment, vocabulary = helper.result
                    self._segments_apart.append(segment)
                    words.join(vocabulary)
        yield len(wanted)

    def _merge_segments(self, *options: Any) -> list[Any]:
        """Whoosh asks which segments stay: those that others have written come to them."""
        return [*super()._merge_segments(*options), *self._segments_apart]


def _processes() -> int:
    """Return how many processes may write: one that ends with its parent may start none."""
    return 1 if multiprocessing.current_process().daemon else min(os.cpu_count() or 1, _MOST_PROCESSES)


class _Helper:
    """A process that writes a share."""

    def __init__(self, share: _Share) -> None:
        self.share = share
        self.done = 0
        # Its segment and its vocabulary; none while it writes, and where it has ended without.
        self.result: tuple[Any, bytes] | None = None
        context = multiprocessing.get_context("spawn")
        self.answers, answers = context.Pipe(duplex=False)
        self._process = context.Process(target=_write_share, args=(share, answers), daemon=True)
        # Running first: its start ends any putting off.
        resource_tracker.ensure_running()
        with interrupts_put_off():
            self._process.start()
        answers.close()

    def hear(self) -> bool:
        """Wait for what it tells next; return whether there is more to come."""
        try:
            answer = self.answers.recv()
        except EOFError:
            return False
        if isinstance(answer, int):
            self.done = answer
        else:
            self.result = answer
        return self.result is None

    def end(self) -> None:
        self.answers.close()
        self._process.terminate()
        self._process.join()


def _followed(helpers: Iterable[_Helper]) -> Iterator[int]:
    """Yield how many works are written whenever a helper tells of it, until all of them have ended."""
    writing = list(helpers)
    while writing:
        ready = wait([helper.answers for helper in writing])
        writing = [helper for helper in writing if helper.answers not in ready or helper.hear()]
        yield sum(helper.done for helper in helpers)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles, again and again, among millions of postings that are in none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _beside(shares: Sequence[_Share]) -> Iterator[list[_Helper]]:
    """Have shares written by processes that end with the block, whatever ends it."""
    helpers: list[_Helper] = []
    try:
        helpers.extend(map(_Helper, shares))
        yield helpers
    finally:
        for helper in helpers:
            helper.end()


def _write_share(share: _Share, answers: Connection) -> None:
    """What another process does: it tells how far it is, then gives its segment and vocabulary."""
    end_with_parent()
    words = Words()
    with _uncollected(), Catalogue(share.catalogue, read_only=True) as catalogue:
        writer = Writer(share.folder, _lk=False)
        for done in writer._written(share.works, catalogue, words):
            if done % _TOLD_EVERY == 0:
                answers.send(done)
    answers.send((writer.segment(), words.packed()))

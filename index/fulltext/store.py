"""The Whoosh index on disk: opening it, noticing that it cannot be used, and bringing it up to the catalogue."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.index import LockError as WhooshLockError

from index.catalogue import Catalogue
from index.fulltext.analysis.words import Words
from index.fulltext.schema import index_version, make_schema
from index.fulltext.works import Work, document, works
from parsers.problems import Problem

# Told how many documents of how many have been written.
Progress = Callable[[int, int], None]

_STATE = "state.json"
_WORDS = "words.msgpack"
_MEGABYTES = 256

_log = logging.getLogger(__name__)


class _State(msgspec.Struct, frozen=True):
    """What made the index, and which content of the catalogue it holds."""

    version: str = ""
    content: str | None = None


class Store:
    """The index in one folder, made on demand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def index(self) -> FileIndex:
        """Open the index. Raises whatever Whoosh does where it is damaged or missing."""
        return FileIndex(FileStorage(str(self.folder)), schema=make_schema())

    def words(self) -> Words:
        """Return the memory of words kept beside the index."""
        return Words(self.folder / _WORDS)

    def is_current(self, catalogue: Catalogue, words: Words) -> bool:
        """Whether the index is of our making and holds what the catalogue holds."""
        content = catalogue.content()
        return content is not None and self._state() == _State(index_version(), content) and words.is_saved

    def update(self, catalogue: Catalogue, words: Words, progress: Progress | None = None) -> int:
        """Write what has changed in the catalogue; return how many works were written or taken out.

        An index that other rules have made, or that turns out to be damaged, is made anew.
        """
        if self._state().version != index_version() or not words.is_saved:
            self.clear()
        try:
            return self._synchronise(catalogue, words, progress)
        except (Problem, WhooshLockError):
            raise
        except Exception:
            # Whoosh has no exception for damage: anything may come out of a broken pickle or offset.
            _log.warning("%s: damaged, made anew from the catalogue", self.folder, exc_info=True)
            self.clear()
            return self._synchronise(catalogue, words, progress)

    def clear(self) -> None:
        """Remove the index, keeping the memory of words."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != _WORDS:
                path.unlink()

    def _state(self) -> _State:
        try:
            return msgspec.json.decode((self.folder / _STATE).read_bytes(), type=_State)
        except (FileNotFoundError, msgspec.DecodeError):
            return _State()

    def _note(self, state: _State) -> None:
        fresh = self.folder / f"{_STATE}.new"
        fresh.write_bytes(msgspec.json.encode(state))
        fresh.replace(self.folder / _STATE)

    def _synchronise(self, catalogue: Catalogue, words: Words, progress: Progress | None) -> int:
        content = catalogue.content()
        if not self._state().version:
            self._create()
        try:
            writer = self.index().writer(limitmb=_MEGABYTES)
        except WhooshLockError as fault:
            message = "{folder}: another haku is updating the search index; try again when it is done"
            raise Problem(message, folder=self.folder) from fault
        try:
            changes = _write_changes(writer, catalogue, words, progress)
        except BaseException:
            writer.cancel()
            raise
        writer.commit() if changes else writer.cancel()
        self._note(_State(index_version(), content))
        return changes

    def _create(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        FileIndex.create(FileStorage(str(self.folder)), make_schema())
        self._note(_State(index_version()))


def _write_changes(writer: Any, catalogue: Catalogue, words: Words, progress: Progress | None) -> int:
    wanted = works(catalogue)
    kept, gone = _compare(writer.reader(), wanted)
    for number in gone:
        writer.delete_document(number)
    missing = [work for key, work in wanted.items() if key not in kept]
    for count, work in enumerate(missing, start=1):
        fields = document((catalogue.release(one) for one in work.releases), words)
        writer.add_document(**fields, work=msgspec.to_builtins(work))
        if progress is not None:
            progress(count, len(missing))
    words.save()
    return len(gone) + len(missing)


def _compare(reader: Any, wanted: dict[str, Work]) -> tuple[set[str], list[int]]:
    """Return the keys of the works that the index holds as they should be, and the documents it should not hold."""
    kept: set[str] = set()
    gone: list[int] = []
    for number, stored in reader.iter_docs():
        work = msgspec.convert(stored["work"], Work)
        key = work.releases[0]
        if wanted.get(key) == work and key not in kept:
            kept.add(key)
        else:
            gone.append(number)
    reader.close()
    return kept, gone

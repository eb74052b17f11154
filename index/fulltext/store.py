"""The Whoosh index on disk: opening it, noticing that it cannot be used, and bringing it up to the catalogue.

The folder holds the vocabulary (``words.msgpack``), one folder with the index, and ``state.json``, which names that
folder. An index is changed in place by Whoosh's commits, and replaced by naming another: readers go on with what they
have, and a killed process leaves what there was.
"""

from __future__ import annotations

import errno
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from index.catalogue import Catalogue
from index.fulltext.analysis.words import Words
from index.fulltext.query.translation import Tables, made_of, make_tables
from index.fulltext.schema import index_version, make_schema
from index.fulltext.works import Work, attached, held_works, works
from index.fulltext.writing import Progress, Writer
from index.lock import locked
from parsers.problems import Problem
from parsers.structs import from_json

_STATE = "state.json"
_WORDS = "words.msgpack"
_TRANSLATIONS = "translations.msgpack"
_LOCK = ".lock"
_KEPT = frozenset({_STATE, _WORDS, _TRANSLATIONS, _LOCK})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_log = logging.getLogger(__name__)


class IndexBusyError(Problem):
    """Another process is changing the index; what there is can be read meanwhile."""


class _State(msgspec.Struct, frozen=True):
    """What made the index, which content of the catalogue and attached documents it holds, and the folder it is in."""

    version: str = ""
    content: str | None = None
    documents: str = ""
    folder: str = ""


class Store:
    """The index of one archive, made on demand."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def words(self) -> Words:
        """Return the vocabulary kept beside the index."""
        return Words(self._folder / _WORDS)

    def tables(self) -> Tables:
        """Return what words mean in the other language. Raises where the file is damaged or missing."""
        return Tables.load(self._folder / _TRANSLATIONS)

    def index(self) -> FileIndex:
        """Open the index. Raises whatever Whoosh does where it is damaged, ValueError where it is foreign."""
        return self._own(self._state().folder)

    def identity(self) -> tuple[str, int]:
        """Return what changes with every change of the index."""
        folder = self._state().folder
        return folder, self._open(folder).latest_generation()

    def is_usable(self) -> bool:
        """Whether there is an index of our making."""
        return self._state().version == index_version()

    def is_current(self, catalogue: Catalogue) -> bool:
        """Whether the index holds what the catalogue holds."""
        content, state = _content(catalogue), self._state()
        kept = (state.content, state.documents) == (content, catalogue.documents.mark())
        return self.is_usable() and content is not None and kept

    def update(self, catalogue: Catalogue, words: Words, progress: Progress | None = None) -> int:
        """Write what has changed in the catalogue; return how many works were written or taken out.

        An index that other rules have made, or that turns out to be damaged, is made anew. Raises IndexBusyError.
        """
        with self._lock():
            words.reload()
            if not (self.is_usable() and words.is_saved):
                return self._build(catalogue, words, progress)
            try:
                return self._write(self._state().folder, catalogue, words, progress)
            except Problem:
                raise
            except Exception:
                # Whoosh has no exception for damage: anything may come out of a broken pickle or offset.
                _log.warning("%s: damaged, made anew from the catalogue", self._folder, exc_info=True)
                return self._build(catalogue, words, progress)

    def rebuild(self, catalogue: Catalogue, words: Words, progress: Progress | None = None) -> int:
        """Make the index anew beside the old one, then let it take its place; return how many works it holds."""
        with self._lock():
            return self._build(catalogue, words, progress)

    def _build(self, catalogue: Catalogue, words: Words, progress: Progress | None) -> int:
        numbers = [int(path.name) for path in self._folder.iterdir() if path.name.isdecimal()]
        folder = str(max(numbers, default=0) + 1)
        words.forget()
        (self._folder / folder).mkdir()
        FileIndex.create(FileStorage(str(self._folder / folder)), make_schema())
        count = self._write(folder, catalogue, words, progress)
        for path in self._folder.iterdir():
            if path.name not in _KEPT and path.name != folder:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        return count

    def _write(self, folder: str, catalogue: Catalogue, words: Words, progress: Progress | None) -> int:
        content, mark = _content(catalogue), catalogue.documents.mark()
        self._own(folder)
        writer = Writer(self._folder / folder)
        try:
            wanted = works(catalogue)
            if mark != self._state().documents:
                wanted = _with_attached(wanted, catalogue)
            changes = _write_changes(writer, catalogue, wanted, words, progress)
        except BaseException:
            writer.cancel()
            raise
        # The vocabulary first: it may have words too many, never too few.
        words.save()
        self._save_tables(catalogue)
        writer.commit() if changes else writer.cancel()
        self._note(_State(index_version(), content, mark, folder))
        return changes

    def _save_tables(self, catalogue: Catalogue) -> None:
        try:
            current = self.tables().made_of == made_of(catalogue)
        except (OSError, msgspec.DecodeError):
            current = False
        if not current:
            make_tables(catalogue).save(self._folder / _TRANSLATIONS)

    def _own(self, folder: str) -> FileIndex:
        """Open an index that has been made by the rules of this program: another one would just find nothing."""
        fields = FileIndex(FileStorage(str(self._folder / folder))).schema.names()
        if fields != make_schema().names():
            raise ValueError(f"{self._folder / folder}: the index of another program, with the fields {fields}")
        return self._open(folder)

    def _open(self, folder: str) -> FileIndex:
        return FileIndex(FileStorage(str(self._folder / folder)), schema=make_schema())

    def _state(self) -> _State:
        try:
            return from_json((self._folder / _STATE).read_bytes(), _State)
        except (FileNotFoundError, msgspec.DecodeError):
            return _State()

    def _note(self, state: _State) -> None:
        fresh = self._folder / f"{_STATE}.new"
        fresh.write_bytes(msgspec.json.encode(state))
        fresh.replace(self._folder / _STATE)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / _LOCK):
                yield
        except BlockingIOError as fault:
            message = "{folder}: another haku is updating the search index; try again when it is done"
            raise IndexBusyError(message, folder=self._folder) from fault
        except OSError as fault:
            if fault.errno not in _READ_ONLY:
                raise
            message = "{folder}: the search index is out of date and cannot be written: {reason}; run haku rebuild"
            raise Problem(message, folder=self._folder, reason=fault.strerror) from fault


def _content(catalogue: Catalogue) -> str | None:
    """Return what changes whenever a release, a pair or a call does; None while they are being made."""
    content = catalogue.content()
    return None if content is None else f"{content} {catalogue.calls.made_of()} {made_of(catalogue)}"


def _with_attached(wanted: dict[str, Work], catalogue: Catalogue) -> dict[str, Work]:
    """Return the works with what stands for their attached documents, which takes a walk through all releases."""
    known = {release.id: mark for release in catalogue.releases() if (mark := attached(release))}
    return {
        key: replace(work, attached=" ".join(filter(None, (known.get(one) for one in work.releases))))
        for key, work in wanted.items()
    }


def _write_changes(
    writer: Writer, catalogue: Catalogue, wanted: dict[str, Work], words: Words, progress: Progress | None
) -> int:
    kept, gone = _compare(writer.reader(), wanted)
    for number in gone:
        writer.delete_document(number)
    missing = [work for key, work in wanted.items() if key not in kept]
    writer.add_works(missing, catalogue, words, progress)
    return len(gone) + len(missing)


def _compare(reader: Any, wanted: dict[str, Work]) -> tuple[set[str], list[int]]:
    """Return the keys of the works that the index holds as they should be, and the documents it should not hold."""
    kept: set[str] = set()
    gone: list[int] = []
    for number, work in held_works(reader):
        key = work.releases[0]
        if key not in kept and key in wanted and _is_same(work, wanted[key]):
            kept.add(key)
        else:
            gone.append(number)
    reader.close()
    return kept, gone


def _is_same(held: Work, wanted: Work) -> bool:
    """Whether a work is held as it should be; what is attached counts where that was asked after."""
    return held == (wanted if wanted.attached is not None else replace(wanted, attached=held.attached))

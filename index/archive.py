"""The archive folder: what lies in it, and opening it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.catalogue import Catalogue
from index.decisions import DecisionFile
from index.forgotten import ForgottenFile, check_forgotten, note_forgotten
from index.fulltext import FullText
from index.lock import locked
from parsers.problems import Problem

_WARC = "warc"
_CATALOGUE = "catalogue.sqlite"
_INDEX = "index"
_LOCK = ".lock"
_DECISIONS = "decisions.tsv"
_FORGOTTEN = "forgotten.tsv"
_SQLITE_COMPANIONS = ("-wal", "-shm")


class Archive:
    """An archive folder: ``warc/`` the captures of record, ``decisions.tsv`` what people have decided,
    ``forgotten.tsv`` who asked not to be named, and ``catalogue.sqlite`` and ``index/`` what follows from these.

    Nothing is made or opened before it is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.warc = folder / _WARC
        self.catalogue_path = folder / _CATALOGUE
        self.index_folder = folder / _INDEX
        self.decisions = DecisionFile(folder / _DECISIONS)
        self.forgotten = ForgottenFile(folder / _FORGOTTEN)

    def create(self) -> None:
        """Make the folder and ``warc/`` where they are missing. Raises Problem where that is not possible."""
        try:
            self.warc.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise Problem(
                "{folder}: cannot be an archive: {reason}", folder=self.folder, reason=fault.strerror
            ) from fault

    def catalogue(self) -> Catalogue:
        """Open the catalogue to read, which needs no permission to write. Raises Problem where there is no archive."""
        if not self.catalogue_path.exists():
            if self.warc.is_dir() and any(self.warc.glob("*.warc*")):
                raise Problem("{folder}: has captures but no catalogue; run haku rebuild", folder=self.folder)
            raise Problem("{folder}: no archive here; make one with haku import or haku crawl", folder=self.folder)
        catalogue = Catalogue(self.catalogue_path, read_only=True)
        try:
            check_forgotten(catalogue, self.forgotten.read(), self.folder)
        except Problem:
            catalogue.close()
            raise
        return catalogue

    @contextmanager
    def writing(self) -> Iterator[Catalogue]:
        """Open the catalogue to change it, made where there is none, while no other process changes the archive."""
        self.create()
        is_new = not self.catalogue_path.exists()
        with self._lock(), Catalogue(self.catalogue_path) as catalogue:
            if is_new:
                note_forgotten(catalogue, self.forgotten.read())
            check_forgotten(catalogue, self.forgotten.read(), self.folder)
            yield catalogue

    @contextmanager
    def rebuilding(self) -> Iterator[Catalogue]:
        """Open an empty catalogue that takes the old one's place at the end; until then readers see the old one.

        A fault or a kill in between leaves the old catalogue as it was.
        """
        self.create()
        fresh = self.catalogue_path.with_suffix(".rebuild")
        with self._lock():
            _remove_database(fresh)
            with Catalogue(fresh) as catalogue:
                note_forgotten(catalogue, self.forgotten.read())
                yield catalogue
            _remove_companions(self.catalogue_path)
            fresh.replace(self.catalogue_path)

    def fulltext(self, catalogue: Catalogue, *, catch_up: bool = True) -> FullText:
        """Return the full text over an open catalogue of this archive; `catch_up` as `FullText` has it."""
        return FullText(self.index_folder, catalogue, catch_up=catch_up)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        try:
            with locked(self.folder / _LOCK):
                yield
        except BlockingIOError as fault:
            message = "{folder}: another haku is changing this archive; try again when it is done"
            raise Problem(message, folder=self.folder) from fault


def _remove_database(path: Path) -> None:
    path.unlink(missing_ok=True)
    _remove_companions(path)


def _remove_companions(path: Path) -> None:
    """Remove a database's write-ahead log: left behind, it would be taken for its successor's."""
    for ending in _SQLITE_COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)

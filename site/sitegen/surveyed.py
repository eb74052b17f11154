"""An archive with what is asked of all releases noted when they are first walked, so that few are read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from parsers.model import Call, Contact, Pair, Release
from sitegen.digests import digest_of
from sitegen.reader import ArchiveReader


class Noted(NamedTuple):
    """What is noted of a release: a digest of all of it, its other version, and whom it names."""

    digest: str
    translation: str | None
    contacts: tuple[Contact, ...]


class Surveyed:
    """An archive that is read through once; a build in which little has changed reads the rest by its notes."""

    def __init__(self, archive: ArchiveReader) -> None:
        self._archive = archive
        self._notes: dict[str, Noted] | None = None

    @classmethod
    def of(cls, archive: ArchiveReader) -> Surveyed:
        return archive if isinstance(archive, Surveyed) else cls(archive)

    @property
    def notes(self) -> dict[str, Noted]:
        """What is noted of each release by its id, in the order of the walk."""
        if self._notes is None:
            self._notes = {release.id: _noted(release) for release in self._archive.releases()}
        return self._notes

    def releases(self) -> Iterator[Release]:
        """Walk all releases; a walk to the end takes the notes where there are none."""
        if self._notes is not None:
            yield from self._archive.releases()
            return
        notes: dict[str, Noted] = {}
        for release in self._archive.releases():
            notes[release.id] = _noted(release)
            yield release
        self._notes = notes

    def release(self, release_id: str) -> Release:
        return self._archive.release(release_id)

    def revisions(self, release_id: str) -> Sequence[Release]:
        return self._archive.revisions(release_id)

    def pairs(self) -> Iterable[Pair]:
        return self._archive.pairs()

    @property
    def calls(self) -> Iterable[Call]:
        return self._archive.calls


def _noted(release: Release) -> Noted:
    return Noted(digest_of(msgspec.json.encode(release)), release.translation, release.contacts)

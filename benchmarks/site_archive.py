"""Generated archives to build sites of: pairs of releases, compared as an ingest compares them, and their calls."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from index.archive import Archive
from index.calls import update_calls
from index.catalogue import Catalogue
from index.reading import Workers
from parsers.model import Block, Call, Pair, Release
from parsers.pairs.compare import compare
from parsers.pairs.pairing import Pairing
from sitegen.reader import ArchiveReader
from tests.parsers.pairs.generated import generated_archive

# Of generated releases three in four belong to a pair.
_SURPLUS = 1.4
# Every so many pairs disagree on the closing day.
_DIFFERING = 12
_AT_ONCE = 1_000


def make_archive(folder: Path, count: int) -> None:
    """Make an archive of `count` releases, all of them in pairs."""
    generated = generated_archive(int(count * _SURPLUS), random.Random(count))
    stored = {release.id: release for release in generated.releases}
    pairs = sorted(generated.pairs)[: count // 2]
    versions = [(stored[fi], _differing(stored[sv], number)) for number, (fi, sv) in enumerate(pairs)]
    with Archive(folder).writing() as catalogue, Workers() as workers:
        for start in range(0, len(versions), _AT_ONCE):
            _add(catalogue, workers, versions[start : start + _AT_ONCE])
        with catalogue.transaction():
            catalogue.settle()
        update_calls(catalogue, workers)


def _differing(release: Release, number: int) -> Release:
    closes = release.application.closes
    if number % _DIFFERING or not closes:
        return release
    moved = msgspec.structs.replace(release.application, closes=f"{closes[:8]}28{closes[10:]}")
    return msgspec.structs.replace(release, application=moved)


def _add(catalogue: Catalogue, workers: Workers, versions: Sequence[tuple[Release, Release]]) -> None:
    pairs = workers.map(_compared, versions)
    with catalogue.transaction():
        for release in (release for both in versions for release in both):
            catalogue.add_release(release)
        for pair in pairs:
            catalogue.add_pair(pair, "generated")


def _compared(versions: tuple[Release, Release]) -> Pair:
    fi, sv = versions
    return compare(fi, sv, Pairing(fi=fi.id, sv=sv.id, method="content", score=0.99))


@dataclass(frozen=True)
class ChangedArchive:
    """An archive in which some releases read otherwise: their titles and sums, and one paragraph more."""

    archive: ArchiveReader
    changed: frozenset[str]

    def releases(self) -> Iterator[Release]:
        return map(self._as_now, self.archive.releases())

    def release(self, release_id: str) -> Release:
        return self._as_now(self.archive.release(release_id))

    def revisions(self, release_id: str) -> Sequence[Release]:
        return self.archive.revisions(release_id)

    def pairs(self) -> Iterable[Pair]:
        return self.archive.pairs()

    @property
    def calls(self) -> Iterable[Call]:
        return self.archive.calls

    def _as_now(self, release: Release) -> Release:
        return _changed(release) if release.id in self.changed else release


def with_changes(archive: ArchiveReader, count: int) -> ChangedArchive:
    """Return the archive with `count` of its releases changed, of any year and authority."""
    ids = sorted(release.id for release in archive.releases())
    return ChangedArchive(archive, frozenset(random.Random(count).sample(ids, min(count, len(ids)))))


def _changed(release: Release) -> Release:
    title = f"{release.title} (2)"
    head = msgspec.structs.replace(release.blocks[0], text=title)
    blocks = (head, *release.blocks[1:], Block(type="p", text="Täydennetty: hakuaika on ennallaan."))
    total = release.total and release.total + 1000
    return msgspec.structs.replace(release, title=title, blocks=blocks, total=total)

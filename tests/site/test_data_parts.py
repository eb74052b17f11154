"""Files to download of which parts are copied are those that a build of everything writes, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from parsers.model import Release
from sitegen.bulk import Downloads, Former, cutting, remembered, write_downloads, writing
from sitegen.bulk.downloads import Part
from tests.site.sample import SampleArchive


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of two things in the middle, and row groups of three rows, which a part may lie across."""
    monkeypatch.setattr(cutting, "_PART", 2)
    monkeypatch.setattr(writing, "ROWS_AT_ONCE", 3)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _with_sum(release: Release) -> Release:
    return msgspec.structs.replace(release, total=Decimal(77))


def _without_contacts(release: Release) -> Release:
    return msgspec.structs.replace(release, contacts=())


def _changed(archive: SampleArchive, change: Callable[[Release], Release], at: int) -> SampleArchive:
    one = list(archive.stored.values())[at]
    return replace(archive, stored=archive.stored | {one.id: change(one)})


def _only(archive: SampleArchive, keep: slice) -> SampleArchive:
    """The archive with some of its releases, and the pairs of which both versions are there."""
    stored = dict(list(archive.stored.items())[keep])
    joined = [pair for pair in archive.joined if {pair.fi.id, pair.sv.id} <= stored.keys()]
    return replace(archive, stored=stored, joined=joined)


_CHANGES: dict[str, Callable[[SampleArchive], SampleArchive]] = {
    "first": lambda archive: _changed(archive, _with_sum, 0),
    "middle": lambda archive: _changed(archive, _with_sum, 7),
    "last": lambda archive: _changed(archive, _with_sum, -1),
    "contacts_of_a_version": lambda archive: _changed(archive, _without_contacts, 0),
    "fewer_at_the_end": lambda archive: _only(archive, slice(0, 9)),
    "fewer_at_the_beginning": lambda archive: _only(archive, slice(5, None)),
    "other_order": lambda archive: replace(archive, stored=dict(reversed(archive.stored.items()))),
    "without_pairs": lambda archive: replace(archive, joined=[]),
    "nothing": lambda archive: replace(archive, stored={}, joined=[]),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_the_same_bytes_as_all_anew(
    change: Callable[[SampleArchive], SampleArchive], archive: SampleArchive, tmp_path: Path
) -> None:
    for before, after in ((archive, change(archive)), (change(archive), archive)):
        folder = tmp_path / str(before is archive)
        old = write_downloads(folder / "old", before)
        new = write_downloads(folder / "new", after, former=Former(folder / "old", old))
        assert new == write_downloads(folder / "anew", after)
        written = _bytes(folder / "new")
        assert _bytes(folder / "anew") == _bytes(folder / "old") | written
        assert "releases.csv.gz" in written or before.stored == after.stored


def test_what_has_not_changed_is_neither_made_nor_written(
    archive: SampleArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = write_downloads(tmp_path / "old", archive)
    made: list[str] = []
    make = writing.TableWriter.make

    def noted(self: writing.TableWriter, inputs: str, rows: list[Any]) -> Part:
        made.append(inputs)
        return make(self, inputs, rows)

    monkeypatch.setattr(writing.TableWriter, "make", noted)
    former = Former(tmp_path / "old", old)
    assert write_downloads(tmp_path / "same", archive, former=former) == old
    assert not (tmp_path / "same").exists() and not made
    write_downloads(tmp_path / "new", _changed(archive, _with_sum, 7), former=former)
    assert 0 < len(made) < sum(map(len, old.parts.values())) / 2


def test_files_with_persons_are_not_copied_into_files_without(archive: SampleArchive, tmp_path: Path) -> None:
    old = write_downloads(tmp_path / "old", archive, contacts=True)
    write_downloads(tmp_path / "new", archive, former=Former(tmp_path / "old", old))
    write_downloads(tmp_path / "anew", archive)
    assert _bytes(tmp_path / "new") == _bytes(tmp_path / "anew") != _bytes(tmp_path / "old")


def test_what_is_noted_is_remembered(archive: SampleArchive, tmp_path: Path) -> None:
    downloads = write_downloads(tmp_path, archive)
    assert remembered(downloads.noted()) == downloads != Downloads()

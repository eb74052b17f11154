"""A build after a change writes what the change concerns, and gives the same site as a build of everything."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from parsers.model import Kind, Release
from sitegen.build import build
from sitegen.holdings import read_holdings
from sitegen.publish import MARKER
from tests.site.sample import BASE_URL, SampleArchive, sample_archive


def _digests(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def _written(output: Path, before: dict[str, int]) -> set[str]:
    """The files that were written since."""
    return {name for name, time in _times(output).items() if before.get(name) != time}


def _times(output: Path) -> dict[str, int]:
    return {
        path.relative_to(output).as_posix(): path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()
    }


def _changed(archive: SampleArchive, change: Callable[[Release], Release], language: str = "fi") -> SampleArchive:
    """The archive with its newest pair's release in a language changed."""
    pair = archive.joined[0]
    one = archive.stored[pair.fi.id if language == "fi" else pair.sv.id]
    return SampleArchive(archive.stored | {one.id: change(one)}, archive.joined, archive.older)


def _without(archive: SampleArchive) -> SampleArchive:
    """The archive without a pair and its releases."""
    pair = archive.joined[0]
    stored = {id_: release for id_, release in archive.stored.items() if id_ not in (pair.fi.id, pair.sv.id)}
    return SampleArchive(stored, archive.joined[1:], archive.older)


def _titled(release: Release) -> Release:
    blocks = (msgspec.structs.replace(release.blocks[0], text="Toinen otsikko"), *release.blocks[1:])
    return msgspec.structs.replace(release, title="Toinen otsikko", blocks=blocks)


_CHANGES = {
    "nothing": lambda archive: archive,
    "a_title": lambda archive: _changed(archive, _titled),
    "a_title_in_swedish": lambda archive: _changed(archive, _titled, "sv"),
    "a_sum": lambda archive: _changed(archive, lambda one: msgspec.structs.replace(one, total=Decimal(77))),
    "a_kind": lambda archive: _changed(archive, lambda one: msgspec.structs.replace(one, kind=Kind.OTHER)),
    "gone": lambda archive: _changed(archive, lambda one: msgspec.structs.replace(one, gone="2026-11-02T09:00:00Z")),
    "an_older_reading": lambda archive: SampleArchive(
        archive.stored, archive.joined, {archive.joined[0].fi.id: [_titled(archive.stored[archive.joined[0].fi.id])]}
    ),
    "a_pair_apart": lambda archive: SampleArchive(archive.stored, archive.joined[1:], archive.older),
    "without_differences": lambda archive: SampleArchive(
        archive.stored, [msgspec.structs.replace(archive.joined[0], differences=()), *archive.joined[1:]], archive.older
    ),
    "a_pair_removed": _without,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site of the sample archive, and what is kept beside it."""
    folder = tmp_path_factory.mktemp("incremental")
    build(sample_archive(), folder / "site", BASE_URL)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """The built site, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "copy")) / "site"


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_the_same_site_as_a_build_of_everything(
    change: Callable[[SampleArchive], SampleArchive], tmp_path: Path
) -> None:
    changed = change(sample_archive())
    build(sample_archive(), tmp_path / "site", BASE_URL)
    build(changed, tmp_path / "site", BASE_URL)
    build(changed, tmp_path / "whole", BASE_URL)
    assert _digests(tmp_path / "site") == _digests(tmp_path / "whole")


def test_nothing_is_written_where_nothing_has_changed(site: Path) -> None:
    before = _times(site)
    build(sample_archive(), site, BASE_URL)
    assert _written(site, before) <= {MARKER}


def test_only_what_a_change_concerns_is_written(site: Path) -> None:
    archive, before = sample_archive(), _times(site)
    build(_changed(archive, _titled), site, BASE_URL)
    written = _written(site, before)
    pair = archive.joined[0]
    concerned = {pair.fi.id, pair.sv.id}
    releases = {
        name.split("/")[2] for name in written if name.startswith(("fi/release/", "sv/release/", "en/release/"))
    }
    assert concerned <= releases and len(releases) < len(archive.stored) / 2
    assert "fi/index.html" in written and "fi/about/index.html" not in written


def test_a_newer_day_leaves_the_pages_of_calls_that_are_over(tmp_path: Path, calls_archive: SampleArchive) -> None:
    newest = max(calls_archive.stored.values(), key=lambda one: one.published or "")
    later = msgspec.structs.replace(
        newest, published="2034-01-02T09:00", kind=Kind.OTHER, id="0" * 16, url="file:later"
    )
    build(calls_archive, tmp_path / "site", BASE_URL)
    held, before = read_holdings(calls_archive), _times(tmp_path / "site")
    added = SampleArchive(calls_archive.stored | {later.id: later}, calls_archive.joined, calls_archive.older)
    build(added, tmp_path / "site", BASE_URL)
    written = {name.split("/")[2] for name in _written(tmp_path / "site", before) if name.startswith("fi/call/")}
    over = {call.id for status in ("closed", "decided") for call in held.calls_by_status[status]}
    still = {call.id for call in held.calls} - over
    assert over and still and not written & over and written
    build(added, tmp_path / "whole", BASE_URL)
    assert _digests(tmp_path / "site") == _digests(tmp_path / "whole")


def test_another_address_makes_everything_again(site: Path) -> None:
    build(sample_archive(), site, "https://example.net/")
    assert BASE_URL not in (site / "fi" / "about" / "index.html").read_text("utf-8")

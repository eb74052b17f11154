"""The archive folder: opened, made, rebuilt."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.lock import locked
from parsers.problems import Problem


def test_reading_needs_an_archive(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no archive here; make one with haku import or haku crawl"):
        Archive(tmp_path / "none").catalogue()
    assert not (tmp_path / "none").exists()


def test_captures_without_a_catalogue(tmp_path: Path) -> None:
    (tmp_path / "warc").mkdir()
    (tmp_path / "warc" / "haku.warc.gz").write_bytes(b"")
    with pytest.raises(Problem, match="has captures but no catalogue; run haku rebuild"):
        Archive(tmp_path).catalogue()


def test_writing_makes_it(tmp_path: Path, make_release: Any) -> None:
    archive = Archive(tmp_path / "deep" / "archive")
    with archive.writing() as catalogue:
        catalogue.add_release(make_release("haku", "Haku", "Hae"))
        catalogue.settle()
    with archive.catalogue() as catalogue:
        assert catalogue.status().releases == 1
        assert archive.fulltext(catalogue).search("haku").total == 1
    assert {path.name for path in archive.folder.iterdir()} >= {"warc", "catalogue.sqlite", "index"}


def test_place_that_cannot_be_an_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="cannot be an archive"):
        Archive(tmp_path / "file").create()


def test_rebuilding_replaces_at_the_end(tmp_path: Path, make_release: Any) -> None:
    archive = Archive(tmp_path)
    with archive.writing() as catalogue:
        catalogue.add_release(make_release("vanha", "Vanha", "Vanha"))
    with archive.rebuilding() as fresh:
        fresh.add_release(make_release("uusi", "Uusi", "Uusi"))
        with archive.catalogue() as old:
            assert [release.title for release in old.releases()] == ["Vanha"]
    with archive.catalogue() as catalogue:
        assert [release.title for release in catalogue.releases()] == ["Uusi"]


def test_failed_rebuild_changes_nothing(tmp_path: Path, make_release: Any) -> None:
    archive = Archive(tmp_path)
    with archive.writing() as catalogue:
        catalogue.add_release(make_release("vanha", "Vanha", "Vanha"))
    with pytest.raises(RuntimeError), archive.rebuilding() as fresh:
        fresh.add_release(make_release("uusi", "Uusi", "Uusi"))
        raise RuntimeError
    with archive.catalogue() as catalogue:
        assert [release.title for release in catalogue.releases()] == ["Vanha"]
    with archive.rebuilding() as fresh:
        assert fresh.status().releases == 0


def test_damaged_catalogue_is_rebuilt(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.create()
    archive.catalogue_path.write_bytes(b"rikki" * 1000)
    with pytest.raises(Problem, match="damaged; run haku rebuild"):
        archive.catalogue()
    with archive.rebuilding():
        pass
    with archive.catalogue() as catalogue:
        assert catalogue.status().releases == 0


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with (
        archive.writing(),
        pytest.raises(Problem, match="another haku is changing this archive"),
        Archive(tmp_path).rebuilding(),
    ):
        raise AssertionError("two writers at once")


def test_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from index.lock import locked\n"
        "with locked(Path(sys.argv[1])): os._exit(3)"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path / "lock")], cwd=root, check=False)
    assert ended.returncode == 3
    with locked(tmp_path / "lock"):
        pass


@pytest.fixture
def searched(tmp_path: Path, make_release: Any) -> Archive:
    """An archive of one release whose search index is current."""
    archive = Archive(tmp_path / "arkisto 50% #1?")
    with archive.writing() as catalogue:
        catalogue.add_release(make_release("haku", "Haku", "Hae"))
        catalogue.settle()
        archive.fulltext(catalogue).update()
    return archive


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _forbid_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def refused(path: Path) -> Iterator[None]:
        raise OSError(errno.EROFS, "Read-only file system", str(path))
        yield

    monkeypatch.setattr("os.access", lambda path, mode: False)
    monkeypatch.setattr("index.fulltext.store.locked", refused)


def test_reading_changes_nothing(searched: Archive) -> None:
    with searched.catalogue() as catalogue, pytest.raises(Problem, match="readonly database"), catalogue.transaction():
        catalogue.settle()


def test_archive_that_cannot_be_written(searched: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _files(searched.folder)
    _forbid_writing(monkeypatch)
    with searched.catalogue() as catalogue:
        assert catalogue.status().releases == 1
        assert searched.fulltext(catalogue).search("haku").total == 1
        assert _files(searched.folder) == before


def test_old_index_that_cannot_be_written(
    searched: Archive, make_release: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with searched.writing() as catalogue:
        catalogue.add_release(make_release("uusi", "Uusi", "Uusi"))
        catalogue.settle()
    _forbid_writing(monkeypatch)
    with (
        searched.catalogue() as catalogue,
        pytest.raises(Problem, match="search index is out of date and cannot be written: Read-only file system"),
    ):
        searched.fulltext(catalogue).search("haku")


def test_log_of_a_killed_writer_is_read(searched: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = sqlite3.connect(searched.catalogue_path)
    killed.execute("DELETE FROM releases")
    killed.commit()
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with searched.catalogue() as catalogue:
        assert catalogue.status().releases == 0
    killed.close()


def test_reading_does_not_migrate(searched: Archive) -> None:
    connection = sqlite3.connect(searched.catalogue_path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(Problem, match=r"made by an older haku \(schema 1, known here: \d+\); run haku rebuild"):
        searched.catalogue()

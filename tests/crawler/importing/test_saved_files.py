"""Folders and saved files: which are read, in what order, under which addresses, and how old they are."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.importing.files import Read, Take, Warc, page


def test_folder_is_read_in_order_without_what_browsers_add(take: Take, tmp_path: Path, warc: Path, read: Read) -> None:
    files = {
        "kansio/b.txt": b"Haku b on auki.",
        "kansio/a/sivu.html": page(1),
        "kansio/a/sivu_files/tyyli.css": b"h1 { color: red }",
        "kansio/a/sivu_files/kuva.png": b"\x89PNG\0",
        "kansio/.piilo/x.txt": b"Haku x on auki.",
        "kansio/.piilo.txt": b"Haku y on auki.",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    report, problems = take({}, tmp_path / "kansio")
    assert (report.added, report.skipped, report.files, problems) == (2, 2, 2, [])
    assert [capture.url for capture, _ in read(warc)] == ["file:b.txt", "file:sivu.html"]


def test_unreadable_folder_costs_a_line_and_a_linked_one_is_skipped(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned = os.scandir

    def guarded(path: str | Path) -> object:
        if str(path).endswith("salainen"):
            raise PermissionError(13, "Permission denied", path)
        return scanned(path)

    (tmp_path / "kansio" / "salainen").mkdir(parents=True)
    (tmp_path / "kansio" / "linkki").symlink_to(tmp_path)
    monkeypatch.setattr(os, "scandir", guarded)
    report, problems = take({"kansio/ehja.txt": b"Haku on auki."}, tmp_path / "kansio")
    assert problems == [f"{tmp_path / 'kansio' / 'salainen'}: cannot be read (Permission denied)"]
    assert (report.added, report.known, report.skipped) == (1, 1, 1)


def test_path_that_may_not_be_looked_at_costs_a_line(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = os.stat

    def guarded(path: str | Path, **kwargs: Any) -> object:
        if str(path).endswith("salainen.txt"):
            raise PermissionError(13, "Permission denied")
        return looked(path, **kwargs)

    monkeypatch.setattr(os, "stat", guarded)
    report, problems = take({"ehja.txt": b"Haku on auki."}, tmp_path / "salainen.txt")
    assert problems == [f"{tmp_path / 'salainen.txt'}: cannot be read (Permission denied)"]
    assert report.added == 1


def test_two_files_of_one_name_are_noted(take: Take, tmp_path: Path, warc: Path, read: Read) -> None:
    report, problems = take({"a/haku.txt": b"Haku on auki.", "b/haku.txt": b"Haku on suljettu.", "c.txt": b"Muu."})
    expected = f"{tmp_path / 'b' / 'haku.txt'}: the archive holds another text under the name haku.txt; both are kept"
    assert [str(note) for note in report.notes] == [f"{expected}, the newer one is shown"]
    assert (report.added, problems, len(read(warc))) == (3, [], 3)
    assert take({"a/haku.txt": b"Haku on auki.", "b/haku.txt": b"Haku on suljettu."})[0].notes == []
    assert len(take({"d/c.txt": b"Kolmas."})[0].notes) == 1


def test_page_that_names_its_address_changes_without_a_note(take: Take) -> None:
    saved = b"<!-- saved from url=(0023)https://tem.fi/-/talteen --><html>"
    report, _ = take({"a/sivu.html": saved + b"Haku on auki.", "b/sivu.html": saved + b"Haku on suljettu."})
    assert (report.added, report.notes) == (2, [])


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("a\x1b[31mb.txt", "file:a%1B[31mb.txt", id="escape"),
        pytest.param("a\nb\x7f.txt", "file:a%0Ab%7F.txt", id="line feed and delete"),
        pytest.param("a\x9bb\u2028.txt", "file:a%C2%9Bb%E2%80%A8.txt", id="beyond ASCII"),
        pytest.param("Päätös 100 %.txt", "file:Päätös 100 %.txt", id="ordinary"),
    ],
)
def test_file_name_makes_a_printable_address(take: Take, warc: Path, read: Read, name: str, url: str) -> None:
    take({name: b"Haku on auki."})
    assert [capture.url for capture, _ in read(warc)] == [url]


def test_foreign_file_address_is_made_printable(take: Take, warc: Path, read: Read) -> None:
    take({"x.warc.gz": Warc().other("resource", "file:a%1B[31m.html", page(1), "text/html").bytes()})
    assert [capture.url for capture, _ in read(warc)] == ["file:a%1B[31m.html"]


@pytest.mark.parametrize("address", ["https://tem.fi/x", "HTTP://tem.fi/x", "https://tem.fi/" + "x" * 300])
def test_address_is_no_path(take: Take, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str) -> None:
    monkeypatch.chdir(tmp_path)
    _, problems = take({}, Path(address))
    advice = "crawl its source with haku crawl, or save the page and import the file"
    assert problems == [f"{address}: is an address; {advice}"]


def test_saved_file_is_as_old_as_it_is(take: Take, tmp_path: Path, warc: Path, read: Read) -> None:
    path = tmp_path / "vanha.txt"
    path.write_bytes("Määräraha".encode("latin-1"))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    take({}, path)
    ((capture, _),) = read(warc)
    assert capture == replace(
        capture, time=datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC), charset="windows-1252", media_type="text/plain"
    )

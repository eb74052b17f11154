"""Writing the archive of record."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.warc import SentRequest, WarcStore
from parsers.capture import Capture
from parsers.problems import Problem

Page = Callable[..., Capture]
Read = Callable[[Path], list[tuple[Capture, object]]]
Check = Callable[[Path], str]


def records(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """The type and headers of every record, as another reader sees them."""
    found = []
    for path in sorted(folder.glob("*.gz")):
        with path.open("rb") as file:
            found += [(record.rec_type, dict(record.rec_headers.headers)) for record in ArchiveIterator(file)]
    return found


def test_capture_comes_back_as_it_was(tmp_path: Path, page: Page, read: Read, check: Check) -> None:
    capture = page(1)
    with WarcStore(tmp_path) as store:
        written = store.write(capture, request=SentRequest((("Host", "tem.fi"), ("Accept", "*/*"))))
    assert read(tmp_path) == [(capture, written.location)]
    assert "digest pass" in check(tmp_path)


def test_request_and_response_belong_together(tmp_path: Path, page: Page) -> None:
    with WarcStore(tmp_path) as store:
        store.write(page(1), request=SentRequest((("Host", "tem.fi"),)))
    (info, _), (response, answered), (request, asked) = records(tmp_path)
    assert (info, response, request) == ("warcinfo", "response", "request")
    assert asked["WARC-Concurrent-To"] == answered["WARC-Record-ID"]
    assert answered["WARC-Payload-Digest"] == page(1).digest


@pytest.mark.parametrize(
    "capture",
    [
        pytest.param(
            Capture("file:Haku 2021 åäö.txt", datetime(2021, 3, 1, tzinfo=UTC), b"Haku", None, "text/plain", "utf-8"),
            id="text file",
        ),
        pytest.param(
            Capture("file:100%.html", datetime(2021, 3, 1, tzinfo=UTC), b"<html>", None, "text/html"), id="saved page"
        ),
        pytest.param(
            Capture("https://tem.fi/-/x", datetime(2021, 3, 1, 1, 2, 3, 456789, UTC), b"<html>x", None),
            id="microseconds",
        ),
    ],
)
def test_what_did_not_come_over_http_comes_back(tmp_path: Path, read: Read, capture: Capture) -> None:
    with WarcStore(tmp_path) as store:
        store.write(capture, record_type="resource")
    assert [found for found, _ in read(tmp_path)] == [capture]


def test_headers_of_the_way_are_kept_under_another_name(tmp_path: Path, page: Page, read: Read, check: Check) -> None:
    headers = (
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
        ("X-Bad", "a\r\nInjected: b"),
        ("A B", "c"),
    )
    with WarcStore(tmp_path) as store:
        store.write(replace(page(1), headers=headers))
    ((capture, _),) = read(tmp_path)
    assert capture.headers[:2] == (("X-Crawler-Content-Encoding", "gzip"), ("X-Crawler-Transfer-Encoding", "chunked"))
    assert capture.headers[2:] == (("X-Bad", "a Injected: b"), ("Content-Length", str(len(capture.body))))
    check(tmp_path)


def test_identical_payload_is_kept_once(tmp_path: Path, page: Page, read: Read, check: Check) -> None:
    first, second = page(1, "sama"), replace(page(1, "sama"), url="https://okm.fi/-/haku")
    with WarcStore(tmp_path) as store:
        assert [store.write(capture).revisit for capture in (first, second)] == [False, True]
    with WarcStore(tmp_path) as store:
        assert store.write(replace(first, url="https://vm.fi/-/haku")).revisit
    assert [capture.body for capture, _ in read(tmp_path)] == [first.body] * 3
    revisits = [headers for type_, headers in records(tmp_path) if type_ == "revisit"]
    assert [revisit["WARC-Refers-To-Target-URI"] for revisit in revisits] == [first.url, first.url]
    assert revisits[0]["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
    check(tmp_path)


def test_identical_file_under_another_name_comes_back(tmp_path: Path, read: Read) -> None:
    first = Capture("file:a.txt", datetime(2021, 3, 1, tzinfo=UTC), b"Haku", None, "text/plain", "utf-8")
    second = replace(first, url="file:b.txt")
    with WarcStore(tmp_path) as store:
        assert [store.write(capture, record_type="resource").revisit for capture in (first, second)] == [False, True]
    assert [capture for capture, _ in read(tmp_path)] == [first, second]


def test_files_are_bounded_and_read_in_order(tmp_path: Path, read: Read, check: Check) -> None:
    captures = [
        Capture(f"https://tem.fi/-/{number}", datetime(2026, 1, 1, tzinfo=UTC), os.urandom(3000))
        for number in range(20)
    ]
    with WarcStore(tmp_path, max_bytes=10_000) as store:
        for capture in captures:
            store.write(capture)
    paths = sorted(tmp_path.glob("*.gz"))
    assert len(paths) > 5 and all(path.stat().st_size <= 10_000 for path in paths)
    assert all(re.fullmatch(r"haku-\d{8}T\d{6}Z-000\d\d\.warc\.gz", path.name) for path in paths)
    assert [capture.url for capture, _ in read(tmp_path)] == [capture.url for capture in captures]
    check(tmp_path)


def test_capture_larger_than_a_file_gets_one_of_its_own(tmp_path: Path, page: Page, read: Read) -> None:
    large = Capture("https://tem.fi/-/suuri", datetime(2026, 1, 1, tzinfo=UTC), os.urandom(50_000))
    with WarcStore(tmp_path, max_bytes=5_000) as store:
        for capture in (page(1), large, page(2)):
            store.write(capture)
    assert [capture.url for capture, _ in read(tmp_path)] == [page(1).url, large.url, page(2).url]
    assert len(list(tmp_path.glob("*.gz"))) == 3


def test_next_store_goes_on_with_the_last_file(archive: Path, page: Page, read: Read) -> None:
    with WarcStore(archive) as store:
        store.write(page(10))
    assert len(list(archive.glob("*.gz"))) == 1
    assert len(read(archive)) == 11


def test_store_that_writes_nothing_leaves_no_file(tmp_path: Path) -> None:
    with WarcStore(tmp_path):
        pass
    assert list(tmp_path.glob("*.gz")) == []


def test_two_writers_do_not_mix(tmp_path: Path, page: Page) -> None:
    with WarcStore(tmp_path), pytest.raises(Problem, match="another program is writing"):
        WarcStore(tmp_path)
    with WarcStore(tmp_path) as store:
        store.write(page(1))


@pytest.mark.parametrize("place", ["file", "file/warc"])
def test_folder_that_cannot_be_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match=f"{tmp_path / place}: cannot be written to: "):
        WarcStore(tmp_path / place)


def test_folder_in_which_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / ".writer.lock").mkdir()
    with pytest.raises(Problem, match=f"{tmp_path}: cannot be written to: "):
        WarcStore(tmp_path)


@pytest.mark.parametrize("cut", [1, 7, 8, 40, 150, 250])
def test_unfinished_record_is_removed(archive: Path, page: Page, read: Read, check: Check, cut: int) -> None:
    (path,) = archive.glob("*.gz")
    os.truncate(path, path.stat().st_size - cut)
    notes: list[Problem] = []
    with WarcStore(archive, on_repair=notes.append) as store:
        store.write(page(10))
    assert len(notes) == 1 and path.name in str(notes[0])
    assert [capture.url for capture, _ in read(archive)] == [page(number).url for number in [*range(9), 10]]
    check(archive)


def test_zeros_after_a_power_failure_are_removed(archive: Path, read: Read) -> None:
    (path,) = archive.glob("*.gz")
    whole = path.stat().st_size
    os.truncate(path, whole + 4096)
    notes: list[Problem] = []
    WarcStore(archive, on_repair=notes.append).close()
    assert path.stat().st_size == whole and len(notes) == 1
    assert len(read(archive)) == 10


def test_other_damage_is_never_cut_off(archive: Path, page: Page) -> None:
    (path,) = archive.glob("*.gz")
    with path.open("ab") as file:
        file.write(b"something else")
    damaged = path.read_bytes()
    notes: list[Problem] = []
    with WarcStore(archive, on_repair=notes.append) as store:
        assert store.write(page(10)).location.file > path.name
    assert path.read_bytes() == damaged and notes == []


def test_file_broken_in_its_first_record_is_used_again(tmp_path: Path, page: Page, read: Read, check: Check) -> None:
    path = tmp_path / "haku-20260101T000000Z-00001.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08")
    with WarcStore(tmp_path) as store:
        store.write(page(1))
    assert [capture.url for capture, _ in read(tmp_path)] == [page(1).url]
    check(tmp_path)


def test_full_disk_leaves_the_file_whole(
    archive: Path, page: Page, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def half_then_full(file: int, data: Any) -> int:
        if len(data) < 100:
            raise OSError(28, "No space left on device")
        return write(file, data[: len(data) // 2])

    with WarcStore(archive) as store:
        monkeypatch.setattr(os, "write", half_then_full)
        with pytest.raises(Problem, match="No space left"):
            store.write(page(10))
        monkeypatch.undo()
        store.write(page(11))
    assert [capture.url for capture, _ in read(archive)] == [page(number).url for number in [*range(10), 11]]


ENDLESS_WRITER = """
import itertools, os, pathlib, sys
from datetime import UTC, datetime
from crawler.warc import WarcStore
from parsers.capture import Capture
store = WarcStore(pathlib.Path(sys.argv[1]), max_bytes=300_000)
for number in itertools.count(int(sys.argv[2])):
    store.write(Capture(f"https://tem.fi/-/{number}", datetime(2026, 1, 1, tzinfo=UTC), os.urandom(20_000)))
    print(number, flush=True)
"""


def test_killed_writer_loses_nothing_it_had_finished(tmp_path: Path, read: Read, check: Check) -> None:
    finished = -1
    for round_ in range(3):
        command = [sys.executable, "-c", ENDLESS_WRITER, str(tmp_path), str(1000 * round_)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert writer.stdout
        for line in writer.stdout:
            finished = int(line)
            if finished % 1000 == 40 + round_:
                writer.send_signal(signal.SIGKILL)
                break
        writer.wait()
        writer.stdout.close()
        WarcStore(tmp_path).close()
        numbers = [int(capture.url.rpartition("/")[2]) for capture, _ in read(tmp_path)]
        assert [number for number in numbers if number // 1000 == round_][: 41 + round_] == list(
            range(1000 * round_, finished + 1)
        )
    check(tmp_path)

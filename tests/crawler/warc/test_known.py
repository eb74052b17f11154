"""What is known of an archive's captures, and that it follows from the WARC files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.warc import WarcStore, derived
from crawler.warc.derived import NAME
from crawler.warc.known import KnownCaptures
from crawler.warc.scanning import Known, scan
from parsers.capture import Capture, LastCapture, Location

Page = Callable[..., Capture]
Spoil = Callable[[Path], object]


def opened(folder: Path) -> closing[KnownCaptures]:
    return closing(KnownCaptures(folder))


def answers(folder: Path, page: Page) -> list[object]:
    """Everything that is known of the pages of a folder."""
    with opened(folder) as known:
        urls = [page(number).url for number in range(12)]
        digests = [page(number).digest for number in range(12)]
        found = [(known.last(url), known.newest(url), known.newest_page(url)) for url in urls]
        places = [(known.payload(digest), known.locate(digest)) for digest in digests]
        return [*found, *places, list(known.releases({"tem.fi"}))]


def change(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / NAME)) as database:
        database.execute(sql)
        database.commit()


def overwrite_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12_288] = os.urandom(8192)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda folder: (folder / NAME).unlink(), id="missing"),
        pytest.param(lambda folder: (folder / NAME).write_bytes(b"no database" * 1000), id="another file"),
        pytest.param(lambda folder: (folder / NAME).write_bytes(b""), id="empty"),
        pytest.param(lambda folder: os.truncate(folder / NAME, 9000), id="cut short"),
        pytest.param(lambda folder: overwrite_middle(folder / NAME), id="overwritten"),
        pytest.param(lambda folder: change(folder, "PRAGMA user_version = 99"), id="of another version"),
        pytest.param(lambda folder: change(folder, "DROP TABLE captures"), id="without a table"),
        pytest.param(lambda folder: change(folder, "DELETE FROM files"), id="forgetful"),
    ],
)
def test_it_is_made_anew_from_the_captures(archive: Path, page: Page, spoil: Spoil) -> None:
    before = answers(archive, page)
    spoil(archive)
    assert answers(archive, page) == before


def test_what_a_kill_left_unnoted_is_read_from_the_captures(archive: Path, page: Page) -> None:
    behind = (archive / NAME).read_bytes()
    with WarcStore(archive) as store:
        written = store.write(page(10)).location
    (archive / NAME).write_bytes(behind)
    with opened(archive) as known:
        assert known.newest(page(10).url) == written
        assert known.last(page(3).url) is not None


def test_only_what_was_appended_is_read(archive: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def noted(path: Path, start: int) -> Iterator[tuple[Known | None, int]]:
        read.append(start)
        yield from scan(path, start)

    monkeypatch.setattr(derived, "scan", noted)
    with WarcStore(archive):
        pass
    assert read == []
    (path,) = archive.glob("*.gz")
    size = path.stat().st_size
    with WarcStore(archive) as store:
        store.write(page(10))
    change(archive, f"UPDATE files SET read_to = {size}")
    with WarcStore(archive):
        pass
    assert read == [size]


def test_captures_that_are_lost_are_not_known(archive: Path, page: Page) -> None:
    with opened(archive) as known:
        place = known.newest(page(7).url)
    assert place
    (path,) = archive.glob("*.gz")
    os.truncate(path, place.offset)
    with opened(archive) as known:
        assert known.last(page(7).url) is None and known.payload(page(9).digest) is None
        assert known.last(page(6).url) is not None
    path.unlink()
    with opened(archive) as known:
        assert known.last(page(6).url) is None


def test_last_capture_has_status_redirect_and_validators(tmp_path: Path, page: Page) -> None:
    headers = (("ETag", '"2"'), ("Last-Modified", "Sun, 01 Nov 2026 12:00:00 GMT"))
    moved = replace(page(2), status=301, headers=(("Location", "/-/uusi"),), body=b"", digest="")
    with WarcStore(tmp_path) as store:
        for capture in (replace(page(1), headers=headers), moved):
            store.write(capture)
        found, redirect = store.last(page(1).url), store.last(page(2).url)
    assert found == LastCapture(page(1).digest, page(1).time, '"2"', headers[1][1], 200, None)
    assert redirect and (redirect.status, redirect.redirect) == (301, "https://tem.fi/-/uusi")
    with WarcStore(tmp_path) as store:
        assert (store.last(page(1).url), store.last(page(2).url)) == (found, redirect)


def test_newest_is_told_by_time_not_by_order(tmp_path: Path, page: Page) -> None:
    old = replace(page(1, "vanha"), time=page(1).time - timedelta(days=900))
    with WarcStore(tmp_path) as store:
        store.write(page(1))
        store.write(old)
        last = store.last(page(1).url)
        assert last and last.digest == page(1).digest
        assert store.has(page(1).url, old.time) and not store.has(page(1).url, old.time + timedelta(seconds=1))


def test_body_is_that_of_the_newest_page(tmp_path: Path, page: Page) -> None:
    other = replace(page(3, "sama"), url="https://okm.fi/-/sama", headers=(("ETag", '"x"'),))
    gone = replace(page(3), status=404, body=b"poissa", digest="", time=page(3).time + timedelta(days=1))
    with WarcStore(tmp_path) as store:
        for capture in (page(3, "sama"), other, gone):
            store.write(capture)
        body, revisit, newest = store.body(page(3).url), store.body(other.url), store.newest(page(3).url)
        assert store.body("https://tem.fi/-/muu") is None
    assert body and (body.body, body.status) == (page(3, "sama").body, 200)
    assert revisit and (revisit.url, revisit.body) == (other.url, other.body)
    assert newest and (newest.body, newest.status) == (b"poissa", 404)


def test_releases_are_those_that_are_there(tmp_path: Path, page: Page) -> None:
    later = page(1).time + timedelta(days=1)
    captures = [
        (page(1), "release"),
        (page(2), "listing"),
        (replace(page(3), media_type="application/pdf"), "attachment"),
        (page(4), "release"),
        (replace(page(4), status=410, body=b"poissa", digest="", time=later), "release"),
        (page(5), "release"),
        (replace(page(5), status=302, body=b"", digest="", headers=(("Location", "/"),), time=later), "release"),
        (replace(page(6), url="https://www.okm.fi/-/haku"), "release"),
        (replace(page(7), url="https://vm.fi/-/haku"), "release"),
        (page(8), None),
        (replace(page(9), media_type="application/pdf", headers=(("Content-Type", "application/pdf"),)), None),
    ]
    with WarcStore(tmp_path) as store:
        for capture, role in captures:
            store.write(capture, role=role)
        expected = [page(1).url, page(8).url, "https://www.okm.fi/-/haku"]
        assert list(store.releases({"tem.fi", "okm.fi"})) == expected
    (tmp_path / NAME).unlink()
    with WarcStore(tmp_path) as store:
        assert list(store.releases({"tem.fi", "okm.fi"})) == expected


def test_releases_may_be_captured_while_they_are_walked(tmp_path: Path, page: Page) -> None:
    with WarcStore(tmp_path) as store:
        for number in range(1050):
            store.write(replace(page(1), url=f"https://tem.fi/-/{number:05}"), role="release")
        walked = []
        for url in store.releases({"tem.fi"}):
            walked.append(url)
            if len(walked) % 20 == 0:
                store.write(replace(page(2), url=url, time=page(2).time + timedelta(days=1)), role="release")
    assert len(walked) == 1050 and walked == sorted(walked)


def test_place_tells_what_a_run_has_captured(archive: Path, page: Page) -> None:
    with WarcStore(archive) as store:
        run = store.begin_run("tem")
        changed = replace(page(1, "uusi"), time=page(1).time + timedelta(days=1))
        assert not store.holds(page(1).url, page(1).digest, since=run.start)
        store.write(changed)
        assert store.holds(changed.url, changed.digest, since=run.start)
        before, last = store.last(page(1).url, before=run.start), store.last(page(1).url)
        assert before and before.digest == page(1).digest and last and last.digest == changed.digest
        assert store.newest(page(2).url, since=run.start) is None
        assert store.newest(page(1).url, since=run.start) == changed


def test_nothing_is_kept_of_an_empty_payload(tmp_path: Path, page: Page) -> None:
    empty = [replace(page(number), status=301, body=b"", digest="") for number in range(3)]
    with WarcStore(tmp_path) as store:
        assert [store.write(capture).revisit for capture in empty] == [False] * 3


def test_beginning_lies_before_every_place() -> None:
    assert Location("", 0) < Location("haku-20000101T000000Z-00001.warc.gz", 0)

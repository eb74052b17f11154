"""Reading the archive of record, from any point on and whatever has happened to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.warc import WarcStore, read_at, read_captures
from crawler.warc.known import KnownCaptures
from crawler.warc.writing import capture_records
from parsers.capture import Capture, Location
from parsers.problems import Problem

Page = Callable[..., Capture]


def urls(reader: object) -> list[str]:
    return [capture.url for capture, _ in reader]  # type: ignore[attr-defined]


def test_reading_goes_on_where_it_stopped(archive: Path, page: Page) -> None:
    problems: list[Problem] = []
    reader = read_captures(archive, on_problem=problems.append)
    first = [next(reader)[0].url for _ in range(4)]
    rest = read_captures(archive, reader.positions(), on_problem=problems.append)
    assert first + urls(rest) == [page(number).url for number in range(10)]
    assert urls(read_captures(archive, rest.positions(), on_problem=problems.append)) == []
    with WarcStore(archive) as store:
        store.write(page(10))
    assert urls(read_captures(archive, rest.positions(), on_problem=problems.append)) == [page(10).url]
    assert problems == []


def test_revisit_finds_a_payload_read_long_ago(archive: Path, page: Page) -> None:
    problems: list[Problem] = []
    reader = read_captures(archive, on_problem=problems.append)
    assert len(list(reader)) == 10
    with WarcStore(archive) as store:
        store.write(replace(page(3), url="https://okm.fi/-/sama"))
    ((capture, _),) = read_captures(archive, reader.positions(), on_problem=problems.append)
    assert (capture.url, capture.body, problems) == ("https://okm.fi/-/sama", page(3).body, [])


def test_revisit_asks_who_knows_where_payloads_lie(archive: Path, page: Page) -> None:
    places = {capture.digest: place for capture, place in read_captures(archive, on_problem=lambda problem: None)}
    asked: list[str] = []

    def locate(digest: str) -> Location | None:
        asked.append(digest)
        return places.get(digest)

    positions = {path.name: path.stat().st_size for path in archive.glob("*.gz")}
    with WarcStore(archive) as store:
        store.write(replace(page(3), url="https://okm.fi/-/sama"))
    ((capture, _),) = read_captures(archive, positions, on_problem=lambda problem: None, locate=locate)
    assert capture.body == page(3).body and asked == [page(3).digest]


def test_revisit_of_a_lost_payload_is_reported(tmp_path: Path, page: Page) -> None:
    record = capture_records(page(1), refers_to=("https://tem.fi/-/lost", page(0).time))
    (tmp_path / "a.warc.gz").write_bytes(record)
    problems: list[Problem] = []
    assert urls(read_captures(tmp_path, on_problem=problems.append)) == []
    assert len(problems) == 1 and "not in the archive" in str(problems[0])


def test_place_of_a_capture_gives_it_again(archive: Path, page: Page) -> None:
    places = [place for _, place in read_captures(archive, on_problem=lambda problem: None)]
    assert read_at(archive, places[7]) == page(7)
    with pytest.raises(Problem, match="no capture can be read"):
        read_at(archive, Location(places[7].file, places[7].offset + 1))
    with pytest.raises(Problem, match="no capture can be read"):
        read_at(archive, Location("no-such-file.warc.gz", 0))


def test_pages_fetched_only_to_find_others_are_passed_over(tmp_path: Path, page: Page) -> None:
    with WarcStore(tmp_path) as store:
        store.write(page(1), role="listing")
        store.write(page(2))
    assert urls(read_captures(tmp_path, on_problem=lambda problem: None)) == [page(2).url]
    assert len(urls(read_captures(tmp_path, on_problem=lambda problem: None, discovery=True))) == 2


def test_damaged_record_costs_itself_only(archive: Path, page: Page) -> None:
    (path,) = archive.glob("*.gz")
    places = [place for _, place in read_captures(archive, on_problem=lambda problem: None)]
    data = bytearray(path.read_bytes())
    for place in (places[2], places[6]):
        data[place.offset + 60 : place.offset + 70] = bytes(10)
    path.write_bytes(data)
    problems: list[Problem] = []
    left = [page(number).url for number in range(10) if number not in (2, 6)]
    assert urls(read_captures(archive, on_problem=problems.append)) == left
    assert [problem.values["offset"] for problem in problems] == [places[2].offset, places[6].offset]


def test_record_being_written_is_no_damage(archive: Path, page: Page) -> None:
    (path,) = archive.glob("*.gz")
    whole = path.stat().st_size
    record = capture_records(page(10))
    with path.open("ab") as file:
        file.write(record[:50])
    problems: list[Problem] = []
    reader = read_captures(archive, on_problem=problems.append)
    assert len(urls(reader)) == 10 and problems == []
    assert reader.positions() == {path.name: whole}
    with path.open("ab") as file:
        file.write(record[50:])
    assert urls(read_captures(archive, reader.positions(), on_problem=problems.append)) == [page(10).url]


def test_file_that_shrank_is_reported(archive: Path) -> None:
    (path,) = archive.glob("*.gz")
    positions = {path.name: path.stat().st_size}
    os.truncate(path, 500)
    problems: list[Problem] = []
    assert urls(read_captures(archive, positions, on_problem=problems.append)) == []
    assert [problem.values["file"] for problem in problems] == [path.name]


def test_payload_is_compared_with_its_digest(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.warc.gz").write_bytes(capture_records(replace(page(1), digest="sha256:" + "0" * 64)))
    problems: list[Problem] = []
    assert urls(read_captures(tmp_path, on_problem=problems.append)) == []
    assert len(problems) == 1 and page(1).url in str(problems[0])


def test_scan_knows_what_is_held(archive: Path, page: Page) -> None:
    with WarcStore(archive) as store:
        newer = replace(page(3, "uusi"), headers=(("ETag", '"2"'), ("Last-Modified", "Sun, 01 Nov 2026 12:00:00 GMT")))
        store.write(newer)
        store.write(replace(page(4), url="https://okm.fi/-/sama"))
    known = KnownCaptures(archive)
    assert known.holds(page(3).url, page(3).digest) and known.holds(page(3).url, newer.digest)
    assert known.holds("https://okm.fi/-/sama", page(4).digest)
    assert not known.holds(page(3).url, page(4).digest)
    assert known.payload(page(4).digest) == (page(4).url, page(4).time)
    last = known.last(page(3).url)
    assert last and (last.digest, last.etag) == (newer.digest, '"2"')
    assert (known.last("https://tem.fi/-/muu"), known.payload("sha256:0")) == (None, None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_stops_the_reading_or_changes_a_capture(archive: Path, page: Page, data: st.DataObject) -> None:
    (path,) = archive.glob("*.gz")
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    removed = data.draw(st.integers(0, 400))
    inserted = data.draw(st.binary(max_size=60))
    path.write_bytes(whole[:start] + inserted + whole[start + removed :])
    try:
        found = [capture for capture, _ in read_captures(archive, on_problem=lambda problem: None)]
    finally:
        path.write_bytes(whole)
    originals = [page(number) for number in range(10)]
    assert all(capture in originals for capture in found)
    assert len(found) >= 10 - 2 - removed // 100

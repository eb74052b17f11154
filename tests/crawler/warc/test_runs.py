"""Runs that did not end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.warc.runs import Run, UnfinishedRuns
from parsers.capture import Location

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
START = Location("haku-20261101T090000Z-00001.warc.gz", 500)


def test_run_that_did_not_end_is_gone_on_with(tmp_path: Path) -> None:
    runs = UnfinishedRuns(tmp_path)
    assert runs.begin("tem", START, NOON) == Run("tem", NOON, START, resumed=False)
    later = UnfinishedRuns(tmp_path).begin("tem", Location(START.file, 9000), NOON + timedelta(hours=3))
    assert later == Run("tem", NOON, START, resumed=True)
    assert not UnfinishedRuns(tmp_path).begin("okm", START, NOON).resumed


def test_run_that_ended_is_not(tmp_path: Path) -> None:
    runs = UnfinishedRuns(tmp_path)
    for source in ("tem", "okm"):
        runs.begin(source, START, NOON)
    runs.end("tem")
    again = UnfinishedRuns(tmp_path)
    assert not again.begin("tem", START, NOON).resumed and again.begin("okm", START, NOON).resumed


@pytest.mark.parametrize(
    ("start", "now"),
    [
        pytest.param(START, NOON + timedelta(days=4), id="long ago"),
        pytest.param(START, NOON - timedelta(hours=1), id="in the future"),
        pytest.param(Location("", 0), NOON, id="the captures are gone"),
    ],
)
def test_run_that_is_no_use_is_begun_anew(tmp_path: Path, start: Location, now: datetime) -> None:
    UnfinishedRuns(tmp_path).begin("tem", START, NOON)
    assert UnfinishedRuns(tmp_path).begin("tem", start, now) == Run("tem", now, start, resumed=False)


@pytest.mark.parametrize(
    "note", ["", "{", "[]", "3", '{"tem": {}}', '{"tem": {"begun": "x", "file": 1, "offset": "y"}}']
)
def test_damaged_note_costs_only_the_run(tmp_path: Path, note: str) -> None:
    (tmp_path / ".unfinished.json").write_text(note)
    assert not UnfinishedRuns(tmp_path).begin("tem", START, NOON).resumed

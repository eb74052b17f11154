"""Reports on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crawler.outcomes import Outcome
from crawler.watch import Arguments, Code, Counts, Rates, Reports, Run, Told, Watch, last_runs, start_after
from parsers.problems import Problem

STARTS = [f"2026-11-{day:02}T09:00:00Z" for day in range(1, 10)]


def fail(problem: Problem) -> None:
    raise problem


def report(start: str, **values: Any) -> Run:
    return Run(start=start, arguments=Arguments(sources=("tem",)), **values)


def test_a_report_comes_back_as_it_was(crawls: Callable[..., Run]) -> None:
    problem = Problem("{url}: the page is empty", url="https://tem.fi/-/x")
    run = crawls({"fi": {"requests": 3, "new": 2, "failed": 1}}, problems=(problem,), since="2026-10-01")
    folder = crawls.folder  # type: ignore[attr-defined]
    assert [path.name for path in folder.iterdir()] == ["20261101T090000Z.json"]
    (back,) = Reports(folder).read(fail)
    assert back == run
    assert str(back.problems[0].problem) == str(problem)
    document = msgspec.json.decode((folder / "20261101T090000Z.json").read_bytes())
    assert document["arguments"] == {"sources": ["tem"], "since": "2026-10-01"}
    assert document["counts"][0] | {"requests": 3, "new": 2, "failed": 1, "gone": 0} == document["counts"][0]
    assert document["start"] < document["end"] and document["interrupted"] is False


def test_the_oldest_go(tmp_path: Path) -> None:
    reports = Reports(tmp_path / "runs", kept=3)
    for start in STARTS:
        reports.save(report(start))
    assert [run.start for run in reports.read(fail)] == STARTS[-3:]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'{"start": 7}', b"\xff\xfe", b"[]", b'{"start": "2026-11-01T09:00:00Z", "arguments": {"sources": 1}}'],
    ids=["empty", "cut", "wrong type", "no text", "a list", "wrong arguments"],
)
def test_damaged_reports_are_told_of_and_skipped(tmp_path: Path, content: bytes) -> None:
    reports = Reports(tmp_path)
    reports.save(report(STARTS[0]))
    (tmp_path / "20261102T090000Z.json").write_bytes(content)
    problems: list[Problem] = []
    assert [run.start for run in reports.read(problems.append)] == STARTS[:1]
    assert len(problems) == 1 and "20261102T090000Z.json" in str(problems[0]) and "\n" not in str(problems[0])


def test_what_else_lies_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    for name in ("notes.json", "20261102T090000Z.part", "20261103T090000Z.json.bak"):
        (tmp_path / name).write_text("x")
    assert Reports(tmp_path, kept=1).read(fail) == []


def test_a_full_disk_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("no folder")
    with pytest.raises(Problem, match="cannot be written"):
        Reports(tmp_path / "runs").save(report(STARTS[0]))


def test_a_run_waits_for_a_second_of_its_own() -> None:
    moment = datetime.fromisoformat(STARTS[0]) + timedelta(milliseconds=250)
    waited: list[float] = []
    start = start_after(map(report, STARTS), clock=lambda: moment + timedelta(seconds=sum(waited)), pause=waited.append)
    assert (waited, start) == ([0.75], moment + timedelta(seconds=0.75))


def test_nobody_waits_without_need() -> None:
    moment = datetime.fromisoformat(STARTS[-1]) + timedelta(seconds=1)
    waited: list[float] = []
    assert start_after(map(report, STARTS), clock=lambda: moment, pause=waited.append) == moment
    assert not waited


def test_a_run_that_may_not_begin_leaves_no_report(tmp_path: Path) -> None:
    watch = Watch(
        Reports(tmp_path / "runs"), Arguments(sources=("tem",)), [], Rates(), datetime.fromisoformat(STARTS[0])
    )
    watch.fail(Problem("a crawl needs a contact address"))
    assert list(tmp_path.iterdir()) == []


def test_the_last_run_of_each_source() -> None:
    runs = [report(start) for start in STARTS[:2]]
    other = Run(start=STARTS[2], arguments=Arguments(sources=("okm",)))
    assert {source: run.start for source, run in last_runs([*runs, other]).items()} == {
        "okm": STARTS[2],
        "tem": STARTS[1],
    }


def test_every_outcome_has_its_count() -> None:
    assert set(Counts.__struct_fields__) == {"source", "language", *(outcome.value for outcome in Outcome)}


def test_too_many_problems_are_counted(crawls: Callable[..., Run]) -> None:
    problems = tuple(Problem("{url}: the page is empty", url=f"https://tem.fi/-/{number}") for number in range(250))
    run = crawls({"fi": {"failed": 250}}, problems=problems)
    assert (len(run.problems), run.problems_left_out) == (100, 150)
    assert isinstance(run.problems[0], Told) and run.alarms[0].code is Code.NO_ANSWER

"""`haku differences` and `haku coverage`, as a user runs them on the sample site's releases."""

from __future__ import annotations

import json
from pathlib import Path

from tests.haku.conftest import Run


def test_differences_are_those_of_the_pairs_the_gravest_first(run: Run, archive: Path) -> None:
    pairs = [json.loads(line) for line in run("--archive", archive, "export", "pairs").stdout.splitlines()]
    listed = [
        json.loads(line) for line in run("--archive", archive, "differences", "--format", "jsonl").stdout.splitlines()
    ]
    ids = [(one["releases"]["fi"]["id"], one["field"], one["kind"], one["fi"], one["sv"]) for one in listed]
    found = [
        (pair["fi"]["id"], *(one[key] for key in ("field", "kind", "fi", "sv")))
        for pair in pairs
        for one in pair["differences"]
    ]
    assert ids and sorted(map(str, ids)) == sorted(map(str, found))
    ranks = [("high", "medium", "low").index(one["severity"]) for one in listed]
    assert ranks == sorted(ranks)
    assert listed == json.loads(run("--archive", archive, "differences", "--format", "json").stdout)


def test_differences_can_be_narrowed(run: Run, archive: Path) -> None:
    def listed(*options: str) -> list[dict[str, str]]:
        lines = run("--archive", archive, "differences", "--format", "jsonl", *options).stdout.splitlines()
        return [json.loads(line) for line in lines]

    everything = listed()
    grave = listed("--severity", "high", "--contradictions")
    assert grave == [one for one in everything if one["severity"] == "high" and one["kind"] == "contradicts"]
    year = everything[0]["published"][:4]
    assert all(one["published"].startswith(year) for one in listed("--from", year, "--to", year))
    assert listed("--from", "2099") == []


def test_differences_are_told_in_words(run: Run, archive: Path) -> None:
    english = run("--archive", archive, "differences").stdout
    assert "≠" in english and english.rstrip().splitlines()[-1].endswith("differences")
    assert "eroa" in run("--archive", archive, "differences", language="fi").stdout
    assert "skillnader" in run("--archive", archive, "differences", language="sv").stdout


def test_coverage_adds_up(run: Run, archive: Path) -> None:
    rows = json.loads(run("--archive", archive, "coverage", "--format", "json").stdout)
    releases = [json.loads(line) for line in run("--archive", archive, "export", "releases").stdout.splitlines()]
    calls = [one for one in releases if one["kind"] == "call"]
    assert sum(row["finnish"] for row in rows) == sum(one["language"] == "fi" for one in calls)
    assert sum(row["translated"] for row in rows) == sum(
        one["language"] == "fi" and bool(one["translation"]) for one in calls
    )
    assert all(row["finnish"] == sum(row[key] for key in ("translated", "never", "not_yet", "undated")) for row in rows)


def test_coverage_is_told_in_words(run: Run, archive: Path) -> None:
    done = run("--archive", archive, "coverage", "--from", "2000")
    assert done.returncode == 0 and "Not seen yet" in done.stdout and "Ministry" in done.stdout
    assert "ministeriö" in run("--archive", archive, "coverage", language="fi").stdout

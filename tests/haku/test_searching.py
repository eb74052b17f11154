"""`haku search` with all that narrows, orders, counts and explains."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

Run = Callable[..., CompletedProcess[str]]


def _found(run: Run, archive: Path, *arguments: object) -> Any:
    return json.loads(run("--archive", archive, "search", *arguments, "--format", "json").stdout)


def test_pages_are_pieces_of_the_whole(run: Run, archive: Path) -> None:
    whole = _found(run, archive, "*", "--sort", "published", "--limit", 1000)
    second = _found(run, archive, "*", "--sort", "published", "--limit", 2, "--page", 2)
    assert second["hits"] == whole["hits"][2:4]
    assert second["total"] == whole["total"] == len(whole["hits"])


def test_counts_are_shown_and_hold(run: Run, archive: Path) -> None:
    said = run("--archive", archive, "search", "*", "--facets", "--limit", 1).stdout
    assert "Kind: " in said
    assert "Status: " in said
    facets = {facet["name"]: facet["values"] for facet in _found(run, archive, "*")["facets"]}
    kind = facets["kind"][0]
    assert _found(run, archive, f"kind:{kind['code']}")["total"] == kind["count"]


def test_how_a_query_was_understood(run: Run, archive: Path) -> None:
    said = run("--archive", archive, "search", "avustus", "vuosi:2021..2024", "--explain", "--limit", 1).stdout
    assert "Understood as: (avustus published:2021-01-01..2024-12-31)" in said
    assert "avustus → sv: " in said
    assert "score " in said


def test_only_its_own_words(run: Run, archive: Path) -> None:
    both = _found(run, archive, "avustus", "--limit", 1000)
    own = _found(run, archive, "avustus", "--no-translate", "--limit", 1000)
    assert both["total"] - both["translated"] == own["total"]
    assert not any(hit["is_translated"] for hit in own["hits"])


def test_more_like_a_release(run: Run, archive: Path) -> None:
    first = _found(run, archive, "avustus")["hits"][0]
    alike = _found(run, archive, "--like", first["id"])
    assert alike["hits"]
    assert first["id"] not in {hit["id"] for hit in alike["hits"]}


def test_a_misspelt_word(run: Run, archive: Path) -> None:
    assert "Did you mean: avustus" in run("--archive", archive, "search", "avuztus", "--no-translate").stdout


def test_a_wrong_field_is_one_line(run: Run, archive: Path) -> None:
    done = run("--archive", archive, "search", "vuosi:kissa")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("haku: vuosi:kissa at character 7: not a date")
    assert done.stderr.count("\n") == 1

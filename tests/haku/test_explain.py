"""`haku explain`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.haku.conftest import Run


def test_a_file_is_explained_without_an_archive(run: Run, saved_pages: Path, tmp_path: Path) -> None:
    page = saved_pages / "page-00.html"
    done = run("--archive", tmp_path / "none", "explain", page)
    assert done.returncode == 0, done.stderr
    assert "kind.toml cue" in done.stdout and "highest sum" in done.stdout and not (tmp_path / "none").exists()


def test_steps_as_json_agree_with_the_release(run: Run, archive: Path) -> None:
    exported = run("--archive", archive, "export", "releases").stdout.splitlines()
    release = next(each for each in map(json.loads, exported) if each["amounts"] and each["application"]["closes"])
    explained = json.loads(run("--archive", archive, "explain", release["id"], "--format", "json").stdout)
    assert explained["id"] == release["id"]
    amounts = [step["evidence"]["text"] for step in explained["steps"] if step["reader"] == "amounts"]
    assert amounts == [amount["text"] for amount in release["amounts"]]
    taken = [step for step in explained["steps"] if step["reader"] == "application" and step.get("taken", True)]
    assert any(release["application"]["closes"][:10] in step["value"] for step in taken)


def test_a_file_without_a_release_is_told_of(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "tyhja.html"
    empty.write_text("<html><body></body></html>")
    done = run("explain", empty)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "tyhja.html" in done.stderr


def test_finnish_and_swedish_name_the_facts(run: Run, saved_pages: Path) -> None:
    page = saved_pages / "page-00.html"
    assert "Hakuaika" in run("explain", page, language="fi").stdout
    assert "Ansökningstid" in run("explain", page, language="sv").stdout

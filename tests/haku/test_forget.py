"""`haku forget`, end to end: pages, index, exports and feeds of the next build, and everything made anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.haku.conftest import Run


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archive, tmp_path / "archive"))


def _someone(run: Run, own: Path) -> tuple[str, str, str]:
    """A person whom several releases name, with number and address."""
    releases = map(json.loads, run("--archive", own, "export", "releases").stdout.splitlines())
    contacts = [contact for release in releases for contact in release["contacts"]]
    whole = [each for each in contacts if each["name"] and each["phone"] and each["email"]]
    names = [each["name"] for each in whole]
    found = max(whole, key=lambda each: names.count(each["name"]))
    return found["name"], found["phone"], found["email"]


def _files(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_person_is_named_no_more(run: Run, own: Path, saved_pages: Path, tmp_path: Path) -> None:
    name, phone, email = _someone(run, own)
    surname = name.split()[-1]
    build = ("--archive", own, "site", "--output", tmp_path / "site", "--base-url", "https://example.org/a/")
    before = run(*build)
    assert before.returncode == 0 and name in _files(tmp_path / "site")

    done = run("--archive", own, "forget", name, "--yes")
    assert done.returncode == 0, done.stderr
    assert phone in done.stdout and email in done.stdout
    assert (own / "forgotten.tsv").stat().st_mode & 0o077 == 0

    assert run("--archive", own, "rebuild").returncode == 0
    assert run("--archive", own, "import", saved_pages).returncode == 0
    for what in ("releases", "pairs", "english", "calls", "attachments"):
        exported = run("--archive", own, "export", what).stdout
        assert surname not in exported and phone not in exported and email not in exported
    hits = run("--archive", own, "search", f'"{name}"', "--format", "jsonl")
    assert hits.stdout == ""
    after = run(*build)
    assert after.returncode == 0, after.stderr
    site = _files(tmp_path / "site")
    assert name not in site and email not in site and phone not in site
    assert surname not in _files(own / "index")
    assert run("--archive", own, "forget").stdout.splitlines()[-1] == "1 person"


def test_it_asks_first(run: Run, own: Path) -> None:
    name, _, _ = _someone(run, own)
    refused = run("--archive", own, "forget", name)
    assert refused.returncode == 1 and not (own / "forgotten.tsv").exists()


def test_an_edited_record_wants_a_rebuild(run: Run, own: Path) -> None:
    name, _, _ = _someone(run, own)
    (own / "forgotten.tsv").write_text(f"{name}\t\t\t2026-11-22\n", encoding="utf-8")
    refused = run("--archive", own, "export", "releases")
    assert refused.returncode == 1 and refused.stdout == "" and "run haku rebuild" in refused.stderr
    assert run("--archive", own, "rebuild").returncode == 0
    assert name not in run("--archive", own, "export", "releases").stdout
    (own / "forgotten.tsv").unlink()
    assert run("--archive", own, "rebuild").returncode == 0
    assert name in run("--archive", own, "export", "releases").stdout


def test_a_damaged_record_publishes_nothing(run: Run, own: Path) -> None:
    (own / "forgotten.tsv").write_text("Virtanen\n", encoding="utf-8")
    refused = run("--archive", own, "export", "releases")
    assert refused.returncode == 1 and refused.stdout == ""
    assert "forgotten.tsv, line 1" in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["Virtanen", "--yes"], id="surname_alone"),
        pytest.param(["--phone", "112", "--yes"], id="no_number"),
        pytest.param(["--email", "anna", "--yes"], id="no_address"),
        pytest.param(["Anna\tAho Aho", "--yes"], id="tab"),
    ],
)
def test_wrong_usage(run: Run, archive: Path, arguments: list[str]) -> None:
    assert run("--archive", archive, "forget", *arguments).returncode == 2
    assert not (archive / "forgotten.tsv").exists()

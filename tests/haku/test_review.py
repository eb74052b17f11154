"""`haku review`: a person's decisions, made at the command line or by hand, and what becomes of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from index.archive import Archive

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive that may be changed."""
    return shutil.copytree(archive, tmp_path / "archive")


def _pairs(folder: Path) -> dict[str, str]:
    with Archive(folder).catalogue() as catalogue:
        return catalogue.translations()


def _exported(run: Run, folder: Path) -> str:
    return "".join(run("--archive", folder, "export", what).stdout for what in ("releases", "pairs", "english"))


def test_a_decision_parts_and_survives_a_rebuild(run: Run, own: Path) -> None:
    before = _pairs(own)
    fi, sv = next(iter(before.items()))
    decided = run("--archive", own, "review", fi, sv[:8], "different", "--note", "toinen haku", "--by", "AN")
    assert decided.returncode == 0, decided.stderr
    assert "decisions.tsv" in decided.stdout
    assert _pairs(own) == {ours: theirs for ours, theirs in before.items() if ours != fi}
    line = (own / "decisions.tsv").read_text(encoding="utf-8").splitlines()[-1].split("\t")
    assert line[:3] == ["different", fi, sv] and line[4:6] == ["AN", "toinen haku"]
    assert line[6].startswith("https://")
    exported = _exported(run, own)
    assert run("--archive", own, "rebuild").returncode == 0
    assert _exported(run, own) == exported


def test_a_decision_joins_and_an_edited_file_is_followed(run: Run, own: Path) -> None:
    (fi, sv), (other_fi, other_sv) = list(_pairs(own).items())[:2]
    decided = run("--archive", own, "review", other_sv, fi, "same")
    assert decided.returncode == 0, decided.stderr
    assert _pairs(own)[fi] == other_sv
    record = json.loads(run("--archive", own, "compare", fi, "--format", "json").stdout)
    assert (record["method"], record["score"]) == ("reviewed", 1.0)
    assert "a person's decision" in run("--archive", own, "compare", fi).stdout
    (own / "decisions.tsv").write_text("sama\tx\ty\n", encoding="utf-8")
    listed = run("--archive", own, "review", "--format", "json")
    assert listed.returncode == 1
    assert listed.stderr.splitlines()[-1].endswith("decisions.tsv, line 1: “sama” is neither same nor different")
    assert _pairs(own)[fi] == sv and _pairs(own)[other_fi] == other_sv


def test_the_list(run: Run, own: Path) -> None:
    assert json.loads(run("--archive", own, "review", "--format", "json").stdout) == []
    fi, sv = next(iter(_pairs(own).items()))
    assert run("--archive", own, "review").stdout.splitlines()[-1] == "0 doubts"
    assert run("--archive", own, "review", fi, sv, "same").returncode == 0
    assert run("--archive", own, "review", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["--note", "x"], 2, id="nothing_decided"),
        pytest.param(["0123456789abcdef"], 2, id="one_release"),
        pytest.param(["0123456789abcdef", "0123456789abcdee", "perhaps"], 2, id="verdict"),
        pytest.param(["0123456789abcdef", "0123456789abcdee", "same"], 1, id="unknown_releases"),
    ],
)
def test_wrong_usage(run: Run, archive: Path, arguments: list[str], status: int) -> None:
    assert run("--archive", archive, "review", *arguments).returncode == status
    assert not (archive / "decisions.tsv").exists()


def test_two_releases_in_one_language(run: Run, archive: Path) -> None:
    one, other = list(_pairs(archive))[:2]
    refused = run("--archive", archive, "review", one, other, "same")
    assert refused.returncode == 1 and "in one language" in refused.stderr
    assert not (archive / "decisions.tsv").exists()

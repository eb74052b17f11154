"""`haku calls`, `haku export calls` and the call that `haku show` tells, on the sample site's releases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.haku.conftest import Run

OPENING = "https://okm.fi/-/lukuluotsit-kouluihin-ja-kirjastoihin-haettavana-2-400-000-euroa"
DECISION = "https://okm.fi/-/31-lukuluotsihankkeelle-2-38-miljoonaa-euroa"


def listed(run: Run, archive: Path, *options: str) -> list[dict[str, Any]]:
    done = run("--archive", archive, "calls", "--format", "jsonl", *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def titles(calls: list[dict[str, Any]]) -> list[str]:
    return [call["titles"].get("fi") or call["titles"]["sv"] for call in calls]


def test_a_round_is_followed_from_its_opening_to_the_decision(run: Run, archive: Path) -> None:
    (call,) = (call for call in listed(run, archive) if OPENING in {member["url"] for member in call["members"]})
    assert [member["role"] for member in call["members"]] == ["opening"] * 2 + ["extension"] * 2 + ["decision"] * 2
    assert {member["method"] for member in call["members"]} == {None, "link", "case_number"}
    assert [(window["closes"], window["extended"]) for window in call["windows"]] == [
        ("2023-02-24T16:15", False),
        ("2023-03-10T16:15", True),
    ]
    assert (call["total"], call["granted"], call["decided"]) == (2_400_000, 2_380_000, "2023-05-25")


@pytest.mark.parametrize(
    ("day", "status"),
    [("2023-01-15", None), ("2023-03-01", "open"), ("2023-03-11", "closed"), ("2023-05-25", "decided")],
)
def test_status_is_that_of_the_day_asked_for(run: Run, archive: Path, day: str, status: str | None) -> None:
    calls = listed(run, archive, "--on", day, "--authority", "okm", "--from", "2023-01", "--to", "2023-05")
    assert [(call["status"], call["on"]) for call in calls] == [(status, day)]


def test_calls_can_be_narrowed(run: Run, archive: Path) -> None:
    everything = listed(run, archive)
    assert listed(run, archive, "--open-on", "2099-01-01", "--authority", "okm") == []
    open_then = listed(run, archive, "--open-on", "2023-03-01")
    assert [call["status"] for call in open_then] == ["open"]
    decided = listed(run, archive, "--status", "decided", "--on", "2026-11-01")
    assert decided and all(call["decided"] for call in decided)
    assert [call["id"] for call in decided] == [call["id"] for call in everything if call["decided"]]
    assert titles(listed(run, archive, "--from", "2016", "--to", "2016-12")) == [
        "Kyläkauppojen kehittämiseen haettavissa kolme miljoonaa euroa"
    ]
    assert run("--archive", archive, "calls", "--on", "2023-02-30").returncode == 2


def test_calls_are_told_in_words(run: Run, archive: Path) -> None:
    done = run("--archive", archive, "calls", "--from", "2023-01", "--to", "2023-05", "--on", "2023-04-01")
    lines = done.stdout.splitlines()
    assert lines[0] == "Lukuluotsit kouluihin ja kirjastoihin: haettavana 2 400 000 euroa [closed]"
    assert sum("extension" in line for line in lines) == 2
    assert lines[-1] == "1 call"


def test_export_has_what_is_listed(run: Run, archive: Path) -> None:
    exported = [json.loads(line) for line in run("--archive", archive, "export", "calls").stdout.splitlines()]
    stripped = [{key: call[key] for key in call if key not in ("status", "on")} for call in listed(run, archive)]
    assert exported == stripped
    assert json.loads(run("--archive", archive, "calls", "--format", "json").stdout) == listed(run, archive)


def test_show_tells_the_call(run: Run, archive: Path) -> None:
    lines = run("--archive", archive, "show", DECISION).stdout.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Call: "))
    assert lines[start] == "Call: Lukuluotsit kouluihin ja kirjastoihin: haettavana 2 400 000 euroa (decision)"
    assert sum("opening" in line for line in lines[start : start + 5]) == 2

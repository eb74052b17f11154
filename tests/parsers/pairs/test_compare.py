from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from parsers.pairs.compare import compare, lag_hours
from parsers.pairs.pairing import make_pairs
from tests.parsers.pairs.invented import cases, release


@pytest.mark.parametrize(
    ("fi", "sv", "hours"),
    [
        pytest.param(("2021-03-17T11:14", None), ("2021-03-17T11:14", "2021-03-18T15:58"), 28.7, id="next_day"),
        pytest.param(("2021-03-17T11:14", None), ("2021-03-17T11:14", None), 0.0, id="together"),
        pytest.param(("2023-10-16T09:00", None), ("2023-10-16T11:30", None), 2.5, id="own_stamps"),
        pytest.param(("2020-08-24T09:28", "2020-08-25T12:30"), ("2020-08-24T09:28", None), -27.0, id="swedish_first"),
        pytest.param(("2021-03-27T12:00", None), ("2021-03-28T12:00", None), 23.0, id="clocks_forward"),
        pytest.param(("2021-10-30T12:00", None), ("2021-10-31T12:00", None), 25.0, id="clocks_back"),
        pytest.param(("2021-03-17", None), ("2021-03-17", "2021-03-18T15:58"), None, id="day_only"),
        pytest.param((None, None), ("2021-03-17T11:14", None), None, id="no_stamp"),
    ],
)
def test_lag(fi: tuple[str, str | None], sv: tuple[str, str | None], hours: float | None) -> None:
    ours, theirs = (
        release(language, "Otsikko\nTeksti.", published=published, translated=translated)
        for language, (published, translated) in (("fi", fi), ("sv", sv))
    )
    assert lag_hours(ours, theirs) == hours


def test_a_pair_holds_all_there_is_and_can_be_exported() -> None:
    case = next(case for case in cases() if case.id == "table_in_another_order")
    (pairing,) = make_pairs([case.fi, case.sv])
    pair = compare(case.fi, case.sv, pairing)
    exported = json.loads(msgspec.json.encode(pair))
    assert (exported["fi"]["id"], exported["sv"]["url"]) == (case.fi.id, case.sv.url)
    assert (exported["method"], exported["lag_hours"]) == ("content", 0.0)
    assert [row["fi"] for row in exported["alignment"]][:3] == [[0], [1], [2]]
    assert [(found["field"], found["kind"]) for found in exported["differences"]] == [("amounts", "contradicts")]


def digest() -> str:
    """Pair and compare all invented releases, and return what came out as a digest."""
    releases = {release.id: release for case in cases() for release in (case.fi, case.sv)}
    pairings = make_pairs(releases.values())
    pairs = [compare(releases[pairing.fi], releases[pairing.sv], pairing) for pairing in pairings]
    return hashlib.sha256(msgspec.json.encode((pairings, pairs))).hexdigest()


def test_the_same_comes_out_in_every_process() -> None:
    """Sets of strings are in another order in each process: nothing may hang on that."""
    root = Path(__file__).resolve().parents[3]
    script = "from tests.parsers.pairs.test_compare import digest; print(digest())"
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", script]
    other = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True, text=True)
    assert other.stdout.strip() == digest()

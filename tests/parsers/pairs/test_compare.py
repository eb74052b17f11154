from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from parsers.pairs.compare import compare
from parsers.pairs.pairing import make_pairs
from tests.parsers.pairs.invented import cases


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

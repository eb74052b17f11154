"""Crawls that are killed lose nothing, store nothing twice, and are gone on with."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from parsers.problems import Problem
from tests.nursery import Nursery
from tests.waiting import wait_until_free

pytestmark = pytest.mark.usefixtures("quick_crawls")

Check = Callable[[Path], str]
Held = Counter[tuple[str, int | None, str]]
SOURCES = ["tem", "okm", "stm", "ym", "mmm"]
KILLS, CRAWLS = 50, 3
SEED = 20261101
# So slow that a crawl lasts for several kills: seconds between two requests to a host.
DELAY = 0.02


@pytest.fixture(scope="module")
def sample() -> Iterator[SampleSite]:
    with SampleSite() as site:
        yield site


@pytest.fixture(scope="module")
def undisturbed(quick_crawls: None, sample: SampleSite, tmp_path_factory: pytest.TempPathFactory) -> Held:
    folder = tmp_path_factory.mktemp("undisturbed")
    report = crawl(folder, SOURCES, at=sample.address)
    assert report.total(Outcome.NEW) > 10 and report.total(Outcome.ATTACHMENTS) >= 1
    return held(folder)


def held(folder: Path) -> Held:
    """The captures of a folder, all of them, and how often each is there."""
    problems: list[Problem] = []
    reader = read_captures(folder, on_problem=problems.append, discovery=True)
    found = Counter((capture.url, capture.status, capture.digest) for capture, _ in reader)
    assert problems == []
    return found


def job(folder: Path, address: str) -> dict[str, object]:
    settings = {"STAND_IN": address, "DOWNLOAD_DELAY": DELAY, "AUTOTHROTTLE_ENABLED": False}
    return {"folder": str(folder), "sources": SOURCES, "arguments": {}, "settings": settings}


def start(folder: Path, address: str) -> subprocess.Popen[bytes]:
    """Start a crawl's own process, as `crawler.run` does."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "crawler.job"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps(job(folder, address)).encode() + b"\n")
    process.stdin.flush()
    return process


def kill_at(nursery: Nursery, folder: Path, sample: SampleSite, source: random.Random) -> bool:
    """Start a crawl and kill it at a random moment of its work; False where it had come to its end."""
    asked, moment = len(sample.requests), source.choice((0.0, source.uniform(0, 0.15), source.uniform(0, 0.5)))
    with Path(os.devnull).open("r+b") as nowhere:
        process = nursery.start(job(folder, sample.address), errors=nowhere, stdout=nowhere)
    while len(sample.requests) == asked and process.poll() is None:
        time.sleep(0.002)
    time.sleep(moment)
    is_over = process.poll() is not None
    process.kill()
    process.wait()
    return not is_over


def test_killed_at_random_moments(
    nursery: Nursery, sample: SampleSite, undisturbed: Held, tmp_path: Path, check: Check
) -> None:
    source = random.Random(SEED)
    kills = 0
    for number in range(CRAWLS):
        folder, wanted = tmp_path / f"{number}", KILLS * (number + 1) // CRAWLS
        while kills < wanted and kill_at(nursery, folder, sample, source):
            kills += 1
        crawl(folder, SOURCES, at=sample.address)
        assert held(folder) == undisturbed, f"seed {SEED}, crawl {number}, after {kills} kills"
        check(folder)
    assert kills == KILLS


def test_crawl_that_came_to_its_end_is_not_gone_on_with(
    nursery: Nursery, sample: SampleSite, undisturbed: Held, tmp_path: Path
) -> None:
    assert kill_at(nursery, tmp_path, sample, random.Random(SEED))
    assert len(crawl(tmp_path, SOURCES, at=sample.address).notes) == len(SOURCES)
    again = crawl(tmp_path, SOURCES, at=sample.address)
    assert again.notes == [] and again.total(Outcome.UNCHANGED) > 10
    assert again.total(Outcome.NEW) == again.total(Outcome.CHANGED) == 0
    assert held(tmp_path) == undisturbed


def test_program_that_starts_a_crawl_is_killed(
    sample: SampleSite, undisturbed: Held, tmp_path: Path, check: Check
) -> None:
    script = (
        "import json, pathlib, sys; from crawler.run import crawl\n"
        f"crawl(pathlib.Path(sys.argv[1]), json.loads(sys.argv[2]), at=sys.argv[3], delay={DELAY})"
    )
    command = [sys.executable, "-c", script, str(tmp_path), json.dumps(SOURCES), sample.address]
    asked = len(sample.requests)
    program = subprocess.Popen(command)
    while len(sample.requests) < asked + 15:
        time.sleep(0.01)
    program.kill()
    program.wait()
    wait_until_free(tmp_path)
    before = held(tmp_path)
    assert 5 < before.total() < undisturbed.total()
    report = crawl(tmp_path, SOURCES, at=sample.address)
    assert "goes on with the crawl begun at" in str(report.notes[0])
    assert held(tmp_path) == undisturbed
    check(tmp_path)


@pytest.mark.parametrize("moment", [0.0, 0.4, 0.8, 1.2])
def test_crawl_whose_starter_is_gone_ends(sample: SampleSite, tmp_path: Path, moment: float) -> None:
    process = start(tmp_path, sample.address)
    time.sleep(moment)
    assert process.stdin
    process.stdin.close()
    assert process.wait(30) == 0
    wait_until_free(tmp_path)


def test_report_covers_what_was_captured_before_the_kill(nursery: Nursery, sample: SampleSite, tmp_path: Path) -> None:
    whole = crawl(tmp_path / "whole", SOURCES, at=sample.address)
    assert kill_at(nursery, tmp_path / "killed", sample, random.Random(SEED))
    rest = crawl(tmp_path / "killed", SOURCES, at=sample.address)
    for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.ATTACHMENTS, Outcome.UNTRANSLATED):
        assert rest.total(outcome) == whole.total(outcome), outcome

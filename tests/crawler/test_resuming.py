"""Crawls that are killed lose nothing, store nothing twice, and are gone on with."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from parsers.problems import Problem
from tests.waiting import wait_until_free

Check = Callable[[Path], str]
Held = Counter[tuple[str, int | None, str]]
SOURCES = ["tem", "okm", "stm", "ym", "mmm"]
KILLS, CRAWLS = 50, 3
SEED = 20261101
# So slow that a crawl lasts for several kills: seconds between two requests to a host.
DELAY = 0.02
# Imports what a crawl does, once; then forks a crawl's own process for each job that comes, and tells its number. Its
# input stays open; that it has ended, however it did, is told as well.
NURSERY = """
import os, sys
from scrapy.utils.misc import walk_modules
for name in ("crawler.spiders", "crawler.middlewares", "crawler.standin", "crawler.queue", "crawler.job"):
    walk_modules(name)
assert "twisted.internet.reactor" not in sys.modules
for line in sys.stdin:
    theirs, ours = os.pipe()
    os.write(ours, line.encode())
    crawl = os.fork()
    if not crawl:
        os.close(ours)
        os.dup2(theirs, 0)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.stdin, sys.stdout = open(0), open(1, "w")
        sys.modules["crawler.job"].main()
        os._exit(0)
    os.close(theirs)
    print(crawl, flush=True)
    os.waitpid(crawl, 0)
    os.close(ours)
    print("ended", flush=True)
"""


@dataclass
class Nursery:
    """Starts crawls, each in a process of its own, one at a time."""

    process: subprocess.Popen[str]

    def start(self, folder: Path, address: str) -> int:
        self._write(json.dumps(job(folder, address)))
        return int(self._read())

    def wait(self) -> None:
        assert self._read() == "ended\n"

    def has_ended(self) -> bool:
        assert self.process.stdout
        return bool(select.select([self.process.stdout], [], [], 0)[0])

    def _write(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _read(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    command = [sys.executable, "-P", "-c", NURSERY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Nursery(process)
        process.kill()


@pytest.fixture(scope="module")
def sample() -> Iterator[SampleSite]:
    with SampleSite() as site:
        yield site


@pytest.fixture(scope="module")
def undisturbed(sample: SampleSite, tmp_path_factory: pytest.TempPathFactory) -> Held:
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
    crawl_process = nursery.start(folder, sample.address)
    while len(sample.requests) == asked and not nursery.has_ended():
        time.sleep(0.002)
    time.sleep(moment)
    is_over = nursery.has_ended()
    if not is_over:
        os.kill(crawl_process, signal.SIGKILL)
    nursery.wait()
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

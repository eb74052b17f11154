"""What a crawl captures is read while it goes on, whatever happens to either."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from haku import crawling
from haku.ingesting import Intake
from haku.terminal import Faults
from index.archive import Archive
from index.catalogue import Catalogue
from parsers.problems import Problem
from tests.waiting import wait_until_free

Haku = Callable[..., subprocess.CompletedProcess[str]]
# So many that a crawl of all lasts until it is interrupted, and few of them with their versions for one that ends.
ALL, FEW = 160, ("--limit", "12")
# The command line, reading after every few requests and a few pages at a time: a short crawl has many readings.
EAGER = """
from haku import cli, crawling
from index import ingest
crawling._REQUESTS_AT_ONCE = ingest._BATCH = 8
cli.main()
"""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A site of its own process, that answers faster than its pages can be read; its address."""
    command = [sys.executable, "-m", "benchmarks.crawling_site", str(ALL)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout
        yield server.stdout.readline().strip()
        server.stdin.close()


def start(archive: Path, address: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", EAGER, "--archive", str(archive), "crawl", "tem", "--at", address, *options]
    # An interrupt at a terminal reaches all processes of a command: they are a group.
    return subprocess.Popen(
        [*command, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    )


def wait_for_readings(archive: Archive, program: subprocess.Popen[str], captures: int) -> None:
    """Wait until the catalogue holds so many captures, which must be before the program ends."""
    held = 0
    while held < captures:
        assert program.poll() is None, program.communicate()
        time.sleep(0.02)
        if archive.catalogue_path.exists():
            held = count(archive)


def count(archive: Archive) -> int:
    try:
        with archive.catalogue() as catalogue:
            return len(list(catalogue.captures.locations()))
    except Problem:
        return 0  # it is being made


def read_by(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(release.url, release.digest) for release in catalogue.releases()]


def test_pages_are_read_while_the_crawl_goes_on_until_both_are_killed(run: Haku, site: str, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    program = start(archive.folder, site, *FEW)
    wait_for_readings(archive, program, 8)
    os.killpg(program.pid, signal.SIGKILL)
    program.communicate()
    wait_until_free(archive.warc)
    before = count(archive)
    done = run("--archive", archive.folder, "crawl", "tem", "--at", site, *FEW, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["alarms"], report["problems"]) == (0, [], []), done.stderr
    assert "damaged" not in done.stderr
    with archive.catalogue() as catalogue:
        gone_on_with = read_by(catalogue)
        assert len(gone_on_with) >= 12 and catalogue.content() is not None
    assert 8 <= before < count(archive), "it was killed before all was read"
    assert run("--archive", archive.folder, "rebuild").returncode == 0
    with archive.catalogue() as catalogue:
        assert read_by(catalogue) == gone_on_with, "all that was captured had been read"


def test_interrupt_ends_both_in_order(site: str, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    program = start(archive.folder, site)
    wait_for_readings(archive, program, 8)
    os.killpg(program.pid, signal.SIGINT)
    said, complaints = program.communicate(timeout=300)
    report = json.loads(said)
    assert program.returncode == 1 and "the crawl was interrupted; run it again to go on" in complaints
    assert "Traceback" not in complaints and report["interrupted"]
    new = sum(counts["new"] for counts in report["counts"])
    with archive.catalogue() as catalogue:
        assert len(read_by(catalogue)) == new > 0 and catalogue.content() is not None


class _Broken:
    """An intake that cannot read."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self) -> None:
        self.asked += 1
        raise Problem("{file}: damaged; run haku rebuild", file="catalogue.sqlite")


def test_a_crawl_goes_on_without_its_reading() -> None:
    intake: Any = _Broken()
    follower, report = crawling.Follower(intake), CrawlReport()
    for _ in range(1000):
        report.add("tem", "fi", Outcome.REQUESTS)
        follower(report)
    assert intake.asked == 1


def test_what_is_damaged_is_told_of_once(site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = Archive(tmp_path / "archive")
    archive.create()
    (archive.warc / "haku-20260101T000000Z-00001.warc.gz").write_bytes(b"no record of any kind")
    (archive.warc / "haku-20260102T000000Z-00002.warc.gz").write_bytes(b"")
    faults = Faults()
    with archive.writing() as catalogue, Intake(archive, catalogue, faults) as intake:
        intake.read()
        intake.read()
    assert faults.count == 1 and capsys.readouterr().err.count("damaged at byte 0") == 1

"""Crawls that are interrupted, killed or run out of room, over HTTP, in processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

import crawler.run
from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from parsers.problems import Problem
from tests.crawler.obedient import Site, captured, many, release
from tests.waiting import wait_until_free

Check = Callable[[Path], str]


@pytest.fixture
def heeded_interrupts() -> Iterator[None]:
    """Interrupts reach the test even where it runs in the background of a shell, which has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded_interrupts")
def test_interrupt_ends_a_crawl_in_order(obedient_site: Site, tmp_path: Path, check: Check) -> None:
    many(obedient_site, 200)
    timer: Timer | None = None

    def interrupt_soon(report: CrawlReport) -> None:
        nonlocal timer
        if report.total(Outcome.NEW) >= 3 and timer is None:
            timer = Timer(0.0, os.kill, (os.getpid(), signal.SIGINT))
            timer.start()

    report = crawl(tmp_path, ["tem"], at=obedient_site.address, delay=0.05, on_progress=interrupt_soon)
    assert report.interrupted and 3 <= report.total(Outcome.NEW) < 200
    assert len(captured(tmp_path)) == report.total(Outcome.NEW)
    check(tmp_path)


def test_killed_crawl_is_taken_up_again(obedient_site: Site, tmp_path: Path, check: Check) -> None:
    many(obedient_site, 60)
    script = (
        "import pathlib, sys; from crawler.run import crawl\n"
        "crawl(pathlib.Path(sys.argv[1]), ['tem'], at=sys.argv[2], delay=0.01)"
    )
    program = subprocess.Popen([sys.executable, "-c", script, str(tmp_path), obedient_site.address])
    while len(obedient_site.asked) < 20:
        time.sleep(0.02)
    program.kill()  # the crawl's own process sees its input end, and stops
    program.wait()
    wait_until_free(tmp_path)
    before = len(captured(tmp_path))
    assert 5 < before < 60
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert report.total(Outcome.NEW) == 60 and report.total(Outcome.REQUESTS, "tem") < 60
    assert len(captured(tmp_path)) == 60
    check(tmp_path)


def test_killed_process_of_a_crawl_is_told_of(
    obedient_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(obedient_site, 60)
    started: list[subprocess.Popen[bytes]] = []
    start = crawler.run._start

    def noted(*arguments: Any) -> subprocess.Popen[bytes]:
        started.append(start(*arguments))
        return started[0]

    def kill(report: CrawlReport) -> None:
        if report.total(Outcome.NEW) >= 3:
            started[0].kill()

    monkeypatch.setattr("crawler.run._start", noted)
    with pytest.raises(Problem, match=r"killed \(SIGKILL\); run it again"):
        crawl(tmp_path, ["tem"], at=obedient_site.address, delay=0.05, on_progress=kill)


def test_full_disk_ends_a_crawl_with_one_line(obedient_site: Site, tmp_path: Path) -> None:
    many(obedient_site, 60)
    for number in range(60):
        obedient_site.put(f"tem.fi/-/haku-{number}", release(number, f"<!-- {os.urandom(3000).hex()} -->"))
    script = (
        "import pathlib, resource, sys; from crawler.run import crawl\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))\n"
        "crawl(pathlib.Path(sys.argv[1]), ['tem'], at=sys.argv[2])"
    )
    command = [sys.executable, "-c", script, str(tmp_path), obedient_site.address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1 and "cannot be written to" in done.stderr.splitlines()[-1], done.stderr
    assert len(obedient_site.asked) < 60, "what cannot be stored is not asked for"
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert "goes on with the crawl begun at" in str(report.notes[-1]) and len(captured(tmp_path)) == 60

"""Scrapy's own features, for those who run the spiders with `scrapy crawl`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from parsers.problems import Problem

ROOT = Path(__file__).parents[2]
NO_CONTACT = {name: value for name, value in os.environ.items() if name != "HAKU_CONTACT"}


@pytest.fixture(scope="module")
def sample() -> Iterator[SampleSite]:
    with SampleSite() as site:
        yield site


def scrapy(sample: SampleSite, folder: Path, *arguments: str, **settings: object) -> str:
    """Run `scrapy crawl tem` against the sample site; return its log."""
    base = {
        "STAND_IN": sample.address,
        "WARC_FOLDER": folder / "warc",
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    }
    options = [text for name, value in (base | settings).items() for text in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "tem", *arguments, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    return done.stderr


def fail(problem: Problem) -> None:
    raise problem


def captured(folder: Path) -> list[tuple[str, str]]:
    return sorted((capture.url, capture.digest) for capture, _ in read_captures(folder, on_problem=fail))


@pytest.fixture(scope="module")
def plain(sample: SampleSite, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    folder = tmp_path_factory.mktemp("plain")
    scrapy(sample, folder)
    return captured(folder / "warc")


def test_spiders_are_listed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert {"tem", "okm", "valtioneuvosto"} <= set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("tem -a since=1.3.2024", "1.3.2024: not a day"),
        ("tem -a since=1.3.2024 -s FORCE_CRAWLER_PROCESS=1", "1.3.2024: not a day"),
        ("tem -a manners=x", "manners: no argument of the spider tem"),
        ("tem -a crawler=x", "crawler: no argument of the spider tem"),
        ("tem -s WARC_FOLDER=/dev/null/warc", "/dev/null/warc: cannot be written to: Not a directory"),
        ("tem -s FORCE_CRAWLER_PROCESS=1", "a crawl needs a contact address"),
        ("tem", "a crawl needs a contact address"),
        ("tem -s STAND_IN=http://example.org", "http://example.org: a stand-in must be on this machine"),
        ("tme", "tme: no such spider"),
    ],
)
def test_what_cannot_begin_is_told_in_a_line(arguments: str, said: str, tmp_path: Path) -> None:
    folder = ("-s", f"WARC_FOLDER={tmp_path / 'warc'}")
    command = [sys.executable, "-m", "scrapy", "crawl", *folder, *arguments.split()]
    done = subprocess.run(command, cwd=ROOT, env=NO_CONTACT, capture_output=True, text=True, timeout=60)
    last = done.stderr.splitlines()[-1]
    assert done.returncode == 2 and f": error: {said}" in last, done.stderr
    assert "Traceback" not in done.stderr and not list(tmp_path.rglob("*.warc*"))


def test_feed_lists_the_releases(sample: SampleSite, tmp_path: Path, plain: list[tuple[str, str]]) -> None:
    feed = tmp_path / "releases.jsonl"
    scrapy(sample, tmp_path, "-O", str(feed), "-a", "since=2020-01-01")
    items = [json.loads(line) for line in feed.read_text(encoding="utf-8").splitlines()]
    assert len(items) >= 3 and {item["outcome"] for item in items} == {"new"}
    assert {item["language"] for item in items} >= {"fi", "sv"}
    assert {(item["url"], item["digest"]) for item in items} <= set(captured(tmp_path / "warc")) <= set(plain)
    scrapy(sample, tmp_path, "-O", str(feed), "-a", "since=2020-01-01")
    again = [json.loads(line) for line in feed.read_text(encoding="utf-8").splitlines()]
    assert {item["outcome"] for item in again} == {"unchanged"}
    assert {item["url"] for item in again} == {item["url"] for item in items}


def test_crawl_from_the_http_cache_is_recorded(
    sample: SampleSite, tmp_path: Path, plain: list[tuple[str, str]]
) -> None:
    cache = {"HTTPCACHE_ENABLED": 1, "HTTPCACHE_DIR": tmp_path / "cache"}
    scrapy(sample, tmp_path / "a", **cache)
    asked = len(sample.requests)
    scrapy(sample, tmp_path / "b", **cache)
    assert len(sample.requests) == asked
    assert captured(tmp_path / "a" / "warc") == captured(tmp_path / "b" / "warc") == plain


def test_crawl_goes_on_from_its_job_directory(sample: SampleSite, tmp_path: Path, plain: list[tuple[str, str]]) -> None:
    job = {"JOBDIR": tmp_path / "job"}
    log = scrapy(sample, tmp_path, CLOSESPIDER_PAGECOUNT=4, CONCURRENT_REQUESTS_PER_DOMAIN=1, **job)
    assert "closespider_pagecount" in log
    before = captured(tmp_path / "warc")
    assert 0 < len(before) < len(plain)
    assert "Resuming crawl" in scrapy(sample, tmp_path, **job)
    assert captured(tmp_path / "warc") == plain


def test_there_is_no_console_to_break_into(sample: SampleSite, tmp_path: Path) -> None:
    assert "Telnet" not in scrapy(sample, tmp_path, "-a", "limit=1")

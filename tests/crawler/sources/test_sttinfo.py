"""sttinfo.fi, crawled over HTTP, as plain Scrapy: the catalogue names no publisher yet, so one is given."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from crawler.run import crawl
from crawler.samplesite.others import OTHERS, sttinfo
from crawler.samplesite.responses import Response
from crawler.samplesite.server import SampleSite
from crawler.sources import crawled
from crawler.warc import read_captures
from parsers.problems import Problem
from parsers.release import read_releases

ROOM = "69800001"


def scrape(site: SampleSite, folder: Path, *arguments: str) -> str:
    settings = {"STAND_IN": site.address, "WARC_FOLDER": folder, "DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}
    command = [sys.executable, "-m", "scrapy", "crawl", "sttinfo"]
    command += [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    command += [part for argument in arguments for part in ("-a", argument)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return run.stderr


def releases(folder: Path) -> list[str]:
    def fail(problem: Exception) -> None:
        raise problem

    captures = [capture for capture, _ in read_captures(folder, on_problem=fail)]
    return sorted(release.url.split("/")[4] for capture in captures for release in read_releases(capture))


def test_press_room_is_collected_and_a_second_crawl_finds_nothing_new(tmp_path: Path) -> None:
    with SampleSite() as site:
        first = scrape(site, tmp_path, f"publishers={ROOM}")
        size = sum(path.stat().st_size for path in tmp_path.glob("*.warc.gz"))
        second = scrape(site, tmp_path, f"publishers={ROOM}")
    assert "'haku/sttinfo/fi/new': 3" in first and "WARNING" not in first
    assert "'haku/sttinfo/fi/unchanged': 3" in second and "'haku/sttinfo/fi/new'" not in second
    assert releases(tmp_path) == ["69900001", "69900002", "69900003", "69900003"]
    assert sum(path.stat().st_size for path in tmp_path.glob("*.warc.gz")) == size


def test_since_and_limit(tmp_path: Path) -> None:
    with SampleSite() as site:
        scrape(site, tmp_path / "since", f"publishers={ROOM}", "since=2025-11-01")
        scrape(site, tmp_path / "limit", f"publishers={ROOM}", "limit=1")
    assert set(releases(tmp_path / "since")) == {"69900002", "69900003"}
    assert len(set(releases(tmp_path / "limit"))) == 1


def test_unknown_press_room_is_a_failure(tmp_path: Path) -> None:
    with SampleSite() as site:
        said = scrape(site, tmp_path, "publishers=1")
    assert "releases/20/1: the site answered with status 404" in said


@pytest.mark.parametrize(
    ("status", "is_told"),
    [pytest.param(404, False, id="pages are counted from 1"), pytest.param(403, True, id="refused")],
)
def test_first_page_that_cannot_be_had_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, is_told: bool
) -> None:
    def ailing(path: str, headers: Mapping[str, str]) -> Response | None:
        ails = path.startswith("/public-website-api/pressroom") and path.endswith("/0")
        return Response(status, (("Content-Type", "text/plain"),), b"!") if ails else sttinfo.render(path, headers)

    monkeypatch.setitem(OTHERS, "sttinfo.fi", ailing)
    with SampleSite() as site:
        said = scrape(site, tmp_path, f"publishers={ROOM}")
    assert ("releases/20/0: the site answered with status" in said) is is_told


def test_it_is_not_crawled_until_the_catalogue_names_a_publisher(tmp_path: Path) -> None:
    assert "sttinfo" not in crawled()
    with pytest.raises(Problem, match="sttinfo"):
        crawl(tmp_path, ["sttinfo"], at="http://127.0.0.1:9")

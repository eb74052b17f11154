"""sttinfo.fi, crawled over HTTP: the press rooms that the catalogue names, or one that is given."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.others import OTHERS, sttinfo
from crawler.samplesite.responses import Response
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from index.catalogue import Catalogue
from index.ingest import ingest
from parsers.model import Release
from parsers.release import read_releases
from parsers.sources import SOURCES
from tests.waiting import wait_for_the_next_second

pytestmark = pytest.mark.usefixtures("quick_crawls")

SOURCE = "sttinfo"
ROOM = "69817886"


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as running:
        yield running


def ailing(monkeypatch: pytest.MonkeyPatch, status: int, part: str) -> None:
    """Let the site answer with a status wherever an address has this part."""

    def render(path: str, headers: Mapping[str, str]) -> Response | None:
        ails = part in path
        return Response(status, (("Content-Type", "text/plain"),), b"!") if ails else sttinfo.render(path, headers)

    monkeypatch.setitem(OTHERS, "sttinfo.fi", render)


def fail(problem: Exception) -> None:
    raise problem


def releases(folder: Path) -> list[Release]:
    captures = [capture for capture, _ in read_captures(folder, on_problem=fail)]
    return sorted((release for capture in captures for release in read_releases(capture)), key=lambda one: one.url)


def numbers(folder: Path) -> list[str]:
    return [release.url.split("/")[4] for release in releases(folder)]


def test_press_rooms_are_collected_and_a_second_crawl_finds_nothing_new(tmp_path: Path, site: SampleSite) -> None:
    first = crawl(tmp_path, [SOURCE], at=site.address)
    size = sum(path.stat().st_size for path in tmp_path.glob("*.warc.gz"))
    asked = {path.split("/")[3] for _, path, _ in site.requests if "/pressroom/" in path}
    second = crawl(tmp_path, [SOURCE], at=site.address)
    assert asked == set(SOURCES[SOURCE].publishers)
    assert first.problems == [] and first.total(Outcome.NEW) == 3
    assert (second.total(Outcome.NEW), second.total(Outcome.UNCHANGED)) == (0, 3)
    assert numbers(tmp_path) == ["69900001", "69900002", "69900003", "69900003"]
    assert {release.authority for release in releases(tmp_path)} == {"ely"}
    assert {release.published for release in releases(tmp_path)} == {
        "2025-06-18T09:15",
        "2025-11-03T12:30",
        "2026-02-12T09:00",
    }
    assert sum(path.stat().st_size for path in tmp_path.glob("*.warc.gz")) == size


def test_since_and_limit(tmp_path: Path, site: SampleSite) -> None:
    crawl(tmp_path / "since", [SOURCE], at=site.address, since=date(2025, 11, 1))
    crawl(tmp_path / "limit", [SOURCE], at=site.address, limit=1)
    assert set(numbers(tmp_path / "since")) == {"69900002", "69900003"}
    assert len(set(numbers(tmp_path / "limit"))) == 1


def test_release_that_is_no_longer_there_is_gone(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both versions of it: they were read from one record."""
    crawl(tmp_path / "warc", [SOURCE], at=site.address)
    wait_for_the_next_second()
    ailing(monkeypatch, 410, "/release/69900003")
    report = crawl(tmp_path / "warc", [SOURCE], at=site.address)
    assert (report.total(Outcome.GONE), report.total(Outcome.UNCHANGED)) == (1, 2)
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(tmp_path / "warc", on_problem=fail))
        assert [release.url.split("/")[4] for release in catalogue.releases() if release.gone] == ["69900003"] * 2


def test_documents_that_a_record_links_to(tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those on the catalogue's hosts, once; what was not there may come while the release is new."""
    rooms = copy.deepcopy(sttinfo.publishers())
    release = rooms[ROOM]["releases"][0]
    release["date"] = f"{date.today()}T07:00:00Z"
    links = ["stea.fi/documents/2481425/0/hakuilmoitus-2026.pdf#s2", "www.sttinfo.fi/ohje.pdf", "example.org/a.pdf"]
    text = "".join(f"<p>Ohje on <a href='https://{place}'>verkossa</a>.</p>" for place in links)
    release["versions"]["sv"]["body"]["complete"] += text
    monkeypatch.setattr(sttinfo, "publishers", lambda: rooms)
    report = crawl(tmp_path / "warc", [SOURCE], at=site.address)
    assert report.problems == [] and report.total(Outcome.ATTACHMENTS) == 1
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(tmp_path / "warc", on_problem=fail))
        found = {one.url: (one.release_url.rpartition("lang=")[2][:2], one.state) for one in catalogue.attachments()}
    assert found == {
        f"https://{links[0].partition('#')[0]}": ("sv", "text"),
        f"https://{links[1]}": ("sv", None),
        f"https://{links[2]}": ("sv", None),
    }
    del site.requests[:]
    crawl(tmp_path / "warc", [SOURCE], at=site.address)
    assert [path for _, path, _ in site.requests if path.endswith(".pdf")] == ["/ohje.pdf"]


def test_record_that_is_none_is_told_of(tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    ailing(monkeypatch, 200, "/release/69900003")
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert ["not valid JSON" in str(problem) for problem in report.problems] == [True]
    assert report.total(Outcome.NEW) == 3


@pytest.mark.parametrize("status", [403, 404])
def test_press_room_that_cannot_be_had_is_told_of(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """The others are read."""
    ailing(monkeypatch, status, "/pressroom/69818103/")
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert [f"releases/20/0: the site answered with status {status}" in str(one) for one in report.problems] == [True]
    assert report.total(Outcome.NEW) == 3


@pytest.mark.parametrize(
    ("publishers", "said"),
    [
        pytest.param(ROOM, "'haku/sttinfo/fi/new': 3", id="one of the catalogue"),
        pytest.param("1", "pressroom/1/releases/20/0: the site answered with status 404", id="unknown"),
    ],
)
def test_press_rooms_of_ones_own_with_plain_scrapy(
    tmp_path: Path, site: SampleSite, publishers: str, said: str
) -> None:
    settings = {"STAND_IN": site.address, "WARC_FOLDER": tmp_path, "DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}
    command = [sys.executable, "-m", "scrapy", "crawl", SOURCE, "-a", f"publishers={publishers}"]
    command += [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    assert said in run.stderr
    assert {path.split("/")[3] for _, path, _ in site.requests if "/pressroom/" in path} == {publishers}

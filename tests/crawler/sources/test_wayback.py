"""The past of a source out of a web archive, over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
import pytest

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.samplesite.others import OTHERS, wayback
from crawler.samplesite.responses import Response
from crawler.samplesite.server import SampleSite
from crawler.spiders.wayback import WaybackSpider, read_index
from crawler.warc import WarcStore, read_captures
from parsers.capture import Capture
from parsers.problems import Problem
from parsers.release import read_release

HOST = "web.archive.org"
CALL = "https://tem.fi/-/kylakauppojen-kehittamiseen-haettavissa-kolme-miljoonaa-euroa"
CALL_SV = "https://tem.fi/sv/-/tre-miljoner-euro-kan-sokas-for-utveckling-av-bybutiker"
GRANTED = "https://tem.fi/-/kylakauppakokeiluun-valittiin-74-kauppaa"
GRANTED_SV = "https://tem.fi/sv/-/74-bybutiker-far-understod"


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as running:
        yield running


def past(folder: Path, site: SampleSite, **arguments: Any) -> CrawlReport:
    return crawl(folder, ["wayback"], of=["tem"], at=site.address, **arguments)


def captures(folder: Path) -> list[Capture]:
    def fail(problem: Exception) -> None:
        raise problem

    found = [capture for capture, _ in read_captures(folder, on_problem=fail)]
    return sorted(found, key=lambda capture: (capture.url, capture.time))


def fetched(site: SampleSite) -> list[str]:
    return [path for host, path, _ in site.requests if host == HOST and path.startswith("/web/")]


def test_past_is_kept_under_the_sources_own_addresses_and_times(
    tmp_path: Path, site: SampleSite, check: Callable[[Path], str]
) -> None:
    report = past(tmp_path, site)
    assert (report.problems, report.total(Outcome.FAILED)) == ([], 0)
    assert [(capture.url, f"{capture.time:%Y-%m-%d}") for capture in captures(tmp_path)] == [
        (GRANTED, "2016-06-23"),
        (CALL, "2016-02-17"),
        (CALL, "2016-03-16"),
        (GRANTED_SV, "2016-06-23"),
        (CALL_SV, "2016-02-17"),
        (CALL_SV, "2016-03-16"),
    ]
    check(tmp_path)


def test_capture_has_the_headers_and_the_text_of_its_time(tmp_path: Path, site: SampleSite) -> None:
    past(tmp_path, site)
    first, last = (capture for capture in captures(tmp_path) if capture.url == CALL)
    headers = {name.lower(): value for name, value in first.headers}
    assert headers["server"] == "Apache" and "x-archive-orig-server" not in headers
    assert headers["memento-datetime"] == "Wed, 17 Feb 2016 08:00:00 GMT"
    assert headers["link"].startswith("<http://www.tem.fi:80/-/kylakauppojen")
    assert [read_release(capture).application.closes for capture in (first, last)] == [
        "2016-03-24T16:15",
        "2016-03-31T16:15",
    ]


def test_what_is_held_is_not_fetched_again(tmp_path: Path, site: SampleSite) -> None:
    past(tmp_path, site)
    before = captures(tmp_path)
    site.requests.clear()
    past(tmp_path, site)
    assert fetched(site) == [] and captures(tmp_path) == before


def test_what_the_site_itself_gave_is_not_fetched_again(tmp_path: Path, site: SampleSite) -> None:
    """The newest text that is held has the digest which the index names."""
    path = CALL.removeprefix("https://tem.fi")
    newest = next(held for held in wayback.captures() if held.url.endswith(path) and b"24.3.2016" not in held.body)
    with WarcStore(tmp_path) as store:
        store.write(Capture(url=CALL, time=datetime(2026, 11, 1, tzinfo=UTC), body=newest.body))
    past(tmp_path, site)
    assert [path for path in fetched(site) if "kolme-miljoonaa" in path] == [
        "/web/20160217080000id_/http://www.tem.fi:80/-/kylakauppojen-kehittamiseen-haettavissa-kolme-miljoonaa-euroa"
    ]
    with WarcStore(tmp_path) as store:
        last = store.last(CALL)
        assert last and last.time.year == 2026


def test_days_and_limit(tmp_path: Path, site: SampleSite) -> None:
    past(tmp_path / "days", site, since=date(2016, 2, 20), until=date(2016, 3, 31))
    assert {capture.url for capture in captures(tmp_path / "days")} == {CALL, CALL_SV}
    past(tmp_path / "limit", site, limit=2)
    assert len(captures(tmp_path / "limit")) == 2


def test_archive_that_lost_a_page_does_not_make_it_gone(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(path: str, headers: Any) -> Response | None:
        lost = path.startswith("/web/20160623") and "/sv/" not in path
        return (
            Response(404, (("Content-Type", "text/html"),), b"Not in archive")
            if lost
            else wayback.render(path, headers)
        )

    monkeypatch.setitem(OTHERS, HOST, forgetful)
    report = past(tmp_path, site)
    assert (report.total(Outcome.FAILED), report.total(Outcome.GONE), len(report.problems)) == (1, 0, 1)
    assert GRANTED not in {capture.url for capture in captures(tmp_path)} and len(captures(tmp_path)) == 5


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html>Too many requests</html>", id="a page"),
        pytest.param(b'{"error": 1}', id="an object"),
        pytest.param(b'[["timestamp"], ["1"]]', id="without the columns asked for"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_index_that_is_none_cannot_be_read(body: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, ValueError)):
        read_index(body)


def test_index_that_is_none_is_a_problem(tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Response(200, (("Content-Type", "application/json"),), b'{"error": 1}')
    monkeypatch.setitem(OTHERS, HOST, lambda path, headers: answer if "/cdx/" in path else None)
    report = past(tmp_path, site)
    assert "not an index of captures" in str(report.problems[0]) and captures(tmp_path) == []


def test_any_source_has_a_past(tmp_path: Path, site: SampleSite) -> None:
    report = crawl(tmp_path, ["wayback"], of=["ely", "kotoutuminen"], at=site.address)
    assert report.problems == []
    hosts = {parse_qs(path.partition("?")[2])["url"][0] for _, path, _ in site.requests if "/cdx/" in path}
    assert hosts == {"ely-keskus.fi/*", "kotoutuminen.fi/*", "kotouttaminen.fi/*"}


@pytest.mark.parametrize("source", ["", "wayback", "nowhere"])
def test_source_must_be_one_of_the_catalogue(source: str) -> None:
    with pytest.raises(Problem, match="source"):
        WaybackSpider(source=source)

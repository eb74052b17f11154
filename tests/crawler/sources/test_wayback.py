"""The past of a source out of a web archive, over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from crawler.cdx import read_index
from crawler.mementos import own_address
from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.samplesite.others import OTHERS, wayback
from crawler.samplesite.responses import Response
from crawler.samplesite.server import SampleSite
from crawler.spiders.wayback import WaybackSpider
from crawler.warc import WarcStore, read_captures
from index.catalogue import Catalogue
from index.ingest import ingest
from parsers.capture import Capture
from parsers.problems import Problem
from parsers.records.sttinfo import record_address
from parsers.release import read_release, read_releases
from parsers.urls import release_id

HOST = "web.archive.org"
HOST_SOURCE = "wayback"
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


def fail(problem: Exception) -> None:
    raise problem


def captures(folder: Path) -> list[Capture]:
    found = [capture for capture, _ in read_captures(folder, on_problem=fail)]
    return sorted(found, key=lambda capture: (capture.url, capture.time))


def pages(folder: Path) -> list[Capture]:
    return [capture for capture in captures(folder) if capture.media_type == "text/html"]


def fetched(site: SampleSite) -> list[str]:
    return [path for host, path, _ in site.requests if host == HOST and path.startswith("/web/")]


def asked_of_index(site: SampleSite) -> list[dict[str, list[str]]]:
    return [parse_qs(path.partition("?")[2]) for host, path, _ in site.requests if host == HOST and "/cdx/" in path]


def test_past_is_kept_under_the_sources_own_addresses_and_times(
    tmp_path: Path, site: SampleSite, check: Callable[[Path], str]
) -> None:
    report = past(tmp_path, site)
    assert (report.problems, report.total(Outcome.FAILED)) == ([], 0)
    assert [(capture.url, f"{capture.time:%Y-%m-%d}") for capture in pages(tmp_path)] == [
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
    assert {capture.url for capture in pages(tmp_path / "days")} == {CALL, CALL_SV}
    past(tmp_path / "limit", site, limit=2)
    assert len(pages(tmp_path / "limit")) == 2


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
    assert GRANTED not in {capture.url for capture in captures(tmp_path)} and len(pages(tmp_path)) == 5


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
    hosts = {asked["url"][0] for asked in asked_of_index(site)}
    assert hosts == {"ely-keskus.fi/*", "kotoutuminen.fi/*", "kotouttaminen.fi/*"}


def test_pages_are_counted_for_the_source_and_language_that_they_are_of(tmp_path: Path, site: SampleSite) -> None:
    report = past(tmp_path, site)
    # Of each address, the first text is new; both texts of the call are, since nothing of it was held before the run.
    counted = {
        key: (counts[Outcome.NEW], counts[Outcome.REQUESTS]) for key, counts in report.counts.items() if key[1] != "-"
    }
    assert counted == {("tem", "fi"): (3, 4), ("tem", "sv"): (3, 3)}
    assert set(report.counts[HOST_SOURCE, "-"]) == {Outcome.REQUESTS}  # robots.txt, the index
    assert report.total(Outcome.ATTACHMENTS, "tem") == 1


def test_documents_are_fetched_as_they_were_when_a_release_was_captured(tmp_path: Path, site: SampleSite) -> None:
    report = past(tmp_path, site)
    assert report.problems == []
    (notice,) = (capture for capture in captures(tmp_path) if capture.media_type == "application/pdf")
    assert (notice.url, f"{notice.time:%Y-%m-%d}") == (f"https://tem.fi{wayback.NOTICE}", "2016-02-05")
    assert b"Hakuilmoitus 2016" in notice.body
    asked = [query["url"][0] for query in asked_of_index(site) if not query["url"][0].endswith("*")]
    # However many pages link to them; the one on a host outside the catalogue is not asked for at all.
    assert sorted(asked) == sorted(
        f"https://tem.fi{path}" for path in (wayback.NOTICE, wayback.REMOVED, wayback.UNSEEN)
    )


def test_documents_belong_to_the_releases_that_link_to_them(tmp_path: Path, site: SampleSite) -> None:
    past(tmp_path / "warc", site)
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(tmp_path / "warc", on_problem=fail))
        release = catalogue.release(release_id(CALL))
        notice = next(each for each in release.attachments if each.url.endswith(wayback.NOTICE))
    assert notice.digest and notice.captured and notice.captured.startswith("2016-02-05")


def test_documents_of_releases_that_are_held_are_fetched_too(tmp_path: Path, site: SampleSite) -> None:
    """As after a run that was broken off between a release and its documents."""
    with WarcStore(tmp_path) as store:
        for held in wayback.captures():
            if "/-/" in held.url and held.status == 200 and held.media_type.startswith("text/html"):
                store.write(Capture(url=own_address(held.url), time=held.time, body=held.body, media_type="text/html"))
    past(tmp_path, site)
    assert [path.partition("id_/")[2] for path in fetched(site)] == [f"http://www.tem.fi:80{wayback.NOTICE}"]
    site.requests.clear()
    past(tmp_path, site)
    assert fetched(site) == [] and f"https://tem.fi{wayback.NOTICE}" not in str(asked_of_index(site))


def test_index_of_a_document_that_is_none_is_a_problem(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: str, headers: Any) -> Response | None:
        asks_for_document = "/cdx/" in path and ".pdf" in path
        return Response(200, (), b"Too many requests") if asks_for_document else wayback.render(path, headers)

    monkeypatch.setitem(OTHERS, HOST, failing)
    report = past(tmp_path, site)
    assert len(report.problems) == 3 and all("not an index of captures" in str(told) for told in report.problems)
    assert len(pages(tmp_path)) == len(captures(tmp_path)) == 6


def test_past_of_the_newsroom(tmp_path: Path, site: SampleSite) -> None:
    """Records and pages of releases, and only of the publishers that the catalogue names."""
    report = crawl(tmp_path, ["wayback"], of=["sttinfo"], at=site.address)
    assert (report.problems, report.counts["sttinfo", "fi"][Outcome.NEW]) == ([], 2)
    record, page = captures(tmp_path)
    assert (record.url, record.time.year) == (record_address("69900002", "69817886"), 2025)
    assert urlsplit(page.url).path == "/tiedote/69900002/ylijohtaja-avaa"
    read = [read_releases(capture)[0] for capture in (record, page)]
    assert [(release.title.split()[0], release.published) for release in read] == [
        ("Lähdevesien", "2025-11-03T12:30"),
        ("Ylijohtaja", "2025-06-18T09:15"),
    ]
    filters = [asked["filter"] for asked in asked_of_index(site)]
    assert len(filters) == 2 and all("69817886" in " ".join(conditions) for conditions in filters)


@pytest.mark.parametrize("arguments", [{}, {"since": date(2025, 1, 1)}], ids=["all", "since"])
def test_past_of_the_newsroom_is_known_to_its_own_crawl(
    tmp_path: Path, site: SampleSite, arguments: dict[str, Any]
) -> None:
    """Records are asked for again, pages are not: they show what the records hold."""
    crawl(tmp_path, ["wayback"], of=["sttinfo"], at=site.address)
    report = crawl(tmp_path, ["sttinfo"], at=site.address, **arguments)
    assert report.problems == [] and report.total(Outcome.UNCHANGED, "sttinfo") == 1
    assert not any(path.startswith("/tiedote/") for host, path, _ in site.requests if "sttinfo" in host)


def test_source_without_a_past_is_refused_in_one_line(tmp_path: Path, site: SampleSite) -> None:
    with pytest.raises(Problem, match="haeavustuksia: not looked for in web archives") as refused:
        crawl(tmp_path, ["wayback"], of=["tem", "haeavustuksia"], at=site.address)
    assert "\n" not in str(refused.value) and site.requests == []


@pytest.mark.parametrize("source", ["", "wayback", "nowhere"])
def test_source_must_be_one_of_the_catalogue(source: str) -> None:
    with pytest.raises(Problem, match="source"):
        WaybackSpider(source=source)

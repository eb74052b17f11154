"""haeavustuksia.fi, crawled over HTTP: the list, the parts of each call, and the record made of them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.others import OTHERS, haeavustuksia
from crawler.samplesite.responses import Response
from crawler.samplesite.server import SampleSite
from crawler.warc import read_captures
from index.catalogue import Catalogue
from index.ingest import ingest
from parsers.capture import Capture
from parsers.release import read_releases
from tests.waiting import wait_for_the_next_second

pytestmark = pytest.mark.usefixtures("quick_crawls")

SOURCE = "haeavustuksia"
HOST = "haeavustuksia.fi"
CASES = ["va-mmm-2024-2", "va-okm-2026-1", "va-tem-2025-7", "va-ym-2024-3", "va-ym-2024-4"]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The calls that the site has, to be changed between visits."""
    found = copy.deepcopy(haeavustuksia.calls())
    monkeypatch.setattr(haeavustuksia, "calls", lambda: found)
    return found


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as running:
        yield running


def fail(problem: Exception) -> None:
    raise problem


def records(folder: Path) -> list[Capture]:
    captures = [capture for capture, _ in read_captures(folder, on_problem=fail)]
    return sorted(captures, key=lambda capture: capture.url)


def cases(folder: Path) -> list[str]:
    return [capture.url.split("/")[-2] for capture in records(folder)]


def documents_asked(site: SampleSite) -> list[str]:
    return sorted(path for _, path, _ in site.requests if path.endswith(".pdf"))


def releases_gone(folder: Path) -> set[str]:
    """The languages of the releases that the catalogue has as gone."""
    with Catalogue(folder / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(folder, on_problem=fail))
        return {release.language or "" for release in catalogue.releases() if release.gone}


def test_each_call_becomes_one_record(tmp_path: Path, site: SampleSite, check: Callable[[Path], str]) -> None:
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert report.problems == []
    counts = {language: counts.get(Outcome.NEW) for (_, language), counts in report.counts.items()}
    assert counts == {"-": None, "fi": 5, "sv": 3, "en": 2}
    assert cases(tmp_path) == CASES
    releases = [release for capture in records(tmp_path) for release in read_releases(capture)]
    assert [release.language for release in releases].count("sv") == 3
    assert {release.url for release in releases} >= {f"https://www.{HOST}/sv/haku/va-ym-2024-3"}
    check(tmp_path)


def test_unchanged_calls_in_a_changed_list_make_no_captures(
    tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]]
) -> None:
    crawl(tmp_path, [SOURCE], at=site.address)
    before = [capture.digest for capture in records(tmp_path)]
    another = copy.deepcopy(calls[4])
    another["entry"]["hakuasianAsianumero"] = "va-okm-2026-2"
    calls.insert(0, another)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert (report.total(Outcome.NEW), report.total(Outcome.CHANGED), report.total(Outcome.UNCHANGED)) == (1, 0, 10)
    assert cases(tmp_path) == sorted([*CASES, "va-okm-2026-2"])
    assert [capture.digest for capture in records(tmp_path) if "2026-2" not in capture.url] == before


def test_calls_that_closed_long_ago_are_not_asked_again(tmp_path: Path, site: SampleSite) -> None:
    crawl(tmp_path, [SOURCE], at=site.address)
    site.requests.clear()
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert report.total(Outcome.UNCHANGED) == 10
    asked = {path.split("/")[3] for _, path, _ in site.requests if path.endswith("/perustiedot")}
    assert asked == {"va-mmm-2024-2", "va-okm-2026-1"}


def test_documents_that_a_call_links_to(
    tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its entry and its parts; of a call that closed long ago, only those that were never asked for."""
    old, new = calls[0], next(call for call in calls if call["entry"]["hakuasianAsianumero"] == "va-okm-2026-1")
    link = "<p>Ks. <a href='{}'>ohje</a>.</p>".format
    old["entry"]["kuvaus"]["richSv"] += link("https://stea.fi/documents/2481425/0/hakuilmoitus-2026.pdf")
    old["parts"]["lisaehdot"] = {"fi": link("/tiedostot/ehdot.pdf"), "sv": None}
    new["parts"]["lisaehdot"] = {"fi": link("/tiedostot/uusi.pdf"), "sv": None}
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert report.problems == [] and report.total(Outcome.ATTACHMENTS) == 1
    first = ["/documents/2481425/0/hakuilmoitus-2026.pdf", "/tiedostot/ehdot.pdf", "/tiedostot/uusi.pdf"]
    assert documents_asked(site) == first
    site.requests.clear()
    assert crawl(tmp_path, [SOURCE], at=site.address).total(Outcome.UNCHANGED) == 10
    assert documents_asked(site) == ["/tiedostot/uusi.pdf"]
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(tmp_path, on_problem=fail))
        states = {one.url.rpartition("/")[2]: one.state for one in catalogue.attachments()}
    assert states == {"hakuilmoitus-2026.pdf": "text", "ehdot.pdf": None, "uusi.pdf": None}


def test_documents_of_a_call_that_closed_before_they_were_collected(
    tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = "<p>Ks. <a href='https://stea.fi/documents/2481425/0/hakuilmoitus-2026.pdf'>ohje</a>.</p>"
    calls[0]["entry"]["kuvaus"]["richFi"] += link
    with monkeypatch.context() as before:
        before.setitem(OTHERS, "stea.fi", lambda path, headers: Response(503, (("Content-Type", "text/plain"),), b"!"))
        assert crawl(tmp_path, [SOURCE], at=site.address).total(Outcome.ATTACHMENTS) == 0
    assert crawl(tmp_path, [SOURCE], at=site.address).total(Outcome.ATTACHMENTS) == 1


def test_changed_text_is_captured_and_the_old_one_stays(
    tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]]
) -> None:
    crawl(tmp_path, [SOURCE], at=site.address)
    calls[0]["entry"]["hakuPaattyyDateTimeUtc"] = "2024-09-30T13:15:00.000Z"
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert (report.total(Outcome.CHANGED), report.total(Outcome.UNCHANGED)) == (3, 7)
    versions = [capture for capture in records(tmp_path) if "va-ym-2024-3" in capture.url]
    assert {read_releases(capture)[0].application.closes for capture in versions} == {
        "2024-09-16T16:15",
        "2024-09-30T16:15",
    }


def test_call_that_is_no_longer_there_is_gone(tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]]) -> None:
    """Marked in each of its languages, with its last capture kept; and not asked for again."""
    crawl(tmp_path, [SOURCE], at=site.address)
    wait_for_the_next_second()
    gone = calls.pop(0)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert report.problems == []
    assert (report.total(Outcome.GONE), report.total(Outcome.UNCHANGED)) == (3, 7)
    assert releases_gone(tmp_path) == {"fi", "sv", "en"}
    site.requests.clear()
    again = crawl(tmp_path, [SOURCE], at=site.address)
    assert (again.total(Outcome.GONE), again.total(Outcome.UNCHANGED)) == (0, 7)
    assert not any("va-ym-2024-4" in path for _, path, _ in site.requests)
    wait_for_the_next_second()
    calls.append(gone)
    assert crawl(tmp_path, [SOURCE], at=site.address).total(Outcome.CHANGED) == 3
    assert releases_gone(tmp_path) == set()


def test_call_that_only_the_list_has_left_out_is_not_gone(
    tmp_path: Path, site: SampleSite, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(tmp_path, [SOURCE], at=site.address)
    entries = [call["entry"] for call in calls[1:]]
    page = {"totalCount": len(entries), "pageCount": 1, "hakuilmoitukset": entries}
    answer = Response(200, (("Content-Type", "application/json"),), msgspec.json.encode(page))

    def listing_less(path: str, headers: Any) -> Response | None:
        return answer if "list-items" in path else haeavustuksia.render(path, headers)

    monkeypatch.setitem(OTHERS, HOST, listing_less)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert (report.total(Outcome.GONE), report.total(Outcome.UNCHANGED)) == (0, 10)


@pytest.mark.parametrize("broken", ["Page=1&", "Page=2&"])
def test_a_list_that_breaks_off_says_nothing_of_what_it_does_not_name(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    crawl(tmp_path, [SOURCE], at=site.address)

    def ailing(path: str, headers: Any) -> Response | None:
        ails = "list-items" not in path or f"Pagination.{broken}" in path
        return Response(404, (("Content-Type", "text/plain"),), b"!") if ails else haeavustuksia.render(path, headers)

    monkeypatch.setitem(OTHERS, HOST, ailing)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert report.total(Outcome.GONE) == 0 and report.problems
    assert len(cases(tmp_path)) == 5


def test_part_that_cannot_be_had_leaves_the_call_for_the_next_time(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ailing(path: str, headers: Any) -> Response | None:
        ails = path.startswith("/api/haku/va-tem-2025-7/hakuilmoitus/lisaehdot")
        return Response(500, (("Content-Type", "text/plain"),), b"!") if ails else haeavustuksia.render(path, headers)

    monkeypatch.setitem(OTHERS, HOST, ailing)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert (report.total(Outcome.NEW), report.total(Outcome.FAILED)) == (7, 1)
    assert "va-tem-2025-7" in str(report.problems[0]) and len(report.problems) == 1
    assert "va-tem-2025-7" not in cases(tmp_path)
    monkeypatch.setitem(OTHERS, HOST, haeavustuksia.render)
    assert crawl(tmp_path, [SOURCE], at=site.address).total(Outcome.NEW) == 3


def test_fewer_are_asked_for(tmp_path: Path, site: SampleSite) -> None:
    """Of those that open in 2025 or later, one, and one of which it is not known when it opens."""
    crawl(tmp_path / "since", [SOURCE], at=site.address, since=date(2025, 1, 1))
    assert cases(tmp_path / "since") == ["va-okm-2026-1", "va-tem-2025-7"]
    crawl(tmp_path / "limit", [SOURCE], at=site.address, until=date(2024, 12, 31), limit=2)
    assert len(cases(tmp_path / "limit")) == 2


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"<html><body>Huoltokatko, palaamme pian takaisin</body></html>", "not valid JSON", id="a page"),
        pytest.param(msgspec.json.encode({"haut": []}), "name no releases", id="another shape"),
    ],
)
def test_list_that_is_none_is_noticed(
    tmp_path: Path, site: SampleSite, monkeypatch: pytest.MonkeyPatch, body: bytes, message: str
) -> None:
    answer = Response(200, (("Content-Type", "application/json"),), body)
    monkeypatch.setitem(OTHERS, HOST, lambda path, headers: answer if "list-items" in path else None)
    report = crawl(tmp_path, [SOURCE], at=site.address)
    assert any(message in str(problem) for problem in report.problems)

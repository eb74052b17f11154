"""Answers that are not the page that was asked for, over HTTP: what each counts as, and what is kept of it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.warc import read_captures
from tests.crawler.rawsite import LISTING, LISTING_SV, PAGE, RawSite, answer, captured, fail, said

pytestmark = pytest.mark.usefixtures("quick_crawls")


@pytest.mark.parametrize("status", [202, 204, 206])
def test_answer_that_is_not_the_whole_page_is_a_failure(site: RawSite, tmp_path: Path, status: int) -> None:
    site.listing("tem.fi", "/-/haku", "/-/toinen")
    site.put("tem.fi/-/haku", answer(PAGE, status))
    site.put("tem.fi/-/toinen", answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert (report.total(Outcome.NEW), report.total(Outcome.FAILED)) == (1, 1)
    assert len(said(report)) == 1 and "https://tem.fi/-/haku:" in said(report)[0]
    assert captured(tmp_path) == {"https://tem.fi/-/toinen"} | {url for url in captured(tmp_path) if "/-/" not in url}


@pytest.mark.parametrize(
    ("place", "refusal", "told"),
    [
        pytest.param("tem.fi/sitemap.xml", answer(b"", 403), True, id="forbidden sitemap"),
        pytest.param("tem.fi/sitemap.xml", answer(b"<html><body>Ei ole</body></html>", 404), False, id="no sitemap"),
        pytest.param(
            f"tem.fi{LISTING_SV}",
            answer(b"", 302, "Location: /sv/?_x_missingLanguageVersion=1"),
            True,
            id="listing said to be missing in a language",
        ),
    ],
)
def test_discovery_that_fails_is_told_of(site: RawSite, tmp_path: Path, place: str, refusal: bytes, told: bool) -> None:
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer())
    site.put(place, refusal)
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert report.total(Outcome.NEW) == 1 and report.total(Outcome.UNTRANSLATED) == 0
    assert [line.startswith(f"https://{place}: ") for line in said(report)] == ([True] if told else [])


@pytest.mark.parametrize(
    "target",
    ["/", "/web/guest/etusivu", LISTING, "/ajankohtaista", "/sv/aktuellt", "/virhe", "/avustukset", "/-/poissa"],
)
def test_release_that_leads_to_no_page_of_its_own_is_gone(site: RawSite, tmp_path: Path, target: str) -> None:
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer(b"", 302, f"Location: {target}"))
    for path in ("/web/guest/etusivu", "/ajankohtaista", "/sv/aktuellt", "/virhe", "/avustukset"):
        site.put(f"tem.fi{path}", answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert report.total(Outcome.GONE) == 1 and report.total(Outcome.NEW) == 0 and said(report) == []
    assert captured(tmp_path).isdisjoint(
        {f"https://tem.fi{target}"} - {f"https://tem.fi{LISTING}", "https://tem.fi/-/poissa"}
    )


@pytest.mark.parametrize(
    "target", ["/c/portal/login?p_l_id=7&redirect=%2F-%2Fhaku", "/kirjaudu", "https://login.tem.fi/sv/logga-in"]
)
def test_form_to_log_in_is_no_release_and_no_word_of_one(site: RawSite, tmp_path: Path, target: str) -> None:
    site.listing("tem.fi", "/-/haku", "/-/toinen")
    site.put("tem.fi/-/haku", answer(), answer(b"", 302, f"Location: {target}"), answer())
    for path in ("/-/toinen", "/c/portal/login", "/kirjaudu"):
        site.put(f"tem.fi{path}", answer())
    first, second, third = (crawl(tmp_path, ["tem"], at=site.address) for _ in range(3))
    assert (first.total(Outcome.NEW), second.total(Outcome.FAILED), second.total(Outcome.GONE)) == (2, 1, 0)
    assert said(second) == ["https://tem.fi/-/haku: the site asks for a log-in instead of showing the page"]
    assert third.total(Outcome.UNCHANGED) == 2 and said(third) == []
    assert not [url for url in captured(tmp_path) if "log" in url or "kirjaudu" in url]


def test_page_of_another_kind_to_which_a_release_leads_is_no_release(site: RawSite, tmp_path: Path) -> None:
    site.put("stea.fi/", answer(b"<html><body><h1>Avustuskeskus</h1><a href='/-/haku'>Avustushaku</a></body></html>"))
    site.put("stea.fi/-/haku", answer(b"", 302, "Location: /palaute"))
    site.put("stea.fi/palaute", answer())
    report = crawl(tmp_path, ["stea"], at=site.address)
    assert "https://stea.fi/palaute" not in captured(tmp_path)
    told = "https://stea.fi/-/haku: leads to https://stea.fi/palaute, which is no release; not followed"
    assert told in said(report)


def test_version_that_is_withdrawn_is_gone_once(site: RawSite, tmp_path: Path) -> None:
    alternate = b"<head><link rel='alternate' hreflang='sv-SE' href='/sv/-/ansokan'></head><body>"
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer(PAGE.replace(b"<body>", alternate)))
    missing = answer(b"", 302, "Location: /sv/?_x_missingLanguageVersion=1")
    site.put("tem.fi/sv/-/ansokan", answer(), missing, missing)
    first, second, third = (crawl(tmp_path, ["tem"], at=site.address) for _ in range(3))
    assert (first.total(Outcome.NEW, "tem"), second.total(Outcome.GONE)) == (2, 1)
    assert third.total(Outcome.GONE) == 0 and said(second) == said(third) == []


def test_release_that_has_moved_to_another_site_of_the_catalogue_is_followed(site: RawSite, tmp_path: Path) -> None:
    site.listing("tem.fi", "/-/haku", "/-/muualla")
    site.put("tem.fi/-/haku", answer(b"", 301, "Location: https://kotoutuminen.fi/haku"))
    site.put("tem.fi/-/muualla", answer(b"", 301, "Location: https://example.org/haku"))
    site.put("kotoutuminen.fi/haku", answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert "https://kotoutuminen.fi/haku" in captured(tmp_path) and report.total(Outcome.NEW) == 1
    assert len(said(report)) == 1 and "outside the catalogue's hosts" in said(report)[0]


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        pytest.param(answer(PAGE[:90], length=len(PAGE)), "no usable answer", id="shorter than it says"),
        pytest.param(answer(PAGE[:90]), "breaks off before its end", id="length that is too short"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE[:90], "breaks off", id="no length"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + PAGE[:64],
            "no usable answer",
            id="chunks that break off",
        ),
    ],
)
def test_page_that_does_not_come_whole_is_asked_for_again_and_never_stored(
    site: RawSite, tmp_path: Path, first: bytes, reason: str
) -> None:
    site.listing("tem.fi", "/-/hetken", "/-/aina", "/-/ehja")
    site.put("tem.fi/-/hetken", first, answer())
    site.put("tem.fi/-/aina", first)
    site.put("tem.fi/-/ehja", answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert captured(tmp_path) == {"https://tem.fi/-/hetken", "https://tem.fi/-/ehja"}
    (line,) = said(report)
    assert line.startswith("https://tem.fi/-/aina: ") and reason in line
    assert site.times("tem.fi/-/aina") == 4


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("utf-8", PAGE, id="a charset for an encoding"),
        pytest.param("gzip", gzip.compress(PAGE[:90]) + gzip.compress(PAGE[90:]), id="gzip in two members"),
    ],
)
def test_page_is_stored_as_readers_see_it(site: RawSite, tmp_path: Path, encoding: str, body: bytes) -> None:
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer(body, 200, f"Content-Encoding: {encoding}"))
    assert said(crawl(tmp_path, ["tem"], at=site.address)) == []
    captures = {capture.url: capture for capture, _ in read_captures(tmp_path, on_problem=fail)}
    assert captures["https://tem.fi/-/haku"].body == PAGE

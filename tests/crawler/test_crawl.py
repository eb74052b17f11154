"""Whole crawls, over HTTP, against a site on this machine that does what it is told. Crawls that break off: test_interruptions."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.server import SampleSite
from crawler.warc import WarcStore
from parsers.problems import Problem
from tests.crawler.obedient import Answer, Site, captured, counted, link, many, release
from tests.nursery import Nursery

Check = Callable[[Path], str]
PORTLET = "fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_x"


@pytest.fixture
def quick(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets crawls begin without a second of imports each; those that are about the process itself start a real one."""
    monkeypatch.setattr("crawler.run._start", nursery.start)


def test_listing_releases_translation_and_attachment(obedient_site: Site, tmp_path: Path, check: Check) -> None:
    year = f"?p_p_id={PORTLET}&_{PORTLET}_paramYear="
    first = [
        link("/-/haku-1?redirect=%2F", "17.3.2024"),
        link("https://valtioneuvosto.fi/-/1410877/haku-2?redirect=%2F"),
    ]
    pages = [link(f"{year}2024&_{PORTLET}_paramPage=2"), link(f"{year}2019"), link("/cdn-cgi/l/email-protection#a")]
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet", *first, *pages)
    obedient_site.listing(
        f"tem.fi/ajankohtaista/tiedotteet{year}2024&_{PORTLET}_paramPage=2", link("/-/haku-3", "2.1.2024")
    )
    obedient_site.listing(f"tem.fi/ajankohtaista/tiedotteet{year}2019", link("/-/haku-4", "5.5.2019"))
    alternate = '<link rel="alternate" hreflang="sv-SE" href="https://tem.fi/sv/-/ansokan-1">'
    document = "</head><body><main><h1>Haku 1</h1><a href='/documents/1/ilmoitus.pdf?t=1'>Ilmoitus</a>"
    obedient_site.put("tem.fi/-/haku-1", release(1, alternate + document))
    packed = Answer(gzip.compress(release(5).encode()), headers={"Content-Encoding": "gzip"})
    obedient_site.put("tem.fi/sv/-/ansokan-1", packed)
    obedient_site.put(
        "tem.fi/documents/1/ilmoitus.pdf?t=1", Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"})
    )
    obedient_site.put("valtioneuvosto.fi/-/1410877/haku-2?redirect=%2F", release(2))
    obedient_site.put("tem.fi/-/haku-3", release(3))
    obedient_site.put("tem.fi/-/haku-4", release(4))

    seen: list[int] = []
    report = crawl(
        tmp_path,
        ["tem"],
        at=obedient_site.address,
        on_progress=lambda now: seen.append(now.total(Outcome.REQUESTS, "tem")),
    )

    captures = captured(tmp_path)
    assert sorted(captures) == [
        "https://tem.fi/-/haku-1",
        "https://tem.fi/-/haku-2",
        "https://tem.fi/-/haku-3",
        "https://tem.fi/-/haku-4",
        "https://tem.fi/documents/1/ilmoitus.pdf?t=1",
        "https://tem.fi/sv/-/ansokan-1",
        "https://valtioneuvosto.fi/-/1410877/haku-2?redirect=%2F",
    ]
    assert captures["https://tem.fi/-/haku-2"].status == 404  # the ministry has not got it, the joint site has
    assert captures["https://tem.fi/sv/-/ansokan-1"].body == release(5).encode()
    assert captures["https://tem.fi/documents/1/ilmoitus.pdf?t=1"].media_type == "application/pdf"
    assert counted(report) == {"requests": len(obedient_site.asked), "new": 5, "attachments": 1}
    assert report.counts["tem", "sv"][Outcome.NEW] == 1
    assert (report.problems, report.interrupted) == ([], False)
    assert seen == sorted(seen) and seen[-1] == report.total(Outcome.REQUESTS, "tem")
    assert len(obedient_site.asked) == len(set(obedient_site.asked))
    assert not [place for place in obedient_site.asked if "cdn-cgi" in place]
    assert all("Hakuarkisto/" in headers["user-agent"] for headers in obedient_site.headers)
    check(tmp_path)


@pytest.mark.usefixtures("quick")
def test_second_crawl_asks_only_for_what_changed(obedient_site: Site, tmp_path: Path, check: Check) -> None:
    numbers = range(1, 5)
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet", *(link(f"/-/haku-{number}") for number in numbers))
    for number in numbers:
        obedient_site.put(f"tem.fi/-/haku-{number}", Answer(release(number), headers={"ETag": f'"{number}"'}))
    obedient_site.put("tem.fi/-/haku-3", release(3))
    assert counted(crawl(tmp_path, ["tem"], at=obedient_site.address))["new"] == 4
    size = sum(path.stat().st_size for path in tmp_path.glob("*.gz"))

    again = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert counted(again) == {"requests": 7, "unchanged": 4}
    grown = sum(path.stat().st_size for path in tmp_path.glob("*.gz")) - size
    assert grown < 6_000  # the listings, robots.txt and haku-3 as revisits, without their payloads

    obedient_site.put("tem.fi/-/haku-1", Answer(release(99), headers={"ETag": '"x"'}))
    obedient_site.put("tem.fi/-/haku-2", Answer("<html><body>Sivua ei ole", 410))
    last = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert counted(last) == {"requests": 7, "changed": 1, "gone": 1, "unchanged": 2}
    assert captured(tmp_path)["https://tem.fi/-/haku-1"].body == release(99).encode()
    assert captured(tmp_path)["https://tem.fi/-/haku-2"].status == 410
    assert last.problems == []
    check(tmp_path)


@pytest.mark.usefixtures("quick")
def test_links_to_documents_that_are_gone_are_no_fault(obedient_site: Site, tmp_path: Path) -> None:
    document = "</head><body><main><p>Julkaistu 5.5.2019 9.00</p><a href='/documents/1/vanha.pdf'>Ilmoitus</a>"
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet", link("/-/haku-1", "5.5.2019"))
    obedient_site.put("tem.fi/-/haku-1", release(1, document))
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert (report.problems, report.total(Outcome.FAILED), report.total(Outcome.ATTACHMENTS)) == ([], 0, 0)
    assert [str(note) for note in report.notes] == [
        "https://tem.fi/documents/1/vanha.pdf: the site answered with status 404"
    ]
    again = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert obedient_site.asked.count("tem.fi/documents/1/vanha.pdf") == 1 and again.notes == again.problems == []


@pytest.mark.usefixtures("quick")
def test_documents_that_are_never_fetched_are_told_of_and_no_fault(obedient_site: Site, tmp_path: Path) -> None:
    links = "".join(f"<a href='/{path}.pdf'>Ohje</a>" for path in ("kielletty/ohje", "documents/1/suuri"))
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet", link("/-/haku-1"))
    obedient_site.put("tem.fi/-/haku-1", release(1, f"</head><body><main>{links}"))
    obedient_site.put("tem.fi/documents/1/suuri.pdf", Answer(b"x", headers={"Content-Length": str(1 << 30)}))
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert (report.problems, report.total(Outcome.FAILED), report.total(Outcome.ATTACHMENTS)) == ([], 0, 0)
    assert sorted(map(str, report.notes)) == [
        "https://tem.fi/documents/1/suuri.pdf: larger than what is stored; not fetched",
        "https://tem.fi/kielletty/ohje.pdf: not fetched (Forbidden by robots.txt)",
    ]


@pytest.mark.usefixtures("quick")
def test_version_that_never_was_there_is_a_missing_translation(obedient_site: Site, tmp_path: Path) -> None:
    alternate = '<link rel="alternate" hreflang="sv-SE" href="/sv/-/{}">'
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet", *(link(f"/-/haku-{number}") for number in (1, 2, 3)))
    for number, name in enumerate(("poissa", "etusivulle", "oli"), 1):
        obedient_site.put(f"tem.fi/-/haku-{number}", release(number, alternate.format(name)))
    obedient_site.put("tem.fi/sv/-/etusivulle", Answer(status=302, headers={"Location": "/sv/"}))
    obedient_site.put("tem.fi/sv/-/oli", release(4))
    first = counted(crawl(tmp_path, ["tem"], at=obedient_site.address))
    assert (first["new"], first["untranslated"], "gone" in first) == (4, 2, False)
    obedient_site.put("tem.fi/sv/-/oli", Answer("<html><body>Sidan finns inte", 404))
    second = counted(crawl(tmp_path, ["tem"], at=obedient_site.address))
    assert (second["unchanged"], second["untranslated"], second["gone"]) == (3, 2, 1)


@pytest.mark.usefixtures("quick")
def test_whatever_a_site_does_the_rest_is_collected(obedient_site: Site, tmp_path: Path) -> None:
    check_page = "<html><head><title>Just a moment...</title></head><body>Checking your browser, please wait"
    missing = "/sv/?p_p_id=fi_yja_language_version_tool&_fi_yja_language_version_tool_missingLanguageVersion=1"
    answers = {
        "haku-1": Answer(release(1)),
        "estetty": Answer(check_page),
        "kielto": Answer(check_page, 403),
        "tyhja": Answer("<html><body></body></html>"),
        "ei-kaannosta": Answer(status=302, headers={"Location": missing}),
        "etusivulle": Answer(status=302, headers={"Location": "/"}),
        "muualle": Answer(status=301, headers={"Location": "https://example.org/-/x"}),
        "piiloon": Answer(status=302, headers={"Location": "/cdn-cgi/challenge"}),
        "kehassa": Answer(status=302, headers={"Location": "/-/kehassa"}),
        "poistettu": Answer("<html><body>Sivua ei ole", 404),
        "rikki": Answer("<html><body>Virhe", 500),
        "pakattu": Answer(gzip.compress(release(3).encode())[:60], headers={"Content-Encoding": "gzip"}),
        "pommi": Answer(gzip.compress(bytes(30 << 20)), headers={"Content-Encoding": "gzip"}),
        "suuri": Answer(b"x", headers={"Content-Length": str(1 << 30)}),
        "siirretty": Answer(status=301, headers={"Location": "/-/uusi-paikka"}),
        "uusi-paikka": Answer(release(7)),
    }
    for name, answer in answers.items():
        obedient_site.put(f"tem.fi/-/{name}", answer)
    obedient_site.put("tem.fi/-/hetken-rikki", Answer("<html><body>Virhe", 503), Answer(release(2)))
    names = [*(name for name in answers if name != "uusi-paikka"), "hetken-rikki"]
    obedient_site.listing(
        "tem.fi/ajankohtaista/tiedotteet", *(link(f"/-/{name}") for name in names), link("/kielletty/-/x")
    )

    report = crawl(tmp_path, ["tem"], at=obedient_site.address)

    good = {name for name, capture in captured(tmp_path).items() if capture.status == 200}
    assert good == {f"https://tem.fi/-/{name}" for name in ("haku-1", "hetken-rikki", "uusi-paikka")}
    counts = counted(report)
    assert (counts["new"], counts["untranslated"], counts["gone"]) == (3, 1, 2)
    said = {re.sub(r"^https://tem\.fi(?:/-)?/", "", str(problem)) for problem in report.problems}
    assert counts["failed"] == len(report.problems) == len(said) == 11
    expected = (
        "estetty: the site shows a check for robots",
        "kielto: the site shows a check for robots",
        "tyhja: the page is empty",
        "muualle: leads to https://example.org/-/x",
        "piiloon: leads to https://tem.fi/cdn-cgi/challenge",
        "kehassa: the site redirects in a circle",
        "rikki: the site answered with status 500",
        "pakattu: the answer cannot be unpacked",
        "pommi: the answer cannot be unpacked",
        "suuri: larger than what is stored",
        "kielletty/-/x: not fetched (Forbidden by robots.txt",
    )
    assert [text for text in expected if not any(line.startswith(text) for line in said)] == []
    assert not [place for place in obedient_site.asked if "cdn-cgi" in place or "example.org" in place]


@pytest.mark.usefixtures("quick")
def test_since_until_and_limit(obedient_site: Site, tmp_path: Path) -> None:
    year = f"?p_p_id={PORTLET}&_{PORTLET}_paramYear="
    days = {"uusi": "2.5.2024", "sopiva": "1.3.2024", "vanha": "1.2.2024", "paivaton": ""}
    obedient_site.listing(
        "tem.fi/ajankohtaista/tiedotteet",
        *(link(f"/-/{name}", day) for name, day in days.items()),
        *(link(f"{year}{number}") for number in (2025, 2024, 2023)),
    )
    for name in days:
        obedient_site.put(f"tem.fi/-/{name}", release(len(name)))
    crawl(tmp_path / "a", ["tem"], at=obedient_site.address, since=date(2024, 3, 1), until=date(2024, 4, 30))
    assert sorted(captured(tmp_path / "a")) == ["https://tem.fi/-/paivaton", "https://tem.fi/-/sopiva"]
    assert [place for place in obedient_site.asked if "paramYear" in place] == [
        f"tem.fi/ajankohtaista/tiedotteet{year}2024"
    ]
    report = crawl(tmp_path / "b", ["tem"], at=obedient_site.address, limit=2)
    assert report.total(Outcome.NEW) == len(captured(tmp_path / "b")) == 2


@pytest.mark.usefixtures("quick")
def test_site_that_lists_nothing_has_changed(obedient_site: Site, tmp_path: Path) -> None:
    obedient_site.listing("tem.fi/ajankohtaista/tiedotteet")
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert [str(problem) for problem in report.problems] == [
        "tem: its listing pages name no releases; has the site changed?"
    ]


@pytest.mark.usefixtures("quick")
def test_endless_calendar_comes_to_an_end(obedient_site: Site, tmp_path: Path) -> None:
    year = f"?p_p_id={PORTLET}&_{PORTLET}_paramYear="
    obedient_site.put("tem.fi/-/haku", release(1))
    for number in range(1900, 2300):
        neighbours = (
            link(f"{year}{number - 1}"),
            link(f"{year}{number + 1}"),
            link(f"{year}{number}&_x_paramPage=9999"),
        )
        obedient_site.listing(f"tem.fi/ajankohtaista/tiedotteet{year}{number}", link("/-/haku"), *neighbours)
    obedient_site.pages["tem.fi/ajankohtaista/tiedotteet"] = obedient_site.pages[
        f"tem.fi/ajankohtaista/tiedotteet{year}2020"
    ]
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert report.total(Outcome.NEW) == 1 and len(obedient_site.asked) < 60


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param({}, "contact address", id="no contact"),
        pytest.param({"contact": " "}, "contact address", id="blank contact"),
        pytest.param({"contact": "me"}, "contact address", id="contact that reaches nobody"),
        pytest.param({"contact": "x@example.org", "delay": 0.5}, "at least 1 s", id="too fast"),
        pytest.param({"at": "http://192.0.2.1:80"}, "must be on this machine", id="stand-in elsewhere"),
        pytest.param(
            {"at": "http://127.0.0.1:1", "sources": ["olematon"]}, "olematon: cannot be crawled", id="unknown"
        ),
    ],
)
def test_crawl_that_may_not_begin(tmp_path: Path, arguments: dict[str, object], said: str) -> None:
    with pytest.raises(Problem, match=said):
        crawl(tmp_path, **{"sources": ["tem"], **arguments})  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_archive_in_use_is_left_alone(obedient_site: Site, tmp_path: Path) -> None:
    with WarcStore(tmp_path), pytest.raises(Problem, match="another program is writing"):
        crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert obedient_site.asked == []


def test_site_that_does_not_answer(tmp_path: Path) -> None:
    report = crawl(tmp_path, ["tem"], at="http://127.0.0.1:1")
    assert report.total(Outcome.SKIPPED) >= 2
    (problem,) = report.problems
    assert str(problem).startswith("tem.fi: its robots.txt cannot be had (")


def test_plain_scrapy(obedient_site: Site, tmp_path: Path) -> None:
    many(obedient_site, 3)
    settings = {
        "STAND_IN": obedient_site.address,
        "WARC_FOLDER": tmp_path / "warc",
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": 0,
    }
    options = [text for name, value in settings.items() for text in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "tem", "-a", "since=2024-01-01", *options]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "'haku/tem/fi/new': 3" in done.stderr
    assert len(captured(tmp_path / "warc")) == 3


def test_sample_site(tmp_path: Path, check: Check) -> None:
    sources = ["valtioneuvosto", "tem", "okm", "stm", "ym", "mmm", "oikeusministerio"]
    with SampleSite() as sample:
        report = crawl(tmp_path, sources, at=sample.address)
        again = crawl(tmp_path, sources, at=sample.address)
    assert (report.problems, again.problems) == ([], [])
    assert report.total(Outcome.NEW) >= 24 and report.total(Outcome.ATTACHMENTS) >= 1
    assert report.total(Outcome.UNTRANSLATED) >= 1 and report.total(Outcome.FAILED) == 0
    assert all(report.total(Outcome.NEW, source) for source in sources)
    assert again.total(Outcome.NEW) == again.total(Outcome.CHANGED) == 0
    assert again.total(Outcome.UNCHANGED) == report.total(Outcome.NEW)
    check(tmp_path)


def test_rehearsal_uses_no_proxy(obedient_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is meant for this machine stays on it, whatever proxy the environment names."""
    many(obedient_site, 2)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{closed.getsockname()[1]}")
        assert crawl(tmp_path, ["tem"], at=obedient_site.address).total(Outcome.NEW) == 2

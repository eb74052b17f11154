"""Crawls of a site in trouble, over HTTP: what is asked of it, what is reported, and that the rest is collected."""

from __future__ import annotations

import gzip
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from socketserver import StreamRequestHandler
from threading import Thread

import pytest

from crawler.loopback import LOOPBACK, QuietTCPServer
from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.warc import read_captures
from parsers.problems import Problem

pytestmark = pytest.mark.usefixtures("quick_crawls")

TEXT = "<p>Ministeriö on avannut haettavaksi avustuksen, johon on varattu miljoona euroa.</p>" * 5
PAGE = f"<html><body><main><h1>Haku</h1>{TEXT}</main></body></html>".encode()
LISTING, LISTING_SV = "/ajankohtaista/tiedotteet", "/sv/pressmeddelanden"
# What a place answers to its n-th request: raw bytes, sent as they are.
Answers = Callable[[int], bytes]


def answer(body: bytes = PAGE, status: int = 200, *headers: str, length: int | None = None) -> bytes:
    """An HTTP answer in bytes; the connection is closed after it."""
    lines = ["Content-Type: text/html;charset=UTF-8", f"Content-Length: {len(body) if length is None else length}"]
    head = "\r\n".join([f"HTTP/1.1 {status} X", *lines, *headers, "Connection: close", "", ""])
    return head.encode() + body


@dataclass
class Site:
    """A site that answers as it is told. `asked` is when each place was asked for, in order."""

    address: str
    places: dict[str, Answers] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)

    def put(self, place: str, *answers: bytes) -> None:
        self.places[place] = lambda times: answers[min(times, len(answers)) - 1]

    def listing(self, host: str, *paths: str) -> None:
        links = "".join(f"<div><a href='{path}'>Tiedote</a></div>" for path in paths)
        self.put(host + LISTING, answer(f"<html><body>Tiedotteet ja uutiset {links}</body></html>".encode()))
        self.put(host + LISTING_SV, answer(b"<html><body>Inga pressmeddelanden just nu</body></html>"))

    def answered(self, place: str) -> bytes:
        self.asked.append((time.monotonic(), place))
        times = Counter(asked for _, asked in self.asked)[place]
        if place in self.places:
            return self.places[place](times)
        return answer(b"<html><body>Sivua ei ole, valitettavasti.</body></html>", 404)

    def times(self, place: str) -> int:
        return Counter(asked for _, asked in self.asked)[place]


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline().decode().split(" ")
            headers = dict(iter(lambda: self.rfile.readline().decode().strip().lower().partition(": ")[::2], ("", "")))
            self.wfile.write(found.answered(headers["host"] + line[1]))

    server = QuietTCPServer((LOOPBACK, 0), Handler)
    found = Site(f"http://127.0.0.1:{server.server_address[1]}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def fail(problem: Problem) -> None:
    raise problem


def captured(folder: Path) -> set[str]:
    reader = read_captures(folder, on_problem=fail)
    return {capture.url for capture, _ in reader if capture.status == 200}


def said(report: CrawlReport) -> list[str]:
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_txt_that_cannot_be_had_forbids_everything(site: Site, tmp_path: Path, status: int) -> None:
    site.put("tem.fi/robots.txt", answer(b"", status))
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert said(report) == [
        f"tem.fi: its robots.txt cannot be had (status {status}), so nothing is asked of it in this run"
    ]
    assert {place for _, place in site.asked} == {"tem.fi/robots.txt"}
    assert report.total(Outcome.SKIPPED) >= 2 and report.total(Outcome.FAILED) == 0


def test_robots_txt_that_is_not_there_allows_everything(site: Site, tmp_path: Path) -> None:
    site.put("tem.fi/robots.txt", answer(b"", 403))
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer())
    assert crawl(tmp_path, ["tem"], at=site.address).total(Outcome.NEW) == 1


def test_robots_txt_that_begins_with_a_byte_order_mark_is_obeyed(site: Site, tmp_path: Path) -> None:
    site.put("tem.fi/robots.txt", answer(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /-/salattu\r\n"))
    site.listing("tem.fi", "/-/salattu", "/-/haku")
    site.put("tem.fi/-/salattu", answer())
    site.put("tem.fi/-/haku", answer())
    assert crawl(tmp_path, ["tem"], at=site.address).total(Outcome.NEW) == 1
    assert (site.times("tem.fi/-/salattu"), site.times("tem.fi/-/haku")) == (0, 1)


def test_pace_that_robots_txt_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.put("tem.fi/robots.txt", answer(b"User-agent: *\nCrawl-delay: 0.3\n"))
    site.listing("tem.fi", *(f"/-/haku-{number}" for number in range(3)))
    for number in range(3):
        site.put(f"tem.fi/-/haku-{number}", answer())
    assert crawl(tmp_path, ["tem"], at=site.address).total(Outcome.NEW) == 3
    moments = [moment for moment, place in site.asked if place != "tem.fi/robots.txt"]
    # One answer may be late on a busy machine, and the next one less so: all of them together are not.
    assert len(moments) > 3 and (moments[-1] - moments[0]) / (len(moments) - 1) > 0.28


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(lambda: "1", id="seconds"),
        pytest.param(lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True), id="date"),
    ],
)
def test_retry_after_is_kept(site: Site, tmp_path: Path, stated: Callable[[], str]) -> None:
    site.listing("tem.fi", "/-/haku-1", "/-/haku-2")
    site.places["tem.fi/-/haku-1"] = lambda times: (
        answer(b"", 429, f"Retry-After: {stated()}") if times == 1 else answer()
    )
    site.put("tem.fi/-/haku-2", answer())
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    assert said(report) == [] and report.total(Outcome.NEW) == 2
    moments = [moment for moment, _ in site.asked]
    assert max(after - before for before, after in pairwise(moments)) > 0.8


def test_retry_after_that_no_calendar_has_is_passed_over(site: Site, tmp_path: Path) -> None:
    site.listing("tem.fi", "/-/haku")
    beyond = "Retry-After: Sun, 01 Nov 99999999999999999999 12:00:00 GMT"
    site.put("tem.fi/-/haku", answer(b"", 503, beyond), answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert said(report) == [] and report.total(Outcome.NEW) == 1
    assert site.times("tem.fi/-/haku") == 2


def test_retry_after_beyond_reason_ends_the_run_for_its_host(site: Site, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(50)]
    site.listing("tem.fi", *paths)
    site.listing("okm.fi", "/-/haku")
    site.put("okm.fi/-/haku", answer())
    for path in paths:
        site.put(f"tem.fi{path}", answer(b"", 503, "Retry-After: 86400"))
    started = time.monotonic()
    report = crawl(tmp_path, ["tem", "okm"], at=site.address)
    assert time.monotonic() - started < 20
    assert said(report) == ["tem.fi: asks to be left alone for 86400 s; it is left alone for the rest of this run"]
    assert report.total(Outcome.SKIPPED, "tem") >= 50 and captured(tmp_path) == {"https://okm.fi/-/haku"}
    assert sum(site.times(f"tem.fi{path}") for path in paths) <= 8


def test_host_that_goes_on_failing_is_told_of_in_one_line(site: Site, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(200)]
    site.listing("tem.fi", *paths)
    site.listing("okm.fi", *paths[:20])
    for path in paths:
        site.put(f"tem.fi{path}", answer(b"", 500))
        site.put(f"okm.fi{path}", answer())
    settings = {"HOST_FAILURES_MAX": 4, "RETRY_TIMES": 50}
    report = crawl(tmp_path, ["tem", "okm"], at=site.address, settings=settings)
    assert said(report) == ["tem.fi: failed 4 times in a row (status 500); it is left alone for the rest of this run"]
    assert report.total(Outcome.NEW, "okm") == 20
    assert report.total(Outcome.SKIPPED, "tem") >= 200 and report.total(Outcome.REQUESTS, "tem") < 60


def test_burst_of_errors_costs_nothing_but_time(site: Site, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(12)]
    site.listing("tem.fi", *paths)
    for path in paths:
        site.put(f"tem.fi{path}", answer(b"", 500), answer(b"", 502), answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert said(report) == [] and report.total(Outcome.NEW) == 12


CHECK = b"<html><head><title>Just a moment...</title></head><body>Checking your browser, please wait</body></html>"


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        pytest.param(answer(CHECK), "a check for robots", id="check"),
        pytest.param(answer(CHECK, 403, "cf-mitigated: challenge"), "a check for robots", id="check with its status"),
        pytest.param(answer(b"<html><body>Forbidden</body></html>", 403), "status 403", id="forbidden"),
        pytest.param(answer(b"<html><body>Unauthorized</body></html>", 401), "status 401", id="unauthorized"),
    ],
)
def test_host_that_does_not_want_us_is_left_alone(site: Site, tmp_path: Path, refusal: bytes, reason: str) -> None:
    paths = [f"/-/haku-{number}" for number in range(60)]
    site.listing("tem.fi", *paths)
    for path in paths:
        site.put(f"tem.fi{path}", refusal)
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"HOST_FAILURES_MAX": 3})
    closing = [line for line in said(report) if f"in a row ({reason})" in line]
    assert len(closing) == 1 and report.total(Outcome.SKIPPED) > 20 and captured(tmp_path) == set()


def test_one_closed_page_among_open_ones_is_only_told_of(site: Site, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(30)]
    site.listing("tem.fi", *paths)
    for number, path in enumerate(paths):
        site.put(f"tem.fi{path}", answer() if number % 2 else answer(b"<html><body>Forbidden</body></html>", 403))
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"HOST_FAILURES_MAX": 3, "CONCURRENT_REQUESTS": 1})
    assert (report.total(Outcome.NEW), report.total(Outcome.FAILED), report.total(Outcome.SKIPPED)) == (15, 15, 0)


@pytest.mark.parametrize("status", [202, 204, 206])
def test_answer_that_is_not_the_whole_page_is_a_failure(site: Site, tmp_path: Path, status: int) -> None:
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
def test_discovery_that_fails_is_told_of(site: Site, tmp_path: Path, place: str, refusal: bytes, told: bool) -> None:
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
def test_release_that_leads_to_no_page_of_its_own_is_gone(site: Site, tmp_path: Path, target: str) -> None:
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
def test_form_to_log_in_is_no_release_and_no_word_of_one(site: Site, tmp_path: Path, target: str) -> None:
    site.listing("tem.fi", "/-/haku", "/-/toinen")
    site.put("tem.fi/-/haku", answer(), answer(b"", 302, f"Location: {target}"), answer())
    for path in ("/-/toinen", "/c/portal/login", "/kirjaudu"):
        site.put(f"tem.fi{path}", answer())
    first, second, third = (crawl(tmp_path, ["tem"], at=site.address) for _ in range(3))
    assert (first.total(Outcome.NEW), second.total(Outcome.FAILED), second.total(Outcome.GONE)) == (2, 1, 0)
    assert said(second) == ["https://tem.fi/-/haku: the site asks for a log-in instead of showing the page"]
    assert third.total(Outcome.UNCHANGED) == 2 and said(third) == []
    assert not [url for url in captured(tmp_path) if "log" in url or "kirjaudu" in url]


def test_page_of_another_kind_to_which_a_release_leads_is_no_release(site: Site, tmp_path: Path) -> None:
    site.put("stea.fi/", answer(b"<html><body><h1>Avustuskeskus</h1><a href='/-/haku'>Avustushaku</a></body></html>"))
    site.put("stea.fi/-/haku", answer(b"", 302, "Location: /palaute"))
    site.put("stea.fi/palaute", answer())
    report = crawl(tmp_path, ["stea"], at=site.address)
    assert "https://stea.fi/palaute" not in captured(tmp_path)
    told = "https://stea.fi/-/haku: leads to https://stea.fi/palaute, which is no release; not followed"
    assert told in said(report)


def test_version_that_is_withdrawn_is_gone_once(site: Site, tmp_path: Path) -> None:
    alternate = b"<head><link rel='alternate' hreflang='sv-SE' href='/sv/-/ansokan'></head><body>"
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer(PAGE.replace(b"<body>", alternate)))
    missing = answer(b"", 302, "Location: /sv/?_x_missingLanguageVersion=1")
    site.put("tem.fi/sv/-/ansokan", answer(), missing, missing)
    first, second, third = (crawl(tmp_path, ["tem"], at=site.address) for _ in range(3))
    assert (first.total(Outcome.NEW, "tem"), second.total(Outcome.GONE)) == (2, 1)
    assert third.total(Outcome.GONE) == 0 and said(second) == said(third) == []


def test_release_that_has_moved_to_another_site_of_the_catalogue_is_followed(site: Site, tmp_path: Path) -> None:
    site.listing("tem.fi", "/-/haku", "/-/muualla")
    site.put("tem.fi/-/haku", answer(b"", 301, "Location: https://kotoutuminen.fi/haku"))
    site.put("tem.fi/-/muualla", answer(b"", 301, "Location: https://example.org/haku"))
    site.put("kotoutuminen.fi/haku", answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert "https://kotoutuminen.fi/haku" in captured(tmp_path) and report.total(Outcome.NEW) == 1
    assert len(said(report)) == 1 and "outside the catalogue's hosts" in said(report)[0]


def test_paused_host_keeps_no_other_waiting(site: Site, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(60)]
    for host in ("tem.fi", "okm.fi"):
        site.listing(host, *paths)
        for path in paths:
            site.put(host + path, answer())
    site.put("tem.fi/-/haku-59", answer(b"", 429, "Retry-After: 6"), answer())
    site.put("tem.fi/-/haku-0", answer(b"", 429, "Retry-After: 6"), answer())
    settings = {"CONCURRENT_REQUESTS": 4, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    report = crawl(tmp_path, ["tem", "okm"], at=site.address, settings=settings)
    assert said(report) == [] and report.total(Outcome.NEW) == 120
    first_pause = next(moment for moment, place in site.asked if place in ("tem.fi/-/haku-59", "tem.fi/-/haku-0"))
    in_between = [place for moment, place in site.asked if first_pause + 0.5 < moment < first_pause + 5]
    assert all(place.startswith("okm.fi") for place in in_between)


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
    site: Site, tmp_path: Path, first: bytes, reason: str
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
def test_page_is_stored_as_readers_see_it(site: Site, tmp_path: Path, encoding: str, body: bytes) -> None:
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer(body, 200, f"Content-Encoding: {encoding}"))
    assert said(crawl(tmp_path, ["tem"], at=site.address)) == []
    captures = {capture.url: capture for capture, _ in read_captures(tmp_path, on_problem=fail)}
    assert captures["https://tem.fi/-/haku"].body == PAGE


def test_site_that_trickles_is_given_up(site: Site, tmp_path: Path) -> None:
    def trickle(times: int) -> bytes:
        time.sleep(30)
        return answer()

    site.listing("tem.fi", "/-/hidas", "/-/ehja")
    site.places["tem.fi/-/hidas"] = trickle
    site.put("tem.fi/-/ehja", answer())
    settings = {"DOWNLOAD_TIMEOUT": 1, "RETRY_TIMES": 1}
    report = crawl(tmp_path, ["tem"], at=site.address, settings=settings)
    assert captured(tmp_path) == {"https://tem.fi/-/ehja"}
    (line,) = said(report)
    assert line.startswith("https://tem.fi/-/hidas: no usable answer (") and "took longer than 1" in line


def test_nothing_listens(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    report = crawl(tmp_path, ["tem"], at=f"http://127.0.0.1:{port}")
    (line,) = said(report)
    assert line.startswith("tem.fi: its robots.txt cannot be had (")

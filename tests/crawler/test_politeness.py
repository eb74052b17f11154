"""Crawls of a site in trouble, over HTTP: what is asked of it, what is reported, and that the rest is collected."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from tests.crawler.rawsite import RawSite, answer, captured, said

pytestmark = pytest.mark.usefixtures("quick_crawls")


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_txt_that_cannot_be_had_forbids_everything(site: RawSite, tmp_path: Path, status: int) -> None:
    site.put("tem.fi/robots.txt", answer(b"", status))
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert said(report) == [
        f"tem.fi: its robots.txt cannot be had (status {status}), so nothing is asked of it in this run"
    ]
    assert {place for _, place in site.asked} == {"tem.fi/robots.txt"}
    assert report.total(Outcome.SKIPPED) >= 2 and report.total(Outcome.FAILED) == 0


def test_robots_txt_that_is_not_there_allows_everything(site: RawSite, tmp_path: Path) -> None:
    site.put("tem.fi/robots.txt", answer(b"", 403))
    site.listing("tem.fi", "/-/haku")
    site.put("tem.fi/-/haku", answer())
    assert crawl(tmp_path, ["tem"], at=site.address).total(Outcome.NEW) == 1


def test_robots_txt_that_begins_with_a_byte_order_mark_is_obeyed(site: RawSite, tmp_path: Path) -> None:
    site.put("tem.fi/robots.txt", answer(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /-/salattu\r\n"))
    site.listing("tem.fi", "/-/salattu", "/-/haku")
    site.put("tem.fi/-/salattu", answer())
    site.put("tem.fi/-/haku", answer())
    assert crawl(tmp_path, ["tem"], at=site.address).total(Outcome.NEW) == 1
    assert (site.times("tem.fi/-/salattu"), site.times("tem.fi/-/haku")) == (0, 1)


def test_pace_that_robots_txt_asks_for_is_kept(site: RawSite, tmp_path: Path) -> None:
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
def test_retry_after_is_kept(site: RawSite, tmp_path: Path, stated: Callable[[], str]) -> None:
    site.listing("tem.fi", "/-/haku-1", "/-/haku-2")
    site.places["tem.fi/-/haku-1"] = lambda times: (
        answer(b"", 429, f"Retry-After: {stated()}") if times == 1 else answer()
    )
    site.put("tem.fi/-/haku-2", answer())
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    assert said(report) == [] and report.total(Outcome.NEW) == 2
    moments = [moment for moment, _ in site.asked]
    assert max(after - before for before, after in pairwise(moments)) > 0.8


def test_retry_after_that_no_calendar_has_is_passed_over(site: RawSite, tmp_path: Path) -> None:
    site.listing("tem.fi", "/-/haku")
    beyond = "Retry-After: Sun, 01 Nov 99999999999999999999 12:00:00 GMT"
    site.put("tem.fi/-/haku", answer(b"", 503, beyond), answer())
    report = crawl(tmp_path, ["tem"], at=site.address)
    assert said(report) == [] and report.total(Outcome.NEW) == 1
    assert site.times("tem.fi/-/haku") == 2


def test_retry_after_beyond_reason_ends_the_run_for_its_host(site: RawSite, tmp_path: Path) -> None:
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


def test_host_that_goes_on_failing_is_told_of_in_one_line(site: RawSite, tmp_path: Path) -> None:
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


def test_burst_of_errors_costs_nothing_but_time(site: RawSite, tmp_path: Path) -> None:
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
def test_host_that_does_not_want_us_is_left_alone(site: RawSite, tmp_path: Path, refusal: bytes, reason: str) -> None:
    paths = [f"/-/haku-{number}" for number in range(60)]
    site.listing("tem.fi", *paths)
    for path in paths:
        site.put(f"tem.fi{path}", refusal)
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"HOST_FAILURES_MAX": 3})
    closing = [line for line in said(report) if f"in a row ({reason})" in line]
    assert len(closing) == 1 and report.total(Outcome.SKIPPED) > 20 and captured(tmp_path) == set()


def test_one_closed_page_among_open_ones_is_only_told_of(site: RawSite, tmp_path: Path) -> None:
    paths = [f"/-/haku-{number}" for number in range(30)]
    site.listing("tem.fi", *paths)
    for number, path in enumerate(paths):
        site.put(f"tem.fi{path}", answer() if number % 2 else answer(b"<html><body>Forbidden</body></html>", 403))
    report = crawl(tmp_path, ["tem"], at=site.address, settings={"HOST_FAILURES_MAX": 3, "CONCURRENT_REQUESTS": 1})
    assert (report.total(Outcome.NEW), report.total(Outcome.FAILED), report.total(Outcome.SKIPPED)) == (15, 15, 0)


def test_paused_host_keeps_no_other_waiting(site: RawSite, tmp_path: Path) -> None:
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


def test_site_that_trickles_is_given_up(site: RawSite, tmp_path: Path) -> None:
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

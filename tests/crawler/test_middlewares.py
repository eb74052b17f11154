"""The fence, the pace and the patience of a crawl."""

from __future__ import annotations

import pytest
from scrapy import Request

from crawler.errors import OutsideError
from crawler.middlewares.hosts import HostGuard
from crawler.middlewares.pacing import Pace
from crawler.middlewares.retries import PatientRetry
from crawler.standin import checked_address
from parsers.problems import Problem

GUARD = HostGuard(frozenset({"tem.fi"}))


@pytest.mark.parametrize("url", ["https://tem.fi/-/x", "http://www.tem.fi/", "https://TEM.fi/robots.txt"])
def test_catalogue_is_open(url: str) -> None:
    GUARD.process_request(Request(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/-/x",
        "https://tem.fi.example.org/",
        "https://paha.tem.fi/",
        "https://tem.fi@example.org/",
        "https://tem.fi/cdn-cgi/l/email-protection",
        "ftp://tem.fi/x",
        "file:///etc/passwd",
        "data:text/html,x",
    ],
)
def test_all_else_is_closed(url: str) -> None:
    with pytest.raises(OutsideError):
        GUARD.process_request(Request(url))


def test_crawls_share_the_pace_of_a_host() -> None:
    one, other = Pace(2.0), Pace(2.0)
    assert one.reserve("pace.example", 100.0) == 0.0
    assert other.reserve("pace.example", 100.5) == 1.5
    assert one.reserve("pace.example", 101.0) == 3.0
    assert one.reserve("other.example", 101.0) == 0.0
    assert other.reserve("pace.example", 500.0) == 0.0


@pytest.mark.parametrize(
    ("repetition", "asked", "pause"),
    [(1, 0, 2), (2, 0, 4), (3, 0, 8), (9, 0, 60), (1, 30, 30), (3, 1, 8), (1, 9999, 60)],
)
def test_each_repetition_waits_longer(repetition: int, asked: float, pause: float) -> None:
    retry = PatientRetry.__new__(PatientRetry)
    retry._first_pause, retry._longest_pause = 2.0, 60.0
    assert retry.pause(Request("https://tem.fi/", meta={"retry_times": repetition}), asked) == pause


@pytest.mark.parametrize("address", ["http://127.0.0.1:8123", "http://localhost:1/", "http://[::1]:80"])
def test_stand_in_on_this_machine(address: str) -> None:
    assert checked_address(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address", ["https://tem.fi", "http://127.0.0.1.example.org", "127.0.0.1:80", "http://10.0.0.1", "x"]
)
def test_stand_in_anywhere_else_is_refused(address: str) -> None:
    with pytest.raises(Problem, match="must be on this machine"):
        checked_address(address)

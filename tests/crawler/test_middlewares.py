"""The fence around a crawl, what is recorded, and what is answered from the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from warcio.archiveiterator import ArchiveIterator

from crawler.errors import OutsideError
from crawler.middlewares.conditional import Conditional
from crawler.middlewares.hosts import HostGuard
from crawler.middlewares.recording import Recorder
from crawler.permits import checked_address
from crawler.runs import run_of
from crawler.warc import WarcStore
from parsers.problems import Problem

GUARD = HostGuard(frozenset({"tem.fi"}))
PAGE = b"<html><body><h1>Haku</h1><p>Avustusta voi hakea.</p></body></html>"


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
        "https://tem.fi/%63dn-cgi/l/email-protection",
        "https://tem.fi/CDN-CGI/challenge",
        "https://tem.fi/cdn-cgi",
        "ftp://tem.fi/x",
        "file:///etc/passwd",
        "data:text/html,x",
    ],
)
def test_all_else_is_closed(url: str) -> None:
    with pytest.raises(OutsideError):
        GUARD.process_request(Request(url))


CHANGES = [
    pytest.param({"body": PAGE.replace(b"Haku", b"Uusi")}, id="another payload"),
    pytest.param({"headers": {"ETag": '"2"'}}, id="another validator"),
    pytest.param({"status": 404}, id="another status"),
]


class Spider:
    name = "tem"

    def __init__(self, store: WarcStore) -> None:
        self.store = store


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Any]:
    with WarcStore(tmp_path) as store:
        signals = SimpleNamespace(connect=lambda *_: None, send_catch_log=lambda *_, **__: None)
        stats = SimpleNamespace(inc_value=lambda *_: None)
        yield SimpleNamespace(spider=Spider(store), signals=signals, stats=stats)


def asked(url: str = "https://tem.fi/-/haku") -> Request:
    return Request(url, meta={"role": "release", "language": "fi"})


def answered(**changes: Any) -> HtmlResponse:
    return HtmlResponse(**({"url": "https://tem.fi/-/haku", "body": PAGE, "headers": {"ETag": '"1"'}} | changes))


def records(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.glob("*.gz")):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file) if record.rec_type in ("response", "revisit")]
    return found


def test_visit_that_finds_nothing_new_leaves_no_record(crawler: Any, tmp_path: Path) -> None:
    for _ in range(3):
        new_run(crawler)
        Recorder.from_crawler(crawler).process_response(asked(), answered())
    assert records(tmp_path) == ["response"]


def test_request_is_recorded_with_the_host_that_was_asked(crawler: Any, tmp_path: Path) -> None:
    url = "https://www.haeavustuksia.fi/fi/haku/va-1"
    Recorder.from_crawler(crawler).process_response(asked(url), answered(url=url))
    (path,) = tmp_path.glob("*.gz")
    with path.open("rb") as file:
        sent = [
            record.http_headers.get_header("Host") for record in ArchiveIterator(file) if record.rec_type == "request"
        ]
    assert sent == ["www.haeavustuksia.fi"]


@pytest.mark.parametrize("changes", CHANGES)
def test_what_differs_is_recorded_by_the_next_run(crawler: Any, tmp_path: Path, changes: dict[str, Any]) -> None:
    Recorder.from_crawler(crawler).process_response(asked(), answered())
    new_run(crawler)
    Recorder.from_crawler(crawler).process_response(asked(), answered(**changes))
    assert records(tmp_path) == ["response", "response" if "body" in changes else "revisit"]


def test_no_payload_is_recorded_twice_in_a_run(crawler: Any, tmp_path: Path) -> None:
    recorder = Recorder.from_crawler(crawler)
    for tag, body in (("1", PAGE), ("2", PAGE), ("3", PAGE + b" "), ("4", PAGE)):
        recorder.process_response(asked(), answered(headers={"ETag": tag}, body=body))
    assert records(tmp_path) == ["response", "response"]


def test_page_that_is_as_it_was_once_more_is_recorded(crawler: Any, tmp_path: Path) -> None:
    for body in (PAGE, PAGE + b" ", PAGE):
        new_run(crawler)
        Recorder.from_crawler(crawler).process_response(asked(), answered(body=body))
    assert records(tmp_path) == ["response", "response", "revisit"]


def test_unchanged_page_is_answered_from_the_archive(crawler: Any) -> None:
    Recorder.from_crawler(crawler).process_response(asked(), answered())
    new_run(crawler)
    conditional, request = Conditional.from_crawler(crawler), asked()
    assert conditional.process_request(request) is None
    assert request.headers["If-None-Match"] == b'"1"'
    response = conditional.process_response(request, HtmlResponse(request.url, status=304))
    assert isinstance(response, HtmlResponse) and "unchanged" in response.flags
    assert (response.status, response.body) == (200, PAGE)
    assert request.meta["outcome"] == "unchanged"


def test_unchanged_page_whose_capture_is_damaged_is_asked_for_whole(crawler: Any, tmp_path: Path) -> None:
    Recorder.from_crawler(crawler).process_response(asked(), answered())
    new_run(crawler)
    conditional, request = Conditional.from_crawler(crawler), asked()
    conditional.process_request(request)
    for path in tmp_path.glob("*.gz"):
        path.write_bytes(bytes(path.stat().st_size))
    again = conditional.process_response(request, HtmlResponse(request.url, status=304))
    assert isinstance(again, Request) and again.dont_filter
    assert conditional.process_request(again) is None and "If-None-Match" not in again.headers


def test_answer_that_nothing_changed_to_no_such_question_is_left_as_it_is(crawler: Any) -> None:
    response = HtmlResponse("https://tem.fi/-/haku", status=304)
    assert Conditional.from_crawler(crawler).process_response(asked(), response) is response


def test_page_that_was_gone_is_asked_for_whole(crawler: Any) -> None:
    Recorder.from_crawler(crawler).process_response(asked(), answered(status=404))
    new_run(crawler)
    request = asked()
    Conditional.from_crawler(crawler).process_request(request)
    assert "If-None-Match" not in request.headers


def test_run_that_was_broken_off_is_not_asked_again(crawler: Any) -> None:
    run_of(crawler)
    Recorder.from_crawler(crawler).process_response(asked(), answered())
    new_run(crawler, is_over=False)
    request = asked()
    response = Conditional.from_crawler(crawler).process_request(request)
    assert isinstance(response, HtmlResponse) and "cached" in response.flags and response.body == PAGE
    Recorder.from_crawler(crawler).process_response(request, response)
    assert request.meta["outcome"] == "new"


def new_run(crawler: Any, *, is_over: bool = True) -> None:
    """Let the next thing that happens belong to a run of its own."""
    if is_over:
        crawler.spider.store.end_run("tem")
    if hasattr(crawler.spider, "run"):
        del crawler.spider.run


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8123", "http://127.0.0.1", "http://localhost:1/", "http://[::1]:80"]
)
def test_stand_in_on_this_machine(address: str) -> None:
    assert checked_address(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        *("https://tem.fi", "http://127.0.0.1.example.org", "127.0.0.1:80", "http://10.0.0.1", "x"),
        *("http://[::1", "http://[x]:80", "http://127.0.0.1:99999", "http://127.0.0.1:abc", "http://127.0.0.1:0"),
    ],
)
def test_stand_in_anywhere_else_is_refused(address: str) -> None:
    with pytest.raises(Problem, match="must be on this machine"):
        checked_address(address)


@pytest.mark.parametrize("more", ["/fi", "/?sivu=1", "?sivu=1", "#alku", "//"])
def test_stand_in_is_a_host_and_a_port_alone(more: str) -> None:
    with pytest.raises(Problem, match="by its host and port alone"):
        checked_address(f"http://127.0.0.1:8123{more}")


def test_stand_in_asks_for_no_password() -> None:
    with pytest.raises(Problem, match="by its host and port alone"):
        checked_address("http://user:password@127.0.0.1:8123")

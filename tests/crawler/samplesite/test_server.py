"""The sample site over a real socket."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from crawler.samplesite import SampleSite, render


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as running:
        yield running


def ask(site: SampleSite, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    answer = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return answer


def test_the_host_header_chooses_the_site(site: SampleSite) -> None:
    assert ask(site, "/", Host="tem.fi")[2] == render("tem.fi", "/").body
    assert ask(site, "/", Host="mmm.fi")[2] == render("mmm.fi", "/").body
    assert ask(site, "/")[2] == render("valtioneuvosto.fi", "/").body


def test_what_was_asked_is_kept(site: SampleSite) -> None:
    ask(site, "/robots.txt", Host="ym.fi")
    ask(site, "/ei-ole?a=1", Host="ym.fi")
    assert site.requests == [("ym.fi", "/robots.txt", 200), ("ym.fi", "/ei-ole?a=1", 404)]


def test_head_gives_the_headers_alone(site: SampleSite) -> None:
    status, headers, body = ask(site, "/robots.txt", "HEAD", Host="ym.fi")
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == str(len(render("ym.fi", "/robots.txt").body))


def test_an_unchanged_page_is_not_sent_again(site: SampleSite) -> None:
    tag = ask(site, "/", Host="okm.fi")[1]["ETag"]
    status, headers, body = ask(site, "/", Host="okm.fi", If_None_Match=tag)
    assert (status, body, headers["ETag"]) == (304, b"", tag)


def test_a_redirect_names_the_real_host(site: SampleSite) -> None:
    status, headers, _ = ask(site, "/", Host="minedu.fi")
    assert (status, headers["Location"]) == (301, "https://okm.fi/")


def test_it_listens_on_loopback_only(site: SampleSite) -> None:
    assert urlsplit(site.address).hostname == "127.0.0.1"


def test_it_answers_many_at_once(site: SampleSite) -> None:
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _: ask(site, "/ajankohtaista/tiedotteet", Host="okm.fi")[0], range(40)))
    assert statuses == [200] * 40
    assert len(site.requests) == 40


def test_after_leaving_it_no_longer_answers() -> None:
    with SampleSite() as site:
        pass
    with pytest.raises(ConnectionError):
        ask(site, "/")


def test_a_port_in_use_is_said_in_one_line(site: SampleSite) -> None:
    command = [sys.executable, "-m", "crawler.samplesite", "--port", str(urlsplit(site.address).port)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith(f"Error: port {urlsplit(site.address).port}: ")
    assert run.stderr.count("\n") == 1

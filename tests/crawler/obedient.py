"""A site on this machine that does what it is told, and what a crawl made of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread

from crawler.loopback import LOOPBACK, QuietServer
from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.warc import read_captures
from parsers.capture import Capture
from parsers.problems import Problem

TEXT = "<p>Ministeriö on avannut haettavaksi avustuksen, johon on varattu miljoona euroa.</p>" * 5


@dataclass
class Answer:
    """What the site says to a request."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """A site on loopback. `pages` maps host and path, such as ``tem.fi/-/x``, to answers, the last of them repeated."""

    address: str
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def put(self, place: str, *answers: Answer | str) -> None:
        self.pages[place] = [Answer(answer) if isinstance(answer, str) else answer for answer in answers]

    def listing(self, place: str, *links: str) -> None:
        self.put(place, "<html><body><main><p>Tiedotteet ja uutiset</p>" + "".join(links) + "</main></body></html>")

    def answer(self, place: str, headers: dict[str, str]) -> Answer:
        self.asked.append(place)
        self.headers.append(headers)
        answers = self.pages.get(place, [Answer("<html><body>Sivua ei löydy, valitettavasti", 404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer.headers.get("ETag") and answer.headers["ETag"] == headers.get("if-none-match"):
            return Answer(status=304, headers=answer.headers)
        return answer


def link(path: str, day: str = "") -> str:
    return f"<div><a href='{path}'>Tiedote</a> <span>{day}</span></div>"


def release(number: int, more: str = "") -> str:
    return f"<html><head>{more}</head><body><main><h1>Haku {number}</h1>{TEXT}</main></body></html>"


@contextmanager
def served_site() -> Iterator[Site]:
    """Give a site that answers on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = found.answer(headers["host"] + self.path, headers)
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            for name, value in {"Content-Type": "text/html;charset=UTF-8", "Content-Length": str(len(body))}.items():
                self.send_header(name, answer.headers.get(name, value))
            for name in answer.headers.keys() - {"Content-Type", "Content-Length"}:
                self.send_header(name, answer.headers[name])
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            return

    server = QuietServer((LOOPBACK, 0), Handler)
    found = Site(f"http://127.0.0.1:{server.server_port}")
    found.put(
        "tem.fi/robots.txt", Answer("User-agent: *\nDisallow: /kielletty", headers={"Content-Type": "text/plain"})
    )
    found.listing("tem.fi/sv/pressmeddelanden")
    Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def many(site: Site, count: int) -> None:
    site.listing("tem.fi/ajankohtaista/tiedotteet", *(link(f"/-/haku-{number}") for number in range(count)))
    for number in range(count):
        site.put(f"tem.fi/-/haku-{number}", release(number))


def captured(folder: Path) -> dict[str, Capture]:
    problems: list[Problem] = []
    captures = {capture.url: capture for capture, _ in read_captures(folder, on_problem=problems.append)}
    assert problems == []
    return captures


def counted(report: CrawlReport) -> dict[str, int]:
    return {outcome.value: count for outcome in Outcome if (count := report.total(outcome))}

"""A site on this machine that answers in bytes of its maker's choosing, and what a crawl made of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler
from threading import Thread

from crawler.loopback import LOOPBACK, QuietTCPServer
from crawler.report import CrawlReport
from crawler.warc import read_captures
from parsers.problems import Problem

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
class RawSite:
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


@contextmanager
def served_raw_site() -> Iterator[RawSite]:
    """Serve such a site while the block runs."""

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline().decode().split(" ")
            headers = dict(iter(lambda: self.rfile.readline().decode().strip().lower().partition(": ")[::2], ("", "")))
            self.wfile.write(found.answered(headers["host"] + line[1]))

    server = QuietTCPServer((LOOPBACK, 0), Handler)
    found = RawSite(f"http://127.0.0.1:{server.server_address[1]}")
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

"""The hostile site over HTTP."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from threading import Timer

from crawler.hostile.answers import Answer, Asked, page
from crawler.hostile.behaviours import BEHAVIOURS, Behaviour
from crawler.hostile.pages import GOOD, HOST, LISTING, SWEDISH_LISTING, listing, release, title_of
from crawler.loopback import LoopbackServer, LoopbackSite

_LONGEST_RUN = 900.0


class HostileSite(LoopbackSite):
    """A site of five sound releases that also behaves in the ways named, on any free loopback port.

    It stops by itself after `seconds`. `visit` is which visit of a crawler's it answers, and may be set anew;
    `requests` is what it was asked, in order: path and status. Raises KeyError for a behaviour that is unknown.
    """

    def __init__(self, *names: str, port: int = 0, visit: int = 1, seconds: float = _LONGEST_RUN) -> None:
        super().__init__(port, _Handler)
        self.behaviours: tuple[Behaviour, ...] = tuple(BEHAVIOURS[name] for name in names)
        self.visit = visit
        self.requests: list[tuple[str, int]] = []
        self._asked: Counter[tuple[int, str]] = Counter()
        self._end = Timer(seconds, self.stop)
        self._end.daemon = True

    def start(self) -> None:
        super().start()
        self._end.start()

    def stop(self) -> None:
        """Stop serving; what is still being sent is cut off."""
        self._end.cancel()
        super().stop()

    def answer(self, host: str, path: str, headers: dict[str, str]) -> Answer:
        """Answer one request: as a behaviour does, else with a sound page."""
        asked = Asked(host, path, self._asked[self.visit, path], self.visit, headers)
        self._asked[self.visit, path] += 1
        answers = (behaviour.answer(asked) for behaviour in self.behaviours)
        found = next((answer for answer in answers if answer), None) or self._sound(path)
        self.requests.append((path, found.status))
        return found

    def _sound(self, path: str) -> Answer:
        if path == LISTING:
            return page(listing((*GOOD, *self._links())))
        if path == SWEDISH_LISTING:
            return page(listing(()))
        if path == "/":
            return page(f"<html><body><main><h1>Työ- ja elinkeinoministeriö</h1><p>{HOST}</p></main></body></html>")
        return page(release(title_of(path))) if path in GOOD else page("<html><body>Sivua ei löydy</body></html>", 404)

    def _links(self) -> Iterable[str]:
        return (link for behaviour in self.behaviours for link in behaviour.links)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LoopbackServer

    @property
    def site(self) -> HostileSite:
        assert isinstance(self.server.site, HostileSite)
        return self.server.site

    def handle(self) -> None:
        """A client that hangs up is what this site is for."""
        with suppress(OSError):
            super().handle()

    def do_GET(self) -> None:
        answer = self.site.answer(self.headers.get("Host", ""), self.path, dict(self.headers.items()))
        tag = self._tag(answer)
        if tag and self.headers.get("If-None-Match") == tag:
            answer = Answer(b"", 304)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if tag:
            self.send_header("ETag", tag)
        self._send_length(answer)
        self.end_headers()
        self._send_body(answer)

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing: `HostileSite.requests` holds what was asked."""

    def _tag(self, answer: Answer) -> str | None:
        whole = answer.status == 200 and isinstance(answer.body, bytes) and answer.length is None
        return f'"{hashlib.sha256(b"".join(answer.pieces)).hexdigest()[:16]}"' if whole else None

    def _send_length(self, answer: Answer) -> None:
        length = len(answer.body) if answer.length is None and isinstance(answer.body, bytes) else answer.length
        if length is None or length < 0:
            self.send_header("Connection", "close")
        elif answer.status != 304:
            self.send_header("Content-Length", str(length))
        if answer.length is not None:
            self.close_connection = True

    def _send_body(self, answer: Answer) -> None:
        for piece in answer.pieces:
            if answer.pause and self.site.stopping.wait(answer.pause):
                return
            self.wfile.write(piece)
        if answer.length is None and not isinstance(answer.body, bytes):
            self.close_connection = True

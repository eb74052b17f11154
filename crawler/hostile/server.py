"""The hostile site over HTTP."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread, Timer
from types import TracebackType
from typing import Any

from crawler.hostile.answers import Answer, Asked, page
from crawler.hostile.behaviours import BEHAVIOURS, Behaviour
from crawler.hostile.pages import GOOD, HOST, LISTING, SWEDISH_LISTING, listing, release, title_of

LOOPBACK = "127.0.0.1"
_LONGEST_RUN = 900.0


class HostileSite:
    """A site of five sound releases that also behaves in the ways named, on any free loopback port.

    It stops by itself after `seconds`. `visit` is which visit of a crawler's it answers, and may be set anew;
    `requests` is what it was asked, in order: path and status. Raises KeyError for a behaviour that is unknown.
    """

    def __init__(self, *names: str, port: int = 0, visit: int = 1, seconds: float = _LONGEST_RUN) -> None:
        self.behaviours: tuple[Behaviour, ...] = tuple(BEHAVIOURS[name] for name in names)
        self.visit = visit
        self.requests: list[tuple[str, int]] = []
        self.stopping = Event()
        self._asked: Counter[tuple[int, str]] = Counter()
        self._server = _Server(self, port)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._end = Timer(seconds, self.stop)
        self._end.daemon = True

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self._server.server_address[1]}"

    def start(self) -> None:
        self._thread.start()
        self._end.start()

    def stop(self) -> None:
        """Stop serving; what is still being sent is cut off. Stopping twice does nothing."""
        self._end.cancel()
        if not self.stopping.is_set():
            self.stopping.set()
            self._server.shutdown()
            self._server.server_close()

    def wait(self) -> None:
        """Block until the site has stopped."""
        self.stopping.wait()

    def __enter__(self) -> HostileSite:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

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


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: HostileSite, port: int) -> None:
        self.site = site
        super().__init__((LOOPBACK, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what this site is for."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        answer = self.server.site.answer(self.headers.get("Host", ""), self.path, dict(self.headers.items()))
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
            if answer.pause and self.server.site.stopping.wait(answer.pause):
                return
            self.wfile.write(piece)
        if answer.length is None and not isinstance(answer.body, bytes):
            self.close_connection = True

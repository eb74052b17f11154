"""Servers on this machine, for sites and their stand-ins: started, stopped and waited for in one way."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import ThreadingTCPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

LOOPBACK = "127.0.0.1"


class QuietTCPServer(ThreadingTCPServer):
    """A server that says nothing of clients that hang up: a crawl is killed, a reader closes a page."""

    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class QuietServer(QuietTCPServer, ThreadingHTTPServer):
    """The same for HTTP."""


class LoopbackSite:
    """A site on the loopback interface: a context manager, or `start` and `stop` it. `port` 0 takes any free port.

    `address` is where it listens, such as ``http://127.0.0.1:49152``; `stopping` is set when it is told to stop.
    """

    def __init__(self, port: int, handler: type[BaseHTTPRequestHandler]) -> None:
        self.stopping = Event()
        self._server = LoopbackServer(self, port, handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self._server.server_address[1]}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop serving. Stopping twice does nothing."""
        if not self.stopping.is_set():
            self.stopping.set()
            self._server.shutdown()
            self._server.server_close()

    def wait(self) -> None:
        """Block until the site is stopped."""
        self.stopping.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class LoopbackServer(QuietServer):
    """The server of a `site`, which its handlers find here."""

    request_queue_size = 64

    def __init__(self, site: LoopbackSite, port: int, handler: type[BaseHTTPRequestHandler]) -> None:
        self.site = site
        super().__init__((LOOPBACK, port), handler)

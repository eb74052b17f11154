"""The sample site over HTTP, on the loopback interface only."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType

from crawler.samplesite.responses import Response
from crawler.samplesite.routes import render
from crawler.samplesite.sites import sites
from crawler.sources import GOVERNMENT

LOOPBACK = "127.0.0.1"


class SampleSite:
    """All sample sites behind one loopback address; the `Host` header of a request chooses among them.

    `port` 0 takes any free port. `address` is where it listens, such as ``http://127.0.0.1:49152``; `requests` is what
    it was asked, in order: host, path with query, status. Use it as a context manager, or `start` and `stop` it.
    """

    def __init__(self, port: int = 0) -> None:
        self.requests: list[tuple[str, str, int]] = []
        self._server = _Server((LOOPBACK, port), self.requests)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self._server.server_address[1]}"

    @property
    def sources(self) -> list[str]:
        """The sources whose own sites are served here."""
        hosts = {site.host for site in sites()}
        return [source for source, site in GOVERNMENT.items() if site.host in hosts]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait(self) -> None:
        """Block until the site is stopped."""
        self._thread.join()

    def __enter__(self) -> SampleSite:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], requests: list[tuple[str, str, int]]) -> None:
        self.requests = requests
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "HakuarkistoSampleSite"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        self._send(self._answer(), with_body=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_body=False)

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing: `SampleSite.requests` holds what was asked."""

    def _answer(self) -> Response:
        host = self.headers.get("Host", LOOPBACK)
        response = render(host, self.path, dict(self.headers.items()))
        self.server.requests.append((host, self.path, response.status))
        return response

    def _send(self, response: Response, with_body: bool) -> None:
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if response.status != 304:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(response.body)

"""The sample site over HTTP, on the loopback interface only."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

from crawler.loopback import LOOPBACK, LoopbackServer, LoopbackSite
from crawler.samplesite.responses import Response
from crawler.samplesite.routes import render
from crawler.samplesite.sites import sites
from crawler.sources import GOVERNMENT


class SampleSite(LoopbackSite):
    """All sample sites behind one loopback address; the `Host` header of a request chooses among them.

    `requests` is what it was asked, in order: host, path with query, status.
    """

    def __init__(self, port: int = 0) -> None:
        super().__init__(port, _Handler)
        self.requests: list[tuple[str, str, int]] = []

    @property
    def sources(self) -> list[str]:
        """The sources whose own sites are served here."""
        hosts = {site.host for site in sites()}
        return [source for source, site in GOVERNMENT.items() if site.host in hosts]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "HakuarkistoSampleSite"
    sys_version = ""
    server: LoopbackServer

    def do_GET(self) -> None:
        self._send(self._answer(), with_body=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_body=False)

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing: `SampleSite.requests` holds what was asked."""

    def _answer(self) -> Response:
        host = self.headers.get("Host", LOOPBACK)
        response = render(host, self.path, dict(self.headers.items()))
        assert isinstance(self.server.site, SampleSite)
        self.server.site.requests.append((host, self.path, response.status))
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

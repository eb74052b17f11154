"""A folder of files served on this machine, for looking at a site that was built."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from crawler.loopback import LOOPBACK, QuietServer
from parsers.problems import Problem


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def site_server(folder: Path, port: int) -> QuietServer:
    """Return a server of `folder` on 127.0.0.1, not yet running. Raises Problem where the port is taken."""
    try:
        return QuietServer((LOOPBACK, port), partial(_QuietHandler, directory=str(folder)))
    except OSError as error:
        raise Problem("port {port} is taken; choose another with --port", port=port) from error

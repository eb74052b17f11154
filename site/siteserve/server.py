"""Running the application: on 127.0.0.1 only, until it is told to end."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import uvicorn
from starlette.types import ASGIApp

from parsers.problems import Problem

HOST = "127.0.0.1"
_MOST_AT_ONCE = 100
_LAST_SECONDS = 5


def serve(app: ASGIApp, port: int, on_ready: Callable[[int], None]) -> None:
    """Serve until SIGINT or SIGTERM; `on_ready` is told the port, which 0 leaves to the system to choose.

    Raises Problem where the port is taken.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
    with closing(_listening(port)) as listener, _ending_quietly():
        on_ready(listener.getsockname()[1])
        uvicorn.Server(config).run([listener])


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as fault:
        raise Problem("port {port} is taken; choose another with --port", port=port) from fault


@contextmanager
def _ending_quietly() -> Iterator[None]:
    """Uvicorn raises the signal that ended it once more: the end that was asked for is no failure."""
    ends = (signal.SIGINT, signal.SIGTERM)
    before = {end: signal.signal(end, lambda number, frame: None) for end in ends}
    try:
        yield
    finally:
        for end, handler in before.items():
            signal.signal(end, handler)

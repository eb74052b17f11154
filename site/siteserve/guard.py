"""What stands before every page and answer: who may ask, what a browser may do with it, and faults kept inside."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from siteserve.problems import ProblemResponse

# Told of a fault that no one foresaw.
OnFault = Callable[[Exception], None]

# A page of another site can point its own name at this machine and read what is served here (DNS rebinding), but it
# cannot make a browser send one of these as the name.
_OWN_NAMES = frozenset({"localhost", "127.0.0.1"})
_HASHED = "/static/"
_YEAR = 365 * 24 * 3600

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """An application behind a check of the name it is called by, with safe headers on all it answers.

    What may be read may be asked for without its body as well (HEAD; RFC 9110, 9.3.2).
    """

    def __init__(self, app: ASGIApp, on_fault: OnFault) -> None:
        self._app = app
        self._on_fault = on_fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        is_head = scope["method"] == "HEAD"

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"], message["status"])
            elif is_head:
                message["body"] = b""
            await send(message)

        asked = {**scope, "method": "GET"} if is_head else scope
        try:
            await _answering(self._app, asked)(asked, receive, send_guarded)
        except Exception as fault:
            # It has been answered; further up it would only become a traceback.
            self._on_fault(fault)


def _answering(app: ASGIApp, scope: Scope) -> ASGIApp:
    host = Headers(scope=scope).get("host", "")
    if _name(host) in _OWN_NAMES:
        return app
    detail = "This is served to this machine only; ask for it as http://127.0.0.1/ or http://localhost/, with the port"
    return ProblemResponse(HTTPStatus.MISDIRECTED_REQUEST, detail)


def _name(host: str) -> str:
    """Return the name of a Host header without its port.

    >>> _name("localhost:8080"), _name("127.0.0.1"), _name("localhost:8080.evil.example")
    ('localhost', '127.0.0.1', '')
    """
    name, colon, port = host.lower().partition(":")
    return name if not colon or (port.isascii() and port.isdigit()) else ""


def _add_headers(headers: MutableHeaders, path: str, status: int) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value
    # Addresses of static files change with their content; everything else may be another at the next look.
    lasting = path.startswith(_HASHED) and status == HTTPStatus.OK
    headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if lasting else "no-cache"

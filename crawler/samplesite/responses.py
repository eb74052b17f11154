"""What the sample server answers: a status, headers and a body."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

HTML = "text/html;charset=UTF-8"
XML = "text/xml;charset=UTF-8"
PLAIN = "text/plain;charset=UTF-8"
PDF = "application/pdf"
HELSINKI = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer. `headers` are in the order in which they are sent; Content-Length is added by the server."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """Return the value of a header, whatever its case, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def found(body: str | bytes, media_type: str = HTML, modified: str | None = None) -> Response:
    """Return a page with its validators. `modified` is Finnish civil time, such as ``2023-01-16T09:05``."""
    content = body if isinstance(body, bytes) else body.encode("utf-8")
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = [("Content-Type", media_type), ("ETag", tag), ("Cache-Control", "private, no-cache")]
    if modified:
        headers.append(("Last-Modified", http_date(modified)))
    return Response(200, tuple(headers), content)


def missing(body: str) -> Response:
    return Response(404, (("Content-Type", HTML),), body.encode("utf-8"))


def redirect(location: str, status: int = 302) -> Response:
    return Response(status, (("Location", location), ("Content-Type", HTML)))


def revalidated(response: Response, headers: Mapping[str, str]) -> Response:
    """Return 304 without a body where the request's If-None-Match names the page's tag, else the response itself."""
    asked = next((value for key, value in headers.items() if key.lower() == "if-none-match"), "")
    tags = [tag.strip().removeprefix("W/") for tag in asked.split(",")]
    if response.status != 200 or response.header("ETag") not in tags:
        return response
    return replace(response, status=304, body=b"")


def moment(stamp: str) -> datetime:
    """Return Finnish civil time as an aware moment.

    >>> moment("2023-01-16T09:05").isoformat()
    '2023-01-16T09:05:00+02:00'
    """
    return datetime.fromisoformat(stamp).replace(tzinfo=HELSINKI)


def http_date(stamp: str) -> str:
    """Return Finnish civil time as an HTTP date.

    >>> http_date("2024-05-06T09:00")
    'Mon, 06 May 2024 06:00:00 GMT'
    """
    return format_datetime(moment(stamp).astimezone(UTC), usegmt=True)

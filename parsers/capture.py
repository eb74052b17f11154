"""The one thing that every way in produces: a response, or an imported file, exactly as it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


def payload_digest(body: bytes) -> str:
    """Return the digest that names a payload everywhere in the archive.

    >>> payload_digest(b"")[:19]
    'sha256:e3b0c44298fc'
    """
    return "sha256:" + hashlib.sha256(body).hexdigest()


@dataclass(frozen=True, slots=True)
class Capture:
    """One HTTP response, or one imported file, as it was.

    `url` is the address as requested (`file:<file name>` for a file that names none), `time` is aware and in UTC,
    `status` is None for what did not come over HTTP, `media_type` is lower case without parameters,
    `charset` is what the Content-Type header said, `body` is decoded from any transfer and content encoding.
    """

    url: str
    time: datetime
    body: bytes
    status: int | None = 200
    media_type: str = "text/html"
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    digest: str = field(default="")

    def __post_init__(self) -> None:
        if not self.digest:
            object.__setattr__(self, "digest", payload_digest(self.body))


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a capture lies: the name of its WARC file, and the offset in bytes of its gzip member."""

    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class LastCapture:
    """The newest capture of an address: its payload, and the validators its server gave for conditional requests.

    `status` is None for what did not come over HTTP; `redirect` is the absolute address that a redirect leads to.
    """

    digest: str
    time: datetime
    etag: str | None = None
    last_modified: str | None = None
    status: int | None = None
    redirect: str | None = None

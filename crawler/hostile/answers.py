"""What the hostile site is asked and what it answers, down to the bytes on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HTML = "text/html;charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the path with its query, how many times it was asked before in this visit, and which visit of the
    crawler's it is (from 1)."""

    host: str
    path: str
    before: int
    visit: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. `body` may be given in pieces, with `pause` seconds before each; `length` is what Content-Length says,
    None for the true one, and -1 for none, in which case the connection's end is the body's."""

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", HTML),)
    length: int | None = None
    pause: float = 0.0

    @property
    def pieces(self) -> Iterable[bytes]:
        return (self.body,) if isinstance(self.body, bytes) else self.body


def page(text: str, status: int = 200) -> Answer:
    return Answer(text.encode(), status)


def redirect(target: str, status: int = 302) -> Answer:
    return Answer(b"", status, (("Location", target), ("Content-Type", HTML)))

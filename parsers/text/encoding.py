"""Bytes to text, by what was said of them and by what they are."""

from __future__ import annotations

from contextlib import suppress

from bs4.dammit import EncodingDetector

_LAST_RESORT = "windows-1252"


def decode(body: bytes, charset: str | None = None) -> str:
    """Return the text of `body`: by its byte order mark, as UTF-8, as `charset` says, else as Windows-1252.

    UTF-8 goes before what the header says, since no other encoding's text passes for it.

    >>> decode("Pörssi".encode("latin-1")), decode("Pörssi".encode("utf-16"))
    ('Pörssi', 'Pörssi')
    """
    body, marked = EncodingDetector.strip_byte_order_mark(body)
    for encoding in (marked, "utf-8", charset):
        if encoding and _is_known(encoding):
            with suppress(UnicodeDecodeError):
                return body.decode(encoding)
    return body.decode(_LAST_RESORT, errors="replace")


def _is_known(encoding: str) -> bool:
    try:
        return isinstance(b"".decode(encoding), str)
    except LookupError:
        return False

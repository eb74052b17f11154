"""Bytes to text, by what was said of them and by what they are."""

from __future__ import annotations

from contextlib import suppress

from bs4.dammit import EncodingDetector

_SAID_BY_DEFAULT = ("iso-8859-1", "latin-1")
_LAST_RESORT = "windows-1252"


def decode(body: bytes, charset: str | None = None) -> str:
    """Return the text of `body`: by its byte order mark, as UTF-8, as `charset` says, else as Windows-1252.

    UTF-8 goes before what was said of the text, since no other encoding's text passes for it.

    >>> decode("Pörssi".encode("latin-1")), decode("Pörssi".encode("utf-16"))
    ('Pörssi', 'Pörssi')
    """
    body, marked = EncodingDetector.strip_byte_order_mark(body)
    for encoding in (marked, "utf-8", charset):
        with suppress(LookupError, ValueError):
            if encoding:
                return body.decode(encoding)
    return body.decode(_LAST_RESORT, errors="replace")


def decode_html(body: bytes, charset: str | None = None) -> str:
    """Return the text of a page of HTML, which may itself declare how it is encoded.

    A header's ISO-8859-1 is what servers say that know nothing: the page's own word goes before it.
    """
    declared = EncodingDetector.find_declared_encoding(body, is_html=True, search_entire_document=False)
    known = None if charset and charset.lower() in _SAID_BY_DEFAULT else charset
    return decode(body, known or declared or charset)

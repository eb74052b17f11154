"""What a file is, by what is in it; its name decides only where the content leaves it open."""

from __future__ import annotations

import zlib
from enum import Enum, auto

from crawler.media import is_html
from crawler.warc.walking import GZIP_MAGIC

GLANCE = 8192
_ZIP_MAGIC = b"PK\x03\x04"
# Every control character that no text holds: all but tab, line feed, form feed, carriage return, escape.
_BINARY = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")


class Format(Enum):
    """The kinds of file that can be imported, and the ways in which a file can be none."""

    WARC = auto()
    PACKED_WARC = auto()
    WACZ = auto()
    HTML = auto()
    TEXT = auto()
    EMPTY = auto()
    FOREIGN = auto()


def format_of(head: bytes, name: str) -> Format:
    """Return the format of a file, given its first `GLANCE` bytes and its name.

    >>> format_of(b"WARC/1.0\\r\\nWARC-Type: warcinfo", "x.txt"), format_of(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0", "x.html")
    (<Format.WARC: 1>, <Format.FOREIGN: 7>)
    >>> format_of(b"<p>Haku on auki", "haku.html"), format_of(b"Haku on auki", "haku.txt")
    (<Format.HTML: 4>, <Format.TEXT: 5>)
    """
    if not head.strip():
        return Format.EMPTY
    if head.startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(GZIP_MAGIC):
        return Format.PACKED_WARC if _unpacked(head).startswith(b"WARC/") else Format.FOREIGN
    if head.startswith(_ZIP_MAGIC):
        return Format.WACZ
    if _is_binary(head):
        return Format.FOREIGN
    return Format.HTML if is_html(head) or (name.lower().endswith(_HTML_ENDINGS) and b"<" in head) else Format.TEXT


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return b""


def _is_binary(head: bytes) -> bool:
    if head.startswith(_UTF16_MARKS):
        return False
    return len(head.translate(None, _BINARY)) < len(head)

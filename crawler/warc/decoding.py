"""Bodies of HTTP responses freed from their transfer and content encoding, within bounds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]

from crawler.warc.layout import MAX_BODY

_PIECE = 64 * 1024
_LONGEST_CHUNK_HEAD = 64
# "1f;name=value\r\n"; int() would take "-6", "+4", "0x4" and "1_0" as well, and a negative length never gets to an end
_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


class UndecodableError(ValueError):
    """A body that is not in the encoding its headers name, breaks off, or unpacks to more than `MAX_BODY`."""


class UnsupportedEncodingError(UndecodableError):
    """A body in a content encoding that is unknown here; `encoding` is its name."""

    def __init__(self, encoding: str) -> None:
        super().__init__(f"it uses content encoding {encoding!r}, which cannot be decoded")
        self.encoding = encoding


def decode_body(body: bytes, *, transfer: str | None, content: str | None) -> bytes:
    """Return the body without the encodings named by ``Transfer-Encoding`` and ``Content-Encoding``.

    Archives often hold bodies already decoded under headers that still name the encoding: a body that does not even
    begin like the encoding is returned as it is.

    >>> decode_body(b"4\\r\\nHaku\\r\\n0\\r\\n\\r\\n", transfer="chunked", content=None)
    b'Haku'
    >>> decode_body(b"<html>", transfer="chunked", content="gzip")
    b'<html>'
    """
    if transfer and "chunked" in transfer.lower():
        body = _dechunk(body)
    for name in reversed((content or "").lower().split(",")):
        body = _decoder(name.strip())(body)
    return body


def _dechunk(body: bytes) -> bytes:
    if _chunk_length(body, 0) is None:
        return body
    pieces, position = [], 0
    while (head := _chunk_length(body, position)) and head[0]:
        length, start = head
        pieces.append(body[start : start + length])
        position = start + length + 2
    if head is None:
        raise UndecodableError("a chunked body breaks off")
    return b"".join(pieces)


def _chunk_length(body: bytes, position: int) -> tuple[int, int] | None:
    """Read a chunk's head, such as ``1f;name=value\\r\\n``: the chunk's length, and where it starts."""
    head = _CHUNK_HEAD.match(body, position, position + _LONGEST_CHUNK_HEAD)
    return (int(head[1], 16), head.end()) if head else None


def _decoder(name: str) -> Callable[[bytes], bytes]:
    if name not in _DECODERS:
        raise UnsupportedEncodingError(name)
    return _DECODERS[name]


def _gunzip(body: bytes) -> bytes:
    return _inflate(body, wbits=31) if body.startswith(b"\x1f\x8b") else body


def _inflate_deflate(body: bytes) -> bytes:
    """ "deflate" means zlib's format (RFC 9110, 8.4.1.2), but some servers send it bare."""
    try:
        return _inflate(body, wbits=15)
    except UndecodableError:
        return _inflate(body, wbits=-15)


def _inflate(body: bytes, *, wbits: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=wbits)
    try:
        unpacked = unpacker.decompress(body, MAX_BODY + 1)
    except zlib.error as error:
        raise UndecodableError(str(error)) from error
    if len(unpacked) > MAX_BODY:
        raise UndecodableError(f"it unpacks to more than {MAX_BODY} bytes")
    if not unpacker.eof:
        raise UndecodableError("a compressed body breaks off")
    return unpacked


def _unbrotli(body: bytes) -> bytes:
    unpacker, unpacked = brotli.Decompressor(), bytearray()
    try:
        unpacked += unpacker.process(body, output_buffer_limit=_PIECE)
        while not unpacker.is_finished() and (piece := unpacker.process(b"", output_buffer_limit=_PIECE)):
            unpacked += piece
            if len(unpacked) > MAX_BODY:
                raise UndecodableError(f"it unpacks to more than {MAX_BODY} bytes")
    except brotli.error as error:
        raise UndecodableError(str(error)) from error
    if not unpacker.is_finished():
        raise UndecodableError("a compressed body breaks off")
    return bytes(unpacked)


def _as_it_is(body: bytes) -> bytes:
    return body


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "": _as_it_is,
    "identity": _as_it_is,
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate_deflate,
    "br": _unbrotli,
}

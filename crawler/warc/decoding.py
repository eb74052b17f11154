"""Bodies of HTTP responses freed from their transfer and content encoding, within bounds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]

from crawler.warc.layout import MAX_BODY

_PIECE = 64 * 1024
# What is behind a member of gzip is copied with it: small pieces keep a body of a million members quick to read.
_SMALL_PIECE = 4096
_GZIP = b"\x1f\x8b"
_LONGEST_CHUNK_HEAD = 64
# "1f;name=value\r\n"; int() would take "-6", "+4", "0x4" and "1_0" as well, and a negative length never gets to an end
_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


class UndecodableError(ValueError):
    """A body that is not in the encoding its headers name, breaks off, or unpacks to more than `MAX_BODY`."""


class UnsupportedEncodingError(UndecodableError):
    """A body in a content encoding that exists and is not undone here; `encoding` is its name."""

    def __init__(self, encoding: str) -> None:
        super().__init__(f"it uses content encoding {encoding!r}, which cannot be decoded")
        self.encoding = encoding


def decode_body(body: bytes, *, transfer: str | None, content: str | None) -> bytes:
    """Return the body without the encodings named by ``Transfer-Encoding`` and ``Content-Encoding``.

    Archives often hold bodies already decoded under headers that still name the encoding: a body that does not even
    begin like the encoding is returned as it is. So is one under a name that is no encoding's, such as ``utf-8`` or
    ``none``: the server was set up wrongly, and every other reader shows its page.

    >>> decode_body(b"4\\r\\nHaku\\r\\n0\\r\\n\\r\\n", transfer="chunked", content=None)
    b'Haku'
    >>> decode_body(b"<html>", transfer="chunked", content="gzip")
    b'<html>'
    >>> decode_body(b"<html>", transfer=None, content="utf-8")
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
    if name in _NOT_UNDONE:
        raise UnsupportedEncodingError(name)
    return _DECODERS.get(name, _as_it_is)


def _gunzip(body: bytes) -> bytes:
    """Of all its members (RFC 1952, 2.2); what is behind them and is none is left out, as gunzip does."""
    if not body.startswith(_GZIP):
        return body
    unpacked, position = bytearray(), 0
    while body.startswith(_GZIP, position):
        position = _inflate_into(unpacked, body, position, wbits=31)
    return bytes(unpacked)


def _inflate_deflate(body: bytes) -> bytes:
    """ "deflate" means zlib's format (RFC 9110, 8.4.1.2), but some servers send it bare."""
    try:
        return _inflate(body, wbits=15)
    except UndecodableError:
        return _inflate(body, wbits=-15)


def _inflate(body: bytes, *, wbits: int) -> bytes:
    unpacked = bytearray()
    _inflate_into(unpacked, body, 0, wbits=wbits)
    return bytes(unpacked)


def _inflate_into(unpacked: bytearray, body: bytes, position: int, *, wbits: int) -> int:
    """Append to `unpacked` what is packed at a position of the body; return where that ends."""
    unpacker = zlib.decompressobj(wbits=wbits)
    while not unpacker.eof:
        piece = body[position : position + _SMALL_PIECE]
        if not piece:
            raise UndecodableError("a compressed body breaks off")
        try:
            unpacked += unpacker.decompress(piece, MAX_BODY + 1 - len(unpacked))
        except zlib.error as error:
            raise UndecodableError(str(error)) from error
        if len(unpacked) > MAX_BODY:
            raise UndecodableError(f"it unpacks to more than {MAX_BODY} bytes")
        position += len(piece) - len(unpacker.unused_data)
    return position


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
# The rest of IANA's register of content codings, and packings that servers name without their being registered.
_NOT_UNDONE = frozenset(
    """
    aes128gcm compress dcb dcz exi pack200-gzip x-compress zstd
    brotli bzip2 lz4 lzma peerdist rsync sdch snappy x-brotli x-bzip2 x-zstd xpress xz zlib zstandard
    """.split()
)

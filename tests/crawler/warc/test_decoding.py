"""Bodies freed from their encodings."""

from __future__ import annotations

import gzip
import zlib

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.warc.decoding import UndecodableError, decode_body
from crawler.warc.layout import MAX_BODY

TEXT = "Määräraha on 3 miljoonaa euroa. ".encode() * 20


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def chunked(data: bytes, size: int = 100) -> bytes:
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def members(data: bytes, size: int = 100) -> bytes:
    """Gzip as several programs at once pack it: each part for itself (RFC 1952, 2.2)."""
    return b"".join(gzip.compress(data[start : start + size]) for start in range(0, len(data), size))


@pytest.mark.parametrize(
    ("body", "transfer", "content"),
    [
        pytest.param(TEXT, None, None, id="as it is"),
        pytest.param(TEXT, "identity", "identity", id="identity"),
        pytest.param(gzip.compress(TEXT), None, "gzip", id="gzip"),
        pytest.param(gzip.compress(TEXT) + b"\r\n", None, "x-gzip", id="gzip with a tail"),
        pytest.param(members(TEXT), None, "gzip", id="gzip in members"),
        pytest.param(members(TEXT) + b"\0" * 512, None, "gzip", id="gzip in members with a tail"),
        pytest.param(gzip.compress(b"") * 3 + gzip.compress(TEXT), None, "gzip", id="gzip with empty members"),
        pytest.param(members(gzip.compress(TEXT)), None, "gzip, gzip", id="gzip in members, twice"),
        pytest.param(zlib.compress(TEXT), None, "deflate", id="deflate"),
        pytest.param(bare(TEXT), None, "Deflate", id="deflate without its head"),
        pytest.param(brotli.compress(TEXT), None, "br", id="brotli"),
        pytest.param(chunked(TEXT), "chunked", None, id="chunked"),
        pytest.param(chunked(gzip.compress(TEXT)), "Chunked", "gzip", id="chunked gzip"),
        pytest.param(brotli.compress(gzip.compress(TEXT)), None, "gzip, br", id="two encodings"),
        pytest.param(TEXT, "chunked", "gzip", id="decoded already"),
        pytest.param(TEXT, None, "UTF-8", id="a charset"),
        pytest.param(TEXT, None, "none", id="none"),
        pytest.param(TEXT, None, "text/html; charset=utf-8", id="a type"),
        pytest.param(gzip.compress(TEXT), None, "utf-8, gzip", id="a charset before gzip"),
    ],
)
def test_decodes(body: bytes, transfer: str | None, content: str | None) -> None:
    assert decode_body(body, transfer=transfer, content=content) == TEXT


@pytest.mark.parametrize(
    ("body", "transfer", "content"),
    [
        pytest.param(gzip.compress(TEXT)[:-20], None, "gzip", id="gzip cut off"),
        pytest.param(gzip.compress(TEXT)[:20] + b"\0" * 20, None, "gzip", id="gzip damaged"),
        pytest.param(brotli.compress(TEXT)[:-5], None, "br", id="brotli cut off"),
        pytest.param(b"\xff" * 50, None, "br", id="no brotli"),
        pytest.param(b"\xff" * 50, None, "deflate", id="no deflate"),
        pytest.param(chunked(TEXT)[:150], "chunked", None, id="chunks cut off"),
        pytest.param(members(TEXT)[:-5], None, "gzip", id="gzip cut off in its last member"),
        pytest.param(TEXT, None, "zstd", id="not supported"),
        pytest.param(TEXT, None, "gzip, compress", id="not supported behind gzip"),
        pytest.param(TEXT, None, "bzip2", id="not registered, and yet a packing"),
        pytest.param(gzip.compress(bytes(MAX_BODY + 1)), None, "gzip", id="gzip bomb"),
        pytest.param(members(bytes(MAX_BODY + 1), 1 << 20), None, "gzip", id="gzip bomb in members"),
        pytest.param(zlib.compress(bytes(MAX_BODY + 1)), None, "deflate", id="deflate bomb"),
        pytest.param(brotli.compress(bytes(MAX_BODY + 1), quality=1), None, "br", id="brotli bomb"),
    ],
)
def test_refuses(body: bytes, transfer: str | None, content: str | None) -> None:
    with pytest.raises(UndecodableError):
        decode_body(body, transfer=transfer, content=content)


@pytest.mark.parametrize("length", [b"-6", b"+4", b"0x4", b"1_0", b"", b"123456789", "\u0664".encode()])
def test_chunk_length_is_hexadecimal_digits_alone(length: bytes) -> None:
    head = length + b"\r\n"
    assert decode_body(head + b"Haku\r\n0\r\n\r\n", transfer="chunked", content=None).startswith(head)
    with pytest.raises(UndecodableError, match="breaks off"):
        decode_body(b"4\r\nHaku\r\n" + head + b"auki\r\n0\r\n\r\n", transfer="chunked", content=None)


def test_largest_body_is_decoded() -> None:
    body = bytes(MAX_BODY)
    for packed in (gzip.compress(body), members(body, MAX_BODY // 3)):
        assert decode_body(packed, transfer=None, content="gzip") == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "identity"]), st.booleans())
def test_any_bytes_are_decoded_or_refused(body: bytes, content: str, in_chunks: bool) -> None:
    try:
        decode_body(body, transfer="chunked" if in_chunks else None, content=content)
    except UndecodableError as error:
        assert str(error)


@given(st.binary(min_size=1, max_size=2000), st.integers(1, 300))
def test_chunks_come_together_again(body: bytes, size: int) -> None:
    assert decode_body(chunked(body, size), transfer="chunked", content=None) == body


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=8))
def test_members_come_together_again(parts: list[bytes]) -> None:
    packed = b"".join(gzip.compress(part) for part in parts)
    assert decode_body(packed, transfer=None, content="gzip") == b"".join(parts)

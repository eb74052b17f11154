"""Foreign WARC files: plain, in one gzip, damaged, hostile."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from collections.abc import Iterable

import pytest

from crawler.warc.layout import MAX_BODY
from crawler.warc.walking import Damage, RawRecord, walk

NOISE = random.Random(1).randbytes(1000)


def record(number: int, body: bytes | None = None, length: int | None = None) -> bytes:
    body = body if body is not None else f"Haku {number} on avattu.".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://tem.fi/-/{number}\r\nWARC-Date: 2026-11-01T09:00:00Z\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def found(data: bytes, *, packed: bool) -> list[str]:
    return [_short(item) for item in walk(io.BytesIO(data), packed=packed)]


def _short(item: RawRecord | Damage) -> str:
    return "damage" if isinstance(item, Damage) else (item.header("WARC-Target-URI") or "").rpartition("/")[2]


def members(parts: Iterable[bytes]) -> bytes:
    return b"".join(gzip.compress(part) for part in parts)


@pytest.mark.parametrize(
    ("data", "packed", "expected"),
    [
        pytest.param(record(1) + record(2), False, ["1", "2"], id="plain"),
        pytest.param(members([record(1), record(2)]), True, ["1", "2"], id="a member each"),
        pytest.param(gzip.compress(record(1) + record(2) + record(3)), True, ["1", "2", "3"], id="all in one member"),
        pytest.param(record(1) + b"rubbish\n" * 9 + record(2), False, ["1", "damage", "2"], id="garbage between"),
        pytest.param(
            members([record(1)]) + b"rubbish" + members([record(2)]), True, ["1", "damage", "2"], id="garbage"
        ),
        pytest.param(members([record(1)])[:-4], True, ["damage"], id="checksum cut off"),
        pytest.param(members([record(1), record(2)])[:-30], True, ["1", "damage"], id="last one cut off"),
        pytest.param(
            gzip.compress(record(1, NOISE) + record(2, NOISE[::-1]))[:-900],
            True,
            ["1", "damage"],
            id="one member cut off",
        ),
        pytest.param(record(1) + record(2)[:-20], False, ["1", "damage"], id="plain cut off"),
        pytest.param(record(1) + record(2, length=4000), False, ["1", "damage"], id="shorter than it says"),
        pytest.param(record(1, length=4) + record(2), False, ["1", "damage", "2"], id="longer than it says"),
        pytest.param(members([record(1, length=4), record(2)]), True, ["1", "damage", "2"], id="longer, packed"),
        pytest.param(
            record(1).replace(b"Content-Length", b"X-Length") + record(2), False, ["damage", "2"], id="no length"
        ),
        pytest.param(members([b"", record(2)]), True, ["damage", "2"], id="empty member"),
        pytest.param(members([b"text", record(2)]), True, ["damage", "2"], id="foreign member"),
        pytest.param(b"", True, [], id="nothing"),
        pytest.param(b"\x1f\x8b\x08" * 5000 + members([record(2)]), True, ["damage", "2"], id="many false starts"),
    ],
)
def test_walk(data: bytes, packed: bool, expected: list[str]) -> None:
    assert found(data, packed=packed) == expected


def test_record_across_the_window_is_found() -> None:
    for padding in range(65_520, 65_550):
        assert found(record(1) + b"x" * padding + b"\r\n" + record(2), packed=False) == ["1", "damage", "2"]


def test_large_body_is_passed_over() -> None:
    items = list(walk(io.BytesIO(members([record(1, bytes(MAX_BODY + 1)), record(2)]))))
    assert [isinstance(item, RawRecord) and item.body for item in items] == [None, b"Haku 2 on avattu."]


def test_bomb_is_left_unexploded() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    bomb = packer.compress(record(1, b"", length=1 << 40)) + b"".join(packer.compress(zeros) for _ in range(200))
    items = list(walk(io.BytesIO(bomb + members([record(2)]))))
    assert [_short(item) for item in items] == ["damage", "2"]
    assert isinstance(items[0], Damage) and "far more" in items[0].reason


def test_endless_head_is_refused() -> None:
    head = b"WARC/1.0\r\n" + b"X-Header: y\r\n" * 200_000
    assert found(head + record(2), packed=False) == ["damage", "2"]
    assert found(b"WARC/1.0\r\nX: " + b"y" * 3_000_000 + b"\r\n" + record(2), packed=False) == ["damage", "2"]

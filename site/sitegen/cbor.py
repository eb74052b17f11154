"""As much of CBOR (RFC 8949) as Pagefind's files use: unsigned integers, text and arrays of known length."""

from __future__ import annotations

from typing import TypeAlias

Item: TypeAlias = "int | str | list[Item]"

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
# Where the argument does not fit into the first byte, this says how many bytes follow: 24 → 1, 25 → 2, 26 → 4, 27 → 8.
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


def decode(data: bytes) -> Item:
    """Return the one item that `data` holds. Raises ValueError for anything else.

    >>> decode(bytes.fromhex("82646b696e648102"))
    ['kind', [2]]
    """
    item, end = _item(data, 0)
    if end != len(data):
        raise ValueError("bytes are left behind the item")
    return item


def encode(item: Item) -> bytes:
    """Return an item as bytes, each length and number in its shortest form.

    >>> encode(["kind", [2]]).hex()
    '82646b696e648102'
    """
    if isinstance(item, int):
        return _head(_UNSIGNED, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(item)) + b"".join(map(encode, item))


def _item(data: bytes, at: int) -> tuple[Item, int]:
    kind, argument, at = _read_head(data, at)
    if kind == _UNSIGNED:
        return argument, at
    if kind == _TEXT:
        return data[at : at + argument].decode(), at + argument
    items = []
    for _ in range(argument):
        item, at = _item(data, at)
        items.append(item)
    return items, at


def _read_head(data: bytes, at: int) -> tuple[int, int, int]:
    if at >= len(data):
        raise ValueError("the data ends in the middle of an item")
    kind, argument = data[at] >> 5, data[at] & 31
    if kind not in (_UNSIGNED, _TEXT, _ARRAY) or argument > max(_WIDTHS):
        raise ValueError(f"an item of a kind that is not known: {data[at]:#x}")
    width = _WIDTHS.get(argument, 0)
    value = int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else argument
    return kind, value, at + 1 + width


def _head(kind: int, argument: int) -> bytes:
    if argument < min(_WIDTHS):
        return bytes([kind << 5 | argument])
    code, width = next((code, width) for code, width in _WIDTHS.items() if argument < 1 << 8 * width)
    return bytes([kind << 5 | code]) + argument.to_bytes(width, "big")

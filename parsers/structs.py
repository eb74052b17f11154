"""Structures out of JSON, MessagePack and plain values, in any thread.

msgspec (0.22) notes in a class what it has learned of it while it is still learning. Two threads that meet a structure
for the first time at once crash the process: so it is learned by one at a time.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_learning = Lock()
_json: dict[object, msgspec.json.Decoder[Any]] = {}
_msgpack: dict[object, msgspec.msgpack.Decoder[Any]] = {}


def from_json(data: bytes | str, structure: type[T]) -> T:
    """Return the structure that JSON describes. Raises msgspec.DecodeError for what is none.

    >>> from_json("[1, 2]", list[int])
    [1, 2]
    """
    with _learning:
        decoder = _json.get(structure) or _json.setdefault(structure, msgspec.json.Decoder(structure))
    found: T = decoder.decode(data)
    return found


def from_msgpack(data: bytes, structure: type[T]) -> T:
    """Return the structure that MessagePack describes. Raises msgspec.DecodeError for what is none."""
    with _learning:
        decoder = _msgpack.get(structure) or _msgpack.setdefault(structure, msgspec.msgpack.Decoder(structure))
    found: T = decoder.decode(data)
    return found


def from_plain(value: object, structure: type[T]) -> T:
    """Return the structure that dictionaries, lists and plain values describe. Raises msgspec.ValidationError."""
    with _learning:
        return msgspec.convert(value, structure)

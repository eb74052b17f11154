"""Structures to JSON and back: the text that is stored and exported, the same to the byte on every machine."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from parsers.model import Release
from parsers.structs import from_json

T = TypeVar("T")

_encoder = msgspec.json.Encoder()


def encode(value: object) -> bytes:
    """Return a structure as one line of JSON, sums of money as plain numbers.

    >>> encode([Decimal("3E+6"), Decimal("12345.670"), Decimal("0.50")])
    b'[3000000,12345.67,0.5]'
    """
    return _encoder.encode(_with_plain_numbers(builtins(value)))


def builtins(value: object) -> Any:
    """Return a structure as dictionaries, lists and plain values; its sums stay `Decimal`."""
    return msgspec.to_builtins(value, builtin_types=(Decimal,))


def decode(record: str | bytes, structure: type[T]) -> T:
    """Return the structure that `encode` made a record of."""
    return from_json(record, structure)


def digest(*parts: str) -> str:
    """Return a short name for some text: equal for equal parts, and for nothing else.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def text_digest(release: Release) -> str:
    """Return what two readings share exactly when their text is the same, block by block."""
    return digest(release.title, *(block.text for block in release.blocks))


def _with_plain_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_plain_numbers(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_with_plain_numbers(item) for item in value]
    return msgspec.Raw(plain_number(value).encode()) if isinstance(value, Decimal) else value


def plain_number(value: Decimal) -> str:
    """Return a number in digits, without an exponent and without zeros behind the decimal point.

    >>> plain_number(Decimal("1.0660E+6")), plain_number(Decimal("-0.0")), plain_number(Decimal("1E-7"))
    ('1066000', '0', '0.0000001')
    """
    whole, point, decimals = f"{value or abs(value):f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if point and decimals else whole

"""Digests of what things are made from: equal ones mean that nothing has to be made again."""

from __future__ import annotations

import hashlib

import msgspec

_DIGITS = 24

# Of equal things the same bytes, whatever they are made of.
_encoder = msgspec.msgpack.Encoder(enc_hook=str, order="deterministic")


def digest_of(*parts: str | bytes) -> str:
    """Return a digest of what something is made from."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:_DIGITS]


def encoded(thing: object) -> bytes:
    """Return a structure or dataclass with all that is in it as bytes, for a digest."""
    return _encoder.encode(thing)

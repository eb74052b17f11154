"""JSON in, values out, and the few shapes in which sources put texts and moments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

import msgspec

from parsers.model import Moment
from parsers.problems import Problem

LARGEST_RECORD = 10_000_000
_HELSINKI = ZoneInfo("Europe/Helsinki")
# Programs write "no moment" as the first or the last one they know.
_YEARS = range(1990, 2100)
_DEEPEST = 30


def decoded(body: bytes, url: str) -> Any:
    """Return what a body of JSON says. Raises Problem, naming the address, where it is none."""
    if len(body) > LARGEST_RECORD:
        raise Problem("{address}: {size} bytes are too many for a record", address=url, size=len(body))
    try:
        return msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise Problem("{address}: not valid JSON ({reason})", address=url, reason=error) from error


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def text_of(value: object, *path: str) -> str:
    """Return the text at a path of keys, empty where there is none.

    >>> text_of({"body": {"complete": " <p>Haku "}}, "body", "complete"), text_of({"body": 7}, "body", "complete")
    ('<p>Haku', '')
    """
    for key in path:
        value = value.get(key) if is_mapping(value) else None
    return value.strip() if isinstance(value, str) else ""


def mappings(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object inside a value, outer ones first, in the order of the source.

    >>> [sorted(found) for found in mappings([{"a": {"b": 1}}, "c"])]
    [['a'], ['b']]
    """
    if depth > _DEEPEST:
        return
    if is_mapping(value):
        yield value
    inner = value.values() if is_mapping(value) else value if isinstance(value, list) else ()
    for each in inner:
        yield from mappings(each, depth + 1)


def civil_time(text: str) -> Moment | None:
    """Return an ISO 8601 moment, in UTC unless it says otherwise, as Finnish civil time; None for what is none.

    >>> civil_time("2025-12-31T22:00:00.000Z"), civil_time("2026-03-31T13:15:00"), civil_time("2026-07-01T09:00+03:00")
    ('2026-01-01T00:00', '2026-03-31T16:15', '2026-07-01T09:00')
    >>> civil_time("0001-01-01T00:00:00"), civil_time("Jatkuva"), civil_time("2026-03-31")
    (None, None, '2026-03-31')
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.year not in _YEARS:
            return None
    except ValueError:
        return None
    if len(text) == len("2026-03-31"):
        return text
    local = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(_HELSINKI)
    return f"{local:%Y-%m-%dT%H:%M}"

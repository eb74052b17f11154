"""Records of sources that answer in JSON, to the versions of a text that they hold: one for each language.

A source's record is known by its address; any other JSON (a listing, a setting) is none.
"""

from __future__ import annotations

from collections.abc import Callable

from parsers.capture import Capture
from parsers.records import haeavustuksia, sttinfo
from parsers.records.decoding import decoded
from parsers.records.version import Version
from parsers.sources import source_of

__all__ = ["Version", "is_record", "read_versions"]

_Reader = Callable[[object, str], tuple[Version, ...]]
_READERS: dict[str, tuple[Callable[[str], bool], _Reader]] = {
    "haeavustuksia": (haeavustuksia.is_record, haeavustuksia.read_versions),
    "sttinfo": (sttinfo.is_record, sttinfo.read_versions),
}


def is_record(capture: Capture) -> bool:
    """Tell whether a capture is a source's record of a release, by its address and type."""
    known = _READERS.get(source_of(capture.url))
    return known is not None and capture.media_type == "application/json" and known[0](capture.url)


def read_versions(capture: Capture) -> tuple[Version, ...]:
    """Read a record; there may be no version in it that has a text.

    Raises Problem where its body is not JSON, or not of the shape that the source is known to give.
    """
    _, read = _READERS[source_of(capture.url)]
    return read(decoded(capture.body, capture.url), capture.url)

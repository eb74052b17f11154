"""What the readers of the several formats give."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.warc.writing import RecordType
from parsers.capture import Capture


@dataclass(frozen=True, slots=True)
class Found:
    """A capture in an imported file. `at` is how far the file was read to find it, in bytes.

    The body is empty, and only the digest stated, where the capture refers to a payload found before.
    """

    capture: Capture
    record_type: RecordType
    at: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something sound that the archive does not keep: an image, a style sheet, an error page."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A capture of a host that is none of the catalogue's, in a file that holds the whole web. `at` as in `Found`."""

    at: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the file that could not be used, and why. Where nothing is amiss but a content encoding that is
    unknown here, `encoding` is its name in quotes."""

    where: str
    reason: str
    encoding: str | None = None


Item = Found | Skipped | Elsewhere | Fault

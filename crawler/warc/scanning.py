"""What is noted of each capture, whether it was just written or is found again in the WARC files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

from crawler.media import is_html_type, split_content_type
from crawler.warc.captures import (
    UnusableError,
    address_of,
    capture_of,
    content_type_of,
    has_body,
    role_of,
    stated_digest,
    status_of,
    time_of,
)
from crawler.warc.walking import RawRecord, walk
from parsers.capture import Capture, LastCapture, Location


@dataclass(frozen=True, slots=True)
class Known:
    """A capture without its body. `has_payload` is false for one that only refers to another's."""

    location: Location
    url: str
    time: datetime
    digest: str
    has_payload: bool
    role: str
    status: int | None = None
    redirect: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def scan(path: Path, start: int) -> Iterator[tuple[Known | None, int]]:
    """Yield what a WARC file holds from an offset on, and how far it was read; None for what is no capture.

    What is damaged is passed over: the reader of the captures reports it.
    """
    with path.open("rb") as file:
        for record in walk(file, start):
            if isinstance(record, RawRecord):
                yield _known_or_none(record, path.name), record.end


def known_of(capture: Capture, location: Location, *, has_payload: bool, role: str | None) -> Known:
    """Return what is noted of a capture that was written."""
    last = last_capture(capture)
    return Known(
        location,
        capture.url,
        capture.time,
        capture.digest,
        has_payload,
        role or default_role(capture.media_type),
        last.status,
        last.redirect,
        last.etag,
        last.last_modified,
    )


def last_capture(capture: Capture, time: datetime | None = None) -> LastCapture:
    """Return what is asked of an address's newest capture, were it this one, captured at a time of its own or given."""
    headers = {name.lower(): value for name, value in capture.headers}
    return LastCapture(
        capture.digest,
        time or capture.time,
        headers.get("etag"),
        headers.get("last-modified"),
        capture.status,
        _redirect(capture.url, capture.status, headers.get("location")),
    )


def default_role(media_type: str) -> str:
    """Return what a capture is taken for whose record does not tell: one imported, or from before records told.

    >>> default_role("text/html"), default_role("application/pdf")
    ('release', 'attachment')
    """
    return "release" if is_html_type(media_type) else "attachment"


def _known_or_none(record: RawRecord, file: str) -> Known | None:
    if not (has_body(record) or record.type == "revisit"):
        return None
    try:
        return _known(record, Location(file, record.offset))
    except ValueError:
        return None  # no capture for its reader either, which reports it


def _known(record: RawRecord, location: Location) -> Known:
    url, status = address_of(record), status_of(record)
    etag, modified, target = (
        record.http.get_header(name) if record.http else None for name in ("ETag", "Last-Modified", "Location")
    )
    return Known(
        location,
        url,
        time_of(record),
        _digest(record),
        has_body(record),
        role_of(record) or default_role(split_content_type(content_type_of(record))[0]),
        status,
        _redirect(url, status, target),
        etag,
        modified,
    )


def _digest(record: RawRecord) -> str:
    digest = stated_digest(record)
    if has_body(record) and not (digest and digest.startswith("sha256:")):
        return capture_of(record).digest
    if digest is None:
        raise UnusableError("it states no digest")
    return digest


def _redirect(url: str, status: int | None, target: str | None) -> str | None:
    if not target or status is None or not 300 <= status < 400:
        return None
    try:
        return urljoin(url, target)
    except ValueError:
        return target  # "http://[": no address, but what the site said

"""Captures made into WARC/1.1 records, each its own gzip member, ready to be appended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import responses
from importlib.metadata import version
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.warc.addresses import to_target
from parsers.capture import Capture

RecordType = Literal["response", "resource", "conversion"]
# A record header of our own, which other programs pass over: what a response was fetched for.
ROLE_HEADER = "Haku-Role"
# What is fetched for its own sake. Other roles (listing, feed, robots) are of pages that lead to these.
OWN_ROLES = frozenset({"release", "attachment"})
# Headers that describe the payload as it travelled: kept under another name, as Common Crawl does.
_TRAVEL_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
TRAVEL_PREFIX = "X-Crawler-"
_LINE_BREAKS = re.compile(r"[\r\n\0]+")
# "Content-Type", never "Content Type" or "X\r\nY"
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class SentRequest:
    """The request that a response answers: its method and headers as they were sent."""

    headers: tuple[tuple[str, str], ...]
    method: str = "GET"


def information(file_name: str, now: datetime) -> bytes:
    """Return the warcinfo record that begins a file."""
    out = BytesIO()
    writer = _writer(out)
    software = f"hakuarkisto/{version('hakuarkisto')} warcio/{version('warcio')}"
    record = writer.create_warcinfo_record(file_name, {"software": software, "format": "WARC File Format 1.1"})
    record.rec_headers.replace_header("WARC-Date", warc_date(now))
    writer.write_record(record)
    return out.getvalue()


def capture_records(
    capture: Capture,
    *,
    request: SentRequest | None = None,
    record_type: RecordType = "response",
    refers_to: tuple[str, datetime] | None = None,
    role: str | None = None,
) -> bytes:
    """Return the record of a capture, and of its request where there is one, in one piece.

    `refers_to` is the address and time of the capture that holds the same payload already: then a revisit record is
    made, which leaves the payload out.
    """
    out = BytesIO()
    writer = _writer(out)
    record = _revisit(writer, capture, refers_to, role) if refers_to else _full(writer, capture, record_type, role)
    if request:
        writer.write_request_response_pair(_request(writer, capture.url, request), record)
    else:
        writer.write_record(record)
    return out.getvalue()


def warc_date(time: datetime) -> str:
    """Return a moment as WARC writes it.

    >>> warc_date(datetime(2026, 11, 1, 9, tzinfo=UTC))
    '2026-11-01T09:00:00Z'
    """
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _writer(out: BytesIO) -> Any:
    return WARCWriter(out, gzip=True, warc_version="1.1")


def _full(writer: Any, capture: Capture, record_type: str, role: str | None) -> Any:
    http = _http_headers(capture)
    return writer.create_warc_record(
        to_target(capture.url),
        record_type,
        payload=BytesIO(capture.body),
        length=len(capture.body),
        http_headers=http,
        warc_content_type="" if http else _content_type(capture),
        warc_headers_dict={**_own_headers(capture, role), "WARC-Payload-Digest": capture.digest},
    )


def _revisit(writer: Any, capture: Capture, refers_to: tuple[str, datetime], role: str | None) -> Any:
    url, time = refers_to
    http = _http_headers(capture)
    record = writer.create_revisit_record(
        to_target(capture.url),
        capture.digest,
        to_target(url),
        warc_date(time),
        http_headers=http,
        warc_headers_dict=_own_headers(capture, role),
    )
    if http is None:
        record.content_type = _content_type(capture)
    return record


def _request(writer: Any, url: str, request: SentRequest) -> Any:
    parts = urlsplit(to_target(url))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    http = StatusAndHeaders(f"{request.method} {path} HTTP/1.1", list(_clean(request.headers)), is_http_request=True)
    return writer.create_warc_record(to_target(url), "request", http_headers=http)


def _own_headers(capture: Capture, role: str | None) -> dict[str, str]:
    headers = {"WARC-Date": warc_date(capture.time)}
    return headers | {ROLE_HEADER: role} if role else headers


def _content_type(capture: Capture) -> str:
    return f"{capture.media_type}; charset={capture.charset}" if capture.charset else capture.media_type


def _http_headers(capture: Capture) -> StatusAndHeaders | None:
    if capture.status is None:
        return None
    length = ("content-length", str(len(capture.body)))
    headers = [_stored_header(name, value, length) for name, value in _clean(capture.headers)]
    if length not in [(name.lower(), value) for name, value in headers]:
        headers.append(("Content-Length", length[1]))
    status = f"{capture.status} {responses.get(capture.status, '')}".strip()
    return StatusAndHeaders(status, headers, protocol="HTTP/1.1")


def _stored_header(name: str, value: str, length: tuple[str, str]) -> tuple[str, str]:
    travelled = name.lower() in _TRAVEL_HEADERS and (name.lower(), value) != length
    return (TRAVEL_PREFIX + name if travelled else name), value


def _clean(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Headers without what would end them early."""
    return ((name, _LINE_BREAKS.sub(" ", value)) for name, value in headers if _HEADER_NAME.fullmatch(name))

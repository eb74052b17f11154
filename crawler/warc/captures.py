"""Records made into captures: decoded, typed, timed."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from datetime import UTC, datetime

from crawler.media import is_html, split_content_type
from crawler.warc.addresses import from_target
from crawler.warc.decoding import decode_body
from crawler.warc.walking import RawRecord
from crawler.warc.writing import ROLE_HEADER
from parsers.capture import Capture

_BODY_TYPES = frozenset({"response", "resource", "conversion"})
_HEX_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


class UnusableError(ValueError):
    """A record that cannot become a capture: no address, no date, no body."""


def has_body(record: RawRecord) -> bool:
    """Tell whether a record holds a payload of its own."""
    return record.type in _BODY_TYPES


def capture_of(record: RawRecord) -> Capture:
    """Return the capture that a response, resource or conversion record holds.

    Raises UnusableError or UndecodableError, both ValueErrors.
    """
    if record.body is None:
        raise UnusableError("its body is larger than any page")
    transfer, content = _http(record, "Transfer-Encoding"), _http(record, "Content-Encoding")
    return shell_of(record, decode_body(record.body, transfer=transfer, content=content))


def revisit_of(record: RawRecord, original: Capture) -> Capture:
    """Return the capture that a revisit record stands for, given the one whose payload it refers to."""
    if content_type_of(record):
        return shell_of(record, original.body, original.digest)
    return replace(original, url=address_of(record), time=time_of(record))


def shell_of(record: RawRecord, body: bytes, digest: str = "") -> Capture:
    """Return the capture that a record's headers describe, with the body given."""
    media_type, charset = split_content_type(content_type_of(record))
    if not media_type:
        media_type = "text/html" if is_html(body) else "application/octet-stream"
    return Capture(
        url=address_of(record),
        time=time_of(record),
        body=body,
        status=status_of(record),
        media_type=media_type,
        charset=charset,
        headers=tuple((name, value) for name, value in record.http.headers) if record.http else (),
        digest=digest,
    )


def address_of(record: RawRecord) -> str:
    target = record.header("WARC-Target-URI")
    if not target:
        raise UnusableError("it names no address")
    return from_target(target)


def time_of(record: RawRecord) -> datetime:
    """Return when the record's payload was captured, in UTC."""
    stated = record.header("WARC-Date") or ""
    try:
        time = datetime.fromisoformat(stated)
    except ValueError as error:
        raise UnusableError(f"its date is {stated!r}") from error
    return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)


def status_of(record: RawRecord) -> int | None:
    """Return the HTTP status, None for what did not come over HTTP."""
    if record.http is None:
        if record.type == "response":
            raise UnusableError("its HTTP headers are missing")
        return None
    code = record.http.get_statuscode()
    if not (code.isascii() and code.isdigit() and len(code) == 3):
        raise UnusableError(f"its HTTP status is {code!r}")
    return int(code)


def content_type_of(record: RawRecord) -> str | None:
    """Return the payload's Content-Type: the HTTP header's, or the record's where there are no HTTP headers."""
    if record.http:
        return _http(record, "Content-Type")
    stated = record.header("Content-Type")
    return None if stated and stated.startswith("application/http") else stated


def role_of(record: RawRecord) -> str | None:
    """Return what a capture was fetched for; None where its record does not tell."""
    return record.header(ROLE_HEADER)


def stated_digest(record: RawRecord) -> str | None:
    """Return the payload digest that a record states, SHA-256 in the archive's own form whatever its notation."""
    stated = record.header("WARC-Payload-Digest")
    algorithm, _, value = (stated or "").partition(":")
    if algorithm.lower().replace("-", "") != "sha256":
        return stated
    own = f"sha256:{value.lower()}"
    return own if _HEX_DIGEST.fullmatch(own) else _from_base32(value) or stated


def _from_base32(value: str) -> str | None:
    try:
        return "sha256:" + base64.b32decode(value).hex()
    except ValueError:
        return None


def _http(record: RawRecord, name: str) -> str | None:
    value: str | None = record.http.get_header(name) if record.http else None
    return value

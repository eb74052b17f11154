"""What an archive holds already: so that no payload is stored twice, and pages are asked for only if they changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from crawler.warc.captures import UnusableError, address_of, capture_of, has_body, stated_digest, time_of
from crawler.warc.layout import warc_files
from crawler.warc.walking import Damage, RawRecord, walk
from parsers.capture import LastCapture


class KnownCaptures(Protocol):
    """Answers about the captures of an archive. Addresses are compared as they are."""

    def payload(self, digest: str) -> tuple[str, datetime] | None:
        """Return address and time of the capture that holds a payload, None where none does."""

    def holds(self, url: str, digest: str) -> bool:
        """Tell whether an address was captured with this payload."""

    def last(self, url: str) -> LastCapture | None:
        """Return the newest capture of an address."""


class RememberedCaptures:
    """Known captures in memory: some 500 bytes each."""

    def __init__(self) -> None:
        self._payloads: dict[str, tuple[str, datetime]] = {}
        self._digests: dict[str, set[str]] = {}
        self._last: dict[str, LastCapture] = {}

    def payload(self, digest: str) -> tuple[str, datetime] | None:
        return self._payloads.get(digest)

    def holds(self, url: str, digest: str) -> bool:
        return digest in self._digests.get(url, ())

    def last(self, url: str) -> LastCapture | None:
        return self._last.get(url)

    def remember(self, url: str, last: LastCapture, *, has_payload: bool) -> None:
        """Take note of a capture; `has_payload` is false for one that only refers to another's."""
        if has_payload:
            self._payloads.setdefault(last.digest, (url, last.time))
        self._digests.setdefault(url, set()).add(last.digest)
        newest = self._last.get(url)
        if newest is None or newest.time <= last.time:
            self._last[url] = last


class ScannedCaptures(RememberedCaptures):
    """The captures of an archive's WARC files, found by reading them all. What is damaged is not known."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        for path in warc_files(folder):
            with path.open("rb") as file:
                for record in walk(file):
                    self._scan(record)

    def _scan(self, record: RawRecord | Damage) -> None:
        if isinstance(record, Damage) or not (has_body(record) or record.type == "revisit"):
            return
        try:
            self.remember(address_of(record), _last_of(record), has_payload=has_body(record))
        except ValueError:
            return  # not a capture for its reader either, which reports it


def _last_of(record: RawRecord) -> LastCapture:
    digest = stated_digest(record)
    if has_body(record) and not (digest and digest.startswith("sha256:")):
        digest = capture_of(record).digest
    if digest is None:
        raise UnusableError("it states no digest")
    validators = (record.http.get_header(name) if record.http else None for name in ("ETag", "Last-Modified"))
    return LastCapture(digest, time_of(record), *validators)

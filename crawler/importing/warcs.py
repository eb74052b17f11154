"""Captures out of other people's WARC and WET files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from crawler.importing.model import Elsewhere, Fault, Found, Item, Skipped
from crawler.importing.scope import (
    covers_whole_web,
    is_named_for_whole_web,
    is_of_catalogue,
    is_of_common_crawl,
    may_be_wanted,
)
from crawler.media import is_kept, split_content_type
from crawler.warc.captures import (
    address_of,
    capture_of,
    content_type_of,
    has_body,
    revisit_of,
    stated_digest,
    status_of,
)
from crawler.warc.decoding import UnsupportedEncodingError
from crawler.warc.walking import Damage, RawRecord, walk
from crawler.warc.writing import RecordType
from parsers.capture import Capture

_RECORD_TYPES: dict[str, RecordType] = {"response": "response", "resource": "resource", "conversion": "conversion"}
# Browsers' crawlers keep notes of their own among the pages, under addresses that are none.
_NO_PAGES = ("urn:", "metadata:", "screenshot:", "dns:", "whois:", "about:", "data:", "filedesc:")
_PARTIAL_CONTENT = 206


def read_warc(
    file: BinaryIO, *, name: str, packed: bool, payloads: dict[str, Capture], all_hosts: bool
) -> Iterator[Item]:
    """Yield what a WARC file holds; of one that holds the whole web (Common Crawl), as its `name`, its warcinfo record
    or its records tell, what may be a release or document of the catalogue's hosts, unless `all_hosts`.

    `payloads` are the captures met so far, without their bodies, by the payload digest that their record states.
    Revisit records are resolved by it, so it is shared between the files of one run, and added to.
    """
    is_narrowed = is_named = is_named_for_whole_web(name)
    for item in walk(file, packed=packed):
        if isinstance(item, Damage):
            yield Fault(f"byte {item.offset}", item.reason)
        elif item.type == "warcinfo":
            is_narrowed = is_named or covers_whole_web(item)  # files of several origins may have been joined
        elif has_body(item) or item.type == "revisit":
            is_narrowed = is_narrowed or is_of_common_crawl(item)
            yield _read_record(item, payloads) if all_hosts or not is_narrowed else _read_narrowed(item, payloads)


def _read_narrowed(record: RawRecord, payloads: dict[str, Capture]) -> Item:
    if not is_of_catalogue(record):
        return Elsewhere(record.end)
    return _read_record(record, payloads) if may_be_wanted(record) else Skipped()


def _read_record(record: RawRecord, payloads: dict[str, Capture]) -> Item:
    try:
        if not _is_wanted(record):
            return Skipped()
        return _revisit(record, payloads) if record.type == "revisit" else _capture(record, payloads)
    except UnsupportedEncodingError as error:
        return Fault(f"byte {record.offset}", str(error), encoding=repr(error.encoding))
    except ValueError as error:
        return Fault(f"byte {record.offset}", str(error))


def _is_wanted(record: RawRecord) -> bool:
    """Successful responses of the types we keep. What has no type is looked at, and judged by its content."""
    if address_of(record).startswith(_NO_PAGES):
        return False
    status = status_of(record)
    if status is not None and not (200 <= status < 300 and status != _PARTIAL_CONTENT):
        return False
    media_type, _ = split_content_type(content_type_of(record))
    return is_kept(media_type) or not media_type


def _capture(record: RawRecord, payloads: dict[str, Capture]) -> Item:
    capture = capture_of(record)
    if not capture.body or not is_kept(capture.media_type):
        return Skipped()
    if stated := stated_digest(record):
        payloads[stated] = replace(capture, body=b"")
    return Found(capture, _RECORD_TYPES[record.type], record.end)


def _revisit(record: RawRecord, payloads: dict[str, Capture]) -> Item:
    """Only the payload's digest is needed of a revisit: the archive holds the payload since it was met before."""
    original = payloads.get(stated_digest(record) or "")
    if original is None:
        return Skipped()
    return Found(revisit_of(record, original), "response" if record.http else "resource", record.end)

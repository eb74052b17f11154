"""Every record of a WARC file in order, packed or plain, past whatever is damaged in between."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders

from crawler.warc.layout import MAX_BODY
from crawler.warc.streams import CHUNK, DamagedError, MemberStream, RecordStream

# warcio logs a line for every target address with a space in it; foreign files are full of them.
logging.getLogger("warcio.recordloader").setLevel(logging.ERROR)

GZIP_MAGIC = b"\x1f\x8b\x08"
# The types whose body may become a capture; the bodies of others are passed over.
CAPTURE_TYPES = frozenset({"response", "revisit", "resource", "conversion"})
# "WARC/1.1", a record's first line
_FIRST_LINE = re.compile(rb"WARC/(?:0\.1[78]|1\.[01])\r?\n")
_GZIP_HEAD = re.compile(re.escape(GZIP_MAGIC))
_GLANCE = 4096


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as it stands: from `offset` to `end` of the file, its WARC and HTTP headers, its body.

    `body` is None where it was not read: its type is of no interest, or it is longer than `MAX_BODY`.
    """

    offset: int
    end: int
    type: str
    headers: StatusAndHeaders
    http: StatusAndHeaders | None
    body: bytes | None

    def header(self, name: str) -> str | None:
        value: str | None = self.headers.get_header(name)
        return value


@dataclass(frozen=True, slots=True)
class Damage:
    """A place that could not be read; the walk went on behind it. `torn`: the file ended inside a record."""

    offset: int
    reason: str
    torn: bool


def walk(file: BinaryIO, start: int = 0, *, packed: bool = True) -> Iterator[RawRecord | Damage]:
    """Yield the records of a file from an offset on; `packed` files hold gzip members, others plain records."""
    offset: int | None = start
    while offset is not None and _has_byte_at(file, offset):
        position = offset
        try:
            for record in _member(file, offset) if packed else _plain(file, offset):
                position = record.end
                yield record
            offset = position if packed else None
        except DamagedError as damage:
            yield Damage(position, str(damage), damage.torn)
            offset = _next_member(file, position + 1) if packed else _next_first_line(file, position + 1)


def _has_byte_at(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    return bool(file.read(1))


def _member(file: BinaryIO, offset: int) -> Iterator[RawRecord]:
    """The records of one gzip member, which should be one. The last is held back until its checksum has been seen."""
    stream = MemberStream(file, offset)
    line = stream.readline()
    if not line:
        raise DamagedError("an empty record")
    while line:
        record = _record(stream, line, offset)
        line = _next_line(stream)
        if line:
            yield record
    yield replace(record, end=stream.drain())


def _plain(file: BinaryIO, offset: int) -> Iterator[RawRecord]:
    """The plain records from an offset to the end of the file."""
    stream = RecordStream(file, offset)
    line = _next_line(stream)
    while line:
        record = _record(stream, line, offset + stream.tell() - len(line))
        end = stream.tell()
        try:
            line = _next_line(stream)
            end = stream.tell() - len(line)
        finally:  # whatever comes next, this record is whole
            yield replace(record, end=offset + end)


def _next_line(stream: RecordStream) -> bytes:
    """The next line that is not blank, as those that close a record are; empty at the stream's end."""
    while (line := stream.readline()) and not line.strip():
        pass
    return line


def _record(stream: RecordStream, line: bytes, offset: int) -> RawRecord:
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    try:
        record = loader.parse_record_stream(stream, line, known_format="warc", no_record_parse=True)
        if record.length is None or record.rec_type is None:
            raise DamagedError("a record without its length or type")
        http = _http_headers(loader, record) if record.rec_type in CAPTURE_TYPES else None
    except ArchiveLoadFailed as error:
        raise DamagedError("bytes that are no WARC record") from error
    except EOFError as error:
        raise DamagedError("a record breaks off in its head", torn=True) from error
    body = _body(record.raw_stream, wanted=record.rec_type in CAPTURE_TYPES)
    return RawRecord(offset, offset, record.rec_type, record.rec_headers, http, body)


def _http_headers(loader: ArcWarcRecordLoader, record: Any) -> StatusAndHeaders | None:
    uri = record.rec_headers.get_header("WARC-Target-URI") or ""
    return loader.load_http_headers(record.rec_type, uri, record.raw_stream, record.length)


def _body(content: Any, *, wanted: bool) -> bytes | None:
    """Read the rest of a record's `content` (a warcio LimitReader, which counts down its `limit`)."""
    body: bytes | None = None
    if wanted and content.limit <= MAX_BODY:
        body = content.read()
    while content.limit and content.read(CHUNK):
        pass
    if content.limit:
        raise DamagedError("a record is shorter than it says", torn=True)
    return body


def _next_member(file: BinaryIO, offset: int) -> int | None:
    """Where the next gzip member begins that holds WARC records."""
    candidates = _matches(file, offset, _GZIP_HEAD, len(GZIP_MAGIC))
    return next((found for found in candidates if _unpacks_to_warc(file, found)), None)


def _unpacks_to_warc(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(wbits=31).decompress(file.read(_GLANCE), 32).startswith(b"WARC/")
    except zlib.error:
        return False


def _next_first_line(file: BinaryIO, offset: int) -> int | None:
    return next(_matches(file, offset, _FIRST_LINE, len(b"WARC/1.1\r\n")), None)


def _matches(file: BinaryIO, offset: int, pattern: re.Pattern[bytes], longest: int) -> Iterator[int]:
    """Where `pattern`, which matches at most `longest` bytes, matches from `offset` on."""
    window = b""
    while True:
        file.seek(offset + len(window))
        if not (piece := file.read(CHUNK)):
            return
        window += piece
        for match in pattern.finditer(window):
            yield offset + match.start()
        offset += max(0, len(window) - longest + 1)
        window = window[-longest + 1 :]

"""The archive of record: captures in append-only WARC/1.1 files, written with warcio and read back whatever happened.

What is stored: the decoded payload (transfer and content encoding undone, as Common Crawl does; the original headers
that described them are kept as ``X-Crawler-…``). So one digest, the SHA-256 of the body as read, names a payload in
the records, in `Capture.digest` and everywhere else, and equal texts are kept once however they were compressed.
"""

from crawler.warc.reading import CaptureReader, read_at, read_captures
from crawler.warc.store import WarcStore, Written
from crawler.warc.writing import SentRequest

__all__ = [
    "CaptureReader",
    "SentRequest",
    "WarcStore",
    "Written",
    "read_at",
    "read_captures",
]

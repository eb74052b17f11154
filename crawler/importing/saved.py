"""Pages saved from a browser: as HTML, or as text copied and pasted."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from crawler.importing.model import Found
from crawler.warc.addresses import for_file
from crawler.warc.layout import MAX_BODY
from parsers.capture import Capture
from parsers.problems import Problem

_HEAD = 256 * 1024
# "<!-- saved from url=(0034)https://tem.fi/-/haku-on-avattu -->", as browsers have written it since 1998
_SAVED_FROM = re.compile(rb"<!--\s{0,20}saved from url=\(\d{4,5}\)(https?://[^\s<>\"']{1,2000})", re.IGNORECASE)
_ADDRESS_TAGS = SoupStrainer(["link", "meta"])


def read_saved(path: Path, *, html: bool) -> Found:
    """Return the capture of a saved page. Its time is when the file was last changed.

    Raises Problem where the file is too large, OSError where it cannot be read.
    """
    status = path.stat()
    if status.st_size > MAX_BODY:
        raise Problem("{file}: {size} bytes are too many for a page", file=path, size=status.st_size)
    body = path.read_bytes()
    capture = Capture(
        url=(stated_address(body) if html else None) or file_address(path),
        time=datetime.fromtimestamp(int(status.st_mtime), UTC),
        body=body,
        status=None,
        media_type="text/html" if html else "text/plain",
        charset=None if html else text_charset(body),
    )
    return Found(capture, "resource", len(body))


def file_address(path: Path) -> str:
    """Return the address of a file that names none.

    >>> file_address(Path("talteen/Haku 2021.txt"))
    'file:Haku 2021.txt'
    """
    return for_file(os.fsencode(path.name).decode("utf-8", "replace"))


def stated_address(body: bytes) -> str | None:
    """Return the address that a saved page says it was saved from, else the one it calls its own.

    >>> stated_address(b'<!-- saved from url=(0014)https://tem.fi/ --><html>')
    'https://tem.fi/'
    >>> stated_address(b'<link rel="canonical" href="https://tem.fi/-/haku"><meta property="og:url" content="/x">')
    'https://tem.fi/-/haku'
    >>> stated_address(b'<link rel="stylesheet" href="https://tem.fi/tyyli.css">')
    """
    head = body[:_HEAD]
    if saved := _SAVED_FROM.search(head):
        return saved[1].decode("utf-8", "replace")
    tags = BeautifulSoup(head, "lxml", parse_only=_ADDRESS_TAGS)
    candidates = [tag.get("href") for tag in tags.find_all("link", rel="canonical")]
    candidates += [tag.get("content") for tag in tags.find_all("meta", property="og:url")]
    return next((str(url).strip() for url in candidates if url and _is_web_address(str(url).strip())), None)


def text_charset(body: bytes) -> str:
    """Return the charset of a text: Unicode where it is valid, else Windows' western European.

    >>> text_charset("määräraha".encode()), text_charset("määräraha".encode("latin-1"))
    ('utf-8', 'windows-1252')
    """
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)

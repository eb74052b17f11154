"""Addresses as WARC records hold them: in one line, without spaces, and back again as they were."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_FILE = "file:"
# A space, a line break: they would end the header or be rewritten by readers.
_UNSAFE = re.compile(r"[\x00-\x20\x7f]")


def to_target(url: str) -> str:
    """Return an address as a record's target.

    >>> to_target("file:Haku 2021.txt"), to_target("https://tem.fi/-/avoin haku")
    ('file:Haku%202021.txt', 'https://tem.fi/-/avoin%20haku')
    """
    if url.startswith(_FILE):
        return _FILE + quote(url.removeprefix(_FILE))
    return _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", url)


def from_target(target: str) -> str:
    """Return the address that a record's target stands for.

    >>> from_target("file:Haku%202021.txt"), from_target("https://tem.fi/-/avoin%20haku")
    ('file:Haku 2021.txt', 'https://tem.fi/-/avoin%20haku')
    """
    return _FILE + unquote(target.removeprefix(_FILE)) if target.startswith(_FILE) else target

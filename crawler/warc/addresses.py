"""Addresses as WARC records hold them: in one line, without spaces, and back again as they were."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

_FILE = "file:"
# Unicode's control characters, line and paragraph separators: they would steer the terminal they are shown on.
_CONTROLS = ("Cc", "Zl", "Zp")
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
    return for_file(unquote(target.removeprefix(_FILE))) if target.startswith(_FILE) else target


def for_file(name: str) -> str:
    """Return the address of a file that names none; a name's control characters are percent-encoded.

    >>> for_file("Haku 2021.txt"), for_file("a\\x1b[31mb.txt")
    ('file:Haku 2021.txt', 'file:a%1B[31mb.txt')
    """
    return _FILE + "".join(quote(sign) if unicodedata.category(sign) in _CONTROLS else sign for sign in name)

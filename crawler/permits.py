"""What whoever starts a crawl must give before anything is requested: an address of theirs, or a stand-in."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from parsers.problems import Problem

# "archive@example.org", "https://example.org/crawler", "mailto:archive@example.org"; not "me", " "
_REACHABLE = re.compile(r"(?:https?://[^\s/]+\.|[^\s@]+@[^\s@]+\.)[^\s@]+")


def check_contact(contact: str | None) -> None:
    """Raise Problem where someone starts a crawl without telling an address at which they can be reached."""
    if not _REACHABLE.fullmatch(contact or ""):
        raise Problem(
            "a crawl needs a contact address (an e-mail or web address), so that the sites' keepers can reach you: "
            "give --contact or set HAKU_CONTACT"
        )


def checked_address(address: str | None) -> str | None:
    """Return the address of a stand-in, None for none; raise Problem where it is not on this machine, or more than
    scheme, host and port.

    >>> checked_address("http://127.0.0.1:8123/")
    'http://127.0.0.1:8123'
    """
    if not address:
        return None
    parts = _parts(address)
    if parts is None or parts.scheme != "http" or not _is_loopback(parts.hostname or ""):
        raise Problem("{address}: a stand-in must be on this machine, such as http://127.0.0.1:8123", address=address)
    if "@" in parts.netloc or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise Problem("{address}: a stand-in is named by its host and port alone", address=address)
    return f"http://{parts.netloc}"


def _parts(address: str) -> SplitResult | None:
    """The parts of an address; None where it is none, such as ``http://[::1`` or ``http://127.0.0.1:99999``."""
    try:
        parts = urlsplit(address)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

"""What a server's answer says of a page besides its text: that it lies elsewhere, that it is no longer there."""

from __future__ import annotations

from urllib.parse import urljoin

from parsers.capture import Capture
from parsers.page.versions import MISSING
from parsers.urls import leads_away

_GONE = (404, 410)


def redirect_of(capture: Capture) -> str | None:
    """Return the absolute address that a redirect leads to, None for any other answer.

    >>> from datetime import UTC, datetime
    >>> moved = {"status": 301, "headers": (("location", "/-/uusi"),)}
    >>> redirect_of(Capture("https://tem.fi/-/vanha", datetime(2026, 11, 1, tzinfo=UTC), b"", **moved))
    'https://tem.fi/-/uusi'
    """
    if capture.status is None or not 300 <= capture.status < 400:
        return None
    location = next((value for name, value in capture.headers if name.lower() == "location"), None)
    try:
        return location and urljoin(capture.url, location)
    except ValueError:
        return None


def is_gone(capture: Capture) -> bool:
    """Tell whether an answer says that a page is no longer there: 404, 410, a redirect that leads away from it.

    What leads to another release has moved there.
    """
    target = redirect_of(capture)
    return capture.status in _GONE or (target is not None and (MISSING in target or leads_away(capture.url, target)))

"""What a web archive gives back of a page (a memento, RFC 7089), and the capture that it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from crawler.media import is_html, split_content_type
from parsers.capture import Capture
from parsers.urls import canonical

# The archive gives the headers of the page it captured under this prefix, its own beside them.
_ORIGINAL = "x-archive-orig-"
# Of the archive's own headers, those that say what it captured, where and when.
_PROVENANCE = frozenset({"memento-datetime", "link"})


def original_of(memento: Capture, url: str, time: datetime) -> Capture:
    """Return the capture that a memento is of: under the page's own address, of its own time, with its own headers.

    `time` is used where the memento states none.
    """
    headers = tuple(_original_headers(memento.headers))
    media_type, charset = split_content_type(dict(_lowered(headers)).get("content-type"))
    fallback = "text/html" if is_html(memento.body) else "application/octet-stream"
    return replace(
        memento,
        url=url,
        time=_stated_time(memento.headers) or time,
        media_type=media_type or memento.media_type or fallback,
        charset=charset or memento.charset,
        headers=headers,
    )


def own_address(url: str) -> str:
    """Return the address under which the archive keeps a page that was captured elsewhere in one of its older guises.

    >>> own_address("http://www.tem.fi:80/-/haku?utm_source=x"), own_address("https://minedu.fi/sv/-/ansokan")
    ('https://tem.fi/-/haku', 'https://okm.fi/sv/-/ansokan')
    """
    home = canonical(url)
    parts = urlsplit(home)
    return canonical(parts._replace(scheme="https", netloc=(parts.hostname or "").removeprefix("www.")).geturl())


def _original_headers(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """
    >>> list(_original_headers([("X-Archive-Orig-ETag", "a"), ("Server", "nginx"), ("Memento-Datetime", "Mon")]))
    [('ETag', 'a'), ('Memento-Datetime', 'Mon')]
    """
    for name, value in headers:
        if name.lower().startswith(_ORIGINAL):
            yield name[len(_ORIGINAL) :], value
        elif name.lower() in _PROVENANCE:
            yield name, value


def _lowered(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name.lower(), value) for name, value in headers)


def _stated_time(headers: Iterable[tuple[str, str]]) -> datetime | None:
    """
    >>> _stated_time([("Memento-Datetime", "Wed, 17 Mar 2021 09:14:05 GMT")]).isoformat()
    '2021-03-17T09:14:05+00:00'
    >>> _stated_time([("Memento-Datetime", "Wed, 17 Mar 99999999999999999999 09:14:05 GMT")])
    """
    stated = dict(_lowered(headers)).get("memento-datetime")
    try:
        return parsedate_to_datetime(stated).astimezone(UTC) if stated else None
    except (ValueError, OverflowError):
        return None

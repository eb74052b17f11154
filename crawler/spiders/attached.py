"""Documents that releases attach: which of them are asked for, and where they are when they have moved.

A document is told by its address, as the parsers tell it. So a redirect is followed only to another document: a site
that wants one to log in, or has nothing any more, sends to a page, and that page is neither document nor release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urldefrag, urljoin

from scrapy.http import Response
from w3lib.url import safe_url_string

from crawler.failures import GONE
from crawler.middlewares.hosts import HostGuard
from crawler.warc.store import WarcStore
from parsers.facts.attachments import media_type_of
from parsers.model import Language
from parsers.records import Version

# The hosts of all sources but web archives, whichever a spider's own are.
_FENCE = HostGuard(frozenset())
MOVED = (301, 302, 303, 307, 308)
MOST_MOVES = 5
_PRESENT = (None, 200)


def address_of(url: str) -> str | None:
    """Return the address at which a document is asked for; None where it lies outside the catalogue's hosts.

    >>> address_of("https://stea.fi/documents/1/2/Työopas/3?t=1#sivu=2")
    'https://stea.fi/documents/1/2/Ty%C3%B6opas/3?t=1'
    >>> address_of("https://example.org/ohje.pdf"), address_of("ftp://tem.fi/ohje.pdf")
    (None, None)
    """
    return safe_url_string(urldefrag(url).url) if _FENCE.allows(url) else None


def documents_of(versions: Iterable[Version]) -> Iterator[tuple[str, Language]]:
    """Yield the addresses of the documents that the versions of a record link to, each with its version's language."""
    for version in versions:
        for url, _ in (link for segment in version.page.segments for link in segment.links):
            if media_type_of(url):
                yield url, version.language or "fi"


def moved_to(response: Response) -> str | None:
    """Return the address to which a redirect sends, None for any other response."""
    location = response.headers.get("Location") if response.status in MOVED else None
    return urljoin(response.url, location.decode("latin-1")) if location else None


def is_settled(store: WarcStore, url: str, is_old: Callable[[], bool]) -> bool:
    """Tell whether a document need not be asked for again while the page that links to it is as it was: it is held, or
    was not there, or has become a page, and `is_old` says that what such a page lacks will not come any more.
    """
    last = store.last(url)
    for _ in range(MOST_MOVES):
        if last is None or not last.redirect or not media_type_of(last.redirect):
            break
        last = store.last(safe_url_string(last.redirect))
    if last is None:
        return False
    return last.status in _PRESENT or (last.status in (*GONE, *MOVED) and is_old())

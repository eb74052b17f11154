"""Sitemaps: an index of children, many of them no more, and the pages that the others name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from scrapy.http import Response

from crawler.spiders.links import absolute, is_release, slug
from crawler.spiders.xml import Element, child, elements
from crawler.warc.decoding import decode_body
from parsers.capture import Capture


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A release in a sitemap, and the day on which its page was last changed, where that is said."""

    url: str
    changed: date | None


def child_sitemaps(page: Response | Capture) -> list[str]:
    """Return the sitemaps that an index names, each once. Raises UndecodableError as `sitemap_entries` does."""
    addresses = (absolute(child(element, "loc"), page.url) for element in elements(_unpacked(page), "sitemap"))
    return list(dict.fromkeys(address for address in addresses if address))


def sitemap_entries(page: Response | Capture, is_wanted: Callable[[str], bool] = is_release) -> list[SitemapEntry]:
    """Return the releases of a sitemap, or what else `is_wanted`, with those that it names as versions of them.

    The platform names an address for every language of the site: one with the same slug proves no version.
    Raises UndecodableError for a sitemap that is packed, as many are, and broken or too large.
    """
    found: dict[str, SitemapEntry] = {}
    for element in elements(_unpacked(page), "url"):
        changed = _day(child(element, "lastmod"))
        for url in _addresses(element, page.url):
            if is_wanted(url):
                found.setdefault(url, SitemapEntry(url, changed))
    return list(found.values())


def _unpacked(page: Response | Capture) -> bytes:
    """``sitemap.xml.gz`` is gzip as a file, not as an encoding that its headers name."""
    return decode_body(page.body, transfer=None, content="gzip")


def _addresses(element: Element, base: str) -> Iterator[str]:
    own = absolute(child(element, "loc"), base)
    if own is None:
        return
    yield own
    for link in element.iterfind("{*}link"):
        other = absolute(link.get("href"), base)
        if other and slug(other) != slug(own):
            yield other


def _day(text: str) -> date | None:
    """
    >>> _day("2024-03-31T22:30:00Z"), _day("2024-03"), _day("")
    (datetime.date(2024, 3, 31), None, None)
    """
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None

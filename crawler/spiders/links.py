"""What the pages of the government platform link to: releases, further listing pages, translations, attachments.

Class names change with every redesign, so links are told by their addresses and attributes, dates by their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from scrapy.http import HtmlResponse

from parsers.model import Language

# "/-/haku-on-avattu", "/sv/-/1410877/ansokan", "/-//1410877/haku", "/sv/artikel/-/asset_publisher/ansokan"
_RELEASE_PATH = re.compile(r"^/(?:[\w-]+/){0,2}-/+[^/].*$")
# "17.3.2021", never "1.17.3.2021" or "17.3.20210"
_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
# "_fi_yja_…_INSTANCE_abc_paramYear", "_101_INSTANCE_abc_cur"
_PAGING_PARAMETER = re.compile(r"_(?P<what>paramYear|paramPage|cur)$")
_ATTACHMENT_PATH = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|ods)(?:/[0-9a-f-]{36})?$", re.IGNORECASE)
_LONGEST_ENTRY = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """A release on a listing page, and the day printed beside it."""

    url: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A further page of a listing: of a year, where it names one, and its number, 1 where it names none."""

    url: str
    year: int | None
    number: int


def is_release(url: str) -> bool:
    """Tell whether an address is that of a release.

    >>> is_release("https://tem.fi/sv/-/ansokan"), is_release("https://tem.fi/yhteystiedot")
    (True, False)
    >>> is_release("https://tem.fi/uutiset/-/asset_publisher/Kh4W/rss")
    False
    """
    path = urlsplit(url).path
    return bool(_RELEASE_PATH.match(path)) and not path.endswith("/rss") and not _ATTACHMENT_PATH.search(path)


def entries(response: HtmlResponse) -> list[Entry]:
    """Return the releases that a listing page links to, in its order, each once."""
    found: dict[str, Entry] = {}
    for element, url in _links(response):
        if is_release(url) and url not in found:
            found[url] = Entry(url, _day_beside(element, url, response.url))
    return list(found.values())


def more_pages(response: HtmlResponse) -> list[ListingPage]:
    """Return the other years and pages of its listing that a listing page links to."""
    here = urlsplit(response.url)
    found: dict[tuple[int | None, int], ListingPage] = {}
    for _, url in _links(response):
        parts = urlsplit(url)
        page = _listing_page(url) if (parts.netloc, parts.path) == (here.netloc, here.path) else None
        if page:
            found.setdefault((page.year, page.number), page)
    return list(found.values())


def translations(response: HtmlResponse) -> list[tuple[Language, str]]:
    """Return the addresses that a release gives for its versions in other languages, none of them proven to exist."""
    found: dict[tuple[Language, str], None] = {}
    for element in response.xpath("//link[@rel='alternate'][@hreflang] | //a[@hreflang] | //a[@lang]"):
        language = (element.attrib.get("hreflang") or element.attrib.get("lang", ""))[:2].lower()
        url = _absolute(element.attrib.get("href"), response.url)
        if url and is_release(url) and not element.xpath("ancestor::main"):
            found[language, url] = None
    return list(found)


def attachments(response: HtmlResponse) -> list[str]:
    """Return the addresses of the documents that a release links to."""
    links = [url for _, url in _links(response, "main")]
    return list(dict.fromkeys(url for url in links if _ATTACHMENT_PATH.search(urlsplit(url).path)))


def _links(response: HtmlResponse, part: str = "body") -> Iterator[tuple[Any, str]]:
    """The links of a page, or of a part of it where it has such a part, as elements and addresses."""
    root = response.selector.root
    for element in next(root.iter(part), root).iter("a"):
        if url := _absolute(element.get("href"), response.url):
            yield element, url


def _absolute(href: str | None, base: str) -> str | None:
    """The address that a link leads to, None for none that can be fetched."""
    try:
        url = urljoin(base, (href or "").strip())
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if href and scheme in ("http", "https") else None


def _listing_page(url: str) -> ListingPage | None:
    """
    >>> _listing_page("https://tem.fi/t?p_p_id=x_abc&_x_abc_paramYear=2024&_x_abc_paramPage=2").number
    2
    """
    values = {
        match["what"]: int(value[0])
        for name, value in parse_qs(urlsplit(url).query).items()
        if (match := _PAGING_PARAMETER.search(name)) and value[0].isascii() and value[0].isdigit() and len(value[0]) < 6
    }
    if not values:
        return None
    return ListingPage(url, values.get("paramYear"), values.get("paramPage") or values.get("cur") or 1)


def _day_beside(element: Any, url: str, base: str) -> date | None:
    """The first day printed in the largest surroundings of a link that hold no other release."""
    surroundings = element
    for ancestor in list(element.iterancestors())[:5]:
        if any(_is_other_release(link, url, base) for link in ancestor.iter("a")):
            break
        surroundings = ancestor
    return _first_day("".join(surroundings.itertext())[:_LONGEST_ENTRY])


def _is_other_release(link: Any, url: str, base: str) -> bool:
    other = _absolute(link.get("href"), base)
    return other is not None and other != url and is_release(other)


def _first_day(text: str) -> date | None:
    for day, month, year in _DAY.findall(text):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue  # "99.3.2021" is no day, the next may be
    return None

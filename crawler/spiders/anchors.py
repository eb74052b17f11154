"""What a page of any site links to: its addresses, and the articles that it lists with their days.

Where on the page a link stands matters as little as what its classes are called: addresses and texts tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urldefrag

from lxml import etree  # type: ignore[import-untyped]
from scrapy.http import HtmlResponse

from crawler.spiders.links import absolute
from parsers.page.stamps import listed_day

_ANCESTORS = 5
_MOST_TEXTS = 100
# What holds one thing of a list, and what holds many things
_ENTRIES = frozenset({"li", "tr", "article", "dd"})
_LISTS = frozenset({"ul", "ol", "table", "tbody", "main", "body"})
_TEXTS = etree.XPath(".//text()", smart_strings=False)
_TEXTS_BESIDE_LINKS = etree.XPath(".//text()[not(ancestor::a)]", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Article:
    """A dated text on a page that lists such, and the day printed beside it."""

    url: str
    day: date | None


def addresses(response: HtmlResponse) -> list[str]:
    """Return the addresses that a page links to, in its order, each once, without fragments."""
    return list(dict.fromkeys(url for _, url in _links(response)))


def articles(response: HtmlResponse, is_article: Callable[[str], bool]) -> list[Article]:
    """Return the articles that a page links to, in its order, each once."""
    found: dict[str, Article] = {}
    for element, url in _links(response):
        if url not in found and is_article(url):
            found[url] = Article(url, _day_beside(element, url, response.url, is_article))
    return list(found.values())


def _links(response: HtmlResponse) -> Iterator[tuple[Any, str]]:
    for element in response.selector.root.iter("a"):
        if url := absolute(element.get("href"), response.url):
            yield element, urldefrag(url).url


def _day_beside(element: Any, url: str, base: str, is_article: Callable[[str], bool]) -> date | None:
    """The day that is printed for itself nearest to a link, in what holds no other article: beside links, else in them.

    None rather than a day of which a title or a lead speaks, or one that belongs to the page.
    """
    entry = element
    for ancestor in list(element.iterancestors())[:_ANCESTORS]:
        if ancestor.tag in _LISTS or any(_is_other(link, url, base, is_article) for link in ancestor.iter("a")):
            break
        entry = ancestor
        if day := _first_day(_TEXTS_BESIDE_LINKS(entry)):
            return day
        if entry.tag in _ENTRIES:
            break
    return _first_day(_TEXTS(entry))


def _first_day(texts: list[str]) -> date | None:
    days = (listed_day(" ".join(text.split())) for text in texts[:_MOST_TEXTS] if not text.isspace())
    return next(filter(None, days), None)


def _is_other(link: Any, url: str, base: str, is_article: Callable[[str], bool]) -> bool:
    other = absolute(link.get("href"), base)
    return other is not None and urldefrag(other).url != url and is_article(other)

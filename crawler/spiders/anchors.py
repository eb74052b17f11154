"""What a page of any site links to: its addresses, and the articles that it lists with their days.

Where on the page a link stands matters as little as what its classes are called: addresses and texts tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urldefrag

from scrapy.http import HtmlResponse

from crawler.spiders.links import absolute
from parsers.page.stamps import first_day

_LONGEST_ENTRY = 600
_ANCESTORS = 5


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
    """The first day printed in the largest surroundings of a link that hold no other article."""
    surroundings = element
    for ancestor in list(element.iterancestors())[:_ANCESTORS]:
        if any(_is_other(link, url, base, is_article) for link in ancestor.iter("a")):
            break
        surroundings = ancestor
    return first_day(" ".join(surroundings.itertext())[:_LONGEST_ENTRY])


def _is_other(link: Any, url: str, base: str, is_article: Callable[[str], bool]) -> bool:
    other = absolute(link.get("href"), base)
    return other is not None and urldefrag(other).url != url and is_article(other)

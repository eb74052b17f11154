"""Front pages and the listings of releases, by year, with plain links from page to page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from crawler.samplesite.articles import finnish_date
from crawler.samplesite.documents import Document, documents, prefix_of
from crawler.samplesite.pages import Item, Link, Page, fill, frame, labels
from crawler.samplesite.responses import Response, found
from crawler.samplesite.sites import Site, sites

# The real platform shows twelve; three make the few texts here fill more than one page.
PAGE_SIZE = 3
NEWEST = 5


@dataclass(frozen=True, kw_only=True)
class FrontPage(Page):
    """What `front.html` needs."""

    translation_missing: bool
    items: tuple[Item, ...]
    ministries: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class ListingPage(Page):
    """What `listing.html` needs; `first` and `last` count from 1."""

    portlet: str
    years: tuple[Link, ...]
    items: tuple[Item, ...]
    first: int
    last: int
    count: int
    pages: tuple[Link, ...]


def released(site: Site, language: str) -> list[Document]:
    """Return the releases that a site lists in a language, the newest first: the joint site lists everyone's."""
    return [
        text
        for text in documents()
        if text.published and text.language == language and (site.joint or text.site is site)
    ]


def front(site: Site, language: str, translation_missing: bool) -> Response:
    """Return the front page, with a notice where a missing translation led here."""
    texts = released(site, language)
    path = prefix_of(language) or "/"
    page = FrontPage(
        **frame(site, language, path, labels()[language]["home"]),
        translation_missing=translation_missing,
        items=_items(texts[:NEWEST], site),
        ministries=_ministries(language) if site.joint else (),
    )
    return found(fill("front.html", language, page), modified=_newest(texts))


def listing(site: Site, language: str, query: Mapping[str, str]) -> Response:
    """Return one page of one year's releases; the newest year where `query` names none that has any."""
    texts = released(site, language)
    years = sorted({_year(text) for text in texts}, reverse=True)
    asked = query.get(_parameter(site, "paramYear"), "")
    year = asked if asked in years or not years else years[0]
    chosen = [text for text in texts if _year(text) == year]
    number = _number(query.get(_parameter(site, "paramPage"), "1"))
    shown = chosen[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    page = ListingPage(
        **frame(site, language, labels()[language]["listing_path"], labels()[language]["listing"]),
        portlet=portlet_id(site),
        years=tuple(Link(page_address(site, language, other), other, other == year) for other in years),
        items=_items(shown, site),
        first=(number - 1) * PAGE_SIZE + 1 if shown else 0,
        last=(number - 1) * PAGE_SIZE + len(shown) if shown else 0,
        count=len(chosen),
        pages=_pages(site, language, year, number, -(-len(chosen) // PAGE_SIZE)),
    )
    return found(fill("listing.html", language, page), modified=_newest(texts))


def page_address(site: Site, language: str, year: str, number: int = 1) -> str:
    """Return the address of one page of one year's listing, as the platform writes it."""
    values = {
        "p_p_id": portlet_id(site),
        "p_p_lifecycle": "0",
        "p_p_state": "normal",
        "p_p_mode": "view",
        _parameter(site, "mvcPath"): "/jsp/web-content-listing/view.jsp",
        _parameter(site, "paramYear"): year,
        _parameter(site, "paramPage"): str(number),
    }
    return f"{labels()[language]['listing_path']}?{urlencode(values)}"


def portlet_id(site: Site) -> str:
    return f"fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_{site.portlet}"


def _parameter(site: Site, name: str) -> str:
    return f"_{portlet_id(site)}_{name}"


def _number(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def _year(text: Document) -> str:
    return (text.published or "")[:4]


def _newest(texts: list[Document]) -> str | None:
    return max((text.appeared or text.published or "" for text in texts), default=None)


def _items(texts: list[Document], site: Site) -> tuple[Item, ...]:
    return tuple(
        Item(text.path_on(site), text.title, finnish_date(text.published or ""), text.form or "") for text in texts
    )


def _ministries(language: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"https://{site.host}{prefix_of(language) or '/'}", site.names[language])
        for site in sites()
        if not site.joint
    )


def _pages(site: Site, language: str, year: str, number: int, count: int) -> tuple[Link, ...]:
    words = labels()[language]
    around = [(number - 1, words["previous"]), *((n, str(n)) for n in range(1, count + 1)), (number + 1, words["next"])]
    return tuple(
        Link(page_address(site, language, year, n), text, text == str(number))
        for n, text in around
        if 1 <= n <= count and count > 1
    )

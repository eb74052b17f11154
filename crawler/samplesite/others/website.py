"""A small site of texts, lists of them and what machines read, rendered in the markup of one source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from crawler.samplesite.markup import inline, to_html
from crawler.samplesite.others.texts import Text, texts, versions
from crawler.samplesite.pages import Link
from crawler.samplesite.pdf import make_pdf
from crawler.samplesite.responses import PDF, PLAIN, XML, Response, found, redirect

# "/nyheter/page/2/", "/blogi?_33_cur=2"
_PAGE_PATH = re.compile(r"page/(\d{1,4})/$")
_PAGE_QUERY = re.compile(r"(?:^|&)\w*cur=(\d{1,4})(?:&|$)")


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists the texts of some kind and language, of one year where `year` is set, `size` at a time.

    `size` 0 lists none: a front page or a section, which has nothing but its menu. `also` are other languages listed.
    """

    path: str
    language: str
    title: str
    kind: str = "news"
    year: str = ""
    size: int = 10
    also: tuple[str, ...] = ()

    def chosen(self, source: str) -> list[Text]:
        """Return the texts that are listed, the newest first."""
        return [
            text
            for text in texts(source)
            if text.kind == self.kind
            and text.language in (self.language, *self.also)
            and (text.date or "").startswith(self.year)
        ]


@dataclass(frozen=True, slots=True)
class Item:
    """A text as a list shows it."""

    address: str
    title: str
    date: str
    lead: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a template needs: `text` or `listing` is set. `alternates` maps a language to the address of a version."""

    language: str
    title: str
    path: str
    menu: tuple[Link, ...]
    alternates: Mapping[str, str]
    text: Text | None = None
    listing: Listing | None = None
    date: str = ""
    body: str = ""
    items: tuple[Item, ...] = ()
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Website:
    """The site of a source. `day` writes a moment as the site does, `page_address` the address of a list's page.

    `menu` is by language; `machines` are the paths that answer with something else than a page (a text, XML, or a path
    of this site to which they redirect).
    """

    source: str
    host: str
    listings: tuple[Listing, ...]
    menu: Mapping[str, tuple[Link, ...]]
    day: Callable[[str, str], str]
    page_address: Callable[[str, int], str] = lambda path, number: f"{path}?_101_INSTANCE_x1_cur={number}"
    machines: Mapping[str, Callable[[], str]] = field(default_factory=dict)

    def render(self, path: str, headers: Mapping[str, str]) -> Response | None:
        """Answer one request, or return None for a page that this site has not got."""
        bare, _, query = path.partition("?")
        bare = unquote(bare)
        if bare in self.machines:
            return self._machine(self.machines[bare]())
        return self._text(bare) or self._listing(bare, query) or self._attachment(bare) or self._slash(bare)

    def url(self, path: str) -> str:
        return f"https://{self.host}{path}"

    def _machine(self, content: str) -> Response:
        if content.startswith("/"):
            return redirect(self.url(content), 301)
        return found(content, XML if content.startswith("<?xml") else PLAIN)

    def _text(self, path: str) -> Response | None:
        text = next((text for text in texts(self.source) if text.path == path), None)
        if text is None:
            return None
        others = {other.language: self.url(other.path) for other in versions(self.source, text).values()}
        page = Page(
            language=text.language,
            title=text.title,
            path=path,
            menu=self.menu.get(text.language, ()),
            alternates=others,
            text=text,
            date=self.day(text.date, text.language) if text.date else "",
            body=to_html(text.body, text.email),
        )
        return found(self._fill(page), modified=text.date)

    def _listing(self, path: str, query: str) -> Response | None:
        numbered = _PAGE_PATH.search(path)
        bare = _PAGE_PATH.sub("", path)
        listing = next((listing for listing in self.listings if listing.path == bare), None)
        if listing is None:
            return None
        match = numbered or _PAGE_QUERY.search(query)
        return found(self._fill(self._listing_page(listing, int(match[1]) if match else 1)))

    def _listing_page(self, listing: Listing, number: int) -> Page:
        chosen = listing.chosen(self.source) if listing.size else []
        shown = chosen[(number - 1) * listing.size : number * listing.size]
        return Page(
            language=listing.language,
            title=listing.title,
            path=listing.path,
            menu=self.menu.get(listing.language, ()),
            alternates={},
            listing=listing,
            items=tuple(self._items(shown)),
            pages=tuple(self._pages(listing, len(chosen))),
        )

    def _items(self, shown: list[Text]) -> Iterator[Item]:
        for text in shown:
            yield Item(text.path, text.title, self.day(text.date, text.language) if text.date else "", text.lead)

    def _pages(self, listing: Listing, count: int) -> Iterator[Link]:
        last = -(-count // listing.size) if listing.size else 0
        for number in range(1, last + 1) if last > 1 else ():
            yield Link(self.page_address(listing.path, number) if number > 1 else listing.path, str(number))

    def _attachment(self, path: str) -> Response | None:
        files = {pdf.path: pdf for text in texts(self.source) for pdf in text.attachments}
        return found(make_pdf(files[path].lines), PDF) if path in files else None

    def _slash(self, path: str) -> Response | None:
        """WordPress leads from an address without its last slash to the one with it."""
        known = {text.path for text in texts(self.source)} | {listing.path for listing in self.listings}
        return redirect(self.url(f"{path}/"), 301) if f"{path}/" in known else None

    def _fill(self, page: Page) -> str:
        return _environment().get_template(f"{self.source}.html").render(page=page, site=self)


def sitemap(*addresses: tuple[str, str | None]) -> str:
    """Return a sitemap of addresses with the days of their last change."""
    entries = (f"<url><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>" for url, day in addresses)
    return _xml("urlset", entries)


def sitemap_index(*addresses: str) -> str:
    """Return an index of sitemaps."""
    return _xml("sitemapindex", (f"<sitemap><loc>{url.replace('&', '&amp;')}</loc></sitemap>" for url in addresses))


def _xml(root: str, entries: Iterator[str]) -> str:
    lines = "\n".join(entries)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}\n</{root}>\n'


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crawler.samplesite.others"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline
    values: dict[str, Any] = {"LOCALES": {"fi": "fi-FI", "sv": "sv-SE", "en": "en-GB"}}
    environment.globals.update(values)
    return environment

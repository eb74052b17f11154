"""What every page of a site shares: labels, menu, links to the other languages, and the template environment."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from crawler.samplesite.documents import Document, documents, prefix_of, versions
from crawler.samplesite.sites import LANGUAGES, LOCALES, Site


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a menu or a paging bar."""

    address: str
    text: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A release as listings show it."""

    address: str
    text: str
    date: str
    form: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What `base.html` needs. `alternates` maps a locale to an address and names every locale of the site."""

    locale: str
    title: str
    site_name: str
    canonical: str
    alternates: Mapping[str, str]
    feed: str | None
    home: str
    menu: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class SectionPage(Page):
    """A page of a heading and a sentence: a section's front page, or the page for what was not found."""

    heading: str
    text: str


@cache
def labels() -> dict[str, Any]:
    """Return what the templates say around a text, by language."""
    return tomllib.loads(files("crawler.samplesite").joinpath("labels.toml").read_text(encoding="utf-8"))


def frame(site: Site, language: str, path: str, title: str) -> dict[str, Any]:
    """Return the values of a `Page` for the page of `site` at `path`, which has no versions of its own."""
    return {
        "locale": LOCALES[language],
        "title": title,
        "site_name": site.names[language][0].upper() + site.names[language][1:],
        "canonical": f"https://{site.host}{path}",
        "alternates": {LOCALES[other]: f"https://{site.host}{prefix_of(other) or '/'}" for other in LANGUAGES},
        "feed": feed_path(site, language),
        "home": prefix_of(language) or "/",
        "menu": _menu(site, language),
    }


def alternates(document: Document, site: Site) -> dict[str, str]:
    """Return the addresses that the platform names for every locale, whether there is such a version or not."""
    known = versions(document) if document.declared else {document.language: document}
    return {
        LOCALES[language]: f"https://{site.host}{known.get(language, document).path_on(site, language)}"
        for language in LANGUAGES
    }


def feed_path(site: Site, language: str) -> str | None:
    """Return where the listing's feed is, None where a site has switched it off."""
    if site.publisher is None:
        return None
    return f"{labels()[language]['listing_path']}/-/asset_publisher/{site.publisher}/rss"


def section(site: Site, language: str, path: str, heading: str, text: str) -> str:
    page = SectionPage(**frame(site, language, path, heading), heading=heading, text=text)
    return fill("section.html", language, page)


def not_found(site: Site, language: str, path: str) -> str:
    words = labels()[language]
    return section(site, language, path, words["not_found"], words["not_found_text"])


def fill(template: str, language: str, page: Page) -> str:
    """Return an HTML page."""
    return environment().get_template(template).render(page=page, label=labels()[language], notice=labels()["notice"])


@cache
def environment() -> Environment:
    """Return the template environment. A name that a template uses and nobody gave is an error."""
    environment = Environment(
        loader=PackageLoader("crawler.samplesite"),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["capitalise"] = lambda text: text[0].upper() + text[1:]
    return environment


def _menu(site: Site, language: str) -> tuple[Link, ...]:
    sections = [Link(entry["path"], entry["title"]) for entry in labels()[language]["sections"]]
    guides = [
        Link(text.path, text.title)
        for text in documents()
        if text.path and text.site is site and text.language == language
    ]
    return (*sections, *guides)

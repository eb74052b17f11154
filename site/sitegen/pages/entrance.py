"""The two pages that have no language of their own: the site's root and the page for a wrong address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from parsers.model import Language
from sitegen.texts import OWN_NAMES, texts
from sitegen.texts import mark as _


@dataclass(frozen=True, slots=True)
class Door:
    """The way into the site in one language, in that language's words: names of pages, and the search's label."""

    language: Language
    name: str
    heading: str
    text: str
    search: str
    search_label: str
    browse: str
    calls: str


@dataclass(frozen=True, kw_only=True)
class EntrancePage:
    """The choice of a language; `root` is the way to the site's root."""

    template: ClassVar[str] = "entrance.html"

    path: str
    root: str
    doors: tuple[Door, ...]
    base_url: str | None


@dataclass(frozen=True, kw_only=True)
class NotFoundPage(EntrancePage):
    """Served for any address that does not exist, so its links start from the host: they cannot be relative."""

    template: ClassVar[str] = "404.html"


def entrance_page(languages: tuple[Language, ...], base_url: str | None) -> EntrancePage:
    """Return the page at the site's root."""
    lead = _("Finnish government releases about grant calls, in Finnish and Swedish side by side.")
    return EntrancePage(path="", root="./", doors=_doors(languages, "Hakuarkisto", lead), base_url=base_url)


def not_found_page(languages: tuple[Language, ...], base_url: str | None) -> NotFoundPage:
    """Return the page for addresses that do not exist; without a base address the site is taken to be at the root."""
    root = urlsplit(base_url).path if base_url else "/"
    heading = _("There is no page at this address")
    lead = _("The address may be mistyped, or the release may have been removed from the archive.")
    return NotFoundPage(path="404.html", root=root, doors=_doors(languages, heading, lead), base_url=base_url)


def _doors(languages: tuple[Language, ...], heading: str, text: str) -> tuple[Door, ...]:
    return tuple(_door(language, heading, text) for language in languages)


def _door(language: Language, heading: str, text: str) -> Door:
    say = texts(language).gettext
    return Door(
        language=language,
        name=OWN_NAMES[language],
        heading=say(heading),
        text=say(text),
        search=say(_("Search")),
        search_label=say(_("Search the archive")),
        browse=say(_("Browse the archive")),
        calls=say(_("Calls")),
    )

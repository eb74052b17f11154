"""What every page has: its language, its place on the site, its other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from parsers.model import Language
from sitegen.addresses import root_of
from sitegen.scope import Scope
from sitegen.texts import OWN_NAMES


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in an interface language."""

    language: Language
    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of one interface language.

    `path` lies under the site's root and ends in a slash, `root` is the relative way there, `title` stands in the
    browser's tab, `section` is the entry of the menu that it belongs to, `alternates` are its versions in all
    interface languages, itself included. `feed` is the path of the feed of what the page lists, `json_ld` what it says
    to programs, as the content of a script element.
    """

    template: ClassVar[str]

    language: Language
    path: str
    root: str
    title: str
    section: str
    alternates: tuple[Alternate, ...]
    base_url: str | None
    feed: str | None = None
    json_ld: Markup | None = None


def common(scope: Scope, tail: str, title: str, section: str = "") -> dict[str, Any]:
    """Return the fields that every page has; `tail` is the page's path inside its language."""
    path = f"{scope.language}/{tail}"
    return {
        "language": scope.language,
        "path": path,
        "root": root_of(path),
        "title": title,
        "section": section,
        "alternates": tuple(Alternate(code, OWN_NAMES[code], f"{code}/{tail}") for code in scope.languages),
        "base_url": scope.base_url,
    }

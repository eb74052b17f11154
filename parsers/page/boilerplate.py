"""What belongs to the site and not to the text: menus, notices, banners, related links, share buttons, footers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

from parsers.page.elements import classes_of, elements_of, holders
from parsers.page.labels import plain, words
from parsers.page.soup import WITHOUT_TEXT

_DROPPED_ROLES = frozenset("navigation banner contentinfo complementary search dialog".split())
_CONTENT_NAMES = frozenset("article main h1".split())
_CONTENT_CLASSES = frozenset("journal-content-article asset-content entry-content".split())
# The usual elements that hold the text, by name, role and id, the surest first.
_ROOTS = ("main", "[role=main]", "#main-content", "article", "#content", "#main", "#column-2-2", "body")
_MOST_ROOTS = 3
_FAIR_SHARE = 0.3
# "display:none", "visibility: hidden"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE_PARTS = frozenset(
    "cookie cookies consent breadcrumb breadcrumbs share sharing social related sidebar pagination skip menu "
    "nav navbar footer banner switcher addtoany sharedaddy toolbar feedback newsletter".split()
)
# "language-version-missing", "language-selector"
_LANGUAGE_PARTS = (frozenset({"language", "version", "missing"}), frozenset({"language", "selector"}))
# The attributes whose words say what an element is.
_NAMING = ("class", "id", "role")
# "cookie-banner", "main_nav other"
_BETWEEN_PARTS = re.compile(r"[\s_-]+")


def remove_boilerplate(soup: BeautifulSoup, elements: Sequence[Tag]) -> None:
    """Take out of `soup`, of which these are the elements, what is not the page's own text."""
    holding = holders([tag for tag in elements if _is_content(tag)])
    repeated = frozenset(map(id, _repeated_links(elements)))
    for tag in list(_site_parts(soup, holding, repeated)):
        tag.decompose()


def content_root(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the text: the first of the usual ones that has a fair share of it."""
    usual: defaultdict[str, list[Tag]] = defaultdict(list)
    for tag in elements_of(soup):
        usual[tag.name].append(tag)
        for mark in (f"[role={tag.get('role')}]", f"#{tag.get('id')}") if tag.attrs else ():
            usual[mark].append(tag)
    body = next(iter(usual["body"]), soup)
    enough = len(body.get_text()) * _FAIR_SHARE
    candidates = (tag for mark in _ROOTS for tag in usual[mark][:_MOST_ROOTS])
    return next((tag for tag in candidates if len(tag.get_text()) >= enough), body)


def _site_parts(soup: BeautifulSoup, holding: frozenset[int], repeated: frozenset[int]) -> Iterator[Tag]:
    """Yield the elements to take out, none of them inside another.

    `holding` are those that hold content, `repeated` those that repeat a link, by their `id()`.
    """
    open_tags: list[Tag] = [soup]
    while open_tags:
        for child in open_tags.pop().children:
            if not isinstance(child, Tag):
                continue
            if id(child) in repeated or _is_dropped(child) or (_names_site_part(child) and id(child) not in holding):
                yield child
            else:
                open_tags.append(child)


def _repeated_links(elements: Sequence[Tag]) -> Iterator[Tag]:
    """Buttons that lead to the file to which the link before them leads."""
    links = [tag for tag in elements if tag.name == "a" and "href" in tag.attrs]
    for link, button in pairwise(links):
        if button.attrs["href"] == link.attrs["href"] and plain(button.get_text()) in words("download"):
            yield button


def _is_content(tag: Tag) -> bool:
    attributes = tag.attrs
    if not attributes or tag.name in _CONTENT_NAMES:
        return tag.name in _CONTENT_NAMES
    return attributes.get("role") == "main" or (
        "class" in attributes and not _CONTENT_CLASSES.isdisjoint(classes_of(tag))
    )


def _is_dropped(tag: Tag) -> bool:
    attributes = tag.attrs
    if not attributes or tag.name in WITHOUT_TEXT:
        return tag.name in WITHOUT_TEXT
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _DROPPED_ROLES:
        return True
    return "style" in attributes and bool(_HIDDEN.search(str(attributes["style"])))


def _names_site_part(tag: Tag) -> bool:
    attributes = tag.attrs
    if not attributes or attributes.keys().isdisjoint(_NAMING) or tag.name in ("html", "body", "main", "article"):
        return False
    names = " ".join(str(attributes.get(name) or "") for name in _NAMING)
    parts = set(_BETWEEN_PARTS.split(names.lower()))
    return not _SITE_PARTS.isdisjoint(parts) or any(named <= parts for named in _LANGUAGE_PARTS)

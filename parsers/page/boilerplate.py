"""What belongs to the site and not to the text: menus, notices, banners, related links, share buttons, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Tag

_DROPPED = (
    "script, style, noscript, template, nav, footer, aside, form, iframe, svg, button, select, dialog, object, embed, "
    "figure, img, video, audio, canvas, input, textarea, [hidden], [aria-hidden=true], "
    "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog]"
)
_CONTENT = ".journal-content-article, .asset-content, .entry-content, article, main, [role=main], h1"
_ROOTS = ("main", "[role=main]", "#main-content", "article", "#content", "#main", "#column-2-2", "body")
# "display:none", "visibility: hidden"
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE_PARTS = frozenset(
    "cookie cookies consent breadcrumb breadcrumbs share sharing social related sidebar pagination skip menu "
    "nav navbar footer banner switcher addtoany sharedaddy toolbar feedback newsletter".split()
)


def remove_boilerplate(soup: BeautifulSoup) -> None:
    """Take out of `soup` what is not the page's own text."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in list(_site_parts(soup)):
        if not tag.decomposed:
            tag.decompose()


def content_root(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the text: the first of the usual ones that has a fair share of it."""
    body = soup.body or soup
    enough = len(body.get_text()) * 0.3
    for selector in _ROOTS:
        for tag in soup.select(selector)[:3]:
            if len(tag.get_text()) >= enough:
                return tag
    return body


def _site_parts(soup: BeautifulSoup) -> Iterator[Tag]:
    yield from soup.select(_DROPPED)
    for tag in soup.find_all(True):
        if _is_hidden(tag) or (_names_site_part(tag) and not tag.select_one(_CONTENT)):
            yield tag


def _is_hidden(tag: Tag) -> bool:
    return bool(_HIDDEN.search(str(tag.get("style", ""))))


def _names_site_part(tag: Tag) -> bool:
    if tag.name in ("html", "body", "main", "article"):
        return False
    names = " ".join([*(tag.get("class") or []), str(tag.get("id") or ""), str(tag.get("role") or "")])
    parts = set(re.split(r"[\s_-]+", names.lower()))
    return bool(parts & _SITE_PARTS) or {"language", "version", "missing"} <= parts or {"language", "selector"} <= parts

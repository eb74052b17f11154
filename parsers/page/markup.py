"""A saved HTML page: where its text is, what is the site's, which versions it declares."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from parsers.page.boilerplate import content_root, remove_boilerplate
from parsers.page.flow import flow
from parsers.page.outline import Page, is_noise, outline
from parsers.page.segments import Segment
from parsers.page.stamps import read_date_line
from parsers.page.versions import declared_versions
from parsers.text.clean import clean_text
from parsers.text.encoding import decode_html

LARGEST_PAGE = 10_000_000
_TITLE_CLASSES = (".asset-title", ".entry-title", ".component-title", ".portlet-title")
# "Haku on avattu - tem.fi", "Haku on avattu | Ministeriö": the site's name after the page's
_SITE_NAME = re.compile(r"\s+[-–|•]\s+[^-–|•]{2,60}$")


def read_html(body: bytes, url: str, charset: str | None = None) -> Page:
    """Read a page of HTML; one without text has no segments.

    `charset` is what the HTTP header said.
    """
    soup = BeautifulSoup(decode_html(body[:LARGEST_PAGE], charset), "lxml")
    declared, hint = declared_versions(soup, url), _language_hint(soup)
    head_title = clean_text(soup.title.get_text()) if soup.title else ""
    published = _published_meta(soup)
    remove_boilerplate(soup)
    segments = [segment for segment in flow(content_root(soup), url) if not is_noise(segment.text)]
    if not any(segment.type not in ("h1", "h2") for segment in segments):
        return Page(())
    segments, title = _title(segments, content_root(soup), head_title)
    page = outline(segments, title)
    return Page(
        segments=page.segments,
        organisation=page.organisation,
        published=page.published or published,
        translated=page.translated,
        form=page.form,
        declared=declared,
        language_hint=hint,
    )


def _language_hint(soup: BeautifulSoup) -> str | None:
    language = soup.html.get("lang") if soup.html else None
    return str(language)[:2].lower() if language else None


def _published_meta(soup: BeautifulSoup) -> str | None:
    meta = soup.find("meta", property="article:published_time")
    stamps = read_date_line(str(meta.get("content", ""))[:10]) if isinstance(meta, Tag) else None
    return stamps.published if stamps else None


def _title(segments: list[Segment], root: Tag, head_title: str) -> tuple[list[Segment], int]:
    """Return the segments with the title among them, and where it is."""
    for text in _title_candidates(segments, root, head_title):
        position = next((n for n, segment in enumerate(segments) if segment.text == text), None)
        if position is not None:
            return segments, position
    title = _SITE_NAME.sub("", head_title)
    return ([Segment("h1", title), *segments], 0) if title else (segments, 0)


def _title_candidates(segments: list[Segment], root: Tag, head_title: str) -> list[str]:
    headings = [segment.text for segment in segments if segment.type == "h1"]
    named = [text for text in headings if text and head_title.startswith(text)]
    marked = [clean_text(tag.get_text()) for name in _TITLE_CLASSES for tag in root.select(name)[:2]]
    return [*named, *headings, *marked, head_title, _SITE_NAME.sub("", head_title)]

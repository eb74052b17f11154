"""A saved HTML page: where its text is, what is the site's, which versions it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bs4 import Tag

from parsers.page.boilerplate import content_root, remove_boilerplate
from parsers.page.elements import classes_of, elements_of, first
from parsers.page.flow import flow
from parsers.page.labels import is_site_line
from parsers.page.outline import Page, is_noise, outline, without_null
from parsers.page.segments import Segment
from parsers.page.soup import soup_of
from parsers.page.stamps import is_labelled_date_line
from parsers.page.versions import declared_versions
from parsers.text.clean import clean_text
from parsers.text.encoding import decode_html

LARGEST_PAGE = 10_000_000
_TITLE_CLASSES = ("asset-title", "entry-title", "component-title", "portlet-title")
_HELSINKI = ZoneInfo("Europe/Helsinki")
_DATED_WITHIN, _OVER_DATE = 20, 4
# "Haku on avattu - tem.fi", "Haku on avattu | Ministeriö": the site's name after the page's
_SITE_NAME = re.compile(r"\s+[-–|•]\s+[^-–|•]{2,60}$")


def read_html(body: bytes, url: str, charset: str | None = None) -> Page:
    """Read a page of HTML; one without text has no segments.

    `charset` is what the HTTP header said.
    """
    soup = soup_of(decode_html(body[:LARGEST_PAGE], charset))
    elements = elements_of(soup)
    declared, hint = declared_versions(elements, url), _language_hint(elements)
    head_title, published = _head_title(elements), _published_meta(elements)
    remove_boilerplate(soup, elements)
    root = content_root(soup)
    segments = without_null([segment for segment in flow(root, url) if not is_noise(segment.text)])
    if not any(segment.type not in ("h1", "h2") for segment in segments):
        return Page(())
    segments, title = _title(segments, root, head_title)
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


def _language_hint(elements: Sequence[Tag]) -> str | None:
    html = first(elements, "html")
    language = html.get("lang") if html else None
    return str(language)[:2].lower() if language else None


def _head_title(elements: Sequence[Tag]) -> str:
    title = first(elements, "title")
    return clean_text(title.get_text()) if title else ""


def _published_meta(elements: Sequence[Tag]) -> str | None:
    """The day that the head gives: its time of day, being no part of what the page says, is left aside."""
    metas = (tag for tag in elements if tag.name == "meta" and tag.get("property") == "article:published_time")
    meta = next(metas, None)
    try:
        moment = datetime.fromisoformat(str(meta.get("content", ""))) if meta else None
    except ValueError:
        return None  # a date that is none says nothing
    return str((moment.astimezone(_HELSINKI) if moment.tzinfo else moment).date()) if moment else None


def _title(segments: list[Segment], root: Tag, head_title: str) -> tuple[list[Segment], int]:
    """Return the segments with the title among them, and where it is."""
    for text in _title_candidates(segments, root, head_title):
        position = next((n for n, segment in enumerate(segments) if segment.text == text), None)
        if position is not None:
            return segments, position
    title = _SITE_NAME.sub("", head_title)
    return ([Segment("h1", title), *segments], 0) if title else (segments, 0)


def _title_candidates(segments: list[Segment], root: Tag, head_title: str) -> Iterator[str]:
    """Yield what may be the title, the likeliest first; a heading that names a part of the site is none."""
    headings = [segment for segment in segments if segment.type.startswith("h") and not is_site_line(segment.text)]
    yield from sorted((each.text for each in headings if head_title.startswith(each.text)), key=len, reverse=True)
    yield from _dated_headings(segments)
    yield from (each.text for each in headings if each.type == "h1")
    for name in _TITLE_CLASSES:
        yield from (clean_text(tag.get_text()) for tag in _with_class(root, name))
    yield from (head_title, _SITE_NAME.sub("", head_title))
    yield from (each.text for each in headings)


def _with_class(root: Tag, name: str) -> list[Tag]:
    """Return the first two elements of a class: what comes later is no title."""
    return [tag for tag in elements_of(root) if name in classes_of(tag)][:2]


def _dated_headings(segments: list[Segment]) -> list[str]:
    """The last heading over the line that says when the page was published."""
    dated = next((n for n, each in enumerate(segments[:_DATED_WITHIN]) if is_labelled_date_line(each.text)), 0)
    over = segments[max(0, dated - _OVER_DATE) : dated]
    return [segment.text for segment in reversed(over) if segment.type.startswith("h")][:1]

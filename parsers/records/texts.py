"""Texts in records, plain or marked up, to segments of a page."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup

from parsers.page.boilerplate import remove_boilerplate
from parsers.page.elements import elements_of
from parsers.page.flow import flow
from parsers.page.segments import Segment
from parsers.text.clean import clean_text

# "<p>Avustusta</p>", "rivi<br/>toinen"; not "alle < 5 000 euroa > 300"
_MARKUP = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
# "&nbsp;", "&#228;"
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6});", re.IGNORECASE)


def segments_of(text: str, url: str) -> list[Segment]:
    """Return the segments of a text: of its markup where it has any, else of its lines. Links are made absolute.

    >>> [(segment.type, segment.text) for segment in segments_of("<h1>Haku</h1><ul><li>kunnat</ul>", "")]
    [('h2', 'Haku'), ('li', 'kunnat')]
    >>> [segment.text for segment in segments_of("Tuki on < 5 000 euroa.\\n\\nHae ajoissa.", "")]
    ['Tuki on < 5 000 euroa.', 'Hae ajoissa.']
    """
    if _MARKUP.search(text) or _ENTITY.search(text):
        soup = BeautifulSoup(text, "lxml")
        remove_boilerplate(soup, elements_of(soup))
        return [_below_title(segment) for segment in flow(soup, url)]
    return [Segment("p", line) for line in map(clean_text, text.split("\n")) if line]


def line_of(text: str) -> str:
    """Return a text as one line without markup.

    >>> line_of("Haku <em>2026</em>\\n&amp; tuki")
    'Haku 2026 & tuki'
    """
    return " ".join(" ".join(segment.text for segment in segments_of(text, "")).split())


def _below_title(segment: Segment) -> Segment:
    """The record's own title is the only heading of the first rank."""
    return replace(segment, type="h2") if segment.type == "h1" else segment

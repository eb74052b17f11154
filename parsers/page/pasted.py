"""A page as a browser copies it: plain text, paragraphs apart by empty lines."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from parsers.page.labels import is_site_line, words
from parsers.page.labels import plain as plain_label
from parsers.page.outline import Page, is_cookie_line, is_noise, is_tag_line, outline
from parsers.page.segments import Segment
from parsers.page.stamps import is_organisation_line, read_date_line, read_form
from parsers.text.clean import clean_text, collapsed

_LONGEST_TEXT = 2_000_000
_LONGEST_HEADING = 110
_DATE_LINE_WITHIN = 15
_SECTIONS_WITHIN = 8
# "- kuvata hankkeen", "• beskriva", "* item"
_BULLET = re.compile(r"[-•*‣▪·]\s+(?=\S)")


def read_pasted(text: str) -> Page:
    """Read pasted text; a page without text has no segments."""
    segments = _segments(text[:_LONGEST_TEXT])
    if not segments:
        return Page(())
    lines = [segment.text for segment in segments]
    return outline(segments, _title_position(lines))


def _segments(text: str) -> list[Segment]:
    paragraphs = re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    segments = [segment for paragraph in paragraphs for segment in _paragraph(paragraph)]
    first = next((n for n, segment in enumerate(segments) if not is_noise(segment.text)), len(segments))
    return _with_headings([s for n, s in enumerate(segments) if n >= first and not (n < 12 and is_cookie_line(s.text))])


def _paragraph(text: str) -> list[Segment]:
    """Split what one paragraph's lines hold: header lines and items apart, other lines together."""
    segments: list[Segment] = []
    for raw in map(collapsed, text.split("\n")):
        line = clean_text(raw)
        bullet = _BULLET.match(line)
        last = segments[-1] if segments else None
        if bullet:
            segments.append(Segment("li", line[bullet.end() :], raw=_BULLET.sub("", raw, count=1)))
        elif line and last and last.type == "p" and not (_stands_alone(line) or _stands_alone(last.text)):
            segments[-1] = replace(last, text=f"{last.text}\n{line}", raw=f"{last.raw}\n{raw}")
        elif line:
            segments.append(Segment("p", line, raw=raw))
    return segments


def _stands_alone(line: str) -> bool:
    site = plain_label(line) in words("end") or plain_label(line) in words("skip")
    return site or bool(read_date_line(line) or read_form(line)) or is_organisation_line(line)


def _with_headings(segments: list[Segment]) -> list[Segment]:
    """A short line without a full stop, followed by running text, was a heading before it was copied."""
    headed = [
        replace(segment, type="h2") if _reads_as_heading(segment) and _is_text_under(following, segment) else segment
        for segment, following in pairwise(segments)
    ]
    return headed + segments[-1:]


def _is_text_under(following: Segment, heading: Segment) -> bool:
    return following.type == "p" and len(following.text) > len(heading.text)


def _reads_as_heading(segment: Segment) -> bool:
    text = segment.text
    one_line = segment.type == "p" and "\n" not in text and len(text) <= _LONGEST_HEADING
    return one_line and text[-1] not in ".,:;" and not _stands_alone(text)


def _title_position(lines: list[str]) -> int:
    """The title stands over the publisher's name and the date line; without a date line it is what comes first, after
    the names of the parts of the site that the page lies in, and after a lead that is repeated under it.
    """
    dated = next((n for n, line in enumerate(lines[:_DATE_LINE_WITHIN]) if read_date_line(line)), 0)
    for position in range(dated - 1, -1, -1):
        line = lines[position]
        if not (is_organisation_line(line) or is_tag_line(line) or read_form(line)):
            return position
    first = max((n + 1 for n, line in enumerate(lines[:_SECTIONS_WITHIN]) if is_site_line(line)), default=0)
    is_lead = first + 2 < len(lines) and lines[first] == lines[first + 2]
    return min(first + is_lead, len(lines) - 1)

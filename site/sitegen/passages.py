"""Passages of a release's text as HTML: its plain characters escaped, with marks and links at given places.

Everything from outside comes in as plain text and leaves through `markupsafe.escape`; only the elements named here
are ever written around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup, escape

from parsers.model import Release
from parsers.privacy import MASK
from sitegen.formats import unbroken

MAX_SPANS = 400
# A sum or date of this length is kept on one line, even in a heading on a phone.
UNBROKEN = 20

_LINK = Markup('<a href="{href}" rel="nofollow noopener">{inner}</a>')
_MARK = Markup('<mark class="{mark}"{anchor}>{inner}</mark>{note}')
_ANCHOR = Markup(' id="{}"')
_NOTE = Markup('<a class="diff-note" href="#{href}">{note}</a>')
_BREAK = Markup("<br>\n")
_WHOLE = Markup('<span class="short">{}</span>')
_REDACTED = Markup('<span class="redacted" aria-hidden="true">{}</span>')
# "-palvelussa" of "Hae avustuksia -palvelussa": no line ends behind such a hyphen
_SUSPENDED = re.compile(r"(?:(?<=\s)|^)(-[^\W\d_]{2,19})(?![\w-])")
# "████ ██████", "████.██████": a name or address that was blacked out
_MASKED = re.compile(rf"({MASK}+(?:[ \u00a0.-]{MASK}+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start:end` of a passage that are a link (`href`) or marked (`mark`: the class of the mark;
    ``broad`` is a whole sentence or line that tells a fact, to be marked more quietly than the value itself).

    `anchor` is the id by which a page points at them; `note` stands behind a mark and leads to `href`.
    """

    start: int
    end: int
    mark: Literal["fact", "broad", "same", "diff", "one-sided"] | None = None
    anchor: str | None = None
    href: str | None = None
    note: str | None = None


def passage(text: str, spans: list[Span]) -> Markup:
    """Return `text[start:end]` of the whole text as HTML, line breaks kept, spans nested where they overlap.

    >>> passage("20.4. <b>", [Span(start=0, end=5, mark="fact", anchor="t1")])
    Markup('<mark class="fact short" id="t1">20.4.</mark> &lt;b&gt;')
    >>> passage("████ ███, neuvos", [])
    Markup('<span class="redacted" aria-hidden="true">████ ███</span>, neuvos')
    """
    return piece(text, 0, len(text), spans)


def is_redacted(*releases: Release) -> bool:
    """Tell whether anything was blacked out of the texts of releases."""
    return any(MASK in block.text for release in releases for block in release.blocks)


def piece(text: str, start: int, end: int, spans: list[Span]) -> Markup:
    """Return ``text[start:end]`` as HTML with those parts of `spans` that lie in it: a table's cell, for example."""
    inside = [_moved(_clip(span, start, end), -start) for span in spans if span.start < end and span.end > start]
    inside.sort(key=lambda span: (span.start, -span.end, span.href is None))
    # Before it is parted by marks: "klo" may stand before one, "16.15" in it.
    return _nest(unbroken(text[start:end]), 0, end - start, inside[:MAX_SPANS])


def _nest(text: str, start: int, end: int, spans: list[Span]) -> Markup:
    """Write `spans`, sorted and lying within `start:end`, the longer ones around the shorter."""
    parts: list[Markup] = []
    while spans:
        outer, rest = spans[0], spans[1:]
        within = [_clip(span, span.start, outer.end) for span in rest if span.start < outer.end]
        beyond = [_clip(span, outer.end, span.end) for span in rest if span.end > outer.end]
        parts += [_plain(text[start : outer.start]), _element(outer, _nest(text, outer.start, outer.end, within))]
        start, spans = outer.end, beyond
    return Markup("").join([*parts, _plain(text[start:end])])


def _element(span: Span, inner: Markup) -> Markup:
    if span.mark is None:
        return _LINK.format(href=span.href, inner=inner)
    anchor = _ANCHOR.format(span.anchor) if span.anchor else ""
    note = _NOTE.format(href=span.href, note=span.note) if span.note else ""
    short = " short" if span.end - span.start <= UNBROKEN else ""
    return _MARK.format(mark=span.mark + short, anchor=anchor, inner=inner, note=note)


def _clip(span: Span, start: int, end: int) -> Span:
    """Cut a span to `start:end`; what does not begin where the span began has its look, not its anchor and note."""
    if span.start >= start:
        return replace(span, end=min(span.end, end))
    return replace(span, start=start, end=min(span.end, end), anchor=None, note=None)


def _moved(span: Span, by: int) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)


def _plain(text: str) -> Markup:
    return _BREAK.join(_line(line) for line in text.split("\n"))


def _line(text: str) -> Markup:
    """Return a line with what was blacked out kept from screen readers, which would read it square by square."""
    if MASK not in text:
        return _with_hyphens(text)
    return Markup("").join(
        _REDACTED.format(part) if part.startswith(MASK) else _with_hyphens(part) for part in _MASKED.split(text)
    )


def _with_hyphens(text: str) -> Markup:
    """Return a text as HTML, a word that a hyphen joins to the name before it kept whole with its hyphen."""
    if "-" not in text:
        return escape(text)
    parts = _SUSPENDED.split(text)
    return Markup("").join(_WHOLE.format(part) if at % 2 else escape(part) for at, part in enumerate(parts))

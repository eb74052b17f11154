"""A release's blocks as what a page shows: headings, paragraphs, lists, tables and quotations, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from parsers.model import Block, Release
from sitegen.addresses import mail_link, web_link
from sitegen.passages import Span, passage, piece

# "1 066 000", "250 000 €", "–", "12,5 %"
_FIGURES = re.compile(r"[\d\s.,€%–-]+")
_TOP_LEVEL = 3
_LOWEST_LEVEL = 6

Spans = dict[int, list[Span]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's text as HTML, with the number by which it is cited."""

    block: int
    html: Markup


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; `figures` for one that holds nothing but numbers."""

    html: Markup
    figures: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row."""

    block: int
    header: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One element of the article. A heading has one piece and its `level`, a list its items, a table its `rows`."""

    type: Literal["heading", "paragraph", "list", "quote", "table"]
    pieces: tuple[Piece, ...] = ()
    rows: tuple[Row, ...] = ()
    level: int = 0
    number: int = 0


def article(release: Release, spans: Spans) -> tuple[Part, ...]:
    """Return the parts of a release's text after its title, marked at `spans` (by block)."""
    numbered = list(enumerate(release.blocks))[1:]
    return tuple(_with_levels(list(_parts(numbered, spans))))


def link_spans(release: Release) -> Spans:
    """Return where the release's own links stand in its text. Only addresses that may be links are given.

    A link is looked for in its block by its text, after the link before it.
    """
    spans: Spans = {}
    for link in release.links:
        href = web_link(link.url) or (mail_link(link.url[7:]) if link.url.startswith("mailto:") else None)
        if href is None or not link.text.strip() or not 0 < link.block < len(release.blocks):
            continue
        found = spans.setdefault(link.block, [])
        start = release.blocks[link.block].text.find(link.text, found[-1].end if found else 0)
        if start >= 0:
            found.append(Span(start=start, end=start + len(link.text), href=href))
    return spans


def block_html(block: Block, spans: list[Span]) -> Markup:
    """Return one block's text as HTML, a table row's cells parted by a bar."""
    return passage(block.text, spans)


def _parts(numbered: list[tuple[int, Block]], spans: Spans) -> Iterator[Part]:
    tables = 0
    for key, group in groupby(numbered, key=_group_key):
        members = list(group)
        if key[0] == "tr":
            tables += 1
            yield Part(type="table", rows=tuple(_row(at, block, spans) for at, block in members), number=tables)
        elif key[0] == "li":
            yield Part(type="list", pieces=tuple(_piece(at, block, spans) for at, block in members))
        else:
            yield from (_single(at, block, spans) for at, block in members)


def _group_key(numbered: tuple[int, Block]) -> tuple[str, int | None]:
    """Items next to each other make a list, rows of one table a table."""
    return numbered[1].type, numbered[1].table


def _single(at: int, block: Block, spans: Spans) -> Part:
    if block.type[0] == "h":
        return Part(type="heading", pieces=(_piece(at, block, spans),), level=int(block.type[1]))
    return Part(type="quote" if block.type == "blockquote" else "paragraph", pieces=(_piece(at, block, spans),))


def _piece(at: int, block: Block, spans: Spans) -> Piece:
    return Piece(at, block_html(block, spans.get(at, [])))


def _row(at: int, block: Block, spans: Spans) -> Row:
    bounds = block.cells or ((0, len(block.text)),)
    return Row(at, block.header, tuple(_cell(block.text, start, end, spans.get(at, [])) for start, end in bounds))


def _cell(text: str, start: int, end: int, spans: list[Span]) -> Cell:
    return Cell(piece(text, start, end, spans), bool(_FIGURES.fullmatch(text[start:end])))


def _with_levels(parts: list[Part]) -> Iterator[Part]:
    """Set the page's headings under its own, closing the gaps between levels that the source left."""
    used = sorted({part.level for part in parts if part.type == "heading"})
    level = _TOP_LEVEL - 1
    for part in parts:
        if part.type == "heading":
            level = min(_TOP_LEVEL + used.index(part.level), level + 1, _LOWEST_LEVEL)
            part = Part(type="heading", pieces=part.pieces, level=level)
        yield part

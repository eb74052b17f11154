"""The text of a page: its blocks and links, and the pieces of it that values are read from."""

from __future__ import annotations

from typing import Literal

import msgspec

Moment = str


Language = str


BlockType = Literal["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "blockquote"]


class Block(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A heading, paragraph, list item, table row or quotation of the release's own text, cleaned.

    Block 0 of a release is its title, as an `h1`. A line break inside a paragraph is kept as ``\\n``.
    A table row's `text` is its cells joined by ``" | "``; `cells` are their offsets, `table` numbers the tables of
    the page from 0, `header` is true for a row of column headings. `raw` is the text before cleaning (odd spaces,
    soft hyphens, words broken by a lost line end), "" where that is the same. Offsets are always into `text`.
    """

    type: BlockType
    text: str
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    header: bool = False
    raw: str = ""


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link inside the release's own text: absolute `url`, its `text`, and the block it stands in."""

    url: str
    text: str
    block: int


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The very characters a value was read from: ``blocks[block].text[start:end] == text``."""

    block: int
    start: int
    end: int
    text: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A page's own text, from which facts are read. `blocks[0]` is the title."""

    language: Language
    blocks: tuple[Block, ...]
    published: Moment | None = None
    translated: Moment | None = None
    form: str | None = None
    links: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        return self.blocks[0].text

    def evidence(self, block: int, start: int, end: int) -> Evidence:
        """Return the characters `start:end` of `block` as evidence."""
        return Evidence(block=block, start=start, end=end, text=self.blocks[block].text[start:end])

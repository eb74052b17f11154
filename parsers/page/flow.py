"""The blocks of a piece of HTML in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from bs4 import Comment, Tag
from bs4.element import NavigableString

from parsers.model import BlockType
from parsers.page.elements import BLOCKS, called, elements_of
from parsers.page.emails import hidden_email, hides_email
from parsers.page.segments import CELL_SEPARATOR, Segment
from parsers.text.clean import clean_text, collapsed

_DEEPEST = 150
_MOST_SEGMENTS = 5_000
_KEPT_TYPES: dict[str, BlockType] = {
    "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6", "li": "li", "blockquote": "blockquote",
}  # fmt: skip


@dataclass(slots=True)
class _Piece:
    """Running text that is being gathered, and the links in it."""

    type: BlockType = "p"
    text: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


class _Flow:
    """Walks a tree once; holds the piece being gathered and the number of tables seen."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.piece = _Piece()
        self.tables = 0

    def walk(self, tag: Tag, type: BlockType, depth: int) -> Iterator[Segment]:
        for child in tag.children:
            if isinstance(child, Tag):
                yield from self._element(child, type, depth)
            elif isinstance(child, NavigableString) and not isinstance(child, Comment):
                self.piece.text.append(str(child).replace("\r", " ").replace("\n", " "))

    def flush(self, type: BlockType) -> Iterator[Segment]:
        """Give what has been gathered, and start anew with a piece of the given type."""
        piece = self.piece
        if not piece.text and not piece.links:
            piece.type = type
            return
        raw, links = "".join(piece.text), tuple(piece.links)
        text = clean_text(raw)
        if text:
            yield Segment(piece.type, text, links, raw=_collapsed(raw, text))
        self.piece = _Piece(type)

    def _element(self, tag: Tag, type: BlockType, depth: int) -> Iterator[Segment]:
        if tag.name == "br":
            self.piece.text.append("\n")
        elif depth >= _DEEPEST:
            self.piece.text.append(tag.get_text(" "))
        elif tag.name == "table" and not called(elements := elements_of(tag), "table"):  # others only lay out the page
            yield from self.flush(type)
            yield from self._table(elements)
        elif tag.name in BLOCKS:
            inner = _block_type(tag, type)
            yield from self.flush(inner)
            yield from self.walk(tag, inner, depth + 1)
            yield from self.flush(type)
        else:
            self._note_link(tag)
            yield from self._inline(tag, type, depth)

    def _inline(self, tag: Tag, type: BlockType, depth: int) -> Iterator[Segment]:
        email = hidden_email(tag)
        if email:
            self.piece.text.append(email)
        else:
            yield from self.walk(tag, type, depth + 1)

    def _note_link(self, tag: Tag) -> None:
        href = str(tag.get("href") or "") if tag.name == "a" else ""
        if href and not href.startswith(("#", "javascript:", "data:", "/cdn-cgi/")):
            self.piece.links.append((_absolute(self.url, href), clean_text(tag.get_text())))

    def _table(self, elements: Sequence[Tag]) -> Iterator[Segment]:
        number, self.tables = self.tables, self.tables + 1
        for caption in called(elements, "caption")[:1]:
            yield from self._row_text(caption)
        for position, row in enumerate(called(elements, "tr")):
            yield from self._row(row, number, first=position == 0)

    def _row_text(self, caption: Tag) -> Iterator[Segment]:
        raw = caption.get_text()
        text = clean_text(raw)
        if text:
            yield Segment("p", text, raw=_collapsed(raw, text))

    def _row(self, row: Tag, table: int, *, first: bool) -> Iterator[Segment]:
        tags = [cell for cell in row.children if isinstance(cell, Tag) and cell.name in ("td", "th")]
        raw_cells = [_cell_text(cell) for cell in tags]
        cells = tuple(" ".join(clean_text(cell).split()) for cell in raw_cells)
        links = tuple(
            (_absolute(self.url, str(link["href"])), clean_text(link.get_text()))
            for link in called(elements_of(row), "a")
            if "href" in link.attrs
        )
        header = all(cell.name == "th" for cell in tags) or (first and not any(c.isdigit() for c in "".join(cells)))
        if any(cells):
            raw = CELL_SEPARATOR.join(map(collapsed, raw_cells))
            yield Segment("tr", CELL_SEPARATOR.join(cells), links, cells, table, header, raw)


def flow(root: Tag, url: str) -> list[Segment]:
    """Return the headings, paragraphs, items, rows and quotations under `root`, cleaned; links made absolute by `url`.

    A line break stays as ``\\n`` inside its paragraph; e-mail addresses that Cloudflare hides are shown.
    """
    walker = _Flow(url)
    segments: list[Segment] = []
    for segment in walker.walk(root, "p", 0):
        segments.append(segment)
        if len(segments) >= _MOST_SEGMENTS:
            return segments
    return [*segments, *walker.flush("p")]


def _block_type(tag: Tag, inherited: BlockType) -> BlockType:
    """A paragraph inside an item or a quotation is still the item or the quotation."""
    if tag.name in _KEPT_TYPES:
        return _KEPT_TYPES[tag.name]
    return inherited if inherited in ("li", "blockquote") else "p"


def _cell_text(cell: Tag) -> str:
    for hidden in filter(hides_email, elements_of(cell)):
        hidden.replace_with(hidden_email(hidden) or hidden.get_text())
    return cell.get_text(" ")


def _collapsed(raw: str, cleaned: str) -> str:
    """Return `raw` as a browser shows it: mostly there was nothing to clean."""
    return cleaned if raw.strip(" \n") == cleaned else collapsed(raw)


def _absolute(url: str, href: str) -> str:
    try:
        return urljoin(url, href.strip())
    except ValueError:
        return ""

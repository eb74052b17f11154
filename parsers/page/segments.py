"""Pieces of a page in reading order, before anything is known of what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from parsers.model import BlockType

CELL_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading, paragraph, item or row as it stands on the page, cleaned, with the links in it as (address, text).

    `raw` is its text before cleaning, runs of the white space of HTML as one space.
    """

    type: BlockType
    text: str
    links: tuple[tuple[str, str], ...] = ()
    cells: tuple[str, ...] = ()
    table: int | None = None
    header: bool = False
    raw: str = field(default="", compare=False)

    def with_text(self, text: str) -> Segment:
        return replace(self, text=text)


def cell_offsets(cells: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return where each cell lies in the row's text.

    >>> cell_offsets(("Hanke", "212 000"))
    ((0, 5), (8, 15))
    """
    offsets, start = [], 0
    for cell in cells:
        offsets.append((start, start + len(cell)))
        start += len(cell) + len(CELL_SEPARATOR)
    return tuple(offsets)

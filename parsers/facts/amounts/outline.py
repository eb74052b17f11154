"""What stands above a block and introduces it: a column's heading, the line above a list, the nearest heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.facts.amounts.tables import cells_of
from parsers.model import Block

# A longer paragraph says something of its own
_LONGEST_LABEL = 60


class Outline:
    """For every block the first of its run of rows or items, and the nearest heading above that (0: none)."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._first: list[int] = []
        self._heading: list[int] = []
        heading = 0
        for index, block in enumerate(blocks):
            continues = index > 0 and _kind(block) is not None and _kind(blocks[index - 1]) == _kind(block)
            self._first.append(self._first[-1] if continues else index)
            self._heading.append(heading)
            heading = index if block.type.startswith("h") else heading

    def intros(self, index: int, start: int) -> Iterator[str]:
        """Yield what introduces the characters from `start` of a block, nearest first. The title introduces nothing."""
        block, first = self._blocks[index], self._first[index]
        if block.type == "tr":
            yield self._column_heading(first, sum(cell[0] <= start for cell in cells_of(block)) - 1)
        if first > 1 and (_kind(block) is not None or _is_label(self._blocks[first - 1])):
            yield self._blocks[first - 1].text
        if self._heading[index]:
            yield self._blocks[self._heading[index]].text

    def _column_heading(self, row: int, place: int) -> str:
        cells = cells_of(self._blocks[row])
        return self._blocks[row].text[slice(*cells[place])] if place < len(cells) else ""


def _is_label(block: Block) -> bool:
    """Return whether a paragraph is only the name of what follows: "Haettavana oleva summa"."""
    text = block.text
    return block.type == "p" and len(text) <= _LONGEST_LABEL and text[-1:] not in ".!?" and "\n" not in text


def _kind(block: Block) -> tuple[str, int | None] | None:
    """Return what a row or an item has in common with the others of its table or list, None for any other block."""
    return (block.type, block.table) if block.type in ("tr", "li") else None

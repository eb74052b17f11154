"""Tables whose headings name the currency: their bare figures are sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from parsers.facts.amounts.headings import Heading, bare_sum, read_heading
from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.tokens import Line
from parsers.model import Block

Cell = tuple[int, int]
# An empty last cell may have lost its space
_SEPARATOR = re.compile(r" \|(?: |$)")


@dataclass
class TableRow:
    """What the headings of a table say of the cells of one row: by place in the row."""

    is_heading: bool = False
    columns: dict[int, Heading] = field(default_factory=dict)


def table_rows(blocks: Sequence[Block], language: str) -> dict[int, TableRow]:
    """Return, by block, what the headings of tables that name money say of the rows."""
    rows: dict[int, TableRow] = {}
    for _, group in groupby(enumerate(blocks), key=lambda numbered: _table(numbered[1])):
        numbered = list(group)
        if numbered[0][1].type == "tr":
            rows.update(_rows_of_table(numbered, language))
    return rows


def cell_sums(
    line: Line, block: Block, row: TableRow, found: Sequence[Sum], language: str
) -> Iterator[tuple[Sum, str | None]]:
    """Yield the bare sums of the cells of `block` with their unit, for cells in which no sum was found."""
    for place, cell in enumerate(cells_of(block)):
        heading = row.columns.get(place)
        if heading is None or any(cell[0] <= other.start < cell[1] for other in found):
            continue
        bare = bare_sum(line, cell, heading.unit)
        if bare:
            yield bare, heading.per


def cells_of(block: Block) -> tuple[Cell, ...]:
    """Return where the cells of a row stand in its text."""
    if block.cells:
        return block.cells
    ends = [mark.span() for mark in _SEPARATOR.finditer(block.text)]
    starts = [0, *(end for _, end in ends)]
    return tuple(zip(starts, [*(start for start, _ in ends), len(block.text)], strict=True))


def _table(block: Block) -> tuple[bool, int | None]:
    return block.type == "tr", block.table


def _rows_of_table(numbered: list[tuple[int, Block]], language: str) -> dict[int, TableRow]:
    rows: dict[int, TableRow] = {}
    columns: dict[int, Heading] = {}
    width = max(len(cells_of(block)) for _, block in numbered)
    for order, (index, block) in enumerate(numbered):
        headings = _headings(block, language)
        if block.header or (order == 0 and _looks_like_heading(headings, block)):
            # two rows of headings, one above the other, head the columns together
            above = rows.get(numbered[order - 1][0]) if order else None
            columns = (above.columns if above and above.is_heading else {}) | _spread(headings, block, width)
            rows[index] = TableRow(is_heading=True, columns=columns)
        elif columns:
            rows[index] = TableRow(columns=columns)
        elif 0 in headings:
            rows[index] = TableRow(columns=dict.fromkeys(range(1, len(cells_of(block))), headings[0]))
    return rows


def _headings(block: Block, language: str) -> dict[int, Heading]:
    found = {}
    for place, (start, end) in enumerate(cells_of(block)):
        heading = read_heading(block.text[start:end], language)
        if heading:
            found[place] = heading
    return found


# "Myönnetty avustus (euroa) | 50 000" as the first row is no row of headings
def _looks_like_heading(headings: dict[int, Heading], block: Block) -> bool:
    if not headings:
        return False
    texts = [block.text[start:end] for start, end in cells_of(block)]
    return not any(text.replace(" ", "").isdigit() for place, text in enumerate(texts) if place not in headings)


# A last heading that spans several columns covers all that rows have beyond it
def _spread(headings: dict[int, Heading], block: Block, width: int) -> dict[int, Heading]:
    last = len(cells_of(block)) - 1
    if last in headings and width > last + 1:
        return headings | dict.fromkeys(range(last, width), headings[last])
    return headings

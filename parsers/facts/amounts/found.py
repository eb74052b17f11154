"""The sums of a page's blocks, in figures, tables and lists, before the words around them are read."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from parsers.facts.amounts.implied import Surroundings, is_money
from parsers.facts.amounts.lexicon import CROWN, lexicon
from parsers.facts.amounts.lists import closing_sum, list_units
from parsers.facts.amounts.mentions import find_sums
from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.tables import TableRow, cell_sums, cells_of, table_rows
from parsers.facts.amounts.tokens import Line, read_line
from parsers.facts.amounts.wordlists import lowered
from parsers.model import Block, Document
from parsers.text.sentences import sentences

_CROWNS = ("SEK", "DKK", "NOK", "ISK")


Span = tuple[int, int]


class Found(NamedTuple):
    """A sum, with the unit that only the heading of its column names."""

    sum: Sum
    per: str | None = None


class BlockSums(NamedTuple):
    """The sums of one block, in order, with the block's sentences."""

    line: Line
    sentences: list[Span]
    found: list[Found]


def find_page_sums(document: Document) -> dict[int, BlockSums]:
    """Return the sums of `document` by block, every one with its currency; blocks without any are left out."""
    language, blocks = document.language, document.blocks
    lines = _lines(document)
    named = {index: sums for index, line in lines.items() if (sums := find_sums(line))}
    rows = table_rows(blocks, language)
    paid = {index: money for index, sums in named.items() if (money := [sum for sum in sums if sum.currency])}
    units = list_units(blocks, paid, language)
    page = _Page(language, sorted({sum.high for sums in paid.values() for sum in sums}))
    result: dict[int, BlockSums] = {}
    for index in sorted({*named, *rows, *units}):
        line = lines.get(index) or read_line(blocks[index].text, language)
        spans = sentences(line.text, language)
        found = list(_of_block(page, line, spans, named.get(index, []), blocks[index], rows.get(index)))
        closing = closing_sum(line, units[index]) if index in units and not found else None
        found += [Found(closing)] if closing else []
        if found:
            result[index] = BlockSums(line, spans, sorted(found, key=lambda each: each.sum.start))
    return _with_currencies(result)


def _lines(document: Document) -> dict[int, Line]:
    """Return the blocks that may state a sum, taken apart."""
    words = lexicon(document.language)
    return {
        index: read_line(block.text, document.language)
        for index, block in enumerate(document.blocks)
        if words.may_state_money(block.text)
    }


class _Page(NamedTuple):
    """What the whole page tells of a sum without a currency: `stated` are the sums that name one, sorted."""

    language: str
    stated: list[Decimal]


def _of_block(
    page: _Page, line: Line, spans: list[Span], sums: list[Sum], block: Block, row: TableRow | None
) -> Iterator[Found]:
    if row and row.is_heading:
        sums = _outside_headings(sums, block, row)
    text = lowered(line.text)
    paid = {sentence_of(spans, sum.start) for sum in sums if sum.currency}
    kept = []
    for sum in sums:
        sentence = sentence_of(spans, sum.start)
        if sum.currency or is_money(
            line, text, sum, Surroundings(sentence, sentence in paid, page.stated), page.language
        ):
            kept.append(sum)
    yield from map(Found, kept)
    if row and not row.is_heading:
        for sum, per in cell_sums(line, block, row, kept, page.language):
            yield Found(sum, per)


# "Tuki (1 000 euroa)" names a unit, no sum
def _outside_headings(sums: list[Sum], block: Block, row: TableRow) -> list[Sum]:
    cells = [cell for place, cell in enumerate(cells_of(block)) if place in row.columns]
    return [sum for sum in sums if not any(start <= sum.start < end for start, end in cells)]


def sentence_of(spans: list[Span], position: int) -> Span:
    """Return the sentence that holds `position`."""
    return spans[max(bisect_right(spans, position, key=lambda span: span[0]) - 1, 0)]


def _with_currencies(found: dict[int, BlockSums]) -> dict[int, BlockSums]:
    """Return `found` with the country of every crown told, and a currency for every sum that names none."""
    crown = _most_common(_currencies(found, set(_CROWNS)), "SEK")
    common = _most_common((crown if code == CROWN else code for code in _currencies(found)), "EUR")
    told = {CROWN: crown, None: common}
    return {
        index: block._replace(
            found=[
                each._replace(sum=each.sum._replace(currency=told.get(each.sum.currency, each.sum.currency)))
                for each in block.found
            ]
        )
        for index, block in found.items()
    }


def _currencies(found: dict[int, BlockSums], wanted: set[str] | None = None) -> Iterator[str]:
    for block in found.values():
        for each in block.found:
            if each.sum.currency and (wanted is None or each.sum.currency in wanted):
                yield each.sum.currency


def _most_common(codes: Iterable[str], otherwise: str) -> str:
    counted = Counter(codes).most_common(1)
    return counted[0][0] if counted else otherwise

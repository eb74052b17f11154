"""Lists whose items end in a sum, where one lacks the currency or only the line above names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from parsers.facts.amounts.currency import currency_behind
from parsers.facts.amounts.headings import bare_sum
from parsers.facts.amounts.lexicon import Unit, lexicon
from parsers.facts.amounts.mentions import find_sums
from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.tokens import Line, Type, read_line
from parsers.model import Block

_ONE = Decimal(1)
_LEAST = Decimal(100)
_CLOSING = (".", ",", ";", ":", ")")
_YEAR_DIGITS = 4


def list_units(blocks: Sequence[Block], found: dict[int, list[Sum]], language: str) -> dict[int, Unit]:
    """Return, by block, the unit of items of lists that state no sum of their own but stand among sums.

    `found` holds the sums of blocks that have any. A list is one of money where the line above it ends in a currency
    ("Avustukset (euroa):"), or where at least half of its other items end in a sum.
    """
    units: dict[int, Unit] = {}
    for items in _lists(blocks):
        unit = _announced(blocks, items[0] - 1, language) or _common(blocks, items, found)
        if unit:
            units.update(dict.fromkeys((index for index in items if not found.get(index)), unit))
    return units


def closing_sum(line: Line, unit: Unit) -> Sum | None:
    """Return the sum that the bare figures at the end of `line` state: "Kemin kaupunki, 35 750"."""
    end = line.count
    while end and line.tokens[end - 1].low in _CLOSING:
        end -= 1
    figure = line.tokens[end - 1]
    if figure.type is not Type.FIGURE or figure.glued:
        return None
    found = bare_sum(line, (figure.start, figure.end), unit)
    plain_year = figure.low.isdecimal() and len(figure.low) == _YEAR_DIGITS
    return found if found and found.high >= _LEAST and not plain_year else None


def _lists(blocks: Sequence[Block]) -> Iterator[list[int]]:
    for is_item, group in groupby(range(len(blocks)), key=lambda index: blocks[index].type == "li"):
        items = list(group)
        if is_item and len(items) > 1:
            yield items


# "Myönnetyt avustukset (euroa):", "Beviljade understöd, euro"
def _announced(blocks: Sequence[Block], index: int, language: str) -> Unit | None:
    if index < 0 or blocks[index].type in ("tr", "li") or not lexicon(language).may_state_money(blocks[index].text):
        return None
    line = read_line(blocks[index].text, language)
    end = line.count
    while end and line.tokens[end - 1].low in _CLOSING:
        end -= 1
    named = currency_behind(line, end - 1) if line.tokens[end - 1].type in (Type.WORD, Type.SIGN) else None
    if named is None or any(found.last >= end for found in find_sums(line)):
        return None
    return named.unit


def _common(blocks: Sequence[Block], items: list[int], found: dict[int, list[Sum]]) -> Unit | None:
    closing = [found[index][-1] for index in items if found.get(index) and _closes(blocks[index], found[index][-1])]
    if not closing or 2 * len(closing) < len(items) - 1:
        return None
    return Unit(closing[0].currency or "EUR", _ONE)


def _closes(block: Block, last: Sum) -> bool:
    return last.currency is not None and not block.text[last.end :].strip(" .,;:)")

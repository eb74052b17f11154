"""Quantities that share a currency: "2–3 miljoonaa euroa", "48 000, 42 500 ja 35 750 euroa".

A chain is one or more quantities, joined by dashes, words or commas, of which the last names the currency. Its parts
become sums and ranges of sums.
"""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.amounts.currency import Marker, currency_before, currency_behind
from parsers.facts.amounts.quantity import Quantity, read_quantity
from parsers.facts.amounts.tokens import Line, Type

RANGE = "range"
AND = "and"
COMMA = "comma"
# "ja enintään noin"
_MOST_BINDING_WORDS = 3


class Item(NamedTuple):
    """A quantity with the currency before or behind it, in tokens from `first` to `last` (exclusive)."""

    quantity: Quantity
    before: Marker | None
    behind: Marker | None
    first: int

    @property
    def last(self) -> int:
        return self.behind.last if self.behind else self.quantity.last

    @property
    def marker(self) -> Marker | None:
        return self.before or self.behind


class Chain(NamedTuple):
    """`joins[i]` says how `items[i]` and `items[i + 1]` are joined."""

    items: list[Item]
    joins: list[str]

    @property
    def last(self) -> int:
        return self.items[-1].last


def read_chain(line: Line, index: int) -> Chain | None:
    """Return the chain of quantities that begins at `index`, whether or not it names a currency."""
    first = _item(line, index)
    if first is None:
        return None
    chain = Chain([first], [])
    while _extend(line, chain):
        continue
    return chain


def _extend(line: Line, chain: Chain) -> bool:
    """Add the next quantity to `chain` where it belongs to it."""
    joined = _join(line, chain)
    following = _item(line, _behind_binding(line, joined[1])) if joined else None
    if joined is None or following is None or not _belongs(line, chain, joined[0], following):
        return False
    between = joined[0] == AND and _is_between(line, chain, following)
    chain.joins.append(RANGE if between else joined[0])
    chain.items.append(following)
    return True


def _item(line: Line, index: int) -> Item | None:
    before = None if line.tokens[index].type is Type.FIGURE else currency_before(line, index)
    quantity = read_quantity(line, before.last if before else index, prefixed=before is not None)
    if quantity is None:
        return None
    return Item(quantity, before, None if before else currency_behind(line, quantity.last), index)


def _join(line: Line, chain: Chain) -> tuple[str, int] | None:
    """Return how the tokens behind `chain` join it to what follows, and where that begins."""
    index = chain.last
    token, words = line.tokens[index], line.words
    if token.type is Type.DASH:
        return None if _is_bullet(line, index) else (RANGE, index + 1)
    if token.type is Type.WORD:
        if token.low in words.joins_range:
            return RANGE, index + 1
        if token.low in words.binding and line.tokens[index + 1].low in words.joins_range:
            return RANGE, index + 2
        if token.low in words.joins_and:
            return AND, index + 1
    if token.low in (",", "+"):
        return (COMMA if token.low == "," else AND), index + 1
    quantity = chain.items[-1].quantity
    if token.type in (Type.FIGURE, Type.WORD) and quantity.ending.endswith(words.range_endings):
        return RANGE, index
    return None


# "vähintään 3 000 ja enintään 25 000 euroa"
def _behind_binding(line: Line, index: int) -> int:
    for place in range(index, index + _MOST_BINDING_WORDS):
        if line.tokens[place].low not in line.words.binding:
            return place
    return index


# A dash that opens a line begins an item of a list
def _is_bullet(line: Line, index: int) -> bool:
    return "\n" in line.text[line.tokens[index - 1].end : line.tokens[index].start]


def _belongs(line: Line, chain: Chain, join: str, following: Item) -> bool:
    """Whether `following` is part of the chain: what names its currency ends a chain, but for a range."""
    last = chain.items[-1]
    if last.marker is None:
        return following.before is None
    if join == AND:
        return _is_between(line, chain, following)
    dashed = join == RANGE and line.tokens[last.last].type is Type.DASH and RANGE not in chain.joins[-1:]
    return dashed and (last.before is not None or following.marker is not None)


# "mellan 2 000 och 80 000 euro", "2 000 ja 80 000 euron välillä", "between €2 000 and €80 000"
def _is_between(line: Line, chain: Chain, following: Item) -> bool:
    both_before = following.before is not None and chain.items[0].before is not None
    if len(chain.items) > 1 or not (following.behind or both_before):
        return False
    opening = chain.items[0].first - 1
    while line.tokens[opening].low in line.words.binding and opening > chain.items[0].first - 1 - _MOST_BINDING_WORDS:
        opening -= 1
    opened = line.tokens[opening].low in line.words.between_before
    return opened or line.tokens[following.last].low in line.words.between_after

"""Telling years and numbers of sections from sums."""

from __future__ import annotations

from parsers.facts.amounts.chain import Chain, Item
from parsers.facts.amounts.quantity import Quantity
from parsers.facts.amounts.tokens import Line

_FIRST, _LAST = 1900, 2100
_CENTURY = 100


# "vuonna 2023 – 67 miljoonaa euroa", "2021–50 000 euroa"; but "2000–5000 euroa"
def reads_as_year(line: Line, left: Item, right: Item) -> bool:
    """Whether a year before a dash is one, and no sum that begins a range."""
    alike = right.quantity.multiplier == 1 and not right.quantity.grouped and len(right.quantity.figure) == len("2023")
    return is_numbered(line, left) or not (alike or left.quantity.number % _CENTURY == 0)


def is_year(quantity: Quantity) -> bool:
    """Whether a number has the form of a year of our time."""
    return quantity.multiplier == 1 and quantity.figure.isdecimal() and _FIRST <= quantity.number <= _LAST


# "vuonna 2002 euro otettiin käyttöön", "2023, 2024 ja 2025, euro"
def names_years(line: Line, chain: Chain) -> bool:
    """Whether all numbers of `chain` are years, in spite of the currency behind them."""
    years = all(is_year(item.quantity) for item in chain.items)
    return years and (len(chain.items) > 2 or is_numbered(line, chain.items[0]))


def is_numbered(line: Line, item: Item) -> bool:
    """Whether a word before `item` makes it a year, a section or a place in a list: "vuonna", "§", "liite"."""
    return line.tokens[item.first - 1].low in line.words.numbering

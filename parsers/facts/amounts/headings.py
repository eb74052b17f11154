"""Headings that make the bare figures below or beside them money: "Tuki (euroa)", "Belopp i euro"."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

from parsers.facts.amounts.chain import Chain, Item, read_chain
from parsers.facts.amounts.currency import Marker, currency_behind
from parsers.facts.amounts.lexicon import Unit, lexicon
from parsers.facts.amounts.mentions import find_sums
from parsers.facts.amounts.sums import Sum, read_sums
from parsers.facts.amounts.terms import unit_behind
from parsers.facts.amounts.tokens import Line, Type, read_line
from parsers.numbers.figures import figure_value

_ONE = Decimal(1)
# "Tuki (1 000 euroa)", "miljoonaa euroa"
# "2024 €" above a column
_YEAR = re.compile(r"20\d\d(?!\d)")
_FOOTNOTES = frozenset("*).†¹²")
_POWERS = (Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000))


class Heading(NamedTuple):
    """The unit of the figures under a heading, and what they are for each of ("€/hlö")."""

    unit: Unit
    per: str | None


def read_heading(text: str, language: str) -> Heading | None:
    """Return what makes the figures under `text` money, None where nothing does or where `text` states a sum itself.

    >>> read_heading("Tuki (1 000 euroa)", "fi").unit, read_heading("Avustus, €/hlö", "fi").per
    (Unit(currency='EUR', factor=Decimal('1000')), 'person')
    >>> read_heading("Alle 5 000 euron avustukset", "fi"), read_heading("Hanke", "fi")
    (None, None)
    """
    if not lexicon(language).may_state_money(text):
        return None
    line = read_line(text, language)
    sums = [found for found in find_sums(line) if found.currency]
    if sums:
        return _of_power(line, sums, language)
    for index in range(line.count):
        unit = _unit_at(line, index)
        if unit:
            return Heading(unit.unit, unit_behind(line, unit.last, language))
    return None


def _of_power(line: Line, sums: list[Sum], language: str) -> Heading | None:
    found = sums[0]
    if len(sums) == 1 and found.currency and _YEAR.match(line.text, found.start):
        return Heading(Unit(found.currency, _ONE), unit_behind(line, found.last, language))
    alone = len(sums) == 1 and line.tokens[found.first - 1].low in ("(", ",", "/", ":", "", "[")
    if not alone or found.currency is None or found.low != found.high or found.low not in _POWERS:
        return None
    return Heading(Unit(found.currency, found.low), unit_behind(line, found.last, language))


def _unit_at(line: Line, index: int) -> Marker | None:
    low = line.tokens[index].low
    if low in line.words.headings:
        return Marker(Unit("EUR", _ONE), index + 1)
    numbers = line.words.numbers
    factor = numbers.multipliers.get(low) or numbers.before_currency.get(low)
    named = currency_behind(line, index + 1) if factor else None
    if factor and named:
        return named._replace(unit=named.unit._replace(factor=named.unit.factor * factor))
    return currency_behind(line, index) if line.tokens[index].type in (Type.WORD, Type.SIGN) else None


def bare_sum(line: Line, span: tuple[int, int], unit: Unit) -> Sum | None:
    """Return the sum that the characters `span` of `line` state in figures alone, perhaps with "enint." or a "*".

    `unit` is what a heading says of it. None where anything else stands there: "12 kpl", "15 %", "1.3.2024".
    """
    first, last = (bisect_left(line.tokens, place, 0, line.count, key=lambda token: token.start) for place in span)
    while first < last and line.tokens[first].low in line.words.binding:
        first += 1
    while first < last and line.tokens[last - 1].low in _FOOTNOTES:
        last -= 1
    chain = read_chain(line, first) if first < last else None
    if chain is None or chain.last != last or chain.items[-1].marker:
        return None
    found = read_sums(line, _in_unit(chain, unit))
    return found[0] if len(found) == 1 and found[0].first == first else None


def _in_unit(chain: Chain, unit: Unit) -> Chain:
    """Return `chain` as though each of its figures named `unit`."""
    return Chain([_item_in_unit(item, unit) for item in chain.items], chain.joins)


def _item_in_unit(item: Item, unit: Unit) -> Item:
    quantity = item.quantity
    if quantity.figure and unit.factor > 1:
        number = figure_value(quantity.figure, multiplied=True) or quantity.number
        quantity = quantity._replace(number=number, value=number * quantity.multiplier)
    return Item(quantity, Marker(unit, item.first), None, item.first)

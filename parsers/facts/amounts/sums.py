"""The sums and ranges of sums that a chain of quantities states."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from parsers.facts.amounts.chain import COMMA, RANGE, Chain, Item
from parsers.facts.amounts.quantity import Quantity
from parsers.facts.amounts.tokens import Line
from parsers.facts.amounts.years import is_numbered, is_year, names_years, reads_as_year
from parsers.numbers.figures import plain

_ONE = Decimal(1)
_THOUSAND = Decimal(1_000)
_MILLION = Decimal(1_000_000)
_LONGEST_LIST = 50
# "15 ja 30 euroa" are two sums; in "3 ja 4 500 euroa" the 3 counts something else
_WIDEST_SHARING = 100


class Sum(NamedTuple):
    """An amount in the characters from `start` to `end`, the tokens from `first` to `last` (exclusive).

    `currency` is None where none is named, and `bare` true where there is no multiplier either.
    """

    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal
    currency: str | None
    approximate: bool = False
    bare: bool = False


class _Scale(NamedTuple):
    """What the last quantity of a chain lends to those before it."""

    currency: str | None
    multiplier: Decimal
    value: Decimal


class _Group(NamedTuple):
    """Quantities joined by dashes; `listed` says that a comma follows."""

    items: list[Item]
    listed: bool


def read_sums(line: Line, chain: Chain) -> list[Sum]:
    """Return the sums of `chain`, in order; without a currency only what counts millions, or thousands set apart.

    Of quantities that share a currency, those that look like years, numbers of sections and the like are left out,
    with all that stands before them: "2023 och 67 miljoner euro" is one sum.
    """
    groups = _groups(chain)
    scale = _scale(groups[-1].items)
    last = groups[-1].items[-1]
    if scale is None and _has_thousands(last.quantity):
        scale = _Scale(None, _ONE, last.quantity.value)
        return [_sum(line, last, scale)._replace(bare=True)]
    if scale is None or names_years(line, chain):
        return []
    found = _sums_of_group(line, groups[-1].items, scale)
    if found[0].first != groups[-1].items[0].first:
        return found
    for group in reversed(groups[:-1][-_LONGEST_LIST:]):
        if not _is_money(line, group, scale):
            break
        # what stands behind the last quantity is said of all
        found = [sum._replace(last=chain.last) for sum in _sums_of_group(line, group.items, scale)] + found
    return found


def _groups(chain: Chain) -> list[_Group]:
    groups, items = [], [chain.items[0]]
    for join, item in zip(chain.joins, chain.items[1:], strict=True):
        if join == RANGE:
            items.append(item)
        else:
            groups.append(_Group(items, join == COMMA))
            items = [item]
    return [*groups, _Group(items, False)]


def _scale(items: list[Item]) -> _Scale | None:
    last = items[-1].quantity
    marker = items[-1].marker or items[-2:][0].marker
    if marker is None:
        return _Scale(None, last.multiplier, last.value) if last.multiplier >= _MILLION else None
    return _Scale(marker.unit.currency, last.multiplier * marker.unit.factor, last.value * marker.unit.factor)


def _sums_of_group(line: Line, items: list[Item], scale: _Scale) -> list[Sum]:
    """Return the range of the last two items, else the last one, with the one before it where that names a currency."""
    last = _sum(line, items[-1], scale)
    if len(items) == 1:
        return [last]
    left, right = items[-2:]
    if not (is_year(left.quantity) and reads_as_year(line, left, right)):
        low, high = _range_start(left, right, scale), last.high
        if low < high and _same_currency(left, right):
            return [last._replace(start=_start(line, left), first=left.first, low=plain(low))]
    # "12 000–360 pund": the dash is no range, but both are money
    return [_sum(line, left, scale), last] if left.marker or _has_thousands(left.quantity) else [last]


def _sum(line: Line, item: Item, scale: _Scale) -> Sum:
    value = plain(_value(item, scale))
    return Sum(
        start=_start(line, item),
        end=line.tokens[item.last - 1].end,
        first=item.first,
        last=item.last,
        low=value,
        high=value,
        currency=item.marker.unit.currency if item.marker else scale.currency,
        approximate=item.quantity.approximate,
    )


def _start(line: Line, item: Item) -> int:
    return line.tokens[item.first].start


def _value(item: Item, scale: _Scale) -> Decimal:
    quantity = item.quantity
    if item.marker:
        return quantity.value * item.marker.unit.factor
    if quantity.multiplier > 1:
        return quantity.value
    if scale.multiplier <= 1:
        return quantity.number * scale.multiplier
    number = quantity.number_of_units
    return number if number >= _THOUSAND else number * scale.multiplier


# "5–10 000 euroa" means five thousand to ten thousand
def _range_start(left: Item, right: Item, scale: _Scale) -> Decimal:
    low = _value(left, scale)
    bare = left.marker is None and left.quantity.multiplier == 1 and scale.multiplier == 1 and low == int(low)
    rounded = right.quantity.grouped and right.quantity.value % _THOUSAND == 0
    if bare and rounded and 0 < low < _THOUSAND and low * _THOUSAND < right.quantity.value:
        return low * _THOUSAND
    return low


def _same_currency(left: Item, right: Item) -> bool:
    return not left.marker or not right.marker or left.marker.unit.currency == right.marker.unit.currency


# "5 000", "viisituhatta", but not "5000": that is a year, a code, a count
def _has_thousands(quantity: Quantity) -> bool:
    return quantity.value >= _THOUSAND and (quantity.grouped or not quantity.figure)


def _is_money(line: Line, group: _Group, scale: _Scale) -> bool:
    """Whether quantities that stand in a list before the one with the currency count money too."""
    last = group.items[-1]
    quantity = last.quantity
    if last.marker or quantity.multiplier > 1 or (_has_thousands(quantity) and quantity.number_of_units >= _THOUSAND):
        return True
    if group.listed and scale.multiplier <= 1:
        return False
    if is_numbered(line, group.items[0]) or is_year(quantity) or (not quantity.figure and quantity.number <= _ONE):
        return False
    return quantity.number_of_units < _THOUSAND and _value(last, scale) * _WIDEST_SHARING >= scale.value

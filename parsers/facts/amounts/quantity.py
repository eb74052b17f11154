"""A number with its multiplier: "1 047 000", "3 miljoonaa", "en och en halv miljon", "sata tuhatta"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from parsers.facts.amounts.currency import currency_behind
from parsers.facts.amounts.tokens import Line, Token, Type
from parsers.numbers.figures import figure_value, is_grouped, written_out

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_THOUSAND = Decimal(1_000)
_MILLION = Decimal(1_000_000)
_WORDS_AHEAD = 6
_LONGEST_ENDING = 5
# Number words that leave open how many: "muutama sata", "flera tusen"
_OPEN_ROLES = ("ten", "hundred", "thousand", "million")


class Quantity(NamedTuple):
    """`number` times `multiplier`, plus what a second number adds, in the tokens from `first` to `last` (exclusive).

    `figure` holds the digits, "" for words; `ending` is the case ending or last word ("sta", "miljoonasta").
    """

    number: Decimal
    multiplier: Decimal
    value: Decimal
    first: int
    last: int
    figure: str
    ending: str
    approximate: bool = False

    @property
    def grouped(self) -> bool:
        return is_grouped(self.figure)

    @property
    def number_of_units(self) -> Decimal:
        """The number as it reads where a multiplier is said later: "1.125" in "1.125–2 miljoonaa"."""
        return (figure_value(self.figure, multiplied=True) if self.figure else None) or self.number


def read_quantity(line: Line, index: int, prefixed: bool = False) -> Quantity | None:
    """Return the quantity that begins at `index`. `prefixed` says that a currency stands before it."""
    found = _simple(line, index, prefixed)
    if found is None or found.multiplier < _THOUSAND:
        return found
    return _with_tail(line, found)


def _simple(line: Line, index: int, prefixed: bool) -> Quantity | None:
    token = line.tokens[index]
    if token.type is Type.FIGURE:
        return _figure(line, index, prefixed)
    return _words(line, index) if token.type is Type.WORD else None


def _figure(line: Line, index: int, prefixed: bool) -> Quantity | None:
    token = line.tokens[index]
    if _is_part_of_name(line, index):
        return None
    half = line.words.numbers.half(line.lows(index + 1, _WORDS_AHEAD))
    ending, following = _ending(line, index + 1 + half)
    factor, last = _multiplier(line, _behind_repetition(line, following), prefixed)
    if factor > 1 and written_out(token.low):
        factor = _ONE
    number = figure_value(token.low, multiplied=factor > 1)
    if number is None:
        return None
    number += _HALF if half else 0
    return Quantity(number, factor, number * factor, index, last, token.low, line.tokens[last - 1].low or ending)


def _words(line: Line, index: int) -> Quantity | None:
    numbers = line.words.numbers
    lows = line.lows(index, _WORDS_AHEAD)
    found = numbers.number(lows)
    if found is None and not _is_bare_multiplier(line, index):
        return None
    if line.tokens[index - 1].low in line.words.vague and numbers.parts(lows[0])[0].role in _OPEN_ROLES:
        return None
    number, count = (found.value, found.length) if found else (_ONE, 0)
    factor, last = _multiplier(line, _behind_repetition(line, index + count) if count else index, prefixed=False)
    approximate = found is not None and found.approximate
    return Quantity(number, factor, number * factor, index, last, "", line.tokens[last - 1].low, approximate)


# "miljoona euroa", but not the rest of "1/3 miljoonaa"
def _is_bare_multiplier(line: Line, index: int) -> bool:
    low, before = line.tokens[index].low, line.tokens[index - 1]
    numbers = line.words.numbers
    follows_number = before.type in (Type.FIGURE, Type.CODE) or before.low == ")"
    return low in numbers.forms and low in numbers.multipliers and not follows_number


# "viisi (5) miljoonaa euroa", "10 000 (kymmenentuhatta) euroa"
def _behind_repetition(line: Line, index: int) -> int:
    if line.tokens[index].low != "(":
        return index
    inside = line.tokens[index + 1]
    number = inside.type is Type.FIGURE or (inside.type is Type.WORD and _is_number(line, inside))
    return index + 3 if number and line.tokens[index + 2].low == ")" else index


# "TEM321", "AMIF-2": but "EUR500", "2x500" and "noin500"
def _is_part_of_name(line: Line, index: int) -> bool:
    token, before, further = line.tokens[index], line.tokens[index - 1], line.tokens[index - 2]
    if not token.glued:
        return False
    if before.type is Type.WORD:
        joined = before.low == "x" or before.low in line.words.binding
        return not joined and currency_behind(line, index - 1) is None
    if before.type is not Type.DASH or not before.glued or further.type is not Type.WORD:
        return False
    return not _is_number(line, further) and currency_behind(line, index - 2) is None


def _is_number(line: Line, token: Token) -> bool:
    return bool(line.words.numbers.parts(token.low)) or token.low in line.words.numbers.multipliers


# "2 000:sta", "100 000:n"
def _ending(line: Line, index: int) -> tuple[str, int]:
    mark, ending = line.tokens[index], line.tokens[index + 1]
    glued = mark.low == ":" and mark.glued and ending.glued and ending.type is Type.WORD
    return (ending.low, index + 2) if glued and len(ending.low) <= _LONGEST_ENDING else ("", index)


def _multiplier(line: Line, index: int, prefixed: bool) -> tuple[Decimal, int]:
    numbers, low = line.words.numbers, line.tokens[index].low
    if low in line.words.within_number and line.tokens[index + 1].low in numbers.multipliers:
        index, low = index + 1, line.tokens[index + 1].low
    if low in numbers.multipliers:
        return numbers.multipliers[low], _behind_repetition(line, index + 1)
    if low in numbers.before_currency and (prefixed or currency_behind(line, index + 1)):
        return numbers.before_currency[low], index + 1
    return _ONE, index


# "kaksi miljoonaa viisisataatuhatta euroa", "1 miljoona 200 000 euroa", but "kahdesta miljoonasta 500 000 euroon"
def _with_tail(line: Line, head: Quantity) -> Quantity:
    if line.tokens[head.last].type not in (Type.FIGURE, Type.WORD) or head.ending.endswith(line.words.range_endings):
        return head
    tail = _simple(line, head.last, prefixed=False)
    if tail is None or tail.value >= head.multiplier or not currency_behind(line, tail.last):
        return head
    return head._replace(value=head.value + tail.value, last=tail.last, ending=tail.ending)

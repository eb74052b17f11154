"""Currency signs, words and codes before and behind a number."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from parsers.facts.amounts.lexicon import CODES, CROWN, SIGNS, Unit
from parsers.facts.amounts.tokens import Line, Token, Type

_ONE = Decimal(1)
_LEAST_FOR_A_LETTER = 3


class Marker(NamedTuple):
    """A currency in tokens up to `last` (exclusive)."""

    unit: Unit
    last: int


def currency_behind(line: Line, index: int) -> Marker | None:
    """Return the currency that the tokens from `index` on name, index being right behind a number."""
    token = line.tokens[index]
    if token.type is Type.SIGN:
        return Marker(Unit(SIGNS[token.low], _ONE), _behind_ending(line, index + 1))
    if token.type is Type.WORD:
        return _word(line, index)
    if token.type is Type.MARK and token.glued:
        return _behind_mark(line, index)
    if token.type is Type.DASH and line.tokens[index + 1].glued:
        unit = line.words.adjectives.get(line.tokens[index + 1].low)
        return Marker(unit, index + 2) if unit else None
    return None


def currency_before(line: Line, index: int) -> Marker | None:
    """Return the currency that stands at `index` before a figure: "€ 20 000", "SEK 980 000", "kr 500".

    The word "euro" is none: "euro 2024" is no money.
    """
    token = line.tokens[index]
    if line.tokens[index + 1].type is not Type.FIGURE:
        return None
    if token.type is Type.SIGN:
        return Marker(Unit(SIGNS[token.low], _ONE), index + 1)
    if token.type is not Type.WORD:
        return None
    if token.low == "kr" and line.tokens[index - 1].type is not Type.FIGURE:
        return Marker(Unit(CROWN, _ONE), index + 1)
    exact = line.exact(index)
    return Marker(Unit(exact, _ONE), index + 1) if exact in CODES else None


def _word(line: Line, index: int) -> Marker | None:
    words, low, exact = line.words, line.tokens[index].low, line.exact(index)
    if low in words.currencies:
        return Marker(words.currencies[low], _behind_ending(line, index + 1))
    if exact in words.multiplied and not _begins_name(line, index):
        return Marker(words.multiplied[exact], index + 1)
    if exact in CODES:
        return Marker(Unit(exact, _ONE), _behind_ending(line, index + 1))
    if low in words.nationalities:
        return _national(line, index)
    if exact in words.letters and _is_currency_letter(line, index):
        return Marker(words.letters[exact], index + 1)
    return None


# "danska kronor", "US-dollaria"
def _national(line: Line, index: int) -> Marker | None:
    following = index + 2 if line.tokens[index + 1].type is Type.DASH else index + 1
    unit = line.words.currencies.get(line.tokens[following].low)
    if unit is None:
        return None
    code = line.words.nationalities[line.tokens[index].low] if unit.currency == CROWN else unit.currency
    return Marker(Unit(code, unit.factor), following + 1)


# "milj. euroa": the full stop of an abbreviation; "500,- euroa", "500,-", "500:-"
def _behind_mark(line: Line, index: int) -> Marker | None:
    mark, following = line.tokens[index].low, line.tokens[index + 1]
    if mark == "." and _may_be_abbreviation(line.tokens[index - 1]):
        return currency_behind(line, index + 1) if following.type in (Type.WORD, Type.SIGN) else None
    if mark in ",:" and following.type is Type.DASH and following.glued and following.low == "-":
        written = currency_behind(line, index + 2)
        return written or Marker(Unit("EUR" if mark == "," else CROWN, _ONE), index + 2)
    return None


def _may_be_abbreviation(token: Token) -> bool:
    return token.type is Type.WORD and len(token.low) <= len("tuh") + 1


# "600 000 e", but not "5 e §", "e-kirja", "(kohta 5 e)"
def _is_currency_letter(line: Line, index: int) -> bool:
    figure, following = line.tokens[index - 1], line.tokens[index + 1]
    if following.low == "§" or following.low in line.words.numbering:
        return False
    if _begins_name(line, index):
        return False
    large = figure.type is Type.WORD or len(figure.low) >= _LEAST_FOR_A_LETTER
    return large or following.low != ")"


# "Me-säätiö", "e-kirja", "833 e.Kr."
def _begins_name(line: Line, index: int) -> bool:
    following, further = line.tokens[index + 1], line.tokens[index + 2]
    abbreviated = following.low == "." and further.glued and further.type is Type.WORD
    return following.glued and (abbreviated or following.type in (Type.DASH, Type.FIGURE, Type.CODE))


# "€:n", "EUR:n"
def _behind_ending(line: Line, index: int) -> int:
    mark, ending = line.tokens[index], line.tokens[index + 1]
    is_ending = mark.low == ":" and mark.glued and ending.glued and ending.type is Type.WORD
    return index + 2 if is_ending else index

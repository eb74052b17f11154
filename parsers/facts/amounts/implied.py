"""Sums without the currency word that a reader knows to be money: "20 miljoonaa enemmän kuin tänä vuonna"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.tokens import Line, Token, Type
from parsers.facts.amounts.wordlists import pattern
from parsers.language_data import load
from parsers.numbers.parts import known

_CLAUSE_MARK = re.compile(r"[,;:()–—|]\s")
_CLOSING = frozenset('.,;:()!?…”’"»|]')
_WINDOW = 400
_MOST_BETWEEN = 4
_LONGEST_OBJECT = 6
_SHORTEST_PARTICIPLE = 6
# "reilu miljoona" in a title, 1 070 000 euroa in the text
_ROUNDING = Decimal("0.15")


@dataclass(frozen=True)
class MoneyWords:
    """What speaks of money or of giving, what counts other things, and what may stand behind a number of euros."""

    money: re.Pattern[str]
    reserving: re.Pattern[str]
    giving: re.Pattern[str]
    counted: re.Pattern[str]
    counted_endings: tuple[str, ...]
    money_endings: tuple[str, ...]
    counted_after_all: tuple[str, ...]
    agreeing_endings: tuple[tuple[str, ...], ...]
    participle_endings: tuple[str, ...]
    after: frozenset[str]
    copula: frozenset[str]


class Surroundings(NamedTuple):
    """The sentence of a sum, whether another sum in it names its currency, and the sums of the page that do, sorted."""

    sentence: tuple[int, int]
    beside_money: bool
    stated: Sequence[Decimal]


def is_money(line: Line, text: str, found: Sum, around: Surroundings, language: str) -> bool:
    """Whether `found`, which names no currency, is a sum of money.

    Nothing behind it must be what it counts. Millions are money where the sentence speaks of money, or of giving on a
    page of money, or where the page states about the same sum with its currency; less only beside such a sum and right
    behind a word of money: "kuntarahoitus 400 000 ja yksityinen rahoitus 75 000 euroa". `text` is that of `line` in
    lower case.
    """
    words = money_words(language)
    if found.bare:
        return _is_bare_money(line, found, around, words)
    if not _may_be_money(line, found.last, words):
        return False
    if _is_stated(found.high, around.stated, Decimal(0)):
        return True
    if words.counted.search(text, *_clause(text, found, around.sentence)):
        return False
    nearby = max(around.sentence[0], found.start - _WINDOW), min(around.sentence[1], found.end + _WINDOW)
    if around.beside_money or words.money.search(text, *nearby):
        return True
    given = bool(around.stated) and words.giving.search(text, *nearby) is not None
    rounded = given or _is_stated(found.high, around.stated, found.high * _ROUNDING)
    return rounded and not words.counted.search(text, *nearby)


def _is_bare_money(line: Line, found: Sum, around: Surroundings, words: MoneyWords) -> bool:
    """Whether a bare number of thousands is money.

    Beside a sum it is behind a word of money; on a page of money behind or before a word of setting aside:
    "omgången har 400 000 reserverats", "toiselle kierrokselle on varattu 400 000".
    """
    following = line.tokens[found.last]
    closed = following.type is Type.NOTHING or following.low in _CLOSING or following.low in line.words.joins_and
    if around.beside_money:
        return closed and _is_named(line, found, words, words.money)
    if not around.stated:
        return False
    set_aside = words.reserving.fullmatch(following.low) is not None
    return set_aside or (closed and _is_named(line, found, words, words.reserving))


@cache
def money_words(language: str) -> MoneyWords:
    """Return the words of `language`, of Finnish for any that has none."""
    data = load(known(language), "amounts")["implied"]
    return MoneyWords(
        money=pattern(data["money"]),
        reserving=pattern(data["reserving"]),
        giving=pattern(data["giving"]),
        counted=pattern(data["counted"]),
        counted_endings=tuple(data["counted_endings"]),
        money_endings=tuple(data["money_endings"]),
        counted_after_all=tuple(data["counted_after_all"]),
        agreeing_endings=tuple(tuple(endings.split()) for endings in data["agreeing_endings"]),
        participle_endings=tuple(data["participle_endings"]),
        after=frozenset(data["money_after"]),
        copula=frozenset(data["copula"]),
    )


def _may_be_money(line: Line, index: int, words: MoneyWords) -> bool:
    token = line.tokens[index]
    if token.type is Type.NOTHING or token.low in _CLOSING or token.low in words.after:
        return True
    if token.type is Type.DASH:
        return not token.glued
    if token.type is not Type.WORD or not words.counted_endings or _agrees(line, index, words):
        return False
    return not _is_counted(token, words) or _is_object(line, index, words)


# "2 miljoonaa etsintä- ja ensiaputoimintaa harjoittaville järjestöille": what others do, not what is counted
def _is_object(line: Line, index: int, words: MoneyWords) -> bool:
    for place in range(index, index + _LONGEST_OBJECT):
        token = line.tokens[place]
        if place > index and token.low.endswith(words.participle_endings) and len(token.low) > _SHORTEST_PARTICIPLE:
            return True
        joins = token.type is Type.DASH or token.low in line.words.joins_and
        if not joins and not token.low.endswith(words.counted_endings):
            return False
    return False


def _is_counted(token: Token, words: MoneyWords) -> bool:
    if words.counted.fullmatch(token.low) or token.low.endswith(words.counted_after_all):
        return True
    return token.low.endswith(words.counted_endings) and not token.low.endswith(words.money_endings)


# "miljoonaan kotitalouteen", but "5 miljoonaan vuoteen 2030 mennessä"
def _agrees(line: Line, index: int, words: MoneyWords) -> bool:
    multiplier, following = line.tokens[index - 1].low, line.tokens[index].low
    alike = any(multiplier.endswith(ends) and following.endswith(ends) for ends in words.agreeing_endings)
    return alike and following not in line.words.numbering


# "kuntarahoitus 400 000", "enimmäismäärä on viisituhatta"
def _is_named(line: Line, found: Sum, words: MoneyWords, naming: re.Pattern[str]) -> bool:
    for place in range(found.first - 1, found.first - 1 - _MOST_BETWEEN, -1):
        low = line.tokens[place].low
        if naming.fullmatch(low):
            return True
        if low not in words.copula and low not in line.words.binding:
            return False
    return False


def _is_stated(value: Decimal, stated: Sequence[Decimal], tolerance: Decimal) -> bool:
    place = bisect_left(stated, value - tolerance)
    return place < len(stated) and stated[place] <= value + tolerance


def _clause(text: str, found: Sum, sentence: tuple[int, int]) -> tuple[int, int]:
    start, end = max(sentence[0], found.start - _WINDOW), min(sentence[1], found.end + _WINDOW)
    for mark in _CLAUSE_MARK.finditer(text, start, found.start):
        start = mark.end()
    closing = _CLAUSE_MARK.search(text, found.end, end)
    return start, closing.start() if closing else end

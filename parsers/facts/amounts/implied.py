"""Millions without the currency word that a reader knows to be money: "20 miljoonaa enemmän kuin tänä vuonna"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from parsers.facts.amounts.sums import Sum
from parsers.facts.amounts.tokens import Line, Token, Type
from parsers.facts.amounts.wordlists import pattern
from parsers.language_data import load
from parsers.numbers.words import LANGUAGES

_CLAUSE_MARK = re.compile(r"[,;:()–—|]\s")
_CLOSING = frozenset(".,;:)!?…”’\"»|]")
_WINDOW = 400


@dataclass(frozen=True)
class MoneyWords:
    """What speaks of money or of giving, what counts other things, and what may stand behind a number of euros."""

    money: re.Pattern[str]
    giving: re.Pattern[str]
    counted: re.Pattern[str]
    counted_endings: tuple[str, ...]
    money_endings: tuple[str, ...]
    counted_after_all: tuple[str, ...]
    after: frozenset[str]


class Surroundings(NamedTuple):
    """The sentence of a sum, whether another sum in it names its currency, and the sums of the page that do."""

    sentence: tuple[int, int]
    beside_money: bool
    stated: Collection[Decimal]


def is_money(line: Line, text: str, found: Sum, around: Surroundings, language: str) -> bool:
    """Whether `found`, which names no currency, is a sum of money.

    It is where nothing behind it is what it counts, and the sentence speaks of money, or of giving on a page that speaks
    of money, or the page states the same sum with its currency. `text` is that of `line` in lower case.
    """
    words, sentence = money_words(language), around.sentence
    if not _may_be_money(line, found.last, words):
        return False
    if found.high in around.stated:
        return True
    if words.counted.search(text, *_clause(text, found, sentence)):
        return False
    nearby = max(sentence[0], found.start - _WINDOW), min(sentence[1], found.end + _WINDOW)
    if around.beside_money or words.money.search(text, *nearby):
        return True
    given = bool(around.stated) and words.giving.search(text, *nearby) is not None
    return given and not words.counted.search(text, *nearby)


@cache
def money_words(language: str) -> MoneyWords:
    """Return the words of `language`, of Finnish for any that has none."""
    data = load(language if language in LANGUAGES else "fi", "amounts")["implied"]
    return MoneyWords(
        money=pattern(data["money"]),
        giving=pattern(data["giving"]),
        counted=pattern(data["counted"]),
        counted_endings=tuple(data["counted_endings"]),
        money_endings=tuple(data["money_endings"]),
        counted_after_all=tuple(data["counted_after_all"]),
        after=frozenset(data["money_after"]),
    )


def _may_be_money(line: Line, index: int, words: MoneyWords) -> bool:
    token = line.tokens[index]
    if token.type is Type.NOTHING or token.low in _CLOSING or token.low in words.after:
        return True
    if token.type is Type.DASH:
        return not token.glued
    return token.type is Type.WORD and bool(words.counted_endings) and not _is_counted(token, words)


def _is_counted(token: Token, words: MoneyWords) -> bool:
    if words.counted.fullmatch(token.low) or token.low.endswith(words.counted_after_all):
        return True
    return token.low.endswith(words.counted_endings) and not token.low.endswith(words.money_endings)


def _clause(text: str, found: Sum, sentence: tuple[int, int]) -> tuple[int, int]:
    start, end = max(sentence[0], found.start - _WINDOW), min(sentence[1], found.end + _WINDOW)
    for mark in _CLAUSE_MARK.finditer(text, start, found.start):
        start = mark.end()
    closing = _CLAUSE_MARK.search(text, found.end, end)
    return start, closing.start() if closing else end

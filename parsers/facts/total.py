"""The headline sum of a page: what can be applied for in all, or was granted in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from parsers.facts.amounts.role_words import role_words
from parsers.facts.amounts.wordlists import lowered, pattern
from parsers.language_data import load
from parsers.model import Amount, Document, Kind, Role
from parsers.numbers.parts import known

_WANTED = {Kind.CALL: (Role.AVAILABLE, Role.GRANTED), Kind.DECISION: (Role.GRANTED, Role.AVAILABLE)}
_NO_TOTAL = (Role.COST, Role.PER_APPLICANT, Role.MAXIMUM, Role.MINIMUM)
_LIMITS = (Role.COST, Role.MAXIMUM, Role.MINIMUM)
_LEAD = 120
_HEADLINE_PARAGRAPHS = 2
_CLAUSE = re.compile(r"[,;(]\s|[.:]\s")
_STOP = re.compile(r"[.:!?]\s")
# How far the exact sum may lie from one that is rounded to a single digit
_NEAR = Decimal("0.05")
_NEAR_WHERE_SAID = Decimal("0.25")


class Headline(NamedTuple):
    """The sum of the title or the text that says what there is in all, and its most exact form on the page."""

    stated: Amount
    exact: Amount


def headline_total(document: Document, amounts: Sequence[Amount], kind: Kind) -> Decimal | None:
    """Return the sum that `document` applies or grants in all, None where there is none.

    The title's sum comes first, in the exact form that the text gives it ("14 miljoonaa" in the title, 12 417 890 in
    the text). Pages that are neither call nor decision have no total, nor have several calls without a common sum.
    """
    found = headline(document, amounts, kind)
    return found.exact.max if found else None


def headline(document: Document, amounts: Sequence[Amount], kind: Kind) -> Headline | None:
    """Return the sum that is the total, where it is headline and where it is exact; None where there is none."""
    if kind not in _WANTED:
        return None
    plain = [amount for amount in amounts if amount.per is None]
    stated = _of_title(plain) or _of_text(document, plain, kind)
    return Headline(stated, _exact(stated, plain, kind)) if stated else None


def _of_title(amounts: Sequence[Amount]) -> Amount | None:
    titled = [amount for amount in amounts if amount.block == 0 and amount.role not in _NO_TOTAL]
    if len({amount.max for amount in titled}) != 1 or _is_for_one(titled[0], amounts):
        return None
    return titled[0]


def _is_for_one(titled: Amount, amounts: Iterable[Amount]) -> bool:
    """Whether the text says that the title's sum is what one applicant gets."""
    return any(other.role in _NO_TOTAL[1:] and other.block and other.max >= titled.max for other in amounts)


def _of_text(document: Document, amounts: Sequence[Amount], kind: Kind) -> Amount | None:
    own = [each for each in amounts if each.block and not _is_elsewhere(document, each, kind)]
    if said := _said_of_all(document, own, _WANTED[kind][0]):
        return said
    for role in _WANTED[kind]:
        found = [each for each in own if each.role is role]
        common = _common(document, found) if found else None
        if common or (found and kind is Kind.CALL):
            return common
    proposed = [
        each for each in amounts if each.role is Role.OTHER and each.block and _lead(document, each, "proposed")
    ]
    return proposed[0] if kind is Kind.CALL and len(proposed) == 1 else None


def _said_of_all(document: Document, amounts: Sequence[Amount], role: Role) -> Amount | None:
    """Return the first sum that is said to be in all, where none of `role` exceeds it."""
    given = [each for each in amounts if each.role in (Role.GRANTED, Role.AVAILABLE)]
    said = next((each for each in given if _lead(document, each, "common")), None)
    beside = (each.max for each in given if each.role is role)
    return said if said and all(value <= said.max for value in beside) else None


def _common(document: Document, amounts: Sequence[Amount]) -> Amount | None:
    """Return the sum that the others are parts of: the only one, said to be in all, or first in the running text."""
    if len({amount.max for amount in amounts}) == 1:
        return amounts[0]
    said = [amount for amount in amounts if _lead(document, amount, "common")]
    first = _first_of_text(document, amounts)
    return max([*said[:1], *first], key=lambda amount: amount.max, default=None)


def _first_of_text(document: Document, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the first sum of the running text, none where it is one of several that stand side by side.

    The first two paragraphs state the headline; what comes later counts only where it is the only sum.
    """
    running = [amount for amount in amounts if document.blocks[amount.block].type in ("p", "blockquote")]
    if not running or (running[0].block > _first_heading(document) and len({each.max for each in amounts}) > 1):
        return []
    first = running[0]
    beside = [each for each in running if each.currency == first.currency and each.max != first.max]
    if first.block <= _HEADLINE_PARAGRAPHS:
        beside = [each for each in beside if each.block == first.block]
    parts = sum({each.max for each in beside}, Decimal(0))
    return [first] if not beside or abs(parts - first.max) <= first.max * _NEAR else []


def _first_heading(document: Document) -> int:
    headings = (index for index, block in enumerate(document.blocks) if index and block.type.startswith("h"))
    return next(headings, len(document.blocks))


def _is_elsewhere(document: Document, amount: Amount, kind: Kind) -> bool:
    """Whether the sum is of another time, only a part, or that of which the call gives a part.

    "edellisellä kierroksella", "lisäksi", "josta", "suurin avustus"; "ohjelmaan on osoitettu" where nobody applies.
    """
    if (kind is Kind.CALL and _is_of_past(document, amount)) or _is_extreme(document, amount):
        return True
    if _lead(document, amount, "whole") and not _lead(document, amount, "applied"):
        return True
    return _lead(document, amount, "elsewhere")


# "Viime vuonna myönnettiin", but not "Eduskunta myönsi tarkoitukseen", which is what can be applied for
def _is_of_past(document: Document, amount: Amount) -> bool:
    return _lead(document, amount, "past") and not _lead(document, amount, "givers")


# "Suurin avustus, 620 000 euroa, meni"
def _is_extreme(document: Document, amount: Amount) -> bool:
    """Whether the sentence speaks of the largest or smallest of several before it comes to `amount`."""
    text = document.blocks[amount.block].text
    start = max(0, amount.start - _LEAD)
    start = max([start, *(mark.end() for mark in _STOP.finditer(text, start, amount.start))])
    return role_words(document.language).extreme.search(lowered(text[start : amount.start])) is not None


def _lead(document: Document, amount: Amount, key: str) -> bool:
    """Whether the clause that leads to `amount` holds any of the words `key`."""
    text = document.blocks[amount.block].text
    start = max(0, amount.start - _LEAD)
    for mark in _CLAUSE.finditer(text, start, amount.start):
        start = mark.end()
    return _words(document.language, key).search(lowered(text[start : amount.start])) is not None


@cache
def _words(language: str, key: str) -> re.Pattern[str]:
    return pattern(load(known(language), "amounts")["total"][key])


def _exact(headline: Amount, amounts: Sequence[Amount], kind: Kind) -> Amount:
    """Return the most exact form of `headline` that the page gives; of another role only one that is very near."""
    forms = [
        each
        for each in amounts
        if _is_exacter(each, headline)
        and (each.role in _WANTED[kind] or (each.role not in _LIMITS and _is_near(each, headline)))
    ]
    return max(forms, key=lambda amount: _digits(amount.max), default=headline)


def _is_near(amount: Amount, rounded: Amount) -> bool:
    return abs(amount.max - rounded.max) <= rounded.max * _NEAR


def _is_exacter(amount: Amount, rounded: Amount) -> bool:
    """Whether `rounded` is `amount` in fewer digits.

    A sum rounded to one digit covers much: there the two must lie close, unless the page says that it is rounded.
    """
    if amount.currency != rounded.currency or _digits(amount.max) <= _digits(rounded.max):
        return False
    said = rounded.approximate or rounded.bound in ("over", "under")
    distance = abs(amount.max - rounded.max) / rounded.max if rounded.max else Decimal(1)
    if _digits(rounded.max) == 1 and distance > (_NEAR_WHERE_SAID if said else _NEAR):
        return False
    unit = Decimal(1).scaleb(rounded.max.adjusted() - _digits(rounded.max) + 1)
    modes = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING) if said else (ROUND_HALF_UP,)
    return any((amount.max / unit).quantize(Decimal(1), rounding=mode) * unit == rounded.max for mode in modes)


def _digits(value: Decimal) -> int:
    """Return how many digits of `value` say something: 2 for 1 500 000."""
    return len(str(value).replace(".", "").strip("0"))

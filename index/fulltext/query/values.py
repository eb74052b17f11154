"""What stands behind a field's name: days, sums, names; ranges and bounds of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from index.fulltext.language_data import LANGUAGES, load

# "2021", "2021-04", "2021-04-01"
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
# "20.4.2021", "4.2021", "4/2021"
_FINNISH = re.compile(r"(?:(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})[./])?(?P<year>\d{4})")
# "2021-2023", "2021–2023"
_YEARS = re.compile(r"(\d{4})[-–](\d{4})")
# "1 000 000", "1.000.000", "2,5", "1.5", and behind it "M", "milj", "€"
_SUM = re.compile(
    r"(?P<figures>\d{1,3}(?:[ .\u00a0\u202f]\d{3}){1,5}|\d{1,15})(?:[.,](?P<cents>\d{1,3}))?\s?(?P<unit>\D{0,12})"
)
_GROUPS = re.compile(r"[ .\u00a0\u202f]")
_MOST_UNITS = 2


class Bounds(NamedTuple):
    """A range as written: its two ends, None where open, or one value and the sign before it."""

    first: str | None
    last: str | None
    sign: str = ""


class Period(NamedTuple):
    """The days that a date of some exactness covers."""

    first: date
    last: date


def bounds(value: str) -> Bounds | None:
    """Split a value at what makes it a range; None where it is none.

    >>> bounds("2021..2023") == bounds("2021–2023") == Bounds("2021", "2023")
    True
    >>> bounds(">1M")
    Bounds(first='1M', last=None, sign='>')
    >>> bounds("..") is None
    True
    """
    value = value.strip()
    if years := _YEARS.fullmatch(value):
        return Bounds(years[1], years[2])
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            rest = value.removeprefix(sign).strip()
            return (Bounds(rest, None, sign) if sign[0] == ">" else Bounds(None, rest, sign)) if rest else None
    first, dots, last = (part.strip(" .") if index != 1 else part for index, part in enumerate(value.partition("..")))
    if not dots:
        return Bounds(value, value) if value else None
    return Bounds(first or None, last or None) if first or last else None


def period(value: str, today: date) -> Period | None:
    """Return the days that a date means, None where it is no date.

    >>> day = date(2026, 11, 1)
    >>> str(period("2021-02", day).last), str(period("20.4.2021", day).first), period("31.4.2021", day)
    ('2021-02-28', '2021-04-20', None)
    >>> period("tänään", day).first == day
    True
    """
    if value.casefold() in _today():
        return Period(today, today)
    match = _ISO.fullmatch(value) or _FINNISH.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Period(first, first)
    month = month or 12
    return Period(first, first.replace(month=month, day=monthrange(first.year, month)[1]))


def day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(1)


def day_before(day: date) -> date:
    return day if day == date.min else day - timedelta(1)


def euros(value: str) -> Decimal | None:
    """Return the sum that a text means, None where it is none.

    >>> [str(euros(text)) for text in ("1 000 000", "1,5M€", "200k", "2 milj. €", "3.200.000")]
    ['1000000', '1500000.0', '200000', '2000000', '3200000']
    >>> euros("paljon"), euros("1M/v")
    (None, None)
    """
    match = _SUM.fullmatch(value.strip())
    factor = _factor(match["unit"]) if match else None
    if match is None or factor is None:
        return None
    cents = match["cents"]
    return Decimal(_GROUPS.sub("", match["figures"]) + (f".{cents}" if cents else "")) * factor


def is_unit(word: str) -> bool:
    """Whether a word may stand behind the figures of a sum."""
    return word.casefold().rstrip(".") in _units()


def _factor(written: str) -> Decimal | None:
    factor = Decimal(1)
    words = written.casefold().replace(".", " ").split()
    for word in words[:_MOST_UNITS]:
        if word not in _units():
            return None
        factor *= _units()[word]
    return factor if len(words) <= _MOST_UNITS else None


@cache
def _units() -> Mapping[str, Decimal]:
    tables = (load(language)["sums"] for language in LANGUAGES)
    return {word: Decimal(factor) for table in tables for factor, words in table.items() for word in words}


@cache
def _today() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in load(language)["days"]["today"])

"""A field and what stands behind it into a condition, with a sentence for what cannot be understood."""

from __future__ import annotations

from datetime import date
from typing import cast

from index.fulltext.query.fields import NAME_FIELDS, codes_named, codes_of
from index.fulltext.query.nodes import Condition, DayField, Days, Field, NameField, Names, Sums
from index.fulltext.query.values import Bounds, Period, bounds, day_after, day_before, euros, period
from parsers.problems import Problem


def read_condition(field: Field, name: str, value: str, today: date, place: int) -> Condition:
    """Return what `name:value` asks for. Raises Problem, which tells the place of the value in the query.

    >>> str(read_condition("published", "vuosi", "2021..2023", date(2026, 1, 1), 1))
    'published:2021-01-01..2023-12-31'
    >>> str(read_condition("total", "summa", ">1M", date(2026, 1, 1), 1))
    'total:>1000000'
    """
    at: dict[str, object] = {"field": name, "value": value, "place": place}
    if not value.strip():
        raise Problem("{field}: nothing stands behind the colon at character {place}; write {field}:value", **at)
    if field in NAME_FIELDS:
        return _names(field, value, at)
    return _sums(value, at) if field == "total" else _days(cast(DayField, field), value, today, at)


def days(field: DayField, first: str | None, last: str | None) -> Days:
    """Return the condition for dates that are known to be such, each a year, a month or a day."""
    low, high = (period(end, date.min) if end else None for end in (first, last))
    return Days(field, low.first if low else None, high.last if high else None)


def _names(field: NameField, value: str, at: dict[str, object]) -> Names:
    codes: list[str] = []
    for name in filter(None, (part.strip() for part in value.split(","))):
        found = codes_named(field, name)
        if not found:
            message = "{field}:{value} at character {place}: {name} is none of those known: {known}"
            raise Problem(message, **at, name=name, known=", ".join(codes_of(field)))
        if len(found) > 1 and field != "applicant":
            message = "{field}:{value} at character {place}: {name} may be any of {known}; write which"
            raise Problem(message, **at, name=name, known=", ".join(found))
        codes.extend(found)
    if not codes:
        raise Problem("{field}: nothing stands behind the colon at character {place}; write {field}:value", **at)
    return Names(field, tuple(dict.fromkeys(codes)))


def _days(field: DayField, value: str, today: date, at: dict[str, object]) -> Days:
    found = bounds(value)
    first, last = (_period(end, today, at) for end in (found.first, found.last)) if found else (None, None)
    if found is None or (first is None and last is None):
        raise _no_day(at)
    low, high = _days_between(found, first, last)
    if low and high and low > high:
        raise Problem("{field}:{value} at character {place}: ends before it begins", **at)
    return Days(field, low, high)


def _days_between(found: Bounds, first: Period | None, last: Period | None) -> tuple[date | None, date | None]:
    if found.sign == ">" and first:
        return day_after(first.last), None
    if found.sign == "<" and last:
        return None, day_before(last.first)
    return first.first if first else None, last.last if last else None


def _period(written: str | None, today: date, at: dict[str, object]) -> Period | None:
    if written is None:
        return None
    found = period(written, today)
    if found is None:
        raise _no_day(at)
    return found


def _no_day(at: dict[str, object]) -> Problem:
    message = "{field}:{value} at character {place}: not a date; write it as 2021, 2021-04, 2021-04-01 or 2021..2023"
    return Problem(message, **at)


def _sums(value: str, at: dict[str, object]) -> Sums:
    found = bounds(value)
    least, most = (euros(end) if end else None for end in (found.first, found.last)) if found else (None, None)
    if found is None or (least is None and found.first) or (most is None and found.last):
        message = "{field}:{value} at character {place}: not a sum; write it as 500000, 1M, >1M or 100k..1M"
        raise Problem(message, **at)
    if least is not None and most is not None and least > most:
        raise Problem("{field}:{value} at character {place}: ends before it begins", **at)
    return Sums(least, most, over=found.sign == ">", under=found.sign == "<")

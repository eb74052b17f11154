"""From what is printed to the calendar: missing years, impossible days, weekdays that do not fit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from parsers.dates.drafts import Day, Draft
from parsers.dates.mention import Fault
from parsers.model import Moment

# How much farther a day of the wrong side of the reference counts, and the most that a neighbouring date may weigh.
_WRONG_SIDE = 3
_NEIGHBOUR_LIMIT = 300
_WEEKDAY_MISSES = 150
# A school year in Finland runs from August 1 to July 31 (perusopetuslaki 628/1998, 23 §).
_SCHOOL_START, _SCHOOL_END = (8, 1), (7, 31)


class Setting(msgspec.Struct, frozen=True, gc=False):
    """What a missing year is inferred from: the day of publication and the full dates beside it in the sentence."""

    reference: date | None = None
    before: date | None = None
    after: date | None = None
    past: bool = False


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """The bounds of a draft on the calendar."""

    first: Moment | None
    last: Moment | None
    year_inferred: bool
    faults: tuple[Fault, ...]


def resolve(draft: Draft, setting: Setting) -> Resolved:
    """Return the calendar bounds of `draft`; a bound that cannot be is None and named in `faults`."""
    first, last = _with_years(draft, setting)
    start, end = _bounds(draft, first, last)
    faults = _faults(draft, first, last, start, end)
    return Resolved(start, end, _lacks_year(draft), faults)


def has_year(draft: Draft) -> bool:
    """Return whether a year is printed in `draft`, for at least one of its ends."""
    return draft.first.year is not None or (draft.last is not None and draft.last.year is not None)


def _lacks_year(draft: Draft) -> bool:
    return draft.kind != "time" and not has_year(draft)


def _with_years(draft: Draft, setting: Setting) -> tuple[Day, Day | None]:
    first, last = draft.first, draft.last
    if first.shift is not None:
        first = _shifted(first, setting.reference)
    if draft.kind == "time":
        return first, None
    if last is not None and last.shift is not None:
        last = _shifted(last, setting.reference)
    if last is None:
        return (first if first.year else _with_inferred_year(first, setting)), None
    if first.year is None and last.year is None:
        last = _with_inferred_year(last, setting)
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year + _is_later(first, last))
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - _is_later(first, last))
    return first, last


def _is_later(first: Day, last: Day) -> bool:
    """Return whether `first` comes later in the year than `last`, so that a range of both crosses the new year."""
    return (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)


def _shifted(day: Day, reference: date | None) -> Day:
    if reference is None or day.shift is None:
        return day
    meant = reference + timedelta(days=day.shift)
    return replace(day, day=meant.day, month=meant.month, year=meant.year)


def _with_inferred_year(day: Day, setting: Setting) -> Day:
    near = [near for near in (setting.reference, setting.before, setting.after) if near]
    if not near or day.shift is not None:
        return day
    if day.month is None:
        return replace(day, year=near[0].year)
    years = sorted({year for each in near for year in (each.year - 1, each.year, each.year + 1)})
    return replace(day, year=min(years, key=lambda year: _cost(day, year, setting)))


def _cost(day: Day, year: int, setting: Setting) -> float:
    """Return how far-fetched it is that `day` is meant to be in `year`, in days."""
    meant = _on_calendar(day, year)
    if meant is None:
        return float("inf")
    cost: float = 0
    if setting.reference:
        cost += _distance((meant - setting.reference).days, ahead=not setting.past)
    if setting.before:
        cost += min(_distance((meant - setting.before).days, ahead=True), _NEIGHBOUR_LIMIT)
    if setting.after:
        cost += min(_distance((meant - setting.after).days, ahead=False), _NEIGHBOUR_LIMIT)
    return cost + (_WEEKDAY_MISSES if day.weekday not in (None, meant.weekday()) else 0)


def _distance(days: int, *, ahead: bool) -> int:
    return abs(days) if (days >= 0) == ahead or days == 0 else _WRONG_SIDE * abs(days)


def _on_calendar(day: Day, year: int | None = None) -> date | None:
    """Return the day itself, the first of a month or of a year, or None where it cannot be."""
    year = year or day.year
    if year is None:
        return None
    try:
        return date(year, day.month or 1, day.day or 1)
    except ValueError:
        return None


def _bounds(draft: Draft, first: Day, last: Day | None) -> tuple[Moment | None, Moment | None]:
    if draft.kind == "time":
        return None, None
    if draft.kind == "school_years" and last is not None:
        return _school_day(first, _SCHOOL_START), _school_day(last, _SCHOOL_END)
    end = _with_clock(_last_of(last or first), last or first)
    return _with_clock(_on_calendar(first), first), end


def _school_day(year: Day, month_and_day: tuple[int, int]) -> Moment:
    assert year.year is not None
    return date(year.year, *month_and_day).isoformat()


def _last_of(day: Day) -> date | None:
    if day.year is None or day.day is not None:
        return _on_calendar(day)
    month = day.month or 12
    return date(day.year, month, monthrange(day.year, month)[1])


def _with_clock(day: date | None, printed: Day) -> Moment | None:
    if day is None:
        return None
    clock = printed.clock
    return f"{day.isoformat()}T{clock}" if clock and not clock.span else day.isoformat()


def _faults(draft: Draft, first: Day, last: Day | None, start: Moment | None, end: Moment | None) -> tuple[Fault, ...]:
    checks: tuple[tuple[Fault, Callable[[], bool]], ...] = (
        ("truncated_year", lambda: any(day.truncated for day in _ends(first, last))),
        ("missing_year", lambda: draft.kind != "time" and any(day.year is None for day in _ends(first, last))),
        ("impossible_date", lambda: any(_is_impossible(day) for day in _ends(first, last))),
        ("wrong_weekday", lambda: any(_has_wrong_weekday(day) for day in _ends(first, last))),
        ("end_before_start", lambda: bool(start and end and end[:10] < start[:10])),
    )
    return tuple(fault for fault, holds in checks if holds())


def _ends(first: Day, last: Day | None) -> tuple[Day, ...]:
    return (first,) if last is None else (first, last)


def _is_impossible(day: Day) -> bool:
    """Tell 31.11. even without a year: February 29 needs one."""
    if day.day is None or day.month is None:
        return False
    return _on_calendar(day, day.year or 2000) is None


def _has_wrong_weekday(day: Day) -> bool:
    meant = _on_calendar(day)
    return meant is not None and day.weekday is not None and meant.weekday() != day.weekday

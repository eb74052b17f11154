"""Whether two works state what parts of one call do: the same window or a moved one, period of use, and sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parsers.calls.works import Work, days_between
from parsers.model import Moment

_YEAR = 365
# So many days an application may be prolonged.
_LONGEST_EXTENSION = 100
# Days of one window that two works state differently lie so near.
_NEAR = 30


def weigh_facts(base: Work, later: Work) -> Iterator[tuple[str, float]]:
    """Yield the clues of the facts, in log odds; `base` is the work that comes first in a call's story."""
    yield "closes", _closing(base, later)
    yield "opens", _opening(base, later)
    yield "use_period", _use(base, later)
    yield "sums", _sums(base, later)
    yield "people", 0.0 if base.people.isdisjoint(later.people) else 0.7


def _closing(base: Work, later: Work) -> float:
    """The later work states the closing day of the earlier one, or the one that an extension put in its place."""
    if not base.closes or not later.closes:
        return 0.0
    if base.closes & later.closes:
        return 3.0
    if base.closes & later.said or later.closes & base.said:
        return 3.0 if "extension" in (base.role, later.role) else 2.0
    days = days_between(max(base.closes), max(later.closes))
    if base.announces and later.announces:
        return -1.5 if abs(days) <= _NEAR else -6.0
    prolonged = 0 < days <= _LONGEST_EXTENSION if base.announces else abs(days) <= _LONGEST_EXTENSION
    return -0.5 if prolonged else -4.0


def _opening(base: Work, later: Work) -> float:
    if not base.opens or not later.opens:
        return 0.0
    if base.opens & later.opens:
        return 1.5
    days = min(abs(days_between(ours, theirs)) for ours in base.opens for theirs in later.opens)
    return -0.5 if days <= _NEAR else -3.0


def _use(base: Work, later: Work) -> float:
    if not base.use or not later.use:
        return 0.0
    if base.use & later.use:
        return 2.0
    apart = min(_apart(ours, theirs) for ours in base.use for theirs in later.use)
    return -0.5 if apart <= _YEAR / 2 else -4.0


def _apart(ours: tuple[Moment, Moment], theirs: tuple[Moment, Moment]) -> int:
    return min(abs(days_between(ours[0], theirs[0])), abs(days_between(ours[1], theirs[1])))


def _sums(base: Work, later: Work) -> float:
    """Announcements state one total; a decision grants that, or somewhat less, or a little more."""
    if not base.totals or not later.totals:
        return 0.0
    if base.totals & later.totals:
        return 2.0
    if base.totals & later.sums or later.totals & base.sums:
        return 1.0
    if base.announces and later.announces:
        return -2.0
    if later.role != "decision" or base.role == "decision":
        return -1.0
    granted, available = max(map(_value, later.totals)), max(map(_value, base.totals))
    share = float(granted / available) if available else 0.0
    return 1.5 if 0.85 <= share <= 1.02 else 0.5 if 0.5 <= share <= 1.1 else -1.0


def _value(total: str) -> Decimal:
    return Decimal(total.split(" ")[1])

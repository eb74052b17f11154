"""From all documents that a query finds to those that meet the conditions, in the order that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from heapq import nlargest, nsmallest
from typing import Literal, get_args

from index.filters import LATEST, Filter
from index.fulltext.columns import Columns
from index.fulltext.query.conditions import days
from index.fulltext.query.nodes import Condition, Names
from index.fulltext.schema import UNKNOWN
from index.fulltext.snapshot import Scores
from index.fulltext.works import day_number

Sort = Literal["relevance", "published", "deadline", "amount"]
SORTS: tuple[Sort, ...] = get_args(Sort)
_NEVER = day_number(LATEST)


def conditions_of(filter_: Filter) -> list[Condition]:
    """Return the conditions that a filter stands for: some version of the work must meet each."""
    names = ("language", "kind", "authority", "source")
    found: list[Condition] = [
        Names(name, (str(value),))  # type: ignore[arg-type]
        for name in names
        if (value := getattr(filter_, name)) is not None
    ]
    if filter_.narrows_publication:
        found.append(days("published", filter_.date_from, filter_.date_to))
    if filter_.open_on is not None:
        found.append(days("open", filter_.open_on, filter_.open_on))
    return found


def select(columns: Columns, found: Scores, conditions: list[Condition]) -> Scores:
    """Return the documents that meet all conditions."""
    for test in map(columns.test, conditions):
        found = {number: score for number, score in found.items() if test(number)}
    return found


def in_order(columns: Columns, found: Scores, sort: Sort, reverse: bool, most: int) -> list[int]:
    """Return at most so many documents in order.

    By relevance the best first, of equals the newest; by publication the newest, by deadline the earliest, by amount
    the largest. `reverse` turns that round; what has no date or sum comes last in any case.
    """
    published = columns.numbers("published")
    if sort == "relevance":
        sign = -1 if reverse else 1
        near = found if reverse else _best(found, most)
        return nsmallest(most, near, key=lambda number: (-found[number] * sign, -published[number], number))
    value = _value(columns, sort)
    # Only deadlines are asked for from the earliest on.
    sign = -1 if reverse != (sort == "deadline") else 1

    def key(number: int) -> tuple[bool, int, float, int]:
        own = value(number)
        return own == UNKNOWN, -own * sign, -found[number], number

    return nsmallest(most, found, key=key)


def _best(found: Scores, most: int) -> list[int]:
    """Return the documents among which the best so many are: comparing scores alone is much faster than sorting all.

    >>> _best({1: 0.5, 2: 2.0, 3: 1.0, 4: 1.0}, 2)
    [2, 3, 4]
    """
    least = min(nlargest(most, found.values()), default=0.0)
    return [number for number, score in found.items() if score >= least]


def _value(columns: Columns, sort: Sort) -> Callable[[int], int]:
    if sort != "deadline":
        return columns.numbers("published" if sort == "published" else "total").__getitem__
    closes = columns.numbers("open_to")
    return lambda number: UNKNOWN if closes[number] == _NEVER else closes[number]

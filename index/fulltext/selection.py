"""From all documents that a query finds to those that meet the conditions, in order."""

from __future__ import annotations

from collections.abc import Callable
from heapq import nsmallest

from index.filters import Filter
from index.fulltext.schema import NAME_COLUMNS, UNKNOWN
from index.fulltext.snapshot import Scores, Snapshot
from index.fulltext.works import day_number


def select(snapshot: Snapshot, found: Scores, conditions: Filter) -> Scores:
    """Return the documents that meet all conditions."""
    tests = [*_name_tests(snapshot, conditions), *_date_tests(snapshot, conditions)]
    if not tests:
        return found
    return {number: score for number, score in found.items() if all(test(number) for test in tests)}


def best_first(snapshot: Snapshot, found: Scores, most: int) -> list[int]:
    """Return at most so many documents, the best first, of equals the newest."""
    published = snapshot.column("published")
    return nsmallest(most, found, key=lambda number: (-found[number], -published[number], number))


def _name_tests(snapshot: Snapshot, conditions: Filter) -> list[Callable[[int], bool]]:
    """One test for each name asked for: some version of the work must have it."""
    return [
        _having(snapshot.column(name), str(value).encode())
        for name in NAME_COLUMNS
        if (value := getattr(conditions, name)) is not None
    ]


def _having(column: list[bytes], name: bytes) -> Callable[[int], bool]:
    # There are few distinct values: each is split once.
    passing = {value for value in set(column) if name in value.split()}
    return lambda number: column[number] in passing


def _date_tests(snapshot: Snapshot, conditions: Filter) -> list[Callable[[int], bool]]:
    tests: list[Callable[[int], bool]] = []
    if conditions.narrows_publication:
        first, last = day_number(conditions.first_day), day_number(conditions.last_day)
        published = snapshot.column("published")
        tests.append(lambda number: first <= published[number] <= last and published[number] != UNKNOWN)
    if conditions.open_on is not None:
        asked = day_number(conditions.open_on)
        opens, closes = snapshot.column("open_from"), snapshot.column("open_to")
        tests.append(lambda number: opens[number] <= asked <= closes[number])
    return tests

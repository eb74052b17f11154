"""Which works may be parts of one call at all: those that name each other or share a rare mark in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parsers.calls.works import Work

# A mark that more works have than this tells nothing, and would make the work quadratic.
_MOST_SHARING = 30
_MOST_CANDIDATES = 10
_UNIT = 1_000_000
# A decision follows its opening within so many half-years.
_HALF_YEARS = 3

# Parts with tabs between: of all that is looked up here, texts take the least memory.
Mark = str
Edge = tuple[int, int]


def candidates(works: Sequence[Work]) -> list[Edge]:
    """Return the pairs of indexes worth weighing, the lower first: all that a link or case number joins, and for each
    work its likeliest few.

    The rarer a mark that two works share, the more it counts. Time grows with the number of works.
    """
    weights: dict[Edge, int] = defaultdict(int)
    for sharing in _index(works).values():
        if 1 < len(sharing) <= _MOST_SHARING:
            for at, one in enumerate(sharing):
                for other in sharing[at + 1 :]:
                    weights[one, other] += _UNIT // len(sharing)
    return sorted(_best_of_each(weights) | set(_named(works)))


def _index(works: Sequence[Work]) -> dict[Mark, list[int]]:
    index: dict[Mark, list[int]] = defaultdict(list)
    for number, work in enumerate(works):
        for mark in sorted(set(_marks(work))):
            index[mark].append(number)
    return index


def _marks(work: Work) -> Iterator[Mark]:
    words = {mark for title in work.titles.values() for word in title for mark in word}
    # What prolongs, mends or ends a call may have a title of its own; its first sentences tell what it is about.
    words |= frozenset() if work.announces else work.first
    authority = work.authority or ""
    facts = [f"day\t{day}" for day in work.closes | work.opens | work.said]
    facts += [f"use\t{start}\t{end}" for start, end in work.use]
    for fact in facts:
        yield f"{fact}\t{authority}"
        yield from (f"{fact}\t{word}\t" for word in words)
    yield from (f"case\t{case}" for case in work.cases)
    for half in _half_years(work):
        yield from (f"sum\t{sum_}\t{half}" for sum_ in work.totals)
        yield from (f"word\t{word}\t{half}\t{authority}" for word in words)
        # The publisher may be unknown, or an agency and its ministry.
        yield from (f"word\t{word}\t{half}" for word in words)


def _half_years(work: Work) -> list[str]:
    """When a work is looked for: an announcement also in the half-years in which its decision may come."""
    if work.announced is None:
        return [""]
    first = int(work.announced[:4]) * 2 + (work.announced[5:7] > "06")
    return [str(first + later) for later in range(_HALF_YEARS if work.role != "decision" else 1)]


def _named(works: Sequence[Work]) -> Iterator[Edge]:
    numbers = {id_: number for number, work in enumerate(works) for id_ in work.ids}
    for number, work in enumerate(works):
        for link in work.links:
            if (other := numbers.get(link, number)) != number:
                yield min(number, other), max(number, other)


def _best_of_each(weights: dict[Edge, int]) -> set[Edge]:
    of_each: dict[int, list[tuple[int, Edge]]] = defaultdict(list)
    for edge, weight in weights.items():
        for end in edge:
            of_each[end].append((-weight, edge))
    return {edge for found in of_each.values() for _, edge in sorted(found)[:_MOST_CANDIDATES]}

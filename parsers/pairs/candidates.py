"""Which releases may be versions of one text at all: those that share a rare mark, found by an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parsers.pairs.profile import Profile

# A mark that more releases share than this (Finnish times Swedish) is no mark: it would make the work quadratic.
_MOST_SHARED = 144
_MOST_CANDIDATES = 8
# Whole numbers add up to the same in any order.
_UNIT = 1_000_000

Mark = tuple[str, ...]


def candidates(fi: Sequence[Profile], sv: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return the pairs of indexes worth weighing: all declared ones, and for each release its likeliest few.

    The rarer a mark that two releases share, the more it counts. Time grows with the number of releases.
    """
    weights: dict[tuple[int, int], int] = defaultdict(int)
    theirs = _index(sv)
    for mark, ours in _index(fi).items():
        shared = len(ours) * len(theirs.get(mark, ()))
        if 0 < shared <= _MOST_SHARED:
            for pair in ((one, other) for one in ours for other in theirs[mark]):
                weights[pair] += _UNIT // shared
    best = {pair for side in (0, 1) for pair in _best_of_each(weights, side)}
    return sorted(best | set(_declared(fi, sv)))


def _index(profiles: Sequence[Profile]) -> dict[Mark, list[int]]:
    index: dict[Mark, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for mark in set(_marks(profile)):
            index[mark].append(number)
    return index


def _marks(profile: Profile) -> Iterator[Mark]:
    release = profile.release
    stamp, closes, period = release.published, release.application.closes, release.use_period
    context: list[Mark] = [("closes", closes[:10])] if closes else []
    context += [("used", period.start, period.end)] if period else []
    if stamp:
        yield ("stamp", stamp)
        yield ("day", stamp[:10], release.authority or profile.host)
        context.append(("month", stamp[:7]))
    facts: list[Mark] = [("sum", currency, str(value)) for currency, value in profile.sums]
    facts += [("person", mark) for mark in profile.people]
    yield from facts
    yield from ((*fact, *where) for fact in facts for where in context)
    yield from (("case", case) for case in profile.cases)
    yield from (("anchor", token.name) for token in profile.anchors)
    yield from (("name", name) for name in profile.names)
    # A page without a stamp may have no number or name either: its words must do.
    words = profile.title if stamp else profile.known
    yield from (("word", str(key)) for token in words if token.weight == 1 for key in token.keys)


def _declared(fi: Sequence[Profile], sv: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    ours = {profile.address: number for number, profile in enumerate(fi)}
    theirs = {profile.address: number for number, profile in enumerate(sv)}
    for number, profile in enumerate(fi):
        yield from ((number, theirs[url]) for url in profile.declared if url in theirs)
    for number, profile in enumerate(sv):
        yield from ((ours[url], number) for url in profile.declared if url in ours)


def _best_of_each(weights: dict[tuple[int, int], int], side: int) -> Iterator[tuple[int, int]]:
    of_each: dict[int, list[tuple[int, int, tuple[int, int]]]] = defaultdict(list)
    for pair, weight in weights.items():
        of_each[pair[side]].append((-weight, pair[1 - side], pair))
    for found in of_each.values():
        yield from (pair for _, _, pair in sorted(found)[:_MOST_CANDIDATES])

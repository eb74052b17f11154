"""One to one: the set of pairs, no release in two, whose weights add up to the most."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

Edge = tuple[int, int]
_FREE = -1


def assign(weights: Mapping[Edge, int]) -> set[Edge]:
    """Return the one-to-one pairs of the greatest total weight; pairs of no positive weight are never made.

    `weights` maps (left, right) to a whole number. Each left in turn takes the best place it can have if others
    give way (a longest augmenting path), which stays the best for all so far.

    >>> sorted(assign({(0, 0): 5, (0, 1): 4, (1, 0): 4, (1, 1): 0}))
    [(0, 1), (1, 0)]
    """
    choices: dict[int, dict[int, int]] = defaultdict(dict)
    for (left, right), weight in sorted(weights.items()):
        if weight > 0:
            choices[left][right] = weight
    taken: dict[int, int] = {}
    for left in choices:
        _give_place(left, choices, taken)
    return {(left, right) for right, left in taken.items()}


def _give_place(newcomer: int, choices: dict[int, dict[int, int]], taken: dict[int, int]) -> None:
    """Give `newcomer` a place by the exchange of the greatest gain, or leave all as it is where none gains.

    The exchange may end at a free place, or in one of those before losing theirs.
    """
    gain, came_from = {newcomer: 0}, {newcomer: (_FREE, _FREE)}
    best, last = 0, (_FREE, _FREE)
    waiting = deque([newcomer])
    while waiting:
        left = waiting.popleft()
        for right, weight in choices[left].items():
            holder = taken.get(right, _FREE)
            if holder == left:
                continue
            total = gain[left] + weight - (choices[holder][right] if holder != _FREE else 0)
            if total > best:
                best, last = total, (left, right)
            if holder != _FREE and total > gain.get(holder, -1 << 60):
                gain[holder], came_from[holder] = total, (left, right)
                waiting.append(holder)
    while last[0] != _FREE:
        taken[last[1]] = last[0]
        last = came_from[last[0]]

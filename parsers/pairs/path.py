"""The best way through two texts: which runs of blocks say the same, in order, by dynamic programming."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parsers.pairs.evidence import Odds

# Blocks taken on each side, and what that costs against one to one. A list is often one sentence in the other text.
_LONGEST_LIST = 6
_SHAPES = (
    (1, 1, 0.0),
    (2, 2, -4.0),
    *((1, count, -0.1 - 0.7 * count) for count in range(2, _LONGEST_LIST + 1)),
    *((count, 1, -0.1 - 0.7 * count) for count in range(2, _LONGEST_LIST + 1)),
)
# What a block without a counterpart costs.
_SKIP = -1.0
# Up to this many pairs of blocks are all looked at; in longer texts those that lie at about the same place.
_ALL_CELLS = 40_000
_BAND = 40


class Bead(NamedTuple):
    """Runs of blocks that say the same, or a block without a counterpart; `odds` is None for the latter.

    `moved` says that they stand in another place than their surroundings.
    """

    fi: tuple[int, ...]
    sv: tuple[int, ...]
    odds: float | None
    moved: bool = False


class _Step(NamedTuple):
    total: float
    wide: int
    high: int
    odds: float | None


def best_path(odds: Odds, fi: range, sv: range) -> list[Bead]:
    """Return the likeliest alignment of two runs of blocks: beads in order that hold each block once."""
    steps = {(0, 0): _Step(0.0, 0, 0, None)}
    for i, j in _cells(len(fi), len(sv)):
        here = steps.get((i, j))
        if here is not None:
            for step in _steps_from(odds, fi[i:], sv[j:], here.total):
                at = (i + step.wide, j + step.high)
                if at not in steps or step.total > steps[at].total:
                    steps[at] = step
    return _walk_back(steps, fi, sv)


def _cells(width: int, height: int) -> Iterator[tuple[int, int]]:
    if width * height <= _ALL_CELLS:
        yield from ((i, j) for i in range(width + 1) for j in range(height + 1))
        return
    for i in range(width + 1):
        middle = i * height // width
        reach = _BAND + height // width
        yield from ((i, j) for j in range(max(0, middle - reach), min(height, middle + reach) + 1))


def _steps_from(odds: Odds, fi: range, sv: range, total: float) -> Iterator[_Step]:
    if fi:
        yield _Step(total + _SKIP, 1, 0, None)
    if sv:
        yield _Step(total + _SKIP, 0, 1, None)
    if not fi or not sv:
        return
    i, j = fi[0], sv[0]
    for wide, high, cost in _SHAPES:
        if wide <= len(fi) and high <= len(sv) and (wide == high == 1 or odds.may_be_run(i, wide, j, high)):
            gain = odds.of(i, wide, j, high)
            yield _Step(total + gain + cost, wide, high, gain)


def _walk_back(steps: dict[tuple[int, int], _Step], fi: range, sv: range) -> list[Bead]:
    beads, i, j = [], len(fi), len(sv)
    while i or j:
        step = steps[i, j]
        i, j = i - step.wide, j - step.high
        beads.append(Bead(tuple(fi[i : i + step.wide]), tuple(sv[j : j + step.high]), step.odds))
    return beads[::-1]

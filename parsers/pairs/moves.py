"""Sections that stand in different places in the two versions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, product

from parsers.pairs.evidence import Odds
from parsers.pairs.path import Bead, best_path

# What a moved section must have in common to be believed: more than blocks that stand in their order.
_MOVED = 2.3
_MOST_RUNS = 25


def aligned(weights: Odds, fi: range, sv: range) -> list[Bead]:
    """Return the likeliest alignment of two runs of blocks, in the order of the Finnish ones, each block once.

    Those without a counterpart follow, on the Swedish side, the row of the block before them.
    """
    return in_order(with_moved_sections(weights, best_path(weights, fi, sv)))


def with_moved_sections(weights: Odds, beads: list[Bead]) -> list[Bead]:
    """Join the runs that the first pass left over on both sides, the surest first."""
    kept = [bead for bead in beads if bead.fi and bead.sv]
    fi_left = [block for bead in beads if not bead.sv for block in bead.fi]
    sv_left = [block for bead in beads if not bead.fi for block in bead.sv]
    tried: dict[tuple[range, range], list[Bead]] = {}
    while found := _best_move(weights, fi_left, sv_left, tried):
        kept += [bead._replace(moved=_crosses(bead, kept)) for bead in found]
        fi_left = [block for block in fi_left if not any(block in bead.fi for bead in found)]
        sv_left = [block for block in sv_left if not any(block in bead.sv for bead in found)]
    return kept + [Bead((block,), (), None) for block in fi_left] + [Bead((), (block,), None) for block in sv_left]


def _best_move(
    weights: Odds, fi_left: list[int], sv_left: list[int], tried: dict[tuple[range, range], list[Bead]]
) -> list[Bead]:
    best: list[Bead] = []
    for runs in product(_runs(fi_left)[:_MOST_RUNS], _runs(sv_left)[:_MOST_RUNS]):
        if runs not in tried:
            tried[runs] = [bead for bead in best_path(weights, *runs) if bead.odds is not None and bead.odds > 0]
        if _strength(tried[runs]) > max(_MOVED, _strength(best)):
            best = tried[runs]
    return best


def _crosses(bead: Bead, others: Iterable[Bead]) -> bool:
    """Whether a bead stands before one that kept its place in the one version, and behind it in the other."""
    return any((bead.fi < other.fi) != (bead.sv < other.sv) for other in others if not other.moved)


def _strength(beads: Iterable[Bead]) -> float:
    return sum(bead.odds or 0.0 for bead in beads)


def _runs(blocks: list[int]) -> list[range]:
    """Return the runs of consecutive numbers.

    >>> _runs([1, 2, 3, 7, 9, 10])
    [range(1, 4), range(7, 8), range(9, 11)]
    """
    runs = (list(run) for _, run in groupby(enumerate(blocks), key=lambda item: item[1] - item[0]))
    return [range(run[0][1], run[-1][1] + 1) for run in runs]


def in_order(beads: list[Bead]) -> list[Bead]:
    """Return beads in the order of the Finnish text, Swedish blocks of their own after the one that precedes them."""
    row_of = {block: bead.fi[0] for bead in beads if bead.fi for block in bead.sv}
    placed = []
    for bead in beads:
        if bead.fi:
            placed.append(((bead.fi[0], -1), bead))
        else:
            before = max((block for block in row_of if block < bead.sv[0]), default=0)
            placed.append(((row_of.get(before, 0), bead.sv[0]), bead))
    return [bead for _, bead in sorted(placed, key=lambda item: item[0])]

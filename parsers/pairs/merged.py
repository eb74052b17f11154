"""Passages that the English version has no block of its own for, but whose facts it states in another."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.model import AlignedRow, Pair, Release
from parsers.pairs.block_facts import Fact, block_facts

_NONE: frozenset[Fact] = frozenset()


def stated_elsewhere(pair: Pair, fi: Release, sv: Release, en: Release) -> dict[int, int]:
    """Return, by number of a row without an English block, the English block that states most of the row's facts.

    A fact that the row beside that block has too is no sign that the block says what the row says: headline sums are
    repeated. Rows without facts, or whose facts the English version does not state, are left out.
    """
    if pair.english is None:
        return {}
    ours, theirs, english = block_facts(fi), block_facts(sv), block_facts(en)
    said = [_of_row(row, ours, theirs) for row in pair.alignment]
    row_of = {block: number for number, row in enumerate(pair.english.rows) for block in row}
    found = {}
    for number in (number for number, row in enumerate(pair.english.rows) if not row and said[number]):
        new = {at: len((said[number] & english.get(at, _NONE)) - said[beside]) for at, beside in row_of.items()}
        best = max(new, key=lambda block: (new[block], -abs(row_of[block] - number), -block), default=None)
        if best is not None and new[best]:
            found[number] = best
    return found


def _of_row(
    row: AlignedRow, ours: Mapping[int, frozenset[Fact]], theirs: Mapping[int, frozenset[Fact]]
) -> frozenset[Fact]:
    return _NONE.union(*(ours.get(at, _NONE) for at in row.fi), *(theirs.get(at, _NONE) for at in row.sv))

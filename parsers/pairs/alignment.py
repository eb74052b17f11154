"""Which blocks of a pair say the same: paragraphs, headings, items and table rows, also where sections have moved."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, product
from math import exp

from parsers.model import AlignedRow, Document
from parsers.pairs.evidence import Odds, odds
from parsers.pairs.lexicon import Lexicon, glossary
from parsers.pairs.path import Bead, best_path
from parsers.pairs.tokens import read_side

# What a moved section must have in common to be believed: more than blocks that stand in their order.
_MOVED = 2.3
_MOST_RUNS = 25
_SCALE = 3.0


def align(fi: Document, sv: Document, lexicon: Lexicon | None = None) -> tuple[AlignedRow, ...]:
    """Return the blocks of two versions of one text side by side; every block of both stands in exactly one row.

    The titles (block 0) always stand together. Rows follow the Finnish text; a Swedish block without a counterpart
    follows the row of the block before it. `score` is between 0 and 1, None where a side is empty.
    `lexicon` is the bilingual word list, the glossary made by hand unless another is given.
    """
    lexicon = lexicon or glossary()
    weights = odds(read_side(fi, lexicon), read_side(sv, lexicon), fi.blocks, sv.blocks)
    title = Bead((0,), (0,), weights.of(0, 1, 0, 1))
    body = best_path(weights, range(1, len(fi.blocks)), range(1, len(sv.blocks)))
    beads = _with_moved_sections(weights, [title, *body])
    return tuple(AlignedRow(fi=bead.fi, sv=bead.sv, score=_score(bead.odds)) for bead in _in_order(beads))


def _with_moved_sections(weights: Odds, beads: list[Bead]) -> list[Bead]:
    """Join the runs that the first pass left over on both sides, the surest first."""
    kept = [bead for bead in beads if bead.fi and bead.sv]
    fi_left = [block for bead in beads if not bead.sv for block in bead.fi]
    sv_left = [block for bead in beads if not bead.fi for block in bead.sv]
    tried: dict[tuple[range, range], list[Bead]] = {}
    while found := _best_move(weights, fi_left, sv_left, tried):
        kept += found
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


def _strength(beads: Iterable[Bead]) -> float:
    return sum(bead.odds or 0.0 for bead in beads)


def _runs(blocks: list[int]) -> list[range]:
    """Return the runs of consecutive numbers.

    >>> _runs([1, 2, 3, 7, 9, 10])
    [range(1, 4), range(7, 8), range(9, 11)]
    """
    runs = (list(run) for _, run in groupby(enumerate(blocks), key=lambda item: item[1] - item[0]))
    return [range(run[0][1], run[-1][1] + 1) for run in runs]


def _in_order(beads: list[Bead]) -> list[Bead]:
    """Rows in the order of the Finnish text, Swedish blocks of their own after the block that precedes them."""
    row_of = {block: bead.fi[0] for bead in beads if bead.fi for block in bead.sv}
    placed = []
    for bead in beads:
        if bead.fi:
            placed.append(((bead.fi[0], -1), bead))
        else:
            before = max((block for block in row_of if block < bead.sv[0]), default=0)
            placed.append(((row_of.get(before, 0), bead.sv[0]), bead))
    return [bead for _, bead in sorted(placed, key=lambda item: item[0])]


def _score(odds: float | None) -> float | None:
    return None if odds is None else round(1 / (1 + exp(-odds / _SCALE)), 2)

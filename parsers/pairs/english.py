"""The English version of a text beside the other two: a third column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parsers.model import AlignedRow, EnglishSide, Release
from parsers.pairs.alignment import align
from parsers.pairs.block_facts import Fact, block_facts
from parsers.pairs.lexicon import Lexicon
from parsers.pairs.pairing import EnglishPairing

_NO_WORDS = Lexicon(())
_NO_FACTS: frozenset[Fact] = frozenset()


def english_side(fi: Release, rows: Sequence[AlignedRow], en: Release, pairing: EnglishPairing) -> EnglishSide:
    """Return the English version of a pair with its blocks beside the `rows` of the pair's alignment.

    There is no English word list, so numbers, dates, names and lengths decide where a block stands. The words of the
    Finnish–Swedish list must not count: all of them would be missing. A block that shares no fact with its row but
    some with a row further on, before the next block's, stands there: it says in one what several passages say.
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for block, number in sorted(_with_facts(fi, rows, en, _aligned(fi, rows, en)).items()):
        beside[number].append(block)
    return EnglishSide(
        id=en.id,
        url=en.url,
        method=pairing.method,
        score=pairing.score,
        rows=tuple(tuple(beside[number]) for number in range(len(rows))),
    )


def _aligned(fi: Release, rows: Sequence[AlignedRow], en: Release) -> dict[int, int]:
    """Return the row of each English block; one without a counterpart stands in that of the block before it."""
    row_of = {block: number for number, row in enumerate(rows) for block in row.fi}
    place: dict[int, int] = {}
    at = 0
    for aligned in align(fi.document, en.document, _NO_WORDS):
        at = row_of[aligned.fi[0]] if aligned.fi else at
        place.update(dict.fromkeys(aligned.sv, at))
    return place


def _with_facts(fi: Release, rows: Sequence[AlignedRow], en: Release, place: dict[int, int]) -> dict[int, int]:
    ours, theirs = block_facts(fi), block_facts(en)
    said = [_NO_FACTS.union(*(ours.get(block, _NO_FACTS) for block in row.fi)) for row in rows]
    moved = dict(place)
    for block in sorted(place, reverse=True):
        facts, here = theirs.get(block, _NO_FACTS), place[block]
        if block == 0 or not facts or facts & said[here]:
            continue
        end = moved.get(block + 1, len(rows))
        shared = {number: len(facts & said[number]) for number in range(here + 1, end)}
        best = max(shared, key=lambda number: (shared[number], -number), default=here)
        if best != here and shared[best]:
            moved[block] = _from_introduction(fi, rows, best, here)
    return moved


def _from_introduction(fi: Release, rows: Sequence[AlignedRow], number: int, after: int) -> int:
    """Step back from a list's first item to the line that introduces it, "Rahoitus jakautuu kahteen osaan:"."""
    before = rows[number - 1].fi if number - 1 > after else ()
    return number - 1 if before and fi.blocks[before[-1]].text.rstrip().endswith(":") else number

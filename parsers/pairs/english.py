"""The English version of a text beside the other two: a third column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parsers.model import AlignedRow, EnglishSide, Release
from parsers.pairs.alignment import align
from parsers.pairs.lexicon import Lexicon
from parsers.pairs.pairing import EnglishPairing

_NO_WORDS = Lexicon(())


def english_side(fi: Release, rows: Sequence[AlignedRow], en: Release, pairing: EnglishPairing) -> EnglishSide:
    """Return the English version of a pair with its blocks beside the `rows` of the pair's alignment.

    There is no English word list, so numbers, dates, names and lengths decide where a block stands. The words of the
    Finnish–Swedish list must not count: all of them would be missing.
    """
    row_of = {block: number for number, row in enumerate(rows) for block in row.fi}
    beside: dict[int, list[int]] = defaultdict(list)
    at = 0
    for aligned in align(fi.document, en.document, _NO_WORDS):
        at = row_of[aligned.fi[0]] if aligned.fi else at
        beside[at] += aligned.sv
    return EnglishSide(
        id=en.id,
        url=en.url,
        method=pairing.method,
        score=pairing.score,
        rows=tuple(tuple(sorted(beside[number])) for number in range(len(rows))),
    )

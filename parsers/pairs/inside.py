"""Which sentences of aligned blocks say the same."""

from __future__ import annotations

from functools import cached_property
from math import exp

from parsers.model import AlignedSentences, Stretch
from parsers.pairs.evidence import Odds, odds
from parsers.pairs.moves import aligned
from parsers.pairs.path import Bead
from parsers.pairs.sides import Matches, Version

_SCALE = 3.0


class Inside:
    """The sentences of two versions, weighed once and for all when the first are asked for."""

    def __init__(self, fi: Version, sv: Version, matches: Matches) -> None:
        self._fi, self._sv, self._matches = fi, sv, matches

    def sentences(self, bead: Bead) -> tuple[AlignedSentences, ...]:
        """Return the sentences of aligned blocks side by side, none where neither side has more than one."""
        fi, sv = _sentences_of(self._fi, bead.fi), _sentences_of(self._sv, bead.sv)
        if not fi or not sv or len(fi) == len(sv) == 1:
            return ()
        return tuple(self._row(inner) for inner in aligned(self._odds, fi, sv))

    @cached_property
    def _odds(self) -> Odds:
        return odds(self._fi.sentences, self._sv.sentences, self._matches)

    def _row(self, bead: Bead) -> AlignedSentences:
        return AlignedSentences(
            fi=_stretches(self._fi, bead.fi), sv=_stretches(self._sv, bead.sv), score=score_of(bead.odds)
        )


def score_of(odds: float | None) -> float | None:
    """Return log odds as a score between 0 and 1."""
    return None if odds is None else round(1 / (1 + exp(-odds / _SCALE)), 2)


def _sentences_of(version: Version, blocks: tuple[int, ...]) -> range:
    return range(version.first[blocks[0]], version.first[blocks[-1] + 1]) if blocks else range(0)


def _stretches(version: Version, sentences: tuple[int, ...]) -> tuple[Stretch, ...]:
    return tuple(version.stretches[number] for number in sentences)

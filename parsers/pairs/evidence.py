"""How strongly the words and lengths of two runs of blocks speak for their being translations, in log odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from parsers.pairs.lexicon import Token, in_order
from parsers.pairs.sides import Matches, Side
from parsers.pairs.tokens import is_anchor

# How often a token's counterpart stands in the translation of its block, where the token is known to have one. Numbers
# and dates count no more than words, in either direction: a version that states a fact otherwise, or has figures in
# each other's places, must still find its place.
_FOUND = 0.5
_FOUND_UNKNOWN = 0.15
# Words are not independent of each other: their odds are tempered.
_TEMPER = 0.55
# The logarithm of the ratio of lengths, in translations and in blocks that have nothing to do with each other.
_TRUE_SPREAD, _CHANCE_SPREAD = 0.25, 0.9
_LENGTH_SLACK = 8
# What two blocks must win by their words for being weighed as the ends of a run: one word that is in few blocks.
_WORTH_A_RUN = 2.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Of one side's blocks: what each loses if nothing of it is found, and wins back where its counterparts stand.

    `wins[i]` holds, for each token of block `i` that has counterparts, the blocks of the other side they stand in
    (as bits) and what finding them wins; `won[i][j]` is what block `i` wins against block `j` alone.
    """

    base: list[float]
    wins: list[list[tuple[int, float]]]
    won: list[dict[int, float]]

    def gain(self, block: int, first: int, count: int) -> float:
        """Return what `block` loses and wins against `count` blocks of the other side, from `first` on."""
        if count == 1:
            return self.base[block] + self.won[block].get(first, 0.0)
        run = ((1 << count) - 1) << first
        return self.base[block] + sum(win for places, win in self.wins[block] if places & run)


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds for every pair of runs of blocks."""

    fi: Rows
    sv: Rows
    fi_lengths: tuple[int, ...]
    sv_lengths: tuple[int, ...]
    fi_types: tuple[str, ...]
    sv_types: tuple[str, ...]

    def of(self, i: int, wide: int, j: int, high: int) -> float:
        """Return the log odds that fi blocks `i … i+wide-1` say the same as sv blocks `j … j+high-1`."""
        if wide == high == 1:
            words = self.fi.gain(i, j, 1) + self.sv.gain(j, i, 1)
            kind = type_odds(self.fi_types[i], self.sv_types[j])
            return _TEMPER * words / 2 + length_odds(self.fi_lengths[i], self.sv_lengths[j]) + kind
        words = sum(self.fi.gain(block, j, high) for block in range(i, i + wide))
        words += sum(self.sv.gain(block, i, wide) for block in range(j, j + high))
        fi_length, sv_length = sum(self.fi_lengths[i : i + wide]), sum(self.sv_lengths[j : j + high])
        return _TEMPER * words / 2 + length_odds(fi_length, sv_length) + self._type_odds(i, wide, j, high)

    def may_be_run(self, i: int, wide: int, j: int, high: int) -> bool:
        """Tell whether runs of several blocks are worth weighing against each other.

        Table rows are not run together, and both ends of a run must have words in common with the other side, or it
        is a shorter run with a stranger beside it.
        """
        if "tr" in self.fi_types[i : i + wide] or "tr" in self.sv_types[j : j + high]:
            return False
        if wide == high:
            return self._share_words(i, j + 1) or self._share_words(i + 1, j)
        return self._share_words(i, j) and self._share_words(i + wide - 1, j + high - 1)

    def _share_words(self, i: int, j: int) -> bool:
        return self.fi.won[i].get(j, 0.0) + self.sv.won[j].get(i, 0.0) >= _WORTH_A_RUN

    def _type_odds(self, i: int, wide: int, j: int, high: int) -> float:
        ours, theirs = self.fi_types[i : i + wide], self.sv_types[j : j + high]
        return sum(type_odds(one, other) for one in ours for other in theirs) / (wide * high)


def odds(fi: Side, sv: Side, matches: Matches) -> Odds:
    """Weigh every piece of the one version against every piece of the other; `matches` may hold more than theirs."""
    return Odds(
        fi=_rows(fi, sv, matches[0]),
        sv=_rows(sv, fi, matches[1]),
        fi_lengths=fi.lengths,
        sv_lengths=sv.lengths,
        fi_types=fi.types,
        sv_types=sv.types,
    )


def length_odds(fi: int, sv: int) -> float:
    """Return how much likelier two lengths in characters are in a translation than by chance, as log odds.

    >>> length_odds(100, 104) > 0 > length_odds(100, 300)
    True
    """
    ratio = log((sv + _LENGTH_SLACK) / (fi + _LENGTH_SLACK))
    wide = log(_CHANCE_SPREAD / _TRUE_SPREAD)
    return wide - ratio * ratio / 2 * (1 / _TRUE_SPREAD**2 - 1 / _CHANCE_SPREAD**2)


def type_odds(fi: str, sv: str) -> float:
    """Headings translate headings, list items often become running text, table rows hardly ever.

    >>> type_odds("heading", "heading") > type_odds("li", "p") > type_odds("heading", "p")
    True
    """
    if fi == sv:
        return 0.0 if fi == "p" else 1.0
    return -0.7 if {fi, sv} <= {"p", "li", "blockquote"} else -2.5


def _rows(ours: Side, theirs: Side, matches: Mapping[Token, list[Token]]) -> Rows:
    count = len(ours.lengths)
    rows = Rows([0.0] * count, [[] for _ in range(count)], [{} for _ in range(count)])
    for token in in_order(ours.places):
        there = 0
        for other in matches.get(token, ()):
            there |= theirs.places.get(other, 0)
        miss, win = _weigh(token, there, len(theirs.lengths))
        for block in _bits(ours.places[token]):
            rows.base[block] += miss
            if there:
                rows.wins[block].append((there, win))
                _add(rows.won[block], _bits(there), win)
    return rows


def _weigh(token: Token, there: int, count: int) -> tuple[float, float]:
    """Return what a token costs a block that lacks its counterpart, and what is won where the counterpart stands.

    A counterpart that stands in many of the other side's `count` blocks (the bits of `there`) tells little.
    """
    found = _FOUND if token.keys or there or is_anchor(token) else _FOUND_UNKNOWN
    share = (there.bit_count() + 0.5) / (count + 2) if there else 0.0
    miss = log((1 - found) / (1 - share))
    return miss, max(0.0, log(found / share) - miss) if there else 0.0


def _add(row: dict[int, float], places: list[int], win: float) -> None:
    for place in places:
        row[place] = row.get(place, 0.0) + win


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found

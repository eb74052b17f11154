"""Works joined into calls: the strongest evidence first, and nothing that contradicts what is joined already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp
from typing import Literal

import msgspec

from parsers.calls.candidates import Edge, candidates
from parsers.calls.clues import odds, weigh
from parsers.calls.works import Work
from parsers.pairs.clues import Clue

_SCALE = 2.5
_UNIT = 1000
# Works of one call that are not joined to each other but by a third may have nothing in common; this much against each
# other they may not have.
_LEAST_WITHIN = -7.0
# A work that fits two calls about equally well is left out of both.
_CLEARLY_BETTER = 1.0

Method = Literal["link", "case_number", "content"]


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """A work of a call, by the id of its first version, and why it belongs there.

    `to` is the id of the work that it fits best, `score` between 0.5 and 1, `evidence` the clues in log odds. The work
    that a call begins with is joined to nothing.
    """

    work: str
    to: str | None = None
    method: Method | None = None
    score: float = 1.0
    evidence: tuple[Clue, ...] = ()


class _Weighed:
    """The clues about pairs of works, each weighed once."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._clues: dict[Edge, tuple[Clue, ...]] = {}

    def clues(self, one: int, other: int) -> tuple[Clue, ...]:
        edge = (min(one, other), max(one, other))
        if edge not in self._clues:
            self._clues[edge] = weigh(self._works[edge[0]], self._works[edge[1]])
        return self._clues[edge]

    def odds(self, one: int, other: int) -> int:
        return odds(self.clues(one, other))

    def fit(self, one: int, other: int) -> bool:
        """Tell whether two works may be in one call: announcements must agree, others not contradict each other."""
        announcing = self._works[one].announces and self._works[other].announces
        return self.odds(one, other) > (0 if announcing else _LEAST_WITHIN * _UNIT)


def join(works: Sequence[Work]) -> list[list[Joining]]:
    """Return the calls, each as its works, that which it begins with first; every work is in one call at most.

    `works` are in the order of their ids, and so is the result; corrections, and questions with their answers, that fit
    no call are in none.
    """
    weighed = _Weighed(works)
    edges = {edge: weight for edge in candidates(works) if (weight := weighed.odds(*edge)) > 0}
    for edge in _unsure(works, edges, weighed):
        del edges[edge]
    groups = _merged(len(works), sorted(edges, key=lambda edge: (-edges[edge], edge)), weighed)
    calls = [_call(group, works, weighed) for group in groups if any(_begins(works[number]) for number in group)]
    return sorted(calls, key=lambda call: call[0].work)


def _begins(work: Work) -> bool:
    return work.role not in ("correction", "questions")


def _unsure(works: Sequence[Work], edges: dict[Edge, int], weighed: _Weighed) -> list[Edge]:
    """Return the edges of what fits two announcements of different calls about equally well."""
    of_each: dict[int, list[tuple[int, int]]] = {}
    for (one, other), weight in edges.items():
        for ours, theirs in ((one, other), (other, one)):
            if works[theirs].announces and not works[ours].announces:
                of_each.setdefault(ours, []).append((weight, theirs))
    unsure = set()
    for work, found in of_each.items():
        best, base = max(found, key=lambda each: (each[0], -each[1]))
        rivals = [(weight, theirs) for weight, theirs in found if theirs != base and not weighed.fit(base, theirs)]
        if any(best - weight < _CLEARLY_BETTER * _UNIT for weight, _ in rivals):
            unsure |= {(min(work, theirs), max(work, theirs)) for _, theirs in found}
    return sorted(unsure)


def _merged(count: int, edges: Iterable[Edge], weighed: _Weighed) -> list[list[int]]:
    group_of = {number: [number] for number in range(count)}
    for one, other in edges:
        ours, theirs = group_of[one], group_of[other]
        if ours is not theirs and all(weighed.fit(a, b) for a in ours for b in theirs):
            ours += theirs
            for number in theirs:
                group_of[number] = ours
    return list({id(group): sorted(group) for group in group_of.values()}.values())


def _call(group: Sequence[int], works: Sequence[Work], weighed: _Weighed) -> list[Joining]:
    """Order the works of a call; each is joined to the one before it that it fits best."""
    ordered = sorted(group, key=lambda number: works[number].order)
    joinings = [Joining(work=works[ordered[0]].id)]
    for at, number in enumerate(ordered[1:], start=1):
        best = max(ordered[:at], key=lambda earlier: (weighed.odds(number, earlier), -ordered.index(earlier)))
        joinings.append(_joining(works[number], works[best], weighed.clues(number, best)))
    return joinings


def _joining(work: Work, to: Work, clues: tuple[Clue, ...]) -> Joining:
    named = {clue.name for clue in clues if clue.weight > 0}
    method: Method = "link" if "link" in named else "case_number" if "case_number" in named else "content"
    return Joining(
        work=work.id,
        to=to.id,
        method=method,
        score=max(0.5, round(1 / (1 + exp(-odds(clues) / _UNIT / _SCALE)), 3)),
        evidence=tuple(Clue(clue.name, round(clue.weight, 2)) for clue in clues),
    )

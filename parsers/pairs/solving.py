"""One to one within a component: which likenesses are texts in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from parsers.pairs.assignment import assign
from parsers.pairs.components import Component
from parsers.pairs.decisions import NONE, Decisions
from parsers.pairs.store import Likeness

Couple = tuple[str, str]
# An English release joins neither of two texts that are about as like it as each other: in thousandths of log odds.
_LEAD = 1000


class Text(NamedTuple):
    """A text in several languages: the likeness of its Finnish and Swedish versions, that of the English one to either.

    One of the two may be None.
    """

    pair: Likeness | None
    english: Likeness | None


def solve(component: Component, decisions: Decisions = NONE) -> list[Text]:
    """Return the texts of a component that have two versions or more; a release is in one of them at most.

    What a person has decided stands; of decisions that exclude each other the last one does. The rest is the
    assignment of the greatest weight, of Swedish releases first, then of English ones.
    """
    pairs = {found.ends: found for found in component.likenesses if found.languages == ("fi", "sv")}
    fixed, free = _settled(pairs, decisions)
    swedish = dict(fixed + _assigned(free))
    english = _english(component, swedish, decisions)
    texts = sorted(swedish.keys() | english.keys())
    return [Text(pairs.get((text, swedish.get(text, ""))), english.get(text)) for text in texts]


def _settled(found: Mapping[Couple, Likeness], decisions: Decisions) -> tuple[list[Couple], dict[Couple, int]]:
    """Return the couples that a person has decided, and the weights of those that are free to choose from."""
    decided = [couple for couple in found if _is_decided(found[couple], decisions)]
    taken: set[str] = set()
    fixed = []
    for couple in sorted(decided, key=lambda each: decisions.rank(*found[each].ends), reverse=True):
        if taken.isdisjoint(couple):
            taken.update(couple)
            fixed.append(couple)
    free = {couple: one.weight for couple, one in found.items() if one.weight > 0 and taken.isdisjoint(couple)}
    return fixed, {couple: weight for couple, weight in free.items() if couple not in decided}


def _is_decided(found: Likeness, decisions: Decisions) -> bool:
    return decisions.verdict(*found.ends) == "same"


def _assigned(weights: Mapping[Couple, int]) -> list[Couple]:
    """Return the couples, no one in two, whose weights add up to the most."""
    ours, theirs = (sorted({couple[side] for couple in weights}) for side in (0, 1))
    numbers = {end: number for side in (ours, theirs) for number, end in enumerate(side)}
    chosen = assign({(numbers[one], numbers[other]): weight for (one, other), weight in weights.items()})
    return sorted((ours[one], theirs[other]) for one, other in chosen)


def _english(component: Component, swedish: Mapping[str, str], decisions: Decisions) -> dict[str, Likeness]:
    """Return the likeness by which an English release belongs to a text, by the text's first release."""
    text_of = {sv: fi for fi, sv in swedish.items()}
    best: dict[Couple, Likeness] = {}
    for found in component.likenesses:
        couple = text_of.get(found.one, found.one), found.other
        if found.languages[1] == "en" and (
            couple not in best or _strength(found, decisions) > _strength(best[couple], decisions)
        ):
            best[couple] = found
    allowed = {couple: found for couple, found in best.items() if not _is_excluded(couple, found, swedish, decisions)}
    fixed, free = _settled(allowed, decisions)
    return {text: allowed[text, en] for text, en in fixed + _without_doubt(_assigned(free), free)}


def _strength(found: Likeness, decisions: Decisions) -> tuple[int, int]:
    return decisions.rank(*found.ends) if _is_decided(found, decisions) else -1, found.weight


def _is_excluded(couple: Couple, found: Likeness, swedish: Mapping[str, str], decisions: Decisions) -> bool:
    """Tell whether a person has parted the English release from a version of the text, and not joined it since."""
    text, en = couple
    ranks = [
        decisions.rank(version, en)
        for version in (text, swedish.get(text, text))
        if decisions.verdict(version, en) == "different"
    ]
    return max(ranks, default=-1) > _strength(found, decisions)[0]


def _without_doubt(chosen: Iterable[Couple], weights: Mapping[Couple, int]) -> list[Couple]:
    """Leave out the couples either end of which might as well be with another that would be left alone."""
    couples = list(chosen)
    taken = {end for couple in couples for end in couple}
    rivals: dict[str, int] = {}
    for couple, weight in weights.items():
        for end, other in (couple, couple[::-1]):
            if other not in taken:
                rivals[end] = max(rivals.get(end, 0), weight)
    return [couple for couple in couples if weights[couple] - max(rivals.get(end, 0) for end in couple) >= _LEAD]

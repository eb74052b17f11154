"""What a sum is for: available, granted, for one applicant, the least or the most one may get, a cost, or other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from parsers.facts.amounts.role_words import CONDITION, RoleText, Span
from parsers.facts.amounts.term_words import Terms
from parsers.model import Role

_WINDOW = 240
_CLAUSE_MARK = re.compile(r"[,;:(–—|]\s")
_FOR_EACH = frozenset({"applicant", "project", "person", "organisation", "resident"})
# What limits what one gets, where it does not tell what the one who got most or least has got
_LIMITS = ("per_applicant", "maximum", "minimum")
_UNKNOWN_UNIT = "other"
_RATES = frozenset({"hour", "day", "month", "km", "m2", "m3", "mwh", "kwh", "tonne", "kg", "litre", "hectare"})


class Place(NamedTuple):
    """Where a sum stands: its characters, its sentence, the ends of the sums before and after it in that sentence."""

    span: Span
    sentence: Span
    before: int
    after: int

    @property
    def around(self) -> Span:
        """The sentence, as far as a word in it can still belong to the sum."""
        return max(self.sentence[0], self.span[0] - _WINDOW), min(self.sentence[1], self.span[1] + _WINDOW)


class Shape(NamedTuple):
    """What is known of a sum besides its place."""

    terms: Terms
    is_range: bool


def role_of(text: RoleText, place: Place, shape: Shape) -> Role | None:
    """Return the role that the words around a sum tell, nearest first; None where they tell none."""
    if text.words.difference.match(text.text, place.span[1]) or _is_ceiling_of_law(text, place):
        return Role.OTHER
    cue = next(filter(None, map(text.first_cue, _windows(text.text, place))), None)
    return _adjusted(text, cue or text.grant_cue(place.around), place, shape)


@lru_cache(maxsize=256)
def role_of_intro(text: str, language: str) -> Role | None:
    """Return the role that the line above a list, a heading or a table's heading gives to what stands below it."""
    intro, span = RoleText(text, language), (0, len(text))
    cue = intro.first_cue(span) or intro.grant_cue(span)
    return _role(cue) if cue else None


def _windows(text: str, place: Place) -> Iterable[Span]:
    """Yield where to look, nearest first: this clause, what follows, what leads to it, the rest of the sentence."""
    (start, end), (opening, closing) = place.span, place.around
    before, after = max(place.before, opening), min(place.after, closing)
    clause = before
    for mark in _CLAUSE_MARK.finditer(text, before, start):
        clause = mark.end()
    following = _CLAUSE_MARK.search(text, end, after)
    yield clause, start
    yield end, following.start() if following else after
    yield before, start
    yield end, after
    yield opening, start
    yield end, closing


def _adjusted(text: RoleText, cue: str | None, place: Place, shape: Shape) -> Role | None:
    """Return the role of a cue as limits and rates change it: at most so much for one applicant is a maximum."""
    if shape.terms.per in _RATES and cue in (None, "available", "granted"):
        return Role.OTHER if cue else Role.COST
    if cue in ("other", "cost", "available", CONDITION):
        return _role(cue)
    if cue in _LIMITS and _is_told_of_one(text, place):
        return Role.GRANTED
    is_grant = cue is not None or _any_within(text.grants, place.around)
    # "Ersättningen är 780 euro per bedömning"
    is_rate = shape.terms.per == _UNKNOWN_UNIT and shape.terms.bound is None
    if cue == "per_applicant" and is_rate and not _any_within(text.grants, place.around):
        return Role.OTHER
    if cue == "per_applicant" and shape.terms.per is None and _is_said_of_all(text, place):
        return Role.AVAILABLE
    limit = {"at_most": Role.MAXIMUM, "at_least": Role.MINIMUM}.get(shape.terms.bound or "")
    if limit and is_grant and (shape.terms.per in _FOR_EACH or not _is_limit_of_all(text, cue, place)):
        return limit
    if cue in ("minimum", "maximum"):
        return Role(cue)
    if shape.terms.per in _FOR_EACH or (is_grant and (shape.is_range or _is_possible_grant(text, cue, place))):
        return Role.PER_APPLICANT
    return _role(cue) if cue else None


# "vähämerkityksinen tuki saa olla enintään 300 000 euroa kolmen vuoden aikana": what the law allows from all givers
def _is_ceiling_of_law(text: RoleText, place: Place) -> bool:
    return all(pattern.search(text.text, *place.around) for pattern in text.words.law)


# "Suurin avustus, 620 000 euroa, meni Oulun kaupungille"
def _is_told_of_one(text: RoleText, place: Place) -> bool:
    extreme = text.words.extreme.search(text.text, *place.around)
    return extreme is not None and text.words.received.search(text.text, extreme.end(), place.around[1]) is not None


# "Det sammanlagda stödet är", "Stödet är sammanlagt": what would tell the sum of one tells that of all
def _is_said_of_all(text: RoleText, place: Place) -> bool:
    return _any_within(text.commons, (max(place.before, place.around[0]), place.span[0]))


# "avustuksia jaetaan yhteensä enintään", "avustusta myönnetään enintään"
def _is_limit_of_all(text: RoleText, cue: str | None, place: Place) -> bool:
    return _is_said_of_all(text, place) or (cue == "granted" and not _any_within(text.modals, place.around))


# "yrittäjä voi saada 2 000 euron tuen"
def _is_possible_grant(text: RoleText, cue: str | None, place: Place) -> bool:
    before = (max(place.before, place.around[0]), place.span[0])
    return (
        cue == "granted"
        and text.words.possible.search(text.text, *before) is not None
        and not _is_said_of_all(text, place)
    )


def _any_within(positions: list[int], span: Span) -> bool:
    return bisect_left(positions, span[0]) < bisect_left(positions, span[1])


def _role(cue: str) -> Role:
    return Role.OTHER if cue == CONDITION else Role(cue)

"""What a sum is for: available, granted, for one applicant, the least or the most one may get, a cost, or other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from parsers.facts.amounts.terms import Terms
from parsers.facts.amounts.wordlists import alternatives, pattern
from parsers.language_data import load
from parsers.model import Role
from parsers.numbers.words import LANGUAGES

_WINDOW = 240
_CLAUSE_MARK = re.compile(r"[,;:(–—|]\s")
_CONDITION = "condition"
# In the order in which they count where several stand equally near
_ORDER = ("other", "cost", "minimum", "maximum", "per_applicant", _CONDITION, "available", "granted")
_FOR_EACH = frozenset({"applicant", "project", "person", "organisation", "resident"})
_RATES = frozenset({"hour", "day", "month", "km", "m2", "m3", "mwh", "kwh", "tonne", "kg", "litre", "hectare"})

Span = tuple[int, int]


class Cue(NamedTuple):
    """A word or phrase that tells a role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class RoleWords:
    """The cues of a language, the words by which a limit is that of a grant, and those by which it is that of all."""

    cues: re.Pattern[str]
    grant: re.Pattern[str]
    common: re.Pattern[str]


class Place(NamedTuple):
    """Where a sum stands: its characters, its sentence, the ends of the sums before and after it in that sentence."""

    span: Span
    sentence: Span
    before: int
    after: int


class Shape(NamedTuple):
    """What is known of a sum besides its place."""

    terms: Terms
    is_range: bool


def read_cues(text: str, language: str) -> list[Cue]:
    """Return the cues of `text`, in order.

    >>> [cue.role for cue in read_cues("Avustuksiin on varattu 2 000 euroa, kustannukset ovat 3 000 euroa.", "fi")]
    ['available', 'cost']
    """
    found = role_words(language).cues.finditer(text)
    return [Cue(match.start(), match.end(), match.lastgroup or _CONDITION) for match in found]


def role_of(text: str, place: Place, cues: Sequence[Cue], shape: Shape, language: str) -> Role | None:
    """Return the role that the words around a sum tell, nearest first; None where they tell none."""
    cue = next(filter(None, (_first_in_order(cues, span) for span in _windows(text, place))), None)
    return _adjusted(cue, text, place, shape, language)


def role_of_intro(text: str, language: str) -> Role | None:
    """Return the role that the line above a list, a heading or a table's heading gives to what stands below it."""
    cue = _first_in_order(read_cues(text, language), (0, len(text)))
    return _role(cue) if cue else None


@cache
def role_words(language: str) -> RoleWords:
    """Return the words of `language`, of Finnish for any that has none."""
    data = load(language if language in LANGUAGES else "fi", "amounts")
    groups = (f"(?P<{role}>{alternatives(data['role'][role])})" for role in _ORDER)
    return RoleWords(
        cues=re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE),
        grant=pattern(data["grant"]["words"]),
        common=pattern(data["total"]["common"]),
    )


def _windows(text: str, place: Place) -> Iterable[Span]:
    """Yield where to look, nearest first: this clause, what leads to it, what follows, the rest of the sentence."""
    (start, end), (opening, closing) = place.span, _around(place)
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


def _first_in_order(cues: Sequence[Cue], span: Span) -> str | None:
    first = bisect_left(cues, (span[0], 0, ""))
    last = bisect_left(cues, (span[1], 0, ""))
    return min((cue.role for cue in cues[first:last] if cue.end <= span[1]), key=_ORDER.index, default=None)


def _adjusted(cue: str | None, text: str, place: Place, shape: Shape, language: str) -> Role | None:
    """Return the role of a cue as limits and rates change it: at most so much for one applicant is a maximum."""
    if cue in ("other", "cost", "available", _CONDITION):
        return _role(cue)
    if cue is None and shape.terms.per in _RATES:
        return Role.COST
    words = role_words(language)
    is_grant = cue is not None or words.grant.search(text, *_around(place)) is not None
    limit = {"at_most": Role.MAXIMUM, "at_least": Role.MINIMUM}.get(shape.terms.bound or "")
    if limit and is_grant and not words.common.search(text, max(place.before, place.span[0] - _WINDOW), place.span[0]):
        return limit
    if shape.terms.per in _FOR_EACH or (shape.is_range and is_grant):
        return Role.PER_APPLICANT
    return _role(cue) if cue else None


def _around(place: Place) -> Span:
    return max(place.sentence[0], place.span[0] - _WINDOW), min(place.sentence[1], place.span[1] + _WINDOW)


def _role(cue: str) -> Role:
    return Role.OTHER if cue == _CONDITION else Role(cue)

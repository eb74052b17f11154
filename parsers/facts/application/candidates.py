"""Which dates of a page speak of its application, in which role, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from parsers.dates.cues import weights
from parsers.dates.mention import DateMention
from parsers.dates.places import Place
from parsers.dates.reading import Cues, against, strongest, towards, weaker
from parsers.dates.tokens import DASHES
from parsers.model import Moment

Role = Literal["opens", "closes", "window"]

TOPIC = "application"
# The groups that make a date one of the application, and those that name another call or say what becomes of it.
_POSITIVE = ("call", "application", "apply")
_FLAGS = ("sibling", "previous", "next", "extended", "original", "round", "recurring", "channel")
_OTHER_CALLS = ("sibling", "previous")
_MOVED = frozenset({"original", "extended"})
# These count only beside one of the former.
_SUPPORTING = ("received", "submit", "deadline", "window", "open", "close")
_SOME_TOPIC = 0.3
_SECOND_CUE = 0.3
# What a sentence without a topic of its own takes from the one before it and from its heading, and what one with
# a topic still takes from its heading.
_OWN_TOPIC = 1.0
_FROM_BEFORE = 0.55
_FROM_HEADING = 0.8
_UNDER_HEADING = 0.35
# Without a word for its role, a date is the last day beside one of these.
_LABELS = ("call", "deadline", "submit")
_NEAR = 0.6
# What "mennessä", "senast" or "alkaen" beside a date adds: it is a limit of something.
_BESIDE_EDGE = 0.4
# From this on a flag, or a role, holds for the date.
_FLAG_HOLDS = 0.5
_HOLDS = 0.42
LEAST_SCORE = 1.15
# What else than the application may be said in the sentence of its closing time.
_MOST_AGAINST_TIME = 2.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date of the application: when it `opens` or `closes` (both for a window) and how surely it is meant."""

    place: Place
    role: Role
    score: float
    opens: Moment | None
    closes: Moment | None
    flags: frozenset[str]

    @property
    def mention(self) -> DateMention:
        return self.place.mention


def find_candidates(places: tuple[Place, ...], language: str) -> Iterator[Candidate]:
    """Yield the dates that are the application's, in order."""
    for place in places:
        if place.mention.hours or place.mention.kind in ("years", "school_years", "months"):
            continue
        score = score_of(place, language)
        role = _role(place, language) if score >= LEAST_SCORE else None
        if role:
            yield _candidate(place, role, score)


def with_one_original(found: list[Candidate]) -> list[Candidate]:
    """Return `found` where a sentence that moves a deadline has one date for the old one; the other is the new one.

    "förlänger ansökningstiden, som skulle ha gått ut den 18 november, till den 2 december"
    """
    return [
        replace(each, flags=each.flags - {"original"} | {"extended"}) if _is_new(each, found) else each
        for each in found
    ]


def _is_new(candidate: Candidate, found: list[Candidate]) -> bool:
    """Whether another date of the sentence is more surely the old one."""
    if not candidate.flags & _MOVED or candidate.role != "closes":
        return False
    strength, order = candidate.place.cues.get("original", 0.0), candidate.place.order
    return any(
        each.place.order == order and "original" in each.flags and each.place.cues["original"] > strength
        for each in found
    )


def find_times(places: tuple[Place, ...], language: str) -> Iterator[Candidate]:
    """Yield the ends with a time of day that are said of something else: "portalen stänger den 31 mars kl. 16.15".

    They tell the time of an end of the application on the same day, never the day.
    """
    for place in places:
        timed = place.mention.closing is not None and "T" in place.mention.closing and not place.mention.hours
        if timed and _role(place, language) == "closes" and _against(place.cues, language) < _MOST_AGAINST_TIME:
            yield _candidate(place, "closes", 0.0)


def score_of(place: Place, language: str) -> float:
    """Return how much the surroundings of a date speak for its being one of the application.

    A sentence without a topic of its own ("Sen on oltava perillä 30.11.") has that of the sentence before it, or of
    its heading.
    """
    cues, heading = place.cues, place.heading
    own = _topic(cues, language)
    edge = _BESIDE_EDGE if place.mention.edge and own >= _SOME_TOPIC else 0.0
    if own < _OWN_TOPIC:
        cues = strongest(cues, weaker(place.before, _FROM_BEFORE))
        cues = strongest(cues, weaker(heading, _FROM_HEADING))
        return edge + _topic(cues, language) - _against(cues, language)
    topic = edge + own + _UNDER_HEADING * _topic(heading, language)
    return topic - max(_against(cues, language), _UNDER_HEADING * _against(heading, language))


def _topic(cues: Cues, language: str) -> float:
    weight = weights(language, TOPIC)
    parts = sorted((weight[group] * towards(cues.get(group, 0.0)) for group in _POSITIVE), reverse=True)
    topic = parts[0] + _SECOND_CUE * sum(parts[1:])
    if topic < _SOME_TOPIC:
        return topic + weight["deadline"] * cues.get("deadline", 0.0)
    return topic + sum(weight[group] * cues.get(group, 0.0) for group in _SUPPORTING)


def _against(cues: Cues, language: str) -> float:
    """Return the weight of the strongest cue that something else has this date."""
    weight = weights(language, TOPIC)
    others = ((group, strength) for group, strength in cues.items() if group not in _FLAGS)
    return max((-weight[group] * against(strength) for group, strength in others), default=0.0)


def _role(place: Place, language: str) -> Role | None:
    mention = place.mention
    if mention.kind == "time":
        return "closes" if mention.edge == "until" or place.cues.get("close", 0.0) >= _HOLDS else None
    if mention.kind == "range":
        return "closes" if _is_moved_deadline(place) else "window"
    if mention.edge is not None:
        return "closes" if mention.edge == "until" else "opens"
    opening, closing = (_role_strength(place, group) for group in ("open", "close"))
    if max(opening, closing) >= 0.2:
        return "opens" if opening > closing else "closes"
    return "closes" if _is_labelled(place) else None


def _role_strength(place: Place, group: str) -> float:
    own = max(place.cues.get("open", 0.0), place.cues.get("close", 0.0))
    around = max(0.5 * place.heading.get(group, 0.0), 0.4 * place.before.get(group, 0.0))
    return place.cues.get(group, 0.0) if own >= 0.2 else around


def _is_moved_deadline(place: Place) -> bool:
    """Tell "har förlängts från den 29 oktober till den 12 november", no window, from one with a dash."""
    with_dash = any(sign in DASHES for sign in place.mention.text)
    return not with_dash and place.cues.get("extended", 0.0) >= _HOLDS


def _is_labelled(place: Place) -> bool:
    """Return whether a date stands alone beside "Hakuaika:", or beside what is to be handed in: it is the last day."""
    return any(max(place.cues.get(label, 0.0), place.heading.get(label, 0.0)) >= _NEAR for label in _LABELS)


def _candidate(place: Place, role: Role, score: float) -> Candidate:
    mention = place.mention
    flags = frozenset(group for group in _FLAGS if place.cues.get(group, 0.0) >= _FLAG_HOLDS)
    # "Förra utlysningen gällde skolor. Den var öppen 1.2–3.3."
    if place.mention.kind != "time" and not any(place.cues.get(group, 0.0) for group in _POSITIVE):
        flags |= {group for group in _OTHER_CALLS if place.before.get(group, 0.0)}
    return Candidate(
        place=place,
        role=role,
        score=score,
        opens=mention.opening if role != "closes" else None,
        closes=mention.closing if role != "opens" else None,
        flags=flags,
    )

"""From when to when a grant may be used: "Avustus on käytettävissä ajalla 1.9.2022–31.12.2023"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.dates.cues import lexicon, weights
from parsers.dates.places import Place, read_places
from parsers.dates.reading import Cues, against, strongest, towards, weaker
from parsers.dates.tokens import stream_of
from parsers.model import Document, Evidence, Moment, UsePeriod, Warning

TOPIC = "use_period"
# What says it alone, and what needs a grant or a project beside it.
_ALONE = ("use", "span", "granted_for")
_IN_COMPANY = ("available", "carry_out", "accrued", "for", "calendar")
_SAME_TIME = "same_time"
_COMPANY = ("grant", "project", "cost")
# A grant anywhere in the sentence will do, even across a clause.
_COMPANY_NEEDED = 16
# A cue so strong stands right beside the date; one weaker than the second stands in another clause.
_BESIDE = 0.9
_OWN_CLAUSE = 0.75
_FROM_BEFORE = 0.5
_FROM_HEADING = 0.75
_SOME_TOPIC = 0.8
_LEAST_SCORE = 1.5
# An end in the same sentence as a sure start.
_LEAST_OF_PARTNER = 1.0
# A whole single year must be said to be the year of use.
_LEAST_OF_YEAR = 2.2
# Sentences between a start and an end that are stated apart.
_FARTHEST = 3
_ROLE_HOLDS = 0.35


@dataclass(frozen=True, slots=True)
class _Bound:
    """One end of a use period that is stated by itself."""

    place: Place
    score: float
    moment: Moment


def read_use_period(document: Document) -> tuple[UsePeriod | None, tuple[Warning, ...]]:
    """Return the two days, the second inclusive, between which the page says that the grant is used.

    Both must be stated, as a span, as years ("vuosina 2024–2027" is 2024-01-01 to 2027-12-31) or one by one; an end
    alone, or the period of a programme, is none.

    >>> from parsers.model import Block
    >>> def period_in(text: str) -> tuple[str, str] | None:
    ...     blocks = (Block(type="h1", text="Statsunderstöd"), Block(type="p", text=text))
    ...     period, _ = read_use_period(Document(language="sv", blocks=blocks))
    ...     return (period.start, period.end) if period else None
    >>> period_in("Understödet får användas åren 2024–2025.")
    ('2024-01-01', '2025-12-31')
    >>> period_in("Understödet ska användas senast den 31 december 2025.")
    >>> period_in("Under programperioden 2021–2027 stöds projekt ur fonden.")
    """
    if _is_proposal(document):
        return None, ()
    scored = [(place, score_of(place, document.language)) for place in read_places(document, TOPIC)]
    spans = [(place, score) for place, score in scored if _is_span(place, score)]
    if spans:
        place = max(spans, key=lambda each: each[1])[0]
        return _from_span(document, place), tuple(_warnings(document, place))
    faulty = [place for place, score in scored if score >= _LEAST_SCORE and place.mention.faults]
    return _from_bounds(document, scored), tuple(warning for place in faulty for warning in _warnings(document, place))


def _is_proposal(document: Document) -> bool:
    """Return whether the title speaks of a draft or proposal: its periods hold for nobody yet."""
    stream = stream_of(document.title)
    hits = lexicon(document.language, TOPIC).hits(stream, 0, len(stream))
    return any("proposal" in hit.groups for hit in hits)


def score_of(place: Place, language: str) -> float:
    """Return how much the surroundings of a date speak for its being of the use period."""
    cues = place.cues
    # "Evenemanget ordnas 15.3–31.12.2021, och understödet får användas under samma tid"
    if cues.get(_SAME_TIME, 0.0) >= _ROLE_HOLDS:
        return weights(language, TOPIC)[_SAME_TIME]
    if _topic(cues, language) < _SOME_TOPIC:
        around = strongest(weaker(place.before, _FROM_BEFORE), weaker(place.heading, _FROM_HEADING))
        cues = strongest(cues, around)
    return _topic(cues, language) - _against(cues, language)


def _topic(cues: Cues, language: str) -> float:
    weight = weights(language, TOPIC)
    company = max(weight[group] * cues.get(group, 0.0) for group in _COMPANY)
    alone = max(weight[group] * towards(cues.get(group, 0.0)) for group in _ALONE)
    joined = max(weight[group] * towards(cues.get(group, 0.0)) for group in _IN_COMPANY)
    return max(alone, min(joined, _COMPANY_NEEDED * company)) + 0.5 * company


def _against(cues: Cues, language: str) -> float:
    weight = weights(language, TOPIC)
    # "Avustusjakso on 1.2.2024–31.1.2025, ja työsuhteen on sijoituttava sille": the other clause is not asked
    named = max(cues.get(group, 0.0) for group in _ALONE) >= _BESIDE
    heard = [(group, strength) for group, strength in cues.items() if not named or strength >= _OWN_CLAUSE]
    most = max((-weight[group] * against(strength) for group, strength in heard), default=0.0)
    # "Vuosina 2024–2027 avustuksiin on käytettävissä 10 miljoonaa euroa"
    money_there = min(cues.get("available", 0.0), cues.get("money", 0.0))
    said_otherwise = any(cues.get(group, 0.0) > _ROLE_HOLDS for group in _ALONE)
    return most if said_otherwise else max(most, weight["available"] * money_there)


def _is_span(place: Place, score: float) -> bool:
    mention = place.mention
    if mention.hours or not (mention.first and mention.last):
        return False
    if mention.kind == "year":
        return score >= _LEAST_OF_YEAR and mention.part is None and mention.edge is None and _is_used(place)
    return mention.kind in ("range", "months", "years", "school_years") and score >= _LEAST_SCORE


def _is_used(place: Place) -> bool:
    return max(place.cues.get("use", 0.0), place.cues.get("calendar", 0.0)) >= _ROLE_HOLDS


def _from_span(document: Document, place: Place) -> UsePeriod:
    first, last = place.mention.first, place.mention.last
    assert first is not None and last is not None
    return UsePeriod(start=first[:10], end=last[:10], evidence=_evidence(document, place))


def _from_bounds(document: Document, scored: list[tuple[Place, float]]) -> UsePeriod | None:
    """Return the period whose ends are stated apart: "voi alkaa aikaisintaan 1.1., ja sen on päätyttävä 31.12."."""
    pairs = list(_pairs(scored))
    if not pairs:
        return None
    start, end = max(pairs, key=lambda pair: pair[0].score + pair[1].score)
    return UsePeriod(start=start.moment[:10], end=end.moment[:10], evidence=_joint_evidence(document, start, end))


def _pairs(scored: list[tuple[Place, float]]) -> Iterator[tuple[_Bound, _Bound]]:
    """Yield each end with the last start before it, where they belong together, or with the first one behind it."""
    start = waiting = None
    for place, score in scored:
        bound = _bound(place, score)
        if bound is None:
            continue
        if _role(place) == "start":
            start = bound if score >= _LEAST_SCORE else None
            if start and waiting and _belong_together(start, waiting):
                yield start, waiting
            waiting = None
        elif start and _belong_together(start, bound):
            yield start, bound
        elif start is None and score >= _LEAST_SCORE:
            waiting = bound


def _bound(place: Place, score: float) -> _Bound | None:
    mention, role = place.mention, _role(place)
    moment = mention.opening if role == "start" else mention.closing
    if score < _LEAST_OF_PARTNER or moment is None or role is None or mention.kind not in ("day", "month", "year"):
        return None
    return _Bound(place, score, moment)


def _role(place: Place) -> str | None:
    if place.mention.edge is not None:
        return "start" if place.mention.edge == "from" else "end"
    start, end = place.cues.get("start", 0.0), place.cues.get("end", 0.0)
    if max(start, end) < _ROLE_HOLDS:
        return None
    return "start" if start > end else "end"


def _belong_together(start: _Bound, end: _Bound) -> bool:
    apart = abs(end.place.order - start.place.order)
    sure = end.score >= (_LEAST_SCORE if apart else _LEAST_OF_PARTNER)
    return sure and start.moment[:10] < end.moment[:10] and apart <= _FARTHEST


def _joint_evidence(document: Document, start: _Bound, end: _Bound) -> Evidence:
    """Return both ends as one piece where they share a block, else the end."""
    if start.place.block == end.place.block and start.place.mention.start < end.place.mention.end:
        return document.evidence(start.place.block, start.place.mention.start, end.place.mention.end)
    return _evidence(document, end.place)


def _evidence(document: Document, place: Place) -> Evidence:
    return document.evidence(place.block, place.mention.start, place.mention.end)


def _warnings(document: Document, place: Place) -> Iterator[Warning]:
    for fault in place.mention.faults:
        yield Warning(code=fault, field="use_period", detail=place.mention.text, evidence=_evidence(document, place))

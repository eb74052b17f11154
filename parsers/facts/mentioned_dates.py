"""Every date of a page with what it is about, and among them the day on which the grants are decided."""

from __future__ import annotations

from collections.abc import Container, Iterator

from parsers.dates.cues import weights
from parsers.dates.mention import DateMention
from parsers.dates.places import Place, read_places
from parsers.dates.reading import strongest, weaker
from parsers.facts.application.candidates import LEAST_SCORE, TOPIC
from parsers.facts.application.candidates import score_of as application_score
from parsers.model import Application, DateType, Document, Evidence, Kind, MentionedDate, UsePeriod

DECISION_TOPIC = "decision"
# What the cues of an application deadline (application.toml) say that a date is about, where it is not one.
_TYPES: dict[str, DateType] = {
    "statement": "statement",
    "tender": "tender",
    "job": "job",
    "study": "study",
    "event": "event",
    "question": "event",
    "report": "report",
    "attachment": "report",
    "payment": "payment",
    "decision": "decision",
    "use": "use",
    "amend": "condition",
    "condition": "condition",
    "law": "law",
}
_FROM_BEFORE = 0.5
_FROM_HEADING = 0.8
# The least strength with which a cue says what a date is about, and with which one says that it is a decision's.
_LEAST_STRENGTH = 0.35
_LEAST_DECISION = 1.0
_DATED = ("day", "range", "month")


def read_dates(document: Document, application: Application, use_period: UsePeriod | None) -> tuple[MentionedDate, ...]:
    """Return every date that the text mentions, in order, typed by what `application` and `use_period` were read
    from, else by the strongest cue around it (``language_data/*/application.toml``); times of day alone are none.
    """
    read: list[tuple[Evidence, DateType]] = [(piece, "application") for piece in application.evidence]
    read += [(use_period.evidence, "use")] if use_period else []
    return tuple(
        _mentioned(document, place, _type(document, place, read))
        for place in read_places(document, TOPIC)
        if place.mention.kind != "time"
    )


def decision_date(document: Document, kind: Kind, dates: tuple[MentionedDate, ...]) -> MentionedDate | None:
    """Return the date on which the grants were or will be decided, the surest where several are named.

    A page that is not about grants (`kind` other) has none. It is a day, a span of days or a month: the year in which
    something was granted says too little. A date of the application or of the use period is none.

    >>> from parsers.model import Block
    >>> lines = ["Haku päättyy 20.4.2021.", "Päätökset tehdään kesäkuussa 2021.", "Eduskunta päätti laista 1.3.2021."]
    >>> document = Document(language="fi", blocks=tuple(Block(type="p", text=line) for line in ["Avustus", *lines]))
    >>> found = decision_date(document, Kind.CALL, read_dates(document, Application(), None))
    >>> (found.text, found.first, found.last)
    ('kesäkuussa 2021', '2021-06-01', '2021-06-30')
    """
    taken = {(each.block, each.start) for each in dates if each.type in ("application", "use")}
    if kind is Kind.OTHER or len(taken) == len(dates):
        return None
    scored = [(decision_score(place, document.language), place) for place in _possible(document, taken)]
    best = max(scored, key=lambda each: each[0], default=None)
    if best is None or best[0] < _LEAST_DECISION:
        return None
    return _mentioned(document, best[1], "decision")


def decision_score(place: Place, language: str) -> float:
    """Return how much the surroundings of a date speak for its being the day of a decision."""
    weight = weights(language, DECISION_TOPIC)
    cues = place.cues if "decide" in place.cues else strongest(place.cues, weaker(place.heading, _FROM_HEADING))
    return sum(weight[group] * strength for group, strength in cues.items())


def _possible(document: Document, taken: Container[tuple[int, int]]) -> Iterator[Place]:
    for place in read_places(document, DECISION_TOPIC):
        mention = place.mention
        dated = mention.kind in _DATED and mention.first and mention.part is None
        if dated and not mention.hours and (place.block, mention.start) not in taken:
            yield place


def _type(document: Document, place: Place, read: list[tuple[Evidence, DateType]]) -> DateType:
    for evidence, type in read:
        if evidence.block == place.block and _meet(evidence, place.mention):
            return type
    if application_score(place, document.language) >= LEAST_SCORE:
        return "application"
    cues = strongest(place.cues, weaker(place.before, _FROM_BEFORE))
    cues = strongest(cues, weaker(place.heading, _FROM_HEADING))
    said = [(strength, group) for group, strength in cues.items() if group in _TYPES and strength >= _LEAST_STRENGTH]
    return _TYPES[max(said)[1]] if said else "other"


def _meet(evidence: Evidence, mention: DateMention) -> bool:
    return evidence.start < mention.end and mention.start < evidence.end


def _mentioned(document: Document, place: Place, type: DateType) -> MentionedDate:
    mention = place.mention
    return MentionedDate(
        type=type,
        first=mention.first,
        last=mention.last,
        block=place.block,
        start=mention.start,
        end=mention.end,
        text=document.blocks[place.block].text[mention.start : mention.end],
    )

"""Why each date of a page is, or is not, one of the application, the period of use or the decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parsers.dates.cues import weights
from parsers.dates.places import Place, read_places
from parsers.dates.reading import strongest, weaker
from parsers.explain.step import Step, span, weighed
from parsers.facts.application import candidates
from parsers.facts.mentioned_dates import DECISION_TOPIC, decision_date, decision_score
from parsers.facts.use_period import TOPIC as USE_TOPIC
from parsers.facts.use_period import score_of as use_score
from parsers.model import Application, Document, Evidence, Kind, MentionedDate, UsePeriod

_HEADING_SHARE = 0.8


def application_steps(document: Document, application: Application) -> Iterator[Step]:
    """Yield every date that some cue of an application speaks for, and how it ended; then what made it continuous."""
    taken = list(application.evidence)
    yield from _steps(document, "application", candidates.TOPIC, candidates.score_of, taken)
    if application.continuous:
        yield Step(reader="application", rule="application.toml continuous", value="continuous", evidence=taken[-1])


def use_period_steps(document: Document, use_period: UsePeriod | None) -> Iterator[Step]:
    """Yield every date that some cue of a period of use speaks for, and how it ended."""
    taken = [use_period.evidence] if use_period else []
    yield from _steps(document, "use_period", USE_TOPIC, use_score, taken)


def decision_steps(document: Document, kind: Kind, dates: tuple[MentionedDate, ...]) -> Iterator[Step]:
    """Yield every date that some cue of a decision speaks for, and how it ended."""
    found = decision_date(document, kind, dates)
    yield from _steps(document, "decision_date", DECISION_TOPIC, decision_score, [found] if found else [])


def _steps(
    document: Document, reader: str, topic: str, score: Callable[[Place, str], float], taken: list[Evidence]
) -> Iterator[Step]:
    weight = weights(document.language, topic)
    for place in read_places(document, topic):
        cues = strongest(place.cues, weaker(strongest(place.before, place.heading), _HEADING_SHARE))
        parts = weighed(weight, cues)
        evidence = document.evidence(place.block, place.mention.start, place.mention.end)
        is_taken = any(_meet(piece, evidence) for piece in taken)
        if is_taken or any(part > 0 for part in parts.values()):
            found = score(place, document.language)
            # said of something else, but on the application's last day: "portalen stänger den 31 mars kl. 16.15"
            only_time = is_taken and topic == candidates.TOPIC and found < candidates.LEAST_SCORE
            yield Step(
                reader=reader,
                rule=f"{topic}.toml groups, sum {found:.2f}" + (", for its time of day" if only_time else ""),
                value=span(place.mention),
                evidence=evidence,
                taken=is_taken,
                weights=parts,
            )


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end

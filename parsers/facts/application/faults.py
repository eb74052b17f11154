"""What a page says of its application that cannot be so: impossible days, wrong weekdays, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parsers.facts.application.candidates import Candidate
from parsers.facts.application.windows import Window
from parsers.model import Document, Moment, Warning

# A date less surely the application's than this contradicts nothing.
_SURE = 1.9
# Nor does one further away: it is the deadline of another stage.
_NEAR_DAYS = 31
# Words that explain why a second closing day is no contradiction.
_EXPLAINED = {"extended", "original", "round", "next", "sibling", "previous", "recurring"}


def warnings(document: Document, found: list[Candidate], window: Window) -> Iterator[Warning]:
    """Yield what cannot be so among the dates of the application; the values stay as printed."""
    yearly = any("recurring" in each.flags for each in found)
    for candidate in found:
        for fault in candidate.mention.faults:
            if not (yearly and fault == "missing_year"):
                yield _warning(document, candidate, fault)
    yield from _backward(document, window)
    yield from _contradictions(document, found, window)


def _warning(document: Document, candidate: Candidate, code: str) -> Warning:
    mention = candidate.mention
    return Warning(
        code=code,
        field="opens" if candidate.role == "opens" else "closes",
        detail=mention.text,
        evidence=document.evidence(candidate.place.block, mention.start, mention.end),
    )


def _backward(document: Document, window: Window) -> Iterator[Warning]:
    """Warn of an end before its start that two mentions state together; one alone has that fault of its own."""
    opens, closes = window.opens, window.closes
    if opens is None or closes is None or opens is closes or not (opens.opens and closes.closes):
        return
    if closes.closes[:10] < opens.opens[:10]:
        yield _warning(document, closes, "end_before_start")


def _contradictions(document: Document, found: list[Candidate], window: Window) -> Iterator[Warning]:
    if window.closes is None or window.closes.closes is None or any(each.flags & _EXPLAINED for each in found):
        return
    chosen, seen = window.closes.closes, set[str]()
    for each in found:
        if each.closes is None or each.score < _SURE or each.closes in seen or _is_listed(document, each):
            continue
        seen.add(each.closes)
        if _contradicts(each.closes, chosen):
            yield _warning(document, each, "contradicting_dates")


def _is_listed(document: Document, candidate: Candidate) -> bool:
    """Return whether a date stands in a list or table: its items have dates of their own, and contradict nothing."""
    return document.blocks[candidate.place.block].type in ("li", "tr")


def _contradicts(other: Moment, chosen: Moment) -> bool:
    days = abs((date.fromisoformat(other[:10]) - date.fromisoformat(chosen[:10])).days)
    return 0 < days <= _NEAR_DAYS or (days == 0 and "T" in other and "T" in chosen and other != chosen)

"""From the dates of an application to its window: one round of several, the extended deadline, the time of day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.facts.application.candidates import Candidate
from parsers.model import Kind, Moment

# How much of the best supported closing day's support another day needs to be a round of its own.
_ROUND_SUPPORT = 0.5


@dataclass(frozen=True, slots=True)
class Window:
    """What was chosen: the candidates it was read from."""

    opens: Candidate | None = None
    closes: Candidate | None = None
    time: Candidate | None = None


def choose_window(
    found: list[Candidate], kind: Kind, published: Moment | None, times: Iterable[Candidate] = ()
) -> Window:
    """Return the window that the page states: the extended one, or the first round that was open on publication.

    `times` are other ends with a time of day, asked only where no candidate tells that of the chosen day.
    """
    own = [each for each in found if not _is_of_another_call(each, kind)]
    ending = [each for each in own if each.closes]
    closing = _without(_without(ending, "original"), "channel")
    extended = [each for each in closing if "extended" in each.flags]
    day = max(each.closes[:10] for each in extended if each.closes) if extended else _chosen_day(closing, published)
    chosen = _best(each for each in closing if _day(each.closes) == day)
    closes = chosen and _with_time(own, chosen)
    if closes and closes.closes and "T" not in closes.closes and not _lone_time(own, closes):
        closes = _with_time(list(times), closes)
    return Window(opens=_opening(own, closes), closes=closes, time=_lone_time(own, closes))


def _without(found: list[Candidate], flag: str) -> list[Candidate]:
    """Return what is not flagged, or all where everything is: "paperihakemus jo 13.3." beside the others' day."""
    return [each for each in found if flag not in each.flags] or found


def _is_of_another_call(candidate: Candidate, kind: Kind) -> bool:
    if candidate.flags & {"sibling", "previous"}:
        return True
    if "recurring" in candidate.flags and candidate.mention.year_inferred:
        return True
    return "next" in candidate.flags and kind is Kind.DECISION


def _chosen_day(closing: list[Candidate], published: Moment | None) -> str | None:
    """Return the first well supported closing day that publication does not follow, else the first one."""
    support: dict[str, float] = {}
    for each in closing:
        assert each.closes is not None
        support[each.closes[:10]] = support.get(each.closes[:10], 0.0) + each.score
    if not support:
        return None
    least = _ROUND_SUPPORT * max(support.values())
    days = [day for day, score in support.items() if score >= least]
    still_open = [day for day in days if published is None or day >= published[:10]]
    if published is None or not still_open:
        return days[0]
    return min(still_open)


def _best(found: Iterable[Candidate]) -> Candidate | None:
    return max(found, key=lambda each: each.score, default=None)


def _day(moment: Moment | None) -> str | None:
    return moment[:10] if moment else None


def _with_time(found: list[Candidate], chosen: Candidate) -> Candidate:
    """Return the candidate of the same closing day that states the time of day, if one does."""
    timed = [each for each in found if each.closes and "T" in each.closes and _day(each.closes) == _day(chosen.closes)]
    times = Counter(each.closes for each in timed)
    # the time stated most often, of equals the first
    return max(timed, key=lambda each: times[each.closes], default=chosen)


def _lone_time(found: list[Candidate], closes: Candidate | None) -> Candidate | None:
    """Return a time of day that stands apart: "hakuajan viimeisenä päivänä klo 16.15"."""
    if closes is None or closes.closes is None or "T" in closes.closes:
        return None
    return _best(each for each in found if each.mention.kind == "time")


def _opening(found: list[Candidate], closes: Candidate | None) -> Candidate | None:
    """Return the opening that goes with the chosen end: of the same window, sentence or row, else the surest one."""
    opening = [each for each in found if each.opens]
    if closes is None:
        return _best(opening)
    same_window = [each for each in opening if _day(each.closes) == _day(closes.closes)]
    same_sentence = [each for each in opening if each.place.order == closes.place.order]
    same_row = [each for each in opening if each.place.in_row and each.place.block == closes.place.block]
    earlier = [each for each in opening if _precedes(each, closes)]
    return _best(same_window) or _best(same_sentence) or _best(same_row) or _best(earlier)


def _precedes(opening: Candidate, closes: Candidate) -> bool:
    return bool(opening.opens and closes.closes and opening.opens[:10] <= closes.closes[:10])

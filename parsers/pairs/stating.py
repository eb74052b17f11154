"""Where a version states a moment of its application window: the same day often stands in several places."""

from __future__ import annotations

from parsers.dates import find_dates
from parsers.model import Evidence, Moment, Release

_DAY = len("2021-03-17")


def stating(release: Release, moment: Moment) -> tuple[Evidence, ...]:
    """Return the evidence of a release's window that states a moment, what states its time of day too first.

    A whole month whose last day is meant states that day.
    """
    found = [(_states(release, piece, moment), piece) for piece in release.application.evidence]
    return tuple(piece for wanted in (_WHOLE, _DAY_ONLY) for states, piece in found if states == wanted)


_NOTHING, _DAY_ONLY, _WHOLE = range(3)


def _states(release: Release, piece: Evidence, moment: Moment) -> int:
    mentions = find_dates(piece.text, release.language or "fi", release.published)
    ends = [end for mention in mentions for end in (mention.first, mention.last) if end]
    if moment[:_DAY] not in {end[:_DAY] for end in ends}:
        return _NOTHING
    times = {mention.time for mention in mentions}
    return _WHOLE if len(moment) == _DAY or moment in ends or moment[_DAY + 1 :] in times else _DAY_ONLY

"""Whether two works came out when parts of one call do: a decision after the closing, an extension before it."""

from __future__ import annotations

from parsers.calls.works import Work, days_between

_YEAR = 365
# A decision comes within so many days after the closing; most within the first.
_USUAL_DECISION, _LATE_DECISION = 270, 430
_DECISIONS_APART = 200
# Announcements of one round appear within so many days: a preview, the opening, the notice.
_SAME_DAYS, _SAME_SEASON = 3, 75
# A correction or the answers to questions may still come so many days after the closing.
_AFTERWARDS = 30
# A mistake is mended within so many days.
_SOON = 14


def weigh_time(base: Work, later: Work) -> float:
    """Weigh when two works appeared, in log odds; `base` is the one that comes first in a call's story."""
    if base.announced is None or later.announced is None:
        return 0.0
    if base.announces and later.announces:
        return _time_of_announcements(base, later)
    if later.role == "decision":
        return _time_of_decisions(base, later) if base.role == "decision" else _time_of_decision(base, later)
    return _time_in_between(base, later)


def _time_of_announcements(base: Work, later: Work) -> float:
    assert base.announced and later.announced
    days = abs(days_between(base.announced, later.announced))
    if days <= _SAME_DAYS and base.role == later.role and base.titles.keys() & later.titles.keys():
        # Two releases of one day on the same call are one text on two sites; else they are on siblings.
        return 0.0 if _same_title(base, later) else -6.0
    if not base.dated or not later.dated:
        return 0.0 if days <= _SAME_SEASON else -6.0
    return 1.0 if days <= _SAME_DAYS else -0.5 if days <= _SAME_SEASON else -6.0


def _same_title(base: Work, later: Work) -> bool:
    both = base.titles.keys() & later.titles.keys()
    return any(set(base.titles[language]) == set(later.titles[language]) for language in both)


def _time_of_decision(base: Work, later: Work) -> float:
    """From the closing to the decision; where no closing is known, from the announcement."""
    assert base.announced and later.announced
    if later.announced < base.announced:
        return -8.0
    closes = max(base.closes, default=None)
    days = days_between(closes or base.announced, later.announced)
    if closes and days < 0 and not base.continuous:
        return -6.0
    if base.continuous and not closes:
        return 0.5 if days <= _LATE_DECISION else -8.0
    return 1.0 if days <= _USUAL_DECISION else -3.0 if days <= _LATE_DECISION else -8.0


def _time_of_decisions(base: Work, later: Work) -> float:
    assert base.announced and later.announced
    return -1.0 if abs(days_between(base.announced, later.announced)) <= _DECISIONS_APART else -10.0


def _time_in_between(base: Work, later: Work) -> float:
    """Extensions, corrections and answers appear while one may apply, or soon after."""
    assert base.announced and later.announced
    if base.role == "decision" or later.role == "decision":
        return 0.0
    latest = max(base.closes | later.closes, default=None)
    since = days_between(base.announced, later.announced)
    if base.announces and since < 0:
        return -5.0
    if latest is None:
        return 0.0 if abs(since) <= _YEAR else -6.0
    if later.role == "correction" and abs(since) <= _SOON:
        return 2.0
    return 1.0 if days_between(latest, later.announced) <= _AFTERWARDS and abs(since) <= _YEAR else -6.0

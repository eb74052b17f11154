"""How much later the second version of a text came, and what part of the application time had gone by then."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from parsers.model import Moment, Release

_FINLAND = ZoneInfo("Europe/Helsinki")
_UTC = ZoneInfo("UTC")
_SECONDS_IN_HOUR = 3600
_DAY = len("2021-03-17")


def lag_hours(fi: Release, sv: Release) -> float | None:
    """Return the hours from the appearance of the Finnish version to that of the Swedish, negative if it came first.

    A version appeared at its own stamp (`translated`) where it has one, else at the first (`published`). None where
    a time of day is missing. Stamps are Finnish civil time: a night when the clocks change counts its true hours.
    """
    ours, theirs = _appearance(fi), _appearance(sv)
    if ours is None or theirs is None:
        return None
    return round((theirs - ours).total_seconds() / _SECONDS_IN_HOUR, 1)


def lag_share(fi: Release, sv: Release) -> float | None:
    """Return the part of the application time, from 0 to 1, during which only one of the versions was there.

    The time runs from the opening that either version states, else from when the first of them appeared, to the
    closing; a day of closing counts whole. None where no closing is stated, where a stamp lacks its time of day, and
    for what is applied for all year.
    """
    ours, theirs = _appearance(fi), _appearance(sv)
    closes = fi.application.closes or sv.application.closes
    if ours is None or theirs is None or closes is None:
        return None
    first, second = min(ours, theirs), max(ours, theirs)
    opens = fi.application.opens or sv.application.opens
    start, end = _moment(opens) if opens else first, _moment(closes)
    if len(closes) == _DAY:
        end += timedelta(days=1)
    if end <= start:
        return None
    alone = min(second, end) - max(first, start)
    return round(min(max(alone / (end - start), 0.0), 1.0), 3)


def _appearance(release: Release) -> datetime | None:
    stamp = release.translated or release.published
    return _moment(stamp) if stamp and "T" in stamp else None


def _moment(moment: Moment) -> datetime:
    """Return Finnish civil time in UTC; "T24:00" is the midnight that ends the day."""
    day, _, time = moment.partition("T")
    midnight = time.startswith("24")
    local = datetime.fromisoformat(day if midnight or not time else moment) + timedelta(days=midnight)
    return local.replace(tzinfo=_FINLAND).astimezone(_UTC)

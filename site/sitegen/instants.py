"""Moments as programs want them: with seconds and the offset that Finland's clocks had."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from parsers.model import Moment
from sitegen.formats import MIDNIGHT

_FINLAND = ZoneInfo("Europe/Helsinki")


def instant(moment: Moment, time: str = "12:00") -> str:
    """Return a moment as an instant; `time` is put where it states none.

    >>> instant("2024-03-18"), instant("2024-07-01T24:00")
    ('2024-03-18T12:00:00+02:00', '2024-07-02T00:00:00+03:00')
    """
    clock = moment[11:] or time
    day = datetime.fromisoformat(moment[:10]).replace(tzinfo=_FINLAND)
    if clock == MIDNIGHT:
        return (day + timedelta(days=1)).isoformat()
    return datetime.fromisoformat(f"{moment[:10]}T{clock}").replace(tzinfo=_FINLAND).isoformat()


def in_finland(captured: str) -> Moment:
    """Return the moment of a capture, which is kept in UTC, as Finland's clocks showed it.

    >>> in_finland("2026-11-01T22:30:15Z"), in_finland("2026-07-01T21:00:00Z")
    ('2026-11-02T00:30', '2026-07-02T00:00')
    """
    return f"{datetime.fromisoformat(captured).replace(tzinfo=UTC).astimezone(_FINLAND):%Y-%m-%dT%H:%M}"


def day_or_instant(moment: Moment | None) -> str | None:
    """Return a moment as precisely as it is stated: its day, or the instant where it states a time.

    >>> day_or_instant("2024-03-18"), day_or_instant("2024-03-18T09:30"), day_or_instant(None)
    ('2024-03-18', '2024-03-18T09:30:00+02:00', None)
    """
    return moment if moment is None or len(moment) == 10 else instant(moment)

"""Moments as programs want them: with seconds and the offset that Finland's clocks had."""

from __future__ import annotations

from datetime import datetime, timedelta
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


def day_or_instant(moment: Moment | None) -> str | None:
    """Return a moment as precisely as it is stated: its day, or the instant where it states a time.

    >>> day_or_instant("2024-03-18"), day_or_instant("2024-03-18T09:30"), day_or_instant(None)
    ('2024-03-18', '2024-03-18T09:30:00+02:00', None)
    """
    return moment if moment is None or len(moment) == 10 else instant(moment)

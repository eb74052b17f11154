"""A pair as it is stored and shown: alignment, differences and how much later the second version came."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from parsers.model import Moment, Pair, PairSide, Release
from parsers.pairs.alignment import align
from parsers.pairs.differences import find_differences
from parsers.pairs.pairing import Pairing

_FINLAND = ZoneInfo("Europe/Helsinki")
_SECONDS_IN_HOUR = 3600


def compare(fi: Release, sv: Release, pairing: Pairing) -> Pair:
    """Compare the two versions of one text, block by block and fact by fact."""
    rows = align(fi.document, sv.document)
    return Pair(
        fi=PairSide(id=fi.id, url=fi.url),
        sv=PairSide(id=sv.id, url=sv.url),
        method=pairing.method,
        score=pairing.score,
        lag_hours=lag_hours(fi, sv),
        alignment=rows,
        differences=find_differences(fi, sv, rows),
    )


def lag_hours(fi: Release, sv: Release) -> float | None:
    """Return the hours from the appearance of the Finnish version to that of the Swedish, negative if it came first.

    A version appeared at its own stamp (`translated`) where it has one, else at the first (`published`). None where
    a time of day is missing. Stamps are Finnish civil time: a night when the clocks change counts its true hours.
    """
    moments = _appearance(fi), _appearance(sv)
    if moments[0] is None or moments[1] is None:
        return None
    return round((moments[1] - moments[0]).total_seconds() / _SECONDS_IN_HOUR, 1)


def _appearance(release: Release) -> datetime | None:
    stamp: Moment | None = release.translated or release.published
    if stamp is None or "T" not in stamp:
        return None
    local = datetime.fromisoformat(stamp).replace(tzinfo=_FINLAND)
    return local.astimezone(ZoneInfo("UTC"))

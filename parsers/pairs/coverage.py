"""How much of what is published in Finnish comes in Swedish, how late, and how often the two contradict each other."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, Protocol

import msgspec

from parsers.model import Difference, Kind, Language, Moment, Pair, Release

# A Swedish version can be weeks late: what has been looked for no longer than this is not said never to have come.
WAIT = timedelta(days=60)
# What is known of a release's other version, as `Coverage` counts it.
State = Literal["translated", "not_yet", "never", "undated", "swedish_only"]


class Counted(Protocol):
    """What counting needs of a release."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def authority(self) -> str | None: ...
    @property
    def language(self) -> Language | None: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def published(self) -> Moment | None: ...


class Joined(Protocol):
    """What counting needs of a pair."""

    @property
    def lag_hours(self) -> float | None: ...
    @property
    def differences(self) -> tuple[Difference, ...]: ...


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """The releases of one authority and year; either is None where the pages do not tell.

    Of `finnish` releases, `translated` have a Swedish version; for `not_yet` none has been seen, but the archive's last
    look at the source came less than 60 days after publication; `never` had none by then, `undated` cannot be told.
    `swedish_only` have no Finnish version. `median_lag_hours` is of the pairs whose stamps tell; `contradicting` pairs
    have a fact that the versions state differently, `grave` ones a deadline or a sum.
    """

    authority: str | None
    year: int | None
    finnish: int = 0
    translated: int = 0
    not_yet: int = 0
    never: int = 0
    undated: int = 0
    swedish_only: int = 0
    median_lag_hours: float | None = None
    contradicting: int = 0
    grave: int = 0

    @property
    def share_translated(self) -> float | None:
        """The part of the releases decided either way that came in Swedish; None where there is none."""
        decided = self.translated + self.never
        return self.translated / decided if decided else None


def coverage(
    releases: Iterable[Release], pairs: Iterable[Pair], last_seen: Mapping[str, date], kind: Kind | None = Kind.CALL
) -> tuple[Coverage, ...]:
    """Count by authority and year of publication, in that order, for releases of one `kind` (None: of all).

    `last_seen` is the day of the archive's newest capture of each source: what it has not looked for since cannot be
    said to be missing. A pair counts where its Finnish version does.
    """
    pairing = {id_: pair for pair in pairs for id_ in (pair.fi.id, pair.sv.id)}
    wanted = (release for release in releases if kind in (None, release.kind))
    return count_coverage(wanted, pairing, last_seen)


def count_coverage(
    releases: Iterable[Counted],
    pairing: Mapping[str, Joined],
    last_seen: Mapping[str, date],
    *,
    by_authority: bool = True,
    by_year: bool = True,
) -> tuple[Coverage, ...]:
    """Count releases as `coverage` does; `pairing` gives the pair that a release is in by the release's id.

    What is not told apart by authority or by year is counted in one, with None for its authority or year.
    """
    groups: defaultdict[tuple[str | None, int | None], list[Counted]] = defaultdict(list)
    for release in releases:
        if release.language in ("fi", "sv"):
            key = (release.authority if by_authority else None, _year(release) if by_year else None)
            groups[key].append(release)
    return tuple(_count(*key, groups[key], pairing, last_seen) for key in sorted(groups, key=_order))


def _count(
    authority: str | None,
    year: int | None,
    releases: Iterable[Counted],
    pairing: Mapping[str, Joined],
    last_seen: Mapping[str, date],
) -> Coverage:
    counts: defaultdict[str, int] = defaultdict(int)
    pairs = []
    for release in releases:
        if known := state(release, pairing, last_seen):
            counts[known] += 1
            counts["finnish"] += known != "swedish_only"
            pairs += [pairing[release.id]] if known == "translated" else []
    lags = [pair.lag_hours for pair in pairs if pair.lag_hours is not None]
    found = [[each for each in pair.differences if each.kind == "contradicts"] for pair in pairs]
    return Coverage(
        authority=authority,
        year=year,
        **counts,
        median_lag_hours=round(statistics.median(lags), 1) if lags else None,
        contradicting=sum(bool(each) for each in found),
        grave=sum(any(one.severity == "high" for one in each) for each in found),
    )


def state(release: Counted, pairing: Mapping[str, Joined], last_seen: Mapping[str, date]) -> State | None:
    """Return how a release is counted, None for a Swedish version: its pair counts where the Finnish one does."""
    if release.language == "sv":
        return None if release.id in pairing else "swedish_only"
    return "translated" if release.id in pairing else _missing(release, last_seen)


def _missing(release: Counted, last_seen: Mapping[str, date]) -> State:
    """Return how sure it is that a release has no Swedish version."""
    seen = last_seen.get(release.source)
    if release.published is None or seen is None:
        return "undated"
    return "never" if seen >= date.fromisoformat(release.published[:10]) + WAIT else "not_yet"


def _year(release: Counted) -> int | None:
    return int(release.published[:4]) if release.published else None


def _order(key: tuple[str | None, int | None]) -> tuple[str, int]:
    return key[0] or "~", key[1] or 0

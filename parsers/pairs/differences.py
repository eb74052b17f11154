"""Facts on which the two versions of a pair disagree, compared by value: never by how they are worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from msgspec.structs import replace

from parsers.model import AlignedRow, BothEvidence, Difference, Evidence, Moment, Release, Severity, UsePeriod
from parsers.moments import agree
from parsers.pairs.alignment import align
from parsers.pairs.people import contact_differences
from parsers.pairs.stated import Stated
from parsers.pairs.stating import stating
from parsers.pairs.sums import sum_differences

# What a reader can lose by a difference: a deadline or a sum, then the time to begin or to use it, then whom to ask.
SEVERITIES: dict[str, Severity] = {
    "closes": "high",
    "amounts": "high",
    "total": "high",
    "opens": "medium",
    "use_period": "medium",
    "contacts": "low",
    "published": "low",
}
_DAY = len("2021-03-17")


def find_differences(fi: Release, sv: Release, rows: Sequence[AlignedRow] | None = None) -> tuple[Difference, ...]:
    """Return the facts that a Finnish release and its Swedish version state differently, the gravest first.

    A fact that only one version states is ``only_fi`` or ``only_sv``: a shorter version can be lawful. A date without
    a time of day agrees with the same date with one. `rows` is the alignment of the two, made here if not given.
    """
    found = _differences(fi, sv, rows)
    return tuple(replace(each, severity=SEVERITIES[each.field]) for each in found)


def _differences(fi: Release, sv: Release, rows: Sequence[AlignedRow] | None) -> Iterator[Difference]:
    """Yield what differs, the gravest first."""
    stated = Stated(fi), Stated(sv)
    rows = align(fi.document, sv.document) if rows is None else rows
    yield from _closing_differences(fi, sv, stated)
    yield from sum_differences(fi, sv, stated, rows)
    yield from _opening_differences(fi, sv, stated)
    yield from _period_differences(fi, sv, stated)
    yield from contact_differences(fi, sv, stated)
    yield from _stamp_differences(fi, sv)


def _closing_differences(fi: Release, sv: Release, stated: tuple[Stated, Stated]) -> Iterator[Difference]:
    """Where either version may be applied to all year, the last day is a matter of words."""
    if fi.application.continuous or sv.application.continuous:
        return
    ours, theirs = fi.application.closes, sv.application.closes
    if _disagree(ours, theirs) and not _read_otherwise(ours, theirs, stated):
        yield _of_window("closes", ours, theirs, fi, sv)


def _opening_differences(fi: Release, sv: Release, stated: tuple[Stated, Stated]) -> Iterator[Difference]:
    """The day of publication is often the opening day without being named as such."""
    ours, theirs = fi.application.opens, sv.application.opens
    if not _disagree(ours, theirs) or _read_otherwise(ours, theirs, stated):
        return
    issued = {stamp[:_DAY] for stamp in (fi.published, sv.published) if stamp}
    if (ours is None or theirs is None) and (ours or theirs or "")[:_DAY] in issued:
        return
    yield _of_window("opens", ours, theirs, fi, sv)


def _period_differences(fi: Release, sv: Release, stated: tuple[Stated, Stated]) -> Iterator[Difference]:
    ours, theirs = fi.use_period, sv.use_period
    if _bounds(ours) == _bounds(theirs):
        return
    pairs = zip(_bounds(ours), _bounds(theirs), strict=True)
    if all(one == other or _read_otherwise(one, other, stated) for one, other in pairs):
        return
    evidence = BothEvidence(fi=ours.evidence if ours else None, sv=theirs.evidence if theirs else None)
    texts = ["/".join(map(str, _bounds(period))) if period else None for period in (ours, theirs)]
    yield Difference(field="use_period", kind=_kind(ours, theirs), fi=texts[0], sv=texts[1], evidence=evidence)


def _stamp_differences(fi: Release, sv: Release) -> Iterator[Difference]:
    """The first stamp is shared by all versions; without a second one a stamp is the version's own, and may differ."""
    if (fi.translated or sv.translated) and fi.published and sv.published and _disagree(fi.published, sv.published):
        yield Difference(field="published", kind="contradicts", fi=fi.published, sv=sv.published)


def _disagree(ours: Moment | None, theirs: Moment | None) -> bool:
    """Tell whether two moments differ as far as both state them.

    >>> _disagree("2021-04-20", "2021-04-20T16:15"), _disagree("2021-04-20T16:00", "2021-04-20T16:15")
    (False, True)
    """
    return ours is not theirs if ours is None or theirs is None else not agree(ours, theirs)


def _read_otherwise(ours: Moment | None, theirs: Moment | None, stated: tuple[Stated, Stated]) -> bool:
    """Tell whether each version states the other's moment too, so that only the reading differs."""
    return (ours is None or stated[1].has_moment(ours)) and (theirs is None or stated[0].has_moment(theirs))


def _of_window(
    field: Literal["opens", "closes"], ours: Moment | None, theirs: Moment | None, fi: Release, sv: Release
) -> Difference:
    evidence = BothEvidence(fi=_evidence_of(fi, ours), sv=_evidence_of(sv, theirs))
    return Difference(field=field, kind=_kind(ours, theirs), fi=ours, sv=theirs, evidence=evidence)


def _evidence_of(release: Release, moment: Moment | None) -> Evidence | None:
    """Return the window's evidence that states the whole moment, else the day, else all there is of it."""
    if moment is None or not release.application.evidence:
        return None
    day = str(int(moment[8:10]))
    found = release.application.evidence
    printing = (piece for piece in found if day in piece.text)
    return next(chain(stating(release, moment), printing), found[0])


def _kind(ours: object, theirs: object) -> Literal["contradicts", "only_fi", "only_sv"]:
    if ours is None:
        return "only_sv"
    return "only_fi" if theirs is None else "contradicts"


def _bounds(period: UsePeriod | None) -> tuple[Moment | None, Moment | None]:
    return (period.start, period.end) if period else (None, None)

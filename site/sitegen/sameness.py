"""Which facts of a pair agree, which differ, and where in each version they stand."""

from __future__ import annotations

from typing import Literal

from parsers.model import Amount, Difference, Evidence, Pair, Release
from parsers.pairs.stating import stating
from sitegen.article import Spans
from sitegen.passages import Span
from sitegen.scope import Scope
from sitegen.stated_alike import agreeing, place_of, sum_of
from sitegen.texts import mark as _

Side = Literal["fi", "sv"]


def difference_anchor(number: int, side: Side, time: int = 1) -> str:
    """Return the id of a difference's place in a version: "d1-fi", where it stands again "d1-fi-2"."""
    return f"d{number}-{side}" if time == 1 else f"d{number}-{side}-{time}"


def compared_spans(release: Release, other: Release, pair: Pair, side: Side, scope: Scope) -> Spans:
    """Return the marks of one version: its differences, and the facts that the other version states alike."""
    spans: Spans = {}
    for number, difference in enumerate(pair.differences, 1):
        for time, evidence in enumerate(places(difference, side, release, other), 1):
            anchor = difference_anchor(number, side, time)
            spans.setdefault(evidence.block, []).append(_difference(number, difference, evidence, anchor, scope))
    return _with_same(spans, release, other)


def agreeing_spans(release: Release, *others: Release) -> Spans:
    """Return the marks of a version whose differences are not looked for: the facts that all others state alike."""
    return _with_same({}, release, *others)


def places(difference: Difference, side: Side, release: Release, other: Release) -> tuple[Evidence, ...]:
    """Return all places of one version that state its side of a difference, that which it was read from first."""
    first = difference.evidence.fi if side == "fi" else difference.evidence.sv
    if first is None:
        return ()
    if difference.field in ("opens", "closes"):
        moment = difference.fi if side == "fi" else difference.sv
        return tuple(dict.fromkeys((first, *(stating(release, moment) if moment else ()))))
    if difference.field in ("amounts", "total"):
        return tuple(dict.fromkeys((first, *_repeated(first, release, other))))
    return (first,)


def amount_at(release: Release, evidence: Evidence) -> Amount | None:
    """Return the sum that was read from a place."""
    return next((amount for amount in release.amounts if place_of(amount) == place_of(evidence)), None)


def _repeated(first: Evidence, release: Release, other: Release) -> tuple[Evidence, ...]:
    """Return where else a sum stands. One that the other version has too differs in one place only."""
    amount = amount_at(release, first)
    if amount is None or sum_of(amount) in map(sum_of, other.amounts):
        return ()
    return tuple(place_of(each) for each in release.amounts if sum_of(each) == sum_of(amount))


def _with_same(spans: Spans, release: Release, *others: Release) -> Spans:
    for evidence in agreeing(release, *others):
        found = spans.setdefault(evidence.block, [])
        if not any(span.start < evidence.end and evidence.start < span.end for span in found):
            found.append(Span(start=evidence.start, end=evidence.end, mark="same"))
    return spans


def _difference(number: int, difference: Difference, evidence: Evidence, anchor: str, scope: Scope) -> Span:
    return Span(
        start=evidence.start,
        end=evidence.end,
        mark="diff" if difference.kind == "contradicts" else "one-sided",
        anchor=anchor,
        href=f"d{number}",
        note=scope.text(_("Difference %(number)s"), number=number),
    )

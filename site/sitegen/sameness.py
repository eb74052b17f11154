"""Which facts of a pair agree, which differ, and where in each version they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from parsers.model import Amount, Contact, Difference, Evidence, Pair, Release
from sitegen.article import Spans
from sitegen.passages import Span
from sitegen.scope import Scope
from sitegen.texts import mark as _

Side = Literal["fi", "sv"]


def difference_anchor(number: int, side: Side) -> str:
    """Return the id of a difference's place in a version: "d1-fi"."""
    return f"d{number}-{side}"


def compared_spans(release: Release, other: Release, pair: Pair, side: Side, scope: Scope) -> Spans:
    """Return the marks of one version: its differences, and the facts that the other version states alike."""
    spans: Spans = {}
    for number, difference in enumerate(pair.differences, 1):
        if evidence := evidence_on(difference, side):
            spans.setdefault(evidence.block, []).append(_difference(number, difference, evidence, side, scope))
    for evidence in dict.fromkeys(agreeing(release, other)):
        found = spans.setdefault(evidence.block, [])
        if not any(span.start < evidence.end and evidence.start < span.end for span in found):
            found.append(Span(start=evidence.start, end=evidence.end, mark="same"))
    return spans


def evidence_on(difference: Difference, side: Side) -> Evidence | None:
    """Return what a difference was read from in one version, None where that version says nothing."""
    return difference.evidence.fi if side == "fi" else difference.evidence.sv


def agreeing(release: Release, other: Release) -> Iterable[Evidence]:
    """Walk the places of the facts of `release` that `other` states alike, however it words them."""
    sums = {_sum(amount) for amount in other.amounts}
    yield from (_place(amount) for amount in release.amounts if _sum(amount) in sums)
    if _window(release) == _window(other):
        yield from release.application.evidence
    if release.use_period and other.use_period and _period(release) == _period(other):
        yield release.use_period.evidence
    people = {key for contact in other.contacts for key in _reachable(contact)}
    yield from (contact.evidence for contact in release.contacts if people.intersection(_reachable(contact)))


def counted(release: Release, other: Release) -> int:
    """Return how many facts of a release the other version states alike."""
    return len(set(agreeing(release, other)))


def _difference(number: int, difference: Difference, evidence: Evidence, side: Side, scope: Scope) -> Span:
    return Span(
        start=evidence.start,
        end=evidence.end,
        mark="diff" if difference.kind == "contradicts" else "one-sided",
        anchor=difference_anchor(number, side),
        href=f"d{number}",
        note=scope.text(_("Difference %(number)s"), number=number),
    )


def _sum(amount: Amount) -> tuple[object, ...]:
    return amount.min, amount.max, amount.currency


def _place(amount: Amount) -> Evidence:
    return Evidence(block=amount.block, start=amount.start, end=amount.end, text=amount.text)


def _window(release: Release) -> tuple[object, ...]:
    return release.application.opens, release.application.closes, release.application.continuous


def _period(release: Release) -> tuple[str, str] | None:
    return (release.use_period.start, release.use_period.end) if release.use_period else None


def _reachable(contact: Contact) -> set[str]:
    return {key for key in (contact.phone, contact.email and contact.email.casefold()) if key}

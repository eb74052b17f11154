"""A release's facts as rows of a box, each value with the place in the text that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parsers.model import Amount, Application, Eligibility, Evidence, Kind, Language, Release, Role, Warning
from sitegen.article import Spans
from sitegen.passages import Span
from sitegen.places import place, total_places
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import GROUPS, OTHER_WARNING, ROLES, UNITS, WARNINGS, sum_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a fact: its `text`, in `language` where it is the source's own words, and its places in the text.

    `quote` is the sentence behind a text that only sums it up.
    """

    text: str
    language: Language | None = None
    quote: str | None = None
    quote_language: Language | None = None
    note: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A row of the box. `key` is a stable word for what it tells, ``leading`` marks the ones that matter most."""

    key: str
    label: str
    values: tuple[Value, ...]
    leading: bool = False


def facts_of(release: Release, scope: Scope) -> tuple[Fact, ...]:
    """Return the rows of a release's box, those without a value left out."""
    rows = (
        _total(release, scope),
        _application(release.application, scope),
        _use_period(release, scope),
        _eligibility(release, scope),
        _amounts(release, scope),
        _case_numbers(release, scope),
    )
    return tuple(row for row in rows if row.values)


def fact_spans(release: Release) -> Spans:
    """Return where a release's facts stand in its text, by block, each place once."""
    spans: dict[int, dict[str, Span]] = {}
    for evidence in _lines(release):
        spans.setdefault(evidence.block, {})[place(evidence)] = _span(evidence, "broad")
    for evidence in _values(release):
        spans.setdefault(evidence.block, {})[place(evidence)] = _span(evidence, "fact")
    return {block: list(found.values()) for block, found in spans.items()}


def _span(evidence: Evidence, mark: Literal["fact", "broad"]) -> Span:
    return Span(start=evidence.start, end=evidence.end, mark=mark, anchor=place(evidence))


def _values(release: Release) -> Iterator[Evidence]:
    """Walk the evidence that is the value itself: a sum, a date, a number."""
    yield from release.amounts
    yield from release.application.evidence
    if release.use_period:
        yield release.use_period.evidence
    yield from (case.evidence for case in release.case_numbers)
    yield from (warning.evidence for warning in release.warnings if warning.evidence)


def _lines(release: Release) -> Iterator[Evidence]:
    """Walk the evidence that is a whole sentence or line."""
    yield from (fact.evidence for fact in release.eligibility)
    yield from (contact.evidence for contact in release.contacts)


def warnings_of(release: Release, scope: Scope) -> tuple[Value, ...]:
    """Return what a release states that cannot be so, in the reader's words."""
    return tuple(_warning(warning, scope) for warning in release.warnings)


def _total(release: Release, scope: Scope) -> Fact:
    labels = {Kind.CALL: _("Available in the call"), Kind.DECISION: _("Granted in total")}
    label = scope.text(labels.get(release.kind, _("Headline sum")))
    if release.total is None:
        return Fact(key="total", label=label, values=())
    value = Value(text=scope.formats.money(release.total, release.total_currency), places=total_places(release))
    return Fact(key="total", label=label, values=(value,), leading=True)


def _application(application: Application, scope: Scope) -> Fact:
    told = scope.formats.window(application.opens, application.closes)
    if application.continuous:
        told = scope.text(_("continuous, apply at any time")) + (f" ({told})" if told else "")
    places = tuple(dict.fromkeys(place(evidence) for evidence in application.evidence))
    values = (Value(text=told, places=places),) if told else ()
    return Fact(key="application", label=scope.text(_("Application period")), values=values, leading=True)


def _use_period(release: Release, scope: Scope) -> Fact:
    period = release.use_period
    told = scope.formats.window(period.start, period.end) if period else ""
    values = (Value(text=told, places=(place(period.evidence),)),) if period else ()
    return Fact(key="use_period", label=scope.text(_("The grant may be used")), values=values)


def _eligibility(release: Release, scope: Scope) -> Fact:
    values = tuple(_applicants(fact, release.language, scope) for fact in release.eligibility)
    return Fact(key="eligibility", label=scope.text(_("Who may apply")), values=values)


def _applicants(fact: Eligibility, language: Language | None, scope: Scope) -> Value:
    """The groups in the reader's words where any are named, the sentence itself in the source's."""
    groups = ", ".join(scope.text(GROUPS[group]) for group in fact.groups if group in GROUPS)
    places = (place(fact.evidence),)
    if not groups:
        return Value(text=fact.evidence.text, language=language, places=places)
    return Value(text=groups, quote=fact.evidence.text, quote_language=language, places=places)


def _amounts(release: Release, scope: Scope) -> Fact:
    values = tuple(_amount(amount, scope) for amount in release.amounts)
    return Fact(key="amounts", label=scope.text(_("Sums of money in the text")), values=values)


def _amount(amount: Amount, scope: Scope) -> Value:
    told = sum_in_words(amount, scope.formats, scope.texts)
    note = None if amount.per in UNITS and amount.role is Role.PER_APPLICANT else scope.text(ROLES[amount.role])
    return Value(text=told, note=note, places=(place(amount),))


def _case_numbers(release: Release, scope: Scope) -> Fact:
    values = tuple(Value(text=case.value, places=(place(case.evidence),)) for case in release.case_numbers)
    return Fact(key="case_numbers", label=scope.text(_("Case number")), values=values)


def _warning(warning: Warning, scope: Scope) -> Value:
    told = scope.text(WARNINGS.get(warning.code, OTHER_WARNING), detail=warning.detail)
    return Value(text=told, places=(place(warning.evidence),) if warning.evidence else ())

"""Which rule read what on a page: for people who wonder about a fact, and for those who mend a rule."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.explain.days import application_steps, decision_steps, use_period_steps
from parsers.explain.money import amount_steps, total_steps
from parsers.explain.step import Step
from parsers.facts.kind.scores import judge
from parsers.model import Release

__all__ = ["Step", "explain"]


def explain(release: Release) -> tuple[Step, ...]:
    """Return what the readers found on the page of `release`, reader by reader, in the order of the text.

    What was weighed and not taken is given where a person would ask why not: cues of the kinds, and dates.
    """
    document = release.document
    return (
        *_kind_steps(release),
        *amount_steps(document, release.amounts),
        *total_steps(document, release.amounts, release.kind),
        *application_steps(document, release.application),
        *use_period_steps(document, release.use_period),
        *decision_steps(document, release.kind, release.dates),
        *_other_steps(release),
    )


def _kind_steps(release: Release) -> Iterator[Step]:
    document = release.document
    judgement = judge(document)
    for cue in judgement.cues:
        yield Step(
            reader="kind",
            rule=f"kind.toml cue {cue.group + 1}, in {cue.zone}",
            value=str(cue.kind),
            evidence=document.evidence(cue.block, cue.start, cue.end),
            taken=cue.kind is judgement.kind,
            weights={cue.kind: cue.weight},
        )
    sums = {str(kind): round(total, 2) for kind, total in judgement.sums.items() if total}
    yield Step(reader="kind", rule="highest sum", value=str(judgement.kind), weights=sums)


def _other_steps(release: Release) -> Iterator[Step]:
    for share in release.self_financing:
        value = f"{share.min}-{share.max} %" if share.min < share.max else f"{share.min} %"
        yield Step(reader="self_financing", rule=f"self_financing.toml {share.of}", value=value, evidence=share)
    for contact in release.contacts:
        parts = (contact.name, contact.title, contact.organisation, contact.phone, contact.email)
        rule = "contacts: person" if contact.name else "contacts: desk"
        yield Step(reader="contacts", rule=rule, value=", ".join(filter(None, parts)), evidence=contact.evidence)
    for eligibility in release.eligibility:
        value = ", ".join(eligibility.groups)
        yield Step(reader="eligibility", rule="eligibility.toml cues", value=value, evidence=eligibility.evidence)
    for number in release.case_numbers:
        yield Step(reader="case_numbers", rule="case number", value=number.value, evidence=number.evidence)
    for warning in release.warnings:
        value = f"{warning.code}: {warning.detail}"
        yield Step(reader=warning.field, rule="warning", value=value, evidence=warning.evidence, taken=False)

"""Where a release's text states its facts: the places that its page has anchors for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.model import Evidence, Release
from sitegen.words import is_headline


def place(evidence: Evidence) -> str:
    """Return the id by which a page points at a piece of evidence: the same in every build.

    >>> place(Evidence(block=2, start=5, end=9, text="3 M€"))
    't2-5-9'
    """
    return f"t{evidence.block}-{evidence.start}-{evidence.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The anchors of a release's facts; those of groups of applicants and case numbers stand beside what each names."""

    total: tuple[str, ...] = ()
    application: tuple[str, ...] = ()
    use_period: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    case_numbers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, release: Release) -> Places:
        period = release.use_period
        return cls(
            total=total_places(release),
            application=tuple(dict.fromkeys(map(place, release.application.evidence))),
            use_period=(place(period.evidence),) if period else (),
            groups=tuple(dict(_groups(release)).items()),
            case_numbers=tuple((case.value, place(case.evidence)) for case in release.case_numbers),
        )


NO_PLACES = Places()


def total_places(release: Release) -> tuple[str, ...]:
    """Return where the headline sum stands: the first of its places."""
    return tuple(place(amount) for amount in release.amounts if is_headline(amount, release.total))[:1]


def _groups(release: Release) -> Iterator[tuple[str, str]]:
    """Walk the groups with the sentence that names each; what comes first counts, so that it is given last."""
    for fact in reversed(release.eligibility):
        yield from ((group, place(fact.evidence)) for group in fact.groups)

"""The third opinion: where a release and the official record of its call disagree.

Two versions of a release may agree on a wrong deadline, or differ without telling which is right: the state's own
record of the call (haeavustuksia.fi) is entered apart from both. Which record is of the same call, the joining tells.
"""

from __future__ import annotations

from typing import Literal, cast, get_args

import msgspec

from parsers.model import Evidence, Release, Severity
from parsers.pairs.differences import find_differences

Field = Literal["closes", "opens", "total", "amounts", "use_period"]
DifferenceKind = Literal["contradicts", "only_release", "only_official"]
_KINDS: dict[str, DifferenceKind] = {
    "contradicts": "contradicts",
    "only_fi": "only_release",
    "only_sv": "only_official",
}


class OfficialDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on which a release and the official record of its call disagree, each with what it was read from."""

    field: Field
    kind: DifferenceKind
    release: str | None
    official: str | None
    release_evidence: Evidence | None = None
    official_evidence: Evidence | None = None
    severity: Severity = "low"


def compare_official(release: Release, official: Release) -> tuple[OfficialDifference, ...]:
    """Return the facts that a release and the official record of its call state differently, the gravest first.

    A sum that only one of them states is no difference: neither has to name all sums.
    """
    return tuple(
        OfficialDifference(
            field=cast(Field, found.field),
            kind=_KINDS[found.kind],
            release=found.fi,
            official=found.sv,
            release_evidence=found.evidence.fi,
            official_evidence=found.evidence.sv,
            severity=found.severity,
        )
        for found in find_differences(release, official)
        if found.field in get_args(Field) and (found.field != "amounts" or found.kind == "contradicts")
    )

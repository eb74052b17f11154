"""The differences of all pairs in one list, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.filters import Filter
from parsers.model import Difference, Pair, Release, Severity

_ALL = Filter()
_RANK: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}
# What contradicts is graver than what one version leaves out: that can be lawful.
_CONTRADICTION_FIRST = {"contradicts": 0, "only_fi": 1, "only_sv": 1}


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference with the pair and the two releases it was found in."""

    difference: Difference
    pair: Pair
    fi: Release
    sv: Release

    @property
    def record(self) -> dict[str, object]:
        """One line of `haku differences --format jsonl`: the difference, and what one needs to look it up."""
        return {
            "severity": self.difference.severity,
            "field": self.difference.field,
            "kind": self.difference.kind,
            "fi": self.difference.fi,
            "sv": self.difference.sv,
            "authority": self.fi.authority,
            "published": self.fi.published,
            "releases": {
                language: {"id": release.id, "url": release.url, "title": release.title}
                for language, release in (("fi", self.fi), ("sv", self.sv))
            },
            "evidence": self.difference.evidence,
        }


def findings(
    catalogue: Catalogue,
    conditions: Filter = _ALL,
    *,
    least: Severity = "low",
    only_contradictions: bool = False,
) -> list[Finding]:
    """Return the differences of the pairs of which either version meets the conditions.

    `least` is the least severity wanted. They are in order of severity, contradictions first, then the newest.
    """
    wanted = {release.id for release in catalogue.releases(conditions)}
    found = [
        finding
        for finding in _all(catalogue, wanted)
        if _RANK[finding.difference.severity] <= _RANK[least]
        and not (only_contradictions and finding.difference.kind != "contradicts")
    ]
    found.sort(key=lambda each: (each.fi.published or "", each.pair.fi.id), reverse=True)
    return sorted(found, key=_gravity)


def _all(catalogue: Catalogue, wanted: set[str]) -> Iterator[Finding]:
    for pair in catalogue.pairs():
        if pair.differences and not wanted.isdisjoint((pair.fi.id, pair.sv.id)):
            fi, sv = catalogue.release(pair.fi.id), catalogue.release(pair.sv.id)
            yield from (Finding(difference, pair, fi, sv) for difference in pair.differences)


def _gravity(finding: Finding) -> tuple[int, int]:
    return _RANK[finding.difference.severity], _CONTRADICTION_FIRST[finding.difference.kind]

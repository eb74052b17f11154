"""What the API answers beside the records of `haku export` and `haku search`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from index.catalogue.status import Status
from index.findings import Finding
from index.fulltext import Facet
from parsers.model import BothEvidence, Moment, Severity


class ReleaseName(msgspec.Struct, frozen=True, kw_only=True):
    """A version by its id, address and title."""

    id: str
    url: str
    title: str


class DifferenceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on which the versions of a pair disagree: one line of `haku differences --format jsonl`.

    `fi` and `sv` are what each version states, null where it says nothing; `releases` names the versions, by language.
    """

    severity: Severity
    field: Literal["closes", "opens", "amounts", "total", "use_period", "contacts", "published"]
    kind: Literal["contradicts", "only_fi", "only_sv"]
    fi: str | None
    sv: str | None
    authority: str | None
    published: Moment | None
    releases: Mapping[str, ReleaseName]
    evidence: BothEvidence

    @classmethod
    def of(cls, finding: Finding) -> DifferenceRecord:
        record: dict[str, Any] = finding.record
        return cls(**record)


class Differences(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the differences, the gravest first, and how many there are in all."""

    total: int
    differences: tuple[DifferenceRecord, ...]

    @classmethod
    def page(cls, found: Iterable[DifferenceRecord], offset: int, limit: int) -> Differences:
        records = tuple(found)
        return cls(total=len(records), differences=records[offset : offset + limit])


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many texts a query finds, and how many of them have what in each field."""

    total: int
    facets: tuple[Facet, ...]


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """What may have been meant by a query with words that are in no text; null where there is nothing to suggest."""

    query: str
    total: int
    suggestion: str | None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The version of the program, and what the archive holds."""

    version: str
    archive: Status

"""Many readings of one address, folded into what is kept: the newest reading of each text the address has had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.catalogue.records import encode, text_digest
from parsers.model import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One text of an address: its newest record, when it was captured first and last, and the last payload's digest."""

    captured: str
    digest: str
    record: str
    first_captured: str
    text_digest: str

    @classmethod
    def of(cls, release: Release) -> Reading:
        return cls(
            captured=release.captured,
            digest=release.digest,
            record=encode(release).decode(),
            first_captured=release.captured,
            text_digest=text_digest(release),
        )

    @property
    def age(self) -> tuple[str, str, str]:
        """What orders readings: the moment of capture, and where two share one, their content."""
        return self.captured, self.digest, self.record


def fold(readings: Iterable[Reading]) -> list[Reading]:
    """Return one reading for each text, the newest first: the release, then its revisions.

    The result depends only on which readings there are: neither their order nor folding some of them earlier matters.
    """
    texts: dict[str, Reading] = {}
    for reading in readings:
        texts[reading.text_digest] = _merge(texts.get(reading.text_digest, reading), reading)
    return sorted(texts.values(), key=lambda reading: reading.age, reverse=True)


def _merge(one: Reading, other: Reading) -> Reading:
    newest = max(one, other, key=lambda reading: reading.age)
    return replace(newest, first_captured=min(one.first_captured, other.first_captured))

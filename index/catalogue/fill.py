"""How often releases state what is looked for in them: what a parser that stops matching shows first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from index.catalogue.database import Database
from parsers.model import Language
from parsers.sources import source_of

# Each field: which releases could have it, and which do.
_FIELDS = {
    "title": ("TRUE", "trim(title) <> ''"),
    "published": ("TRUE", "published IS NOT NULL"),
    "authority": ("TRUE", "authority IS NOT NULL"),
    "kind_evidence": ("TRUE", "record ->> '$.kind_evidence' IS NOT NULL"),
    "blocks": ("TRUE", "json_array_length(record, '$.blocks') > 1"),
    "contacts": ("TRUE", "json_array_length(record, '$.contacts') > 0"),
    "amounts": ("kind = 'call'", "json_array_length(record, '$.amounts') > 0"),
    "closes": ("kind = 'call'", "closes IS NOT NULL OR continuous"),
}
FIELDS = tuple(_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFill:
    """How many of a source's releases in a language could have a field (`releases`), and how many do (`filled`).

    `field` is one of `FIELDS`: blocks are those besides the title; amounts and closes are looked for on calls alone,
    and a continuous call needs no closing day. `language` is None where it could not be told.
    """

    source: str
    language: Language | None
    field: str
    filled: int
    releases: int

    @property
    def rate(self) -> float:
        """The share that is filled, 1.0 of none."""
        return self.filled / self.releases if self.releases else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FillRates:
    """What was read from pages: `fields` in order; `unread` counts the pages that could not be read, by source."""

    fields: tuple[FieldFill, ...]
    unread: dict[str, int]


def read_fill_rates(database: Database, since: datetime | None) -> FillRates:
    """Count over the releases last captured at or after a moment (aware), over all of them for None.

    Every source and language that has such releases has an entry for each field, in the order of `FIELDS`.
    """
    moment = f"{since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if since else ""
    return FillRates(fields=tuple(_fields(database, moment)), unread=_unread(database, moment))


def _fields(database: Database, moment: str) -> list[FieldFill]:
    sums = ", ".join(f"sum({could}), sum(({could}) AND ({has}))" for could, has in _FIELDS.values())
    sql = f"SELECT source, language, {sums} FROM releases WHERE captured >= ? GROUP BY source, language"
    return [
        FieldFill(
            source=str(source),
            language=None if language is None else str(language),
            field=field,
            filled=int(counts[2 * number + 1] or 0),
            releases=int(counts[2 * number] or 0),
        )
        for source, language, *counts in database.rows(f"{sql} ORDER BY source, language", (moment,))
        for number, field in enumerate(FIELDS)
    ]


def _unread(database: Database, moment: str) -> dict[str, int]:
    """A page captured twice in the time is one page."""
    rows = database.rows("SELECT DISTINCT address FROM captures WHERE problem IS NOT NULL AND time >= ?", (moment,))
    return dict(sorted(Counter(source_of(str(address)) for (address,) in rows).items()))

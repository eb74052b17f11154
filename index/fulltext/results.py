"""What a search gives: a line of `haku search --format jsonl` each."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from parsers.model import Kind, Language, Moment


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """Another language version of a hit."""

    id: str
    url: str
    language: Language | None
    title: str


class Excerpt(msgspec.Struct, frozen=True):
    """The sentence that shows best what was found, and where in it the words stand that were looked for."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()


class HitFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The facts that a list of hits shows."""

    closes: Moment | None
    total: Decimal | None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A release, standing for its pair where it has one; `versions` are the pair's others. `rank` counts from 1."""

    rank: int
    score: float
    id: str
    url: str
    language: Language | None
    title: str
    kind: Kind
    authority: str | None
    published: Moment | None
    versions: tuple[Version, ...]
    excerpt: Excerpt
    facts: HitFacts


class SearchResult(msgspec.Struct, frozen=True):
    """The hits of one page, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int

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
    """A release, standing for its pair where it has one; `versions` are the pair's others. `rank` counts from 1.

    `is_translated` says that it was found only by words of the other language.
    """

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
    is_translated: bool = False


class FacetValue(msgspec.Struct, frozen=True):
    """A code of the data, and how many of all texts found have it."""

    code: str
    count: int


class Facet(msgspec.Struct, frozen=True):
    """What the texts found have in a field: the most frequent code first, years the newest first."""

    name: str
    values: tuple[FacetValue, ...]


class Translation(msgspec.Struct, frozen=True):
    """A word of the query, and the words of the other language that were looked for beside it."""

    word: str
    language: Language
    words: tuple[str, ...]


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """The hits of one page in order, and how many texts were found in all.

    `understood` is the query as it was read; `translations` are the words that were looked for beside its own, and
    `translated` is how many texts only those found. `suggestion` is another query where words of this one are in no
    text, with what may have been meant; None where there is none.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...] = ()
    understood: str = ""
    translations: tuple[Translation, ...] = ()
    translated: int = 0
    suggestion: str | None = None

"""The versions of one text: which they are, how they are aligned, and where they disagree."""

from __future__ import annotations

from typing import Literal

import msgspec

from parsers.model.text import Evidence


class PairSide(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a pair, by id and address."""

    id: str
    url: str


# A stretch of a release's text: its block, and the characters of it from a start to an end (exclusive).
Stretch = tuple[int, int, int]


class AlignedSentences(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Sentences of aligned blocks that say the same; a side is empty where it has no counterpart."""

    fi: tuple[Stretch, ...]
    sv: tuple[Stretch, ...]
    score: float | None = None


class AlignedRow(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Blocks that say the same, as indexes into each version's blocks; a side is empty where it has no counterpart.

    `moved` says that the versions have it in different places; `sentences` are those of the blocks, where both sides
    have blocks and either has more than one sentence.
    """

    fi: tuple[int, ...]
    sv: tuple[int, ...]
    score: float | None = None
    moved: bool = False
    sentences: tuple[AlignedSentences, ...] = ()


class BothEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a difference was read from in each version; None where the version says nothing."""

    fi: Evidence | None = None
    sv: Evidence | None = None


# How grave a difference is: what a reader can lose by it. "high": a deadline or a sum; "medium": the opening or the
# period of use; "low": a contact or the stamp.
Severity = Literal["high", "medium", "low"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on which the two versions of a pair disagree. `fi` and `sv` are the values in their export form."""

    field: Literal["closes", "opens", "amounts", "total", "use_period", "contacts", "published"]
    kind: Literal["contradicts", "only_fi", "only_sv"]
    fi: str | None
    sv: str | None
    evidence: BothEvidence = BothEvidence()
    severity: Severity = "low"


# "declared": a page names the other and its content agrees; "content": the content alone decided; "reviewed": a person.
PairMethod = Literal["declared", "content", "reviewed"]


class EnglishSide(PairSide, frozen=True, kw_only=True):
    """The English version of a pair's text, and its blocks beside each row of the pair's alignment.

    Every block stands in one row; one without a counterpart, in that of the block before it.
    """

    method: PairMethod
    score: float
    rows: tuple[tuple[int, ...], ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A Finnish and a Swedish release that are versions of one text: one line of `haku export pairs`.

    `lag_hours` is the time from the Finnish version's appearance to the Swedish one's (negative where the Swedish came
    first), None where a stamp lacks its time of day or is missing. `lag_share` is the part of the application time, 0
    to 1, during which only one of them was there. `titles_differ` says that the titles have next to nothing in common.
    `english` is the text's English version, None where the archive has none.
    """

    fi: PairSide
    sv: PairSide
    method: PairMethod
    score: float
    lag_hours: float | None = None
    lag_share: float | None = None
    titles_differ: bool = False
    alignment: tuple[AlignedRow, ...] = ()
    differences: tuple[Difference, ...] = ()
    english: EnglishSide | None = None


class EnglishVersion(msgspec.Struct, frozen=True, kw_only=True):
    """An English release that is a version of a text, with the text's other versions, one at least: one line of
    `haku export english`. `method` and `score` as in pairs.
    """

    en: PairSide
    fi: PairSide | None
    sv: PairSide | None
    method: PairMethod
    score: float

"""The third opinion: the official record of the call that a press release is about, and where the two disagree.

Two versions of a release may agree on a wrong deadline, or differ without telling which is right: the state's own
record of the call (haeavustuksia.fi) is entered apart from both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, cast, get_args

import msgspec

from parsers.model import Evidence, Kind, Language, Moment, Release, Severity
from parsers.pairs.differences import find_differences
from parsers.pairs.lexicon import Token, glossary
from parsers.pairs.tokens import counterparts, is_anchor, text_tokens
from parsers.records.haeavustuksia import call_of_page

_DAY = len("2021-03-17")
# A release without a link or case number must speak of what the call is called, and share a date or the sum with it.
_FEWEST_WORDS = 0.6
_CLEARLY_BETTER = 0.1
_WEIGHTS = {"words": 0.6, "closes": 0.2, "opens": 0.1, "total": 0.1}
# A release says in its title and first paragraphs which call it is about; further down it may name others.
_LEADING_BLOCKS = 4
Field = Literal["closes", "opens", "total", "amounts", "use_period"]
DifferenceKind = Literal["contradicts", "only_release", "only_official"]
_KINDS: dict[str, DifferenceKind] = {
    "contradicts": "contradicts",
    "only_fi": "only_release",
    "only_sv": "only_official",
}


class OfficialMatch(msgspec.Struct, frozen=True, kw_only=True):
    """An official record about the same call as a release: its id, how it was found, and how sure that is (0 to 1)."""

    id: str
    url: str
    method: Literal["link", "case_number", "content"]
    score: float


class OfficialDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on which a release and the official record of its call disagree, each with what it was read from."""

    field: Field
    kind: DifferenceKind
    release: str | None
    official: str | None
    release_evidence: Evidence | None = None
    official_evidence: Evidence | None = None
    severity: Severity = "low"


def find_official(release: Release, officials: Iterable[Release]) -> tuple[OfficialMatch, ...]:
    """Return the official records about the calls that a release is about, the surest first; most have one or none.

    Of the language versions of a record only one counts: the release's own where there is one. Records that the
    release links to or numbers all count; failing these, the one that clearly fits best in title, dates, sum and
    authority. `officials` are releases of the source haeavustuksia; others are passed over.
    """
    records = _in_language(officials, release.language)
    named = sorted(_named(release, records), key=lambda match: (-match.score, match.id))
    return tuple(named) or tuple(_by_content(release, records.values()))


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


def _in_language(officials: Iterable[Release], language: Language | None) -> dict[str, Release]:
    """By case number, the version in a language, or in the first of those there are."""
    records: dict[str, Release] = {}
    for official in sorted(officials, key=lambda official: (official.language != language, official.id)):
        if case := call_of_page(official.url):
            records.setdefault(case, official)
    return records


def _named(release: Release, records: dict[str, Release]) -> Iterator[OfficialMatch]:
    linked = {call_of_page(link.url) for link in release.links}
    numbered = {number.value for number in release.case_numbers}
    for case, official in records.items():
        if case in linked:
            yield OfficialMatch(id=official.id, url=official.url, method="link", score=1.0)
        elif case in numbered:
            yield OfficialMatch(id=official.id, url=official.url, method="case_number", score=0.95)


def _by_content(release: Release, officials: Iterable[Release]) -> Iterator[OfficialMatch]:
    if release.kind not in (Kind.CALL, Kind.DECISION):
        return
    scores = sorted(((_score(release, official), official) for official in officials), key=lambda each: -each[0])
    best, second = (*scores, (0.0, release), (0.0, release))[:2]
    if best[0] and best[0] - second[0] >= _CLEARLY_BETTER:
        yield OfficialMatch(id=best[1].id, url=best[1].url, method="content", score=round(best[0], 3))


def _score(release: Release, official: Release) -> float:
    """How well an official record fits, 0 where it does not; what is cheap to tell is told first."""
    if None in (release.authority, official.authority) or release.authority != official.authority:
        return 0.0
    facts = {
        "closes": _same_day(release.application.closes, official.application.closes),
        "opens": _same_day(release.application.opens, official.application.opens),
        "total": release.total is not None and release.total == official.total,
    }
    words = _shared_words(release, official) if any(facts.values()) else 0.0
    if words < _FEWEST_WORDS:
        return 0.0
    return words * _WEIGHTS["words"] + sum(_WEIGHTS[fact] for fact, agrees in facts.items() if agrees)


def _same_day(ours: Moment | None, theirs: Moment | None) -> bool:
    return ours is not None and theirs is not None and ours[:_DAY] == theirs[:_DAY]


def _shared_words(release: Release, official: Release) -> float:
    """The share of the words of a call's name that a release's title and first paragraphs say."""
    name = _words(official.title, official.language or "fi")
    lead = "\n".join(block.text for block in release.blocks[:_LEADING_BLOCKS])
    found = counterparts(name, _words(lead, release.language or "fi")) if name else {}
    return len(found) / len(name) if name else 0.0


@lru_cache(maxsize=20_000)
def _words(text: str, language: Language) -> frozenset[Token]:
    """The words of a text that tell calls apart: no numbers, nor what every call says."""
    tokens = text_tokens(text, language, glossary())
    return frozenset(token for token in tokens if not is_anchor(token) and token.weight == 1)

"""Which releases are the versions of one text in two or three languages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from math import exp
from typing import Any

import msgspec

from parsers.model import Language, PairMethod, Release
from parsers.pairs.candidates import UNIT, update
from parsers.pairs.clues import Clue
from parsers.pairs.components import Component, components
from parsers.pairs.decisions import NONE, Decisions
from parsers.pairs.lexicon import Lexicon, glossary
from parsers.pairs.profile import is_paired, read_profile
from parsers.pairs.solving import Text, solve
from parsers.pairs.store import Entry, Likeness, MemoryStore

_SCALE = 2.5
_AT_ONCE = 1000


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """A Finnish and a Swedish release found to be versions of one text, by id.

    `method` is ``declared`` where a page names the other and its content agrees, ``content`` where the content alone
    decided, ``reviewed`` where a person did. `score` is between 0.5 and 1; `evidence` holds the clues it was made of,
    in log odds.
    """

    fi: str
    sv: str
    method: PairMethod
    score: float
    evidence: tuple[Clue, ...] = ()


class EnglishPairing(msgspec.Struct, frozen=True, kw_only=True):
    """An English release found to be a version of the same text as `version`, which is in `language`; as `Pairing`."""

    en: str
    version: str
    language: Language
    method: PairMethod
    score: float
    evidence: tuple[Clue, ...] = ()


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """A text in several languages: the Finnish and the Swedish version, and the English one of either."""

    pair: Pairing | None = None
    english: EnglishPairing | None = None


def make_pairs(
    releases: Iterable[Release], lexicon: Lexicon | None = None, decisions: Decisions = NONE
) -> list[Pairing]:
    """Find the Finnish–Swedish pairs among releases of all sources and years; a release is in one pair at most.

    The result is in the order of the Finnish ids and does not depend on the order of `releases`. Of several releases
    with one id the one captured last counts. `lexicon` is the bilingual word list, the glossary made by hand unless
    another is given.
    """
    works = make_works(releases, lexicon, decisions)
    return sorted((work.pair for work in works if work.pair), key=lambda pairing: pairing.fi)


def make_works(releases: Iterable[Release], lexicon: Lexicon | None = None, decisions: Decisions = NONE) -> list[Work]:
    """Find the texts of which there are at least two versions, also in English; otherwise as `make_pairs`."""
    words = lexicon or glossary()
    ordered = sorted(releases, key=lambda release: (release.captured, release.digest))
    latest = {release.id: release for release in ordered}
    entries = (Entry.of(read_profile(release, words)) for release in latest.values() if is_paired(release))
    store, touched = MemoryStore(), set[str]()
    while batch := list(islice(entries, _AT_ONCE)):
        touched |= update(store, {entry.release: entry for entry in batch})
    return [work for component in components(store, touched, decisions) for work in works_of(component, decisions)]


def works_of(component: Component, decisions: Decisions = NONE) -> list[Work]:
    """Return the works of a component, each release in one at most."""
    return [_work(text, decisions) for text in solve(component, decisions)]


def _work(text: Text, decisions: Decisions) -> Work:
    pair, english = text
    return Work(
        pair=Pairing(fi=pair.one, sv=pair.other, **_found_by(pair, decisions)) if pair else None,
        english=EnglishPairing(
            en=english.other, version=english.one, language=english.languages[0], **_found_by(english, decisions)
        )
        if english
        else None,
    )


def _found_by(found: Likeness, decisions: Decisions) -> dict[str, Any]:
    """Return what pairings of both kinds have in common."""
    if decisions.verdict(*found.ends) == "same":
        return {"method": "reviewed", "score": 1.0, "evidence": found.clues}
    method = "declared" if found.declared else "content"
    return {"method": method, "score": score(found.weight), "evidence": found.clues}


def score(weight: int) -> float:
    """Return a weight in thousandths of log odds as a number between 0 and 1.

    >>> score(0), score(2500), score(-2500)
    (0.5, 0.731, 0.269)
    """
    return round(1 / (1 + exp(-weight / UNIT / _SCALE)), 3)

"""Pairs in the catalogue, brought up to date where releases or a person's decisions have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from index.catalogue import Catalogue
from index.catalogue.reader import current_reader
from index.catalogue.records import decode, digest
from index.reading import Workers
from index.terms import Words, learned_words, lexicon, update_terms
from parsers.model import EnglishVersion, Pair, PairSide, Release
from parsers.pairs.candidates import update
from parsers.pairs.compare import compare
from parsers.pairs.components import Component, components
from parsers.pairs.decisions import NONE, Decisions
from parsers.pairs.lexicon import glossary
from parsers.pairs.pairing import EnglishPairing, Pairing, works_of
from parsers.pairs.profile import is_paired, read_profile
from parsers.pairs.store import Entry

_RELEASES_AT_ONCE = 1000
_COMPONENTS_AT_ONCE = 256
# What is kept in the catalogue's state: the rules that profiles were read by, and the decisions that were followed.
_RULES, _DECISIONS = "pairing_rules", "decisions"


def update_pairs(catalogue: Catalogue, workers: Workers, decisions: Decisions = NONE) -> int:
    """Bring pairs and English versions in line with the releases and decisions; return how many pairs there are.

    Only what a new or changed release may have to do with is looked at, with the same result as if all were. It may be
    killed at any moment: the catalogue has no `content` until all is done, and the next update goes on.
    """
    changed = catalogue.content() is None
    if not follows(catalogue, decisions):
        _note_decisions(catalogue, decisions)
        changed = True
    if changed:
        read_profiles(catalogue, workers)
        pair_releases(catalogue, workers, decisions)
        update_terms(catalogue, workers)
        with catalogue.transaction():
            catalogue.settle()
    return catalogue.pair_count()


def follows(catalogue: Catalogue, decisions: Decisions) -> bool:
    """Tell whether the pairs were made by these decisions."""
    return (catalogue.noted(_DECISIONS) or "") == _words(decisions)


def read_profiles(catalogue: Catalogue, workers: Workers) -> None:
    """Read what new and changed releases are recognised by, and find what they are like."""
    if catalogue.noted(_RULES) != current_reader():
        with catalogue.transaction():
            catalogue.likenesses.clear()
            catalogue.note(_RULES, current_reader())
    while batch := catalogue.likenesses.unpaired(profiled=False, most=_RELEASES_AT_ONCE):
        entries = workers.map(_entry, catalogue.records(batch))
        with catalogue.transaction():
            touched = update(catalogue.likenesses, dict(zip(batch, entries, strict=True)))
            catalogue.likenesses.note_profiled(batch)
            catalogue.likenesses.note_touched(touched)


def _entry(record: str) -> Entry | None:
    """Return what a release is recognised by, None where its language is unknown. The glossary is loaded once."""
    release = decode(record, Release)
    return Entry.of(read_profile(release, glossary())) if is_paired(release) else None


def _words(decisions: Decisions) -> str:
    return "\n".join(f"{decision.verdict} {decision.one} {decision.other}" for decision in decisions)


def _note_decisions(catalogue: Catalogue, decisions: Decisions) -> None:
    """Have the pairs of all releases looked at that decisions are, or were, about."""
    lines = f"{catalogue.noted(_DECISIONS) or ''}\n{_words(decisions)}".split("\n")
    releases = {release for line in lines for release in line.split()[1:]}
    with catalogue.transaction():
        catalogue.likenesses.note_touched(sorted(releases))
        catalogue.note(_DECISIONS, _words(decisions))


def pair_releases(catalogue: Catalogue, workers: Workers, decisions: Decisions) -> None:
    """Assign anew where likenesses have changed, and compare the pairs that are new or whose versions have changed."""
    words = learned_words(catalogue)
    walk = components(catalogue.likenesses, catalogue.likenesses.unpaired(profiled=True), decisions)
    while batch := list(islice(walk, _COMPONENTS_AT_ONCE)):
        changes = [_changes(catalogue, component, decisions) for component in batch]
        plans = [plan for change in changes for plan in change.missing]
        pairs = workers.map(compare_works, [plan.material(catalogue, words) for plan in plans])
        with catalogue.transaction():
            _remove(catalogue, changes)
            for plan, pair in zip(plans, pairs, strict=True):
                catalogue.add_pair(pair, plan.inputs)
            for change in changes:
                for version in change.english:
                    catalogue.add_english(version)
            catalogue.likenesses.note_paired(release for component in batch for release in component.releases)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pair to be compared, and the digest of what it is computed from."""

    pairing: Pairing
    english: EnglishPairing | None
    inputs: str

    def material(self, catalogue: Catalogue, words: Words) -> Material:
        fi, sv = catalogue.release(self.pairing.fi), catalogue.release(self.pairing.sv)
        english = (catalogue.release(self.english.en), self.english) if self.english else None
        return fi, sv, self.pairing, english, words


# The versions of a pair, and how they and the English one were found.
Material = tuple[Release, Release, Pairing, tuple[Release, EnglishPairing] | None, Words]


@dataclass(slots=True)
class _Changes:
    """What is to be done for the works of a component: pairs and English versions to go and to come."""

    pairs_to_go: list[tuple[str, str]] = field(default_factory=list)
    english_to_go: list[str] = field(default_factory=list)
    missing: list[_Plan] = field(default_factory=list)
    english: list[EnglishVersion] = field(default_factory=list)


def _changes(catalogue: Catalogue, component: Component, decisions: Decisions) -> _Changes:
    works = works_of(component, decisions)
    plans = {(work.pair.fi, work.pair.sv): _plan(catalogue, work.pair, work.english) for work in works if work.pair}
    english = [_english(catalogue, work.english, work.pair) for work in works if work.english]
    pairs, known = catalogue.joined(component.releases)
    return _Changes(
        pairs_to_go=[ids for ids, inputs in pairs.items() if ids not in plans or plans[ids].inputs != inputs],
        english_to_go=[version.en.id for version in known if version not in english],
        missing=[plan for ids, plan in plans.items() if pairs.get(ids) != plan.inputs],
        english=[version for version in english if version not in known],
    )


def _remove(catalogue: Catalogue, changes: Sequence[_Changes]) -> None:
    for change in changes:
        for ids in change.pairs_to_go:
            catalogue.remove_pair(*ids)
        for release in change.english_to_go:
            catalogue.remove_english(release)


def _plan(catalogue: Catalogue, pairing: Pairing, english: EnglishPairing | None) -> _Plan:
    releases = (pairing.fi, pairing.sv, *([english.en] if english else []))
    digests = [catalogue.release_digest(release) for release in releases]
    return _Plan(pairing, english, digest(*digests, repr(pairing), repr(english)))


def _english(catalogue: Catalogue, english: EnglishPairing, pair: Pairing | None) -> EnglishVersion:
    versions = {"fi": pair.fi, "sv": pair.sv} if pair else {english.language: english.version}
    sides = {language: _side(catalogue, release) for language, release in versions.items()}
    return EnglishVersion(
        en=_side(catalogue, english.en),
        fi=sides.get("fi"),
        sv=sides.get("sv"),
        method=english.method,
        score=english.score,
    )


def _side(catalogue: Catalogue, release: str) -> PairSide:
    return PairSide(id=release, url=catalogue.release(release).url)


def compare_works(material: Material) -> Pair:
    """Compare the two versions of a text, in whichever process."""
    fi, sv, pairing, english, words = material
    return compare(fi, sv, pairing, lexicon(words), english)

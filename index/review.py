"""What a person should look at: where it is unsure which releases are versions of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index.catalogue import Catalogue
from parsers.model import Release
from parsers.pairs.clues import Clue
from parsers.pairs.decisions import Decisions
from parsers.pairs.pairing import score
from parsers.pairs.store import Likeness

# "contradicted": a page names the other as its version, and the content says no; "ambiguous": another release is about
# as like it; "unsure": joined, but barely; "near_miss": barely not joined, and both are without a version.
Reason = Literal["contradicted", "ambiguous", "unsure", "near_miss"]
# In thousandths of log odds: below this a pair is unsure; so much ahead of the next one it is not ambiguous; and a near
# miss is this far from being joined.
_SURE, _LEAD, _NEAR = 3000, 1500, 2000


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two releases, whether they are joined, why that is in doubt, and what each of the clues says in log odds.

    `rivals` are the ids of the releases that are about as like one of them as the other is.
    """

    reason: Reason
    joined: bool
    score: float
    one: Release
    other: Release
    evidence: tuple[Clue, ...]
    rivals: tuple[str, ...]

    @property
    def record(self) -> dict[str, object]:
        """One line of `haku review --format jsonl`."""
        return {
            "reason": self.reason,
            "joined": self.joined,
            "score": self.score,
            "releases": [
                {
                    "id": release.id,
                    "url": release.url,
                    "language": release.language,
                    "title": release.title,
                    "published": release.published,
                }
                for release in (self.one, self.other)
            ],
            "evidence": self.evidence,
            "rivals": self.rivals,
        }


def doubts(catalogue: Catalogue, decisions: Decisions) -> list[Doubt]:
    """Return what nobody has decided and somebody should, the most doubtful first."""
    view = _View(catalogue.likenesses, _joined(catalogue), decisions)
    cases = sorted(view.cases(), key=lambda case: (abs(case.found.weight), case.found.ends))
    return [
        Doubt(
            reason=case.reason,
            joined=view.is_joined(case.found),
            score=score(case.found.weight),
            one=catalogue.release(case.found.one),
            other=catalogue.release(case.found.other),
            evidence=case.found.clues,
            rivals=case.rivals,
        )
        for case in cases
    ]


class _Case(NamedTuple):
    """A doubtful likeness, why it is one, and who else could be in it."""

    found: Likeness
    reason: Reason
    rivals: tuple[str, ...]


class _View:
    """The likenesses of an archive, and which of them are joined."""

    def __init__(self, likenesses: Iterable[Likeness], joined: Mapping[str, set[str]], decisions: Decisions) -> None:
        self._likenesses, self._versions, self._decisions = list(likenesses), joined, decisions
        self._of: dict[str, list[Likeness]] = defaultdict(list)
        for found in self._likenesses:
            for end in found.ends:
                self._of[end].append(found)

    def cases(self) -> Iterator[_Case]:
        for found in self._likenesses:
            if not self._decisions.verdict(*found.ends):
                rivals = tuple(sorted(set(self._rivals(found))))
                if reason := self._reason(found, rivals):
                    yield _Case(found, reason, rivals)

    def is_joined(self, found: Likeness) -> bool:
        return found.other in self._versions.get(found.one, ())

    def _reason(self, found: Likeness, rivals: tuple[str, ...]) -> Reason | None:
        if self.is_joined(found):
            return "ambiguous" if rivals else "unsure" if found.weight < _SURE else None
        if found.declared:
            return "contradicted"
        if found.weight > -_NEAR and all(self._is_free(end, found) for end in found.ends):
            return "ambiguous" if found.weight > 0 else "near_miss"
        return None

    def _rivals(self, found: Likeness) -> Iterator[str]:
        """Walk those that either of two joined releases could as well be joined to."""
        if not self.is_joined(found):
            return
        for end in found.ends:
            for other in self._of[end]:
                rival = other.other_end(end)
                if (
                    other is not found
                    and other.languages == found.languages
                    and self._may_be_instead(other, rival, found)
                ):
                    yield rival

    def _may_be_instead(self, other: Likeness, rival: str, found: Likeness) -> bool:
        """Tell whether a rival is about as like, and has no version that is much more like it."""
        bonds = [bond.weight for bond in self._of[rival] if self.is_joined(bond) and bond.languages == other.languages]
        alike = other.languages == found.languages and other.weight > max(0, found.weight - _LEAD)
        undecided = not self._decisions.verdict(*other.ends)
        return alike and undecided and all(weight < other.weight + _LEAD for weight in bonds)

    def _is_free(self, release: str, found: Likeness) -> bool:
        """Tell whether a release has no version yet in the language of the other."""
        language = found.languages[0] if release == found.other else found.languages[1]
        return not any(
            self.is_joined(bond) and language in bond.languages for bond in self._of[release] if bond is not found
        )


def _joined(catalogue: Catalogue) -> dict[str, set[str]]:
    """Return for each release all other versions of its text."""
    texts = [{pair.fi.id, pair.sv.id} for pair in catalogue.pairs()]
    texts += [{side.id for side in (text.fi, text.sv, text.en) if side} for text in catalogue.english()]
    versions: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for release in text:
            versions[release] |= text - {release}
    return versions

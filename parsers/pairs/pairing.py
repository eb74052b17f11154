"""Which releases are the Finnish and the Swedish version of one text."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from typing import Literal

import msgspec

from parsers.model import Release
from parsers.pairs.assignment import assign
from parsers.pairs.candidates import candidates
from parsers.pairs.clues import Clue, is_declared, weigh
from parsers.pairs.lexicon import Lexicon, glossary
from parsers.pairs.profile import Profile, read_profile

_SCALE = 2.5
# Weights are compared as whole thousandths, so that sums do not depend on their order.
_UNIT = 1000


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two releases found to be versions of one text, by id.

    `method` is ``declared`` where a page names the other and its content agrees, ``content`` where the content alone
    decided. `score` is between 0.5 and 1; `evidence` holds the clues it was made of, in log odds.
    """

    fi: str
    sv: str
    method: Literal["declared", "content"]
    score: float
    evidence: tuple[Clue, ...] = ()


def make_pairs(releases: Iterable[Release], lexicon: Lexicon | None = None) -> list[Pairing]:
    """Find the pairs among releases of all sources and years; a release is in one pair at most.

    The result is in the order of the Finnish ids and does not depend on the order of `releases`. Releases in other
    languages, or of unknown language, stay out; of several with one id the one captured last counts.
    `lexicon` is the bilingual word list, the glossary made by hand unless another is given.
    """
    words = lexicon or glossary()
    latest = {
        release.id: release for release in sorted(releases, key=lambda release: (release.captured, release.digest))
    }
    profiles = [read_profile(latest[id_], words) for id_ in sorted(latest) if latest[id_].language in ("fi", "sv")]
    fi = [profile for profile in profiles if profile.release.language == "fi"]
    sv = [profile for profile in profiles if profile.release.language == "sv"]
    clues = {(one, other): weigh(fi[one], sv[other]) for one, other in candidates(fi, sv)}
    chosen = assign({pair: _weight(found) for pair, found in clues.items()})
    return [_pairing(fi[one], sv[other], clues[one, other]) for one, other in sorted(chosen)]


def _weight(clues: Iterable[Clue]) -> int:
    return sum(round(clue.weight * _UNIT) for clue in clues)


def _pairing(fi: Profile, sv: Profile, clues: tuple[Clue, ...]) -> Pairing:
    odds = _weight(clues) / _UNIT
    return Pairing(
        fi=fi.id,
        sv=sv.id,
        method="declared" if is_declared(fi, sv) else "content",
        score=round(1 / (1 + exp(-odds / _SCALE)), 3),
        evidence=tuple(Clue(clue.name, round(clue.weight, 2)) for clue in clues),
    )

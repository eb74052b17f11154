"""Whether the titles of the two versions say the same."""

from __future__ import annotations

from collections.abc import Collection

from parsers.model import Release
from parsers.pairs.lexicon import Lexicon, Token
from parsers.pairs.tokens import counterparts, is_anchor, text_tokens

# Free translations share at least this much of the words that are known; measured on some fifty reviewed pairs.
_LEAST_SHARED = 0.25
_FEWEST_KNOWN = 3


def titles_differ(fi: Release, sv: Release, lexicon: Lexicon) -> bool:
    """Tell whether the titles have next to nothing in common: no word or number of either has its like in the other.

    Only words of the bilingual list and numbers are counted, and few of them decide nothing.
    """
    ours = _known(text_tokens(fi.title, "fi", lexicon))
    theirs = _known(text_tokens(sv.title, "sv", lexicon))
    if min(len(ours), len(theirs)) < _FEWEST_KNOWN:
        return False
    return max(_shared(ours, theirs), _shared(theirs, ours)) < _LEAST_SHARED


def _known(tokens: Collection[Token]) -> frozenset[Token]:
    return frozenset(token for token in tokens if token.weight > 0 and (token.keys or is_anchor(token)))


def _shared(ours: Collection[Token], theirs: Collection[Token]) -> float:
    found = counterparts(ours, theirs)
    return sum(token.weight for token in ours if token in found) / sum(token.weight for token in ours)

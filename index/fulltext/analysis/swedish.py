"""Swedish words: the Snowball stems of the word and of its base form, and the parts of compounds."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from whoosh.lang.snowball.swedish import SwedishStemmer

from index.fulltext.analysis.terms import Terms, unique
from index.fulltext.language_data import load

VERSION = "1"

_LONGEST_WORD = 80
_MOST_PARTS = 5
# Pieces of words that the dictionary was asked for: compounds share theirs.
_KEPT = 2**16

_stemmer = SwedishStemmer()


def analyse(word: str) -> Terms:
    """Return the terms of a word in lower case.

    >>> analyse("kompetenscentrumens").parts, analyse("kompetenscentret").whole
    (('kompet', 'centrum'), ('kompetenscentrum',))
    >>> analyse("ansökningstiden").parts
    ('ansökning', 'tid')
    >>> analyse("ministerierna").parts, analyse("ntm-centralernas").whole
    ((), ('ntmcentral',))
    """
    word = word.partition(":")[0][:_LONGEST_WORD]
    if "-" in word:
        return _hyphenated(word)
    return _simple(_regular(word))


def _simple(word: str) -> Terms:
    return Terms(_stems(word), parts=unique(*(stem for part in split(word) for stem in _stems(part))))


def _regular(word: str) -> str:
    """Return a word with an ending that no dictionary knows in its regular form: "kompetenscentrets"."""
    for form, base in load("sv")["irregular"].items():
        if word.endswith(form):
            return word.removesuffix(form) + str(base)
    return word


def split(word: str) -> list[str]:
    """Return the parts of a compound and the shorter compounds inside it, nothing for a simple word.

    >>> split("kompetenscentrumverksamhet")
    ['kompetenscentrum', 'verksamhet', 'kompetens', 'centrum']
    >>> split("rapport"), split("verksamhet")
    ([], [])
    """
    return _split(word, _MOST_PARTS)


def _split(word: str, most: int) -> list[str]:
    halves = _halves(word, most)
    return [*halves, *(part for half in halves for part in _split(half, most - 1))]


def _halves(word: str, most: int) -> list[str]:
    """Cut before the longest known word at the end that leaves a first part that is known, or a compound itself."""
    rules = _rules()
    for cut in range(rules["shortest_first"], len(word) - 1):
        if most > 1 and _ends_in(word, word[cut:], rules):
            firsts = _first_parts(word[:cut], rules)
            found = next(filter(_is_known, firsts), None) or next(
                (one for one in firsts if _halves(one, most - 1)), None
            )
            if found:
                return [found, word[cut:]]
    return []


def _ends_in(word: str, last: str, rules: dict[str, Any]) -> bool:
    """Whether a word may be cut before its last letters: they are a word, and so are they in the base form.

    "tjänsten" does not end in "sten", since "tjänst" does not. "understöd" is taken for a form of "understödja".
    """
    if len(last) < rules["shortest_last"] and last not in rules["short_last"]:
        return False
    if last in rules["no_last"] or not _is_known(last):
        return False
    base = _base(last)
    return not _is_known(word) or _base(word).endswith(base) or len(base) > len(last)


def _first_parts(front: str, rules: dict[str, Any]) -> list[str]:
    """Return what a first part can be once the seam is off: "understöds" gives "understöd" and itself."""
    cut = (front.removesuffix(seam) if seam else front for seam in rules["seams"] if front.endswith(seam))
    return [
        first
        for first in dict.fromkeys(cut)
        if len(first) >= rules["shortest_first"]
        and first not in rules["no_first"]
        and not (first == front and front.endswith(tuple(rules["need_s"])))
    ]


def _hyphenated(word: str) -> Terms:
    """ "ntm-centralernas": only the last part of such a word is inflected."""
    *fronts, last = (piece for piece in word.split("-") if piece)
    front, terms = "".join(fronts), analyse(last)
    pieces = (stem for piece in fronts for stem in (piece, *_stems(piece)))
    return Terms(unique(*(front + stem for stem in terms.whole)), parts=unique(*pieces, *terms.all))


def _stems(word: str) -> tuple[str, ...]:
    """Return the stems of a word and of its base form; an unknown genitive is looked up without its s too."""
    forms = [word, _base(word)]
    if word.endswith("s") and not _is_known(word):
        forms.append(_base(word[:-1]))
    return unique(*(_stemmer.stem(form) for form in forms))


@lru_cache(maxsize=_KEPT)
def _base(word: str) -> str:
    base: str = _simplemma().lemmatize(word, lang="sv", greedy=True)
    return base.lower()


@lru_cache(maxsize=_KEPT)
def _is_known(word: str) -> bool:
    known: bool = _simplemma().is_known(word, lang="sv")
    return known


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load("sv")["compounds"]
    return rules


@cache
def _simplemma() -> Any:
    """The dictionary takes most of a second and 100 MB: only who meets a new word pays for it."""
    import simplemma

    return simplemma

"""Swedish words: the Snowball stems of the word and of its base form, and the parts of compounds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from whoosh.lang.snowball.swedish import SwedishStemmer

from index.fulltext.analysis.swedish_bases import bases, is_known
from index.fulltext.analysis.terms import Terms, unique
from index.fulltext.language_data import load

VERSION = "2"

_LONGEST_WORD = 80
_MOST_PARTS = 5
# No first part is shorter.
_SHORTEST = 2

_stemmer = SwedishStemmer()


def analyse(word: str) -> Terms:
    """Return the terms of a word in lower case.

    >>> analyse("kompetenscentrumens").parts, analyse("kompetenscentret").whole
    (('kompet', 'centrum'), ('kompetenscentrum',))
    >>> analyse("ansökningstiden").parts
    ('ansökning', 'ansökan', 'tid')
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
    cuts = list(_cuts(word, most))
    least = _rules()["shortest_of_others"]
    others = [cut for cut in cuts[1:] if cut[0] == cuts[0][0] or (is_known(cut[0]) and min(map(len, cut)) >= least)]
    halves = [half for cut in [*cuts[:1], *others] for half in cut]
    return list(dict.fromkeys([*halves, *(part for half in halves for part in _split(half, most - 1))]))


def _cuts(word: str, most: int) -> Iterator[tuple[str, str]]:
    """Cut before each known word at the end, the longest first, that leaves a known word or a compound."""
    rules = _rules()
    for at in range(_SHORTEST, len(word) - 1 if most > 1 else 0):
        last = word[at:]
        if not _may_end(last, rules):
            continue
        firsts = list(_first_parts(word[:at], last, rules))
        if firsts and _ends_in(word, last, rules):
            found = next(filter(is_known, firsts), None) or next(
                (one for one in firsts if _is_compound(one, most)), None
            )
            if found:
                yield found, last


def _is_compound(word: str, most: int) -> bool:
    return next(_cuts(word, most - 1), None) is not None


def _may_end(last: str, rules: dict[str, Any]) -> bool:
    """Whether letters are a word that compounds may end in."""
    if len(last) < rules["shortest_last"] and last not in rules["short_last"]:
        return False
    return last not in rules["no_last"] and is_known(last)


def _ends_in(word: str, last: str, rules: dict[str, Any]) -> bool:
    """Whether a word may be cut before a word at its end: its base form ends so, too.

    "tjänsten" does not end in "sten", since "tjänst" does not. "understöd" is taken for a form of "understödja".
    """
    ends, front = bases(last), word.removesuffix(last)
    if any(is_known(front + rules["no_last_behind"][end]) for end in ends if end in rules["no_last_behind"]):
        return False
    return not is_known(word) or any(
        whole.endswith(end) or (len(end) > len(last) and end.startswith(last)) for end in ends for whole in bases(word)
    )


def _first_parts(front: str, last: str, rules: dict[str, Any]) -> Iterator[str]:
    """Walk what a first part can be once the seam is off: "understöds" gives "understöd" and itself.

    Of three like letters one is not written: "nat|tåget" begins with "natt".
    """
    cut = [front.removesuffix(seam) if seam else front for seam in rules["seams"] if front.endswith(seam)]
    doubled = [front + front[-1]] if front[-1] == last[0] and front[-1] != front[-2] else []
    for first in dict.fromkeys(cut + doubled):
        if first in rules["no_first"] or (first == front and _needs_s(front, rules)):
            continue
        if len(first) >= rules["shortest_first"] or (
            first in rules["short_first"] and len(bases(last)[0]) >= rules["shortest_behind_short"]
        ):
            yield first


def _needs_s(front: str, rules: dict[str, Any]) -> bool:
    if front.endswith(rules["need_s_of_verbs"]):
        return is_known(front.removesuffix("ing") + "ade")
    return front.endswith(tuple(rules["need_s"]))


def _hyphenated(word: str) -> Terms:
    """ "ntm-centralernas": only the last part of such a word is inflected."""
    *fronts, last = (piece for piece in word.split("-") if piece)
    front, terms = "".join(fronts), analyse(last)
    pieces = (stem for piece in fronts for stem in (piece, *_stems(piece)))
    return Terms(unique(*(front + stem for stem in terms.whole)), parts=unique(*pieces, *terms.all))


def _stems(word: str) -> tuple[str, ...]:
    """Return the stems of a word and of its base forms."""
    return unique(*(_stemmer.stem(form) for form in (word, *bases(word))))


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load("sv")["compounds"]
    return rules | {name: frozenset(rules[name]) for name in ("short_first", "no_first", "short_last", "no_last")}

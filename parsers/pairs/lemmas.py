"""Words in their base form, compounds taken apart: what the bilingual word list is looked up with."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_LONGEST_WORD = 60
# What may stand at the seam of a Swedish compound: "understöd|s|ansökan", "kyrk|o|val"
_SWEDISH_SEAMS = ("", "s", "e", "o", "u", "a")
_SHORTEST_PART = 3
# "ELY-keskus", "työ-" without its hyphen, "Nordmyr-Björk"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text as written.

    >>> words_of("TE-palvelut sekä työ- ja elinkeinoministeriö (2021)")
    ['TE-palvelut', 'sekä', 'työ', 'ja', 'elinkeinoministeriö']
    """
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def base_forms(word: str, language: str) -> tuple[str, ...]:
    """Return the possible base forms of a word in lower case, the likeliest first; the word itself if unknown.

    simplemma errs on some Swedish words ("mars" becomes "mara"), so that the written form is always among them.

    >>> base_forms("kunnille", "fi"), base_forms("Understöden", "sv")
    (('kunta',), ('understöd', 'understöden'))
    """
    word = word[:_LONGEST_WORD]
    if language == "fi":
        found = [_clean(analysis.BASEFORM or "") for analysis in _finnish(word)]
    else:
        found = [_simplemma().lemmatize(word.lower(), lang="sv", greedy=True).lower(), word.lower()]
    return tuple(dict.fromkeys(form for form in found if form)) or (word.lower(),)


@lru_cache(maxsize=200_000)
def finnish_parts(word: str) -> tuple[tuple[str, str], ...]:
    """Return the parts of a Finnish compound as (as written, base form), in the reading that has the fewest parts.

    >>> finnish_parts("osaamiskeskuspalveluun")
    (('osaamis', 'osaaminen'), ('keskus', 'keskus'), ('palveluun', 'palvelu'))
    >>> finnish_parts("kunnille")
    ()
    """
    readings = [analysis.COMPOUND_PARTS or () for analysis in _finnish(word[:_LONGEST_WORD])]
    compounds = [parts for parts in readings if len(parts) > 1]
    return tuple((part.FORM.lower(), _part_base(part)) for part in min(compounds, key=len, default=()))


def swedish_splits(word: str) -> list[tuple[str, str]]:
    """Return every way to cut a Swedish word in two at a possible seam, the longest first part first.

    >>> ("understöd", "ansökan") in swedish_splits("understödsansökan")
    True
    """
    cuts = range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)
    return [
        (word[: cut - len(seam)], word[cut:])
        for cut in cuts
        for seam in _SWEDISH_SEAMS
        if word[:cut].endswith(seam) and cut - len(seam) >= _SHORTEST_PART
    ]


def _part_base(part: Any) -> str:
    """A first part in -mis is a noun in -minen, which Voikko takes back to its verb."""
    form = part.FORM.lower()
    return form.removesuffix("mis") + "minen" if form.endswith("mis") else _clean(part.BASEFORM or form)


def _clean(base: str) -> str:
    return base.lower().replace("=", "").replace("--", "-")


def _finnish(word: str) -> list[Any]:
    known: list[Any] = _voikko().analyse(word)
    return known or _voikko().analyse(word.lower())


@cache
def _voikko() -> Any:
    """Voikko's dictionary takes most of a second to load: only who compares texts pays for it."""
    import pyvoikko

    return pyvoikko


@cache
def _simplemma() -> Any:
    import simplemma

    return simplemma

"""The base forms of a Swedish word: those of the dictionary, and those that it misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from index.fulltext.analysis.terms import unique
from index.fulltext.language_data import load

# Pieces of words that the dictionary was asked for: compounds share theirs.
_KEPT = 2**16
_PARTICIPLES = ("d", "t")
_AGENT = "are"
_SHORTEST_INFLECTED = 3
# "be|skrevs", "folk|tänder"; not "fr|ån" of "å".
_SHORTEST_FRONT, _SHORTEST_INNER = 2, 3


@lru_cache(maxsize=_KEPT)
def bases(word: str) -> tuple[str, ...]:
    """Return what a word in lower case may be a form of, the dictionary's own answer first.

    The dictionary takes many a form for another word, "händer" for "hända", or for one of its own, "godkänt".

    >>> bases("händer"), bases("godkänt"), bases("söktes"), bases("snabbt")
    (('hända', 'hand'), ('godkänd', 'godkänna'), ('sökt', 'söka'), ('snabbt', 'snabb'))
    >>> bases("fingrar"), bases("tillståndsansökningar"), bases("skars")
    (('fingra', 'finger'), ('tillståndsansökan',), ('skara', 'skära'))
    >>> bases("konst"), bases("kurs"), bases("bild"), bases("antänder")
    (('konst',), ('kur',), ('bild',), ('antända',))
    """
    first = base(word)
    if len(word) < _SHORTEST_INFLECTED:
        return (first,)
    found = unique(
        first, *_passive(word, first), *_irregular(word, first), *_plural(word, first), *_adverb(word, first)
    )
    return unique(*found, *(verb for one in found for verb in _participle(one)))


@lru_cache(maxsize=_KEPT)
def base(word: str) -> str:
    """Return the dictionary's base form of a word, the word itself where it has none."""
    found: str = _simplemma().lemmatize(word, lang="sv", greedy=True)
    return found.lower()


@lru_cache(maxsize=_KEPT)
def is_known(word: str) -> bool:
    """Whether the dictionary has a word, in any form."""
    known: bool = _simplemma().is_known(word, lang="sv")
    return known


def _passive(word: str, first: str) -> Iterator[str]:
    """ "söktes", and the genitive of a word that the dictionary does not know; not "kurs", nor "pris" of "prisa"."""
    of_its_own = (word, word[:-1], word + "a")
    if word.endswith("s") and (first not in of_its_own or not is_known(word)):
        yield base(word[:-1])


def _irregular(word: str, first: str) -> Iterator[str]:
    """ "händer", "skars", also at the end of a known word: "folktänder"."""
    verbs, others = _irregular_forms()
    for at in (0, *range(_SHORTEST_FRONT, len(word))):
        end, front = word[at:], word[:at]
        found = (*others.get(end, ()), *(verbs.get(end, ()) if first != word else ()))
        yield from (
            front + one for one in found if not front or (len(one) >= _SHORTEST_INNER and is_known(front + one))
        )


def _plural(word: str, first: str) -> Iterator[str]:
    """ "fingrar" could be a verb; the definite "fingrarna" could not. That of verbs is somebody: "betalarna"."""
    if word.endswith("ar") and is_known(word + "na"):
        noun = base(word + "na")
        if not noun.endswith(_AGENT) and not first.endswith(_AGENT):
            yield noun


def _adverb(word: str, first: str) -> Iterator[str]:
    """ "snabbt": of what can be compared."""
    stem = word[:-1]
    if word.endswith("t") and first == word and is_known(stem + "are") and is_known(stem + "ast"):
        yield base(stem)


def _participle(one: str) -> Iterator[str]:
    """ "godkänd", "sökt": the verb, where two more of its forms are known. A double n or m is written once."""
    stem = one[:-1]
    if len(one) < _SHORTEST_INFLECTED or not one.endswith(_PARTICIPLES) or not is_known(one + "e"):
        return
    for verb in (stem, stem + stem[-1:]) if stem.endswith(("n", "m")) else (stem,):
        if verb + "a" in (base(verb + "er"), base(verb + "t")):
            yield verb + "a"


@cache
def _irregular_forms() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Return the base forms of verb forms, and of others."""
    data = load("sv_irregular")
    return _by_form(data["verbs"].items()), _by_form([*data["nouns"].items(), *data["adjectives"].items()])


def _by_form(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the base forms by form, passive and genitive among them.

    >>> _by_form([("ge", "gav givit")])
    {'gav': ('ge',), 'gavs': ('ge',), 'givit': ('ge',), 'givits': ('ge',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for one, forms in rows:
        for form in (each + ending for each in forms.split() for ending in ("", "s")):
            found[form] = unique(*found.get(form, ()), one)
    return found


@cache
def _simplemma() -> Any:
    """The dictionary takes most of a second and 100 MB: only who meets a new word pays for it."""
    import simplemma

    return simplemma

"""Finnish words: base forms and compound parts by Voikko, a stem where it does not know the word."""

from __future__ import annotations

from functools import cache
from typing import Any

from whoosh.lang.snowball.finnish import FinnishStemmer

from index.fulltext.analysis.terms import Terms, unique

VERSION = "1"

_MINEN = "MINEN-infinitive"
_MINEN_TAG = "[Tn4]"
_BASE_BEGINS, _BASE_ENDS = "[Xp]", "[X]"
_MOST_PARTS = 6
_LONGEST_WORD = 80
_SHORTEST_STEMMED = 5

_stemmer = FinnishStemmer()


def analyse(word: str) -> Terms:
    """Return the terms of a word in lower case.

    >>> analyse("osaamiskeskuksille")
    Terms(whole=('osaamiskeskus',), related=(), parts=('osaaminen', 'keskus'))
    >>> analyse("haettavaksi")
    Terms(whole=('haettava',), related=('hakea', 'haettaa'), parts=())
    >>> analyse("nopeuttamisesta")
    Terms(whole=('nopeuttaminen',), related=('nopeuttaa',), parts=())
    >>> analyse("te-palveluita"), analyse("tem:n").whole
    (Terms(whole=('tepalvelu',), related=(), parts=('te', 'palvelu')), ('tem',))
    """
    word = word.partition(":")[0][:_LONGEST_WORD]
    found = [_of_analysis(analysis) for analysis in _voikko().analyse(word)]
    if found:
        return _merged(found)
    return _hyphenated(word) if "-" in word else _unknown(word)


def _of_analysis(analysis: Any) -> Terms:
    compound = analysis.COMPOUND_PARTS or ()
    if len(compound) > 1:
        return _compound(compound[-_MOST_PARTS:], analysis)
    whole, related = _base(analysis)
    pieces = [_plain(piece) for piece in analysis.BASEFORM.split("=")]
    return Terms(unique(whole), unique(*related), unique(*pieces) if len(pieces) > 1 else ())


def _base(analysis: Any) -> tuple[str, tuple[str, ...]]:
    """Return the base form of a simple word, and the verb it is made of.

    Voikko calls "nopeuttaminen" a form of the verb; here it is a noun of its own, related to the verb.
    """
    form = _plain(analysis.BASEFORM)
    if analysis.MOOD == _MINEN:
        stem = analysis.FSTOUTPUT.partition(_MINEN_TAG)[0].rpartition("]")[2]
        return _plain(stem) + "minen", (form,)
    if analysis.PARTICIPLE:
        verb = analysis.FSTOUTPUT.partition(_BASE_BEGINS)[2].partition(_BASE_ENDS)[0]
        return form, (_plain(verb),)
    return form, ()


def _compound(parts: Any, analysis: Any) -> Terms:
    """A compound is found whole, by each part, and by the shorter compounds inside it."""
    written = [_plain(part.FORM) for part in parts]
    bases = [_base(part) for part in parts]
    last, related = bases[-1]
    inner = [
        "".join(written[first:end]) + bases[end][0]
        for first in range(len(parts))
        for end in range(first, len(parts))
        if end - first + 1 < len(parts)
    ]
    front = "".join(written[:-1])
    as_voikko_says = () if related else (_plain(analysis.BASEFORM),)
    return Terms(unique(front + last, *as_voikko_says), unique(*(front + verb for verb in related)), unique(*inner))


def _hyphenated(word: str) -> Terms:
    """ "te-palveluita": only the last part of such a word is inflected."""
    *fronts, last = (piece for piece in word.split("-") if piece)
    front, terms = "".join(fronts), analyse(last)
    return Terms(
        unique(*(front + base for base in terms.whole)),
        unique(*(front + base for base in terms.related)),
        unique(*(base for piece in fronts for base in (piece, *analyse(piece).whole)), *terms.all),
    )


def _unknown(word: str) -> Terms:
    """A name or a foreign word: as it stands, and without what looks like an ending."""
    stem: str = _stemmer.stem(word) if len(word) >= _SHORTEST_STEMMED else ""
    return Terms(unique(word, stem))


def _merged(found: list[Terms]) -> Terms:
    """Join the readings of an ambiguous word; what is whole in one is not repeated as a part of another."""
    whole = unique(*(term for terms in found for term in terms.whole))
    related = unique(*(term for terms in found for term in terms.related if term not in whole))
    parts = unique(*(term for terms in found for term in terms.parts if term not in whole))
    return Terms(whole, related, parts)


def _plain(form: str) -> str:
    """Voikko marks seams by "=" and "-"; terms do without, so that spellings with and without a hyphen meet."""
    return form.lower().replace("=", "").replace("-", "")


@cache
def _voikko() -> Any:
    """The dictionary takes half a second and 250 MB: only who meets a new word pays for it."""
    import pyvoikko

    return pyvoikko

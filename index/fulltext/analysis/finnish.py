"""Finnish words: base forms and compound parts by Voikko, a stem where it does not know the word."""

from __future__ import annotations

from collections.abc import Sequence

from whoosh.lang.snowball.finnish import FinnishStemmer

from index.fulltext.analysis.terms import Terms, unique
from index.fulltext.analysis.voikko import Part, readings

VERSION = "3"

_MOST_PARTS = 6
_LONGEST_WORD = 80
_SHORTEST_STEMMED = 5

_stemmer = FinnishStemmer()


def analyse(word: str) -> Terms:
    """Return the terms of a word in lower case.

    >>> analyse("osaamiskeskuksille")
    Terms(whole=('osaamiskeskus',), related=(), parts=('osaaminen', 'keskus'))
    >>> analyse("haettavaksi")
    Terms(whole=('haettava',), related=('haettaa', 'hakea'), parts=())
    >>> analyse("nopeuttamisesta")
    Terms(whole=('nopeuttaminen',), related=('nopeuttaa',), parts=())
    >>> analyse("te-palveluita"), analyse("tem:n").whole
    (Terms(whole=('tepalvelu',), related=(), parts=('te', 'palvelu')), ('tem',))
    """
    word = word.partition(":")[0][:_LONGEST_WORD]
    if "-" in word:
        return _hyphenated(word)
    found = [_compound(parts[-_MOST_PARTS:]) if len(parts) > 1 else _simple(parts[0]) for parts in _likely(word)]
    return _merged(found) if found else _unknown(word)


def _likely(word: str) -> list[tuple[Part, ...]]:
    """Return the readings with the fewest parts: "ministeriöiden" is no night, "edustavat" no habit."""
    found = readings(word)
    fewest = min(map(len, found), default=0)
    return [parts for parts in found if len(parts) == fewest]


def _simple(part: Part) -> Terms:
    """A word, and the parts of a name that Voikko has as one word: "pirkan=maa"."""
    pieces = part.base.split("=")
    return Terms(
        unique(_plain(part.base)),
        unique(_plain(part.verb or "")),
        unique(*map(_plain, pieces)) if len(pieces) > 1 else (),
    )


def _compound(parts: Sequence[Part]) -> Terms:
    """A compound is found whole, by each part, and by the shorter compounds inside it."""
    written = [_plain(part.form) for part in parts]
    bases = [_plain(part.base) for part in parts]
    inner = [
        "".join(written[first:end]) + bases[end]
        for first in range(len(parts))
        for end in range(first, len(parts))
        if end - first + 1 < len(parts)
    ]
    front = "".join(written[:-1])
    verb = parts[-1].verb
    return Terms(unique(front + bases[-1]), unique(front + _plain(verb) if verb else ""), unique(*inner))


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

"""English words, and those of any language but Finnish and Swedish: the Snowball stem."""

from __future__ import annotations

from whoosh.lang.snowball.english import EnglishStemmer

from index.fulltext.analysis.terms import Terms, unique

VERSION = "1"

_stemmer = EnglishStemmer()


def analyse(word: str) -> Terms:
    """Return the terms of a word in lower case.

    >>> analyse("grants").whole, analyse("co-operation")
    (('grant',), Terms(whole=('cooper',), related=(), parts=('co', 'oper')))
    """
    pieces = [piece for piece in word.partition("'")[0].split("-") if piece]
    parts = unique(*(_stemmer.stem(piece) for piece in pieces)) if len(pieces) > 1 else ()
    return Terms(unique(_stemmer.stem("".join(pieces))), parts=parts)

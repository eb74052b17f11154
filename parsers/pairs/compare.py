"""A pair as it is stored and shown: alignment, differences and how much later the second version came."""

from __future__ import annotations

from parsers.model import Pair, PairSide, Release
from parsers.pairs.alignment import align
from parsers.pairs.differences import find_differences
from parsers.pairs.english import english_side
from parsers.pairs.lag import lag_hours, lag_share
from parsers.pairs.lexicon import Lexicon, glossary
from parsers.pairs.pairing import EnglishPairing, Pairing
from parsers.pairs.titles import titles_differ


def compare(
    fi: Release,
    sv: Release,
    pairing: Pairing,
    lexicon: Lexicon | None = None,
    english: tuple[Release, EnglishPairing] | None = None,
) -> Pair:
    """Compare the two versions of one text, block by block and fact by fact.

    `lexicon` is the bilingual word list, the glossary made by hand unless another is given; `english` is the text's
    English version with how that was found.
    """
    words = lexicon or glossary()
    rows = align(fi.document, sv.document, words)
    return Pair(
        fi=PairSide(id=fi.id, url=fi.url),
        sv=PairSide(id=sv.id, url=sv.url),
        method=pairing.method,
        score=pairing.score,
        lag_hours=lag_hours(fi, sv),
        lag_share=lag_share(fi, sv),
        titles_differ=titles_differ(fi, sv, words),
        alignment=rows,
        differences=find_differences(fi, sv, rows),
        english=english_side(fi, rows, *english) if english else None,
    )

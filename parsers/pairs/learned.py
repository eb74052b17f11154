"""Terms that the bilingual word list lacks, learned from texts that are aligned: what keeps standing side by side.

As hunalign does: align with the list there is, count which words stand in each other's translations, align again with
what that tells. A word that the list has explained already is not counted, so that only what is left can be learned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from parsers.model import AlignedRow, Document, Stretch
from parsers.pairs.anchors import take_anchors
from parsers.pairs.lemmas import base_forms, words_of
from parsers.pairs.lexicon import Lexicon, Token
from parsers.pairs.tokens import counterparts, text_tokens

# The least that lets a pair of words be believed: in how many different texts they stand side by side, how much
# likelier that makes them than chance (Dunning's log-likelihood ratio), and how often the one stands where the other
# does (Dice's coefficient, which is 1 for words that never stand alone).
_FEWEST_TEXTS = 3
_LEAST_LIKELIHOOD = 15.0
_LEAST_DICE = 0.55
# How much better a pair must be than the next best one of either word: of two words that always come together, each
# could be the translation of the other's.
_LEAD = 1.2
_ROUNDS = 3
# Longer texts say too little about what stands beside what.
_MOST_WORDS = 60
_SHORTEST_WORD = 4
# Rows below this may not be translations at all.
_LEAST_SCORE = 0.6


class OpenWords(NamedTuple):
    """Of one text and its translation the words, in base form and sorted, whose counterpart is not known.

    `text` tells texts apart; it is the same for those that differ in figures alone, which say the same again.
    """

    fi: tuple[str, ...]
    sv: tuple[str, ...]
    text: str


class Term(NamedTuple):
    """A learned pair of words in base form; `score` is between 0 and 1."""

    fi: str
    sv: str
    score: float


def open_words(fi: Document, sv: Document, rows: Iterable[AlignedRow], lexicon: Lexicon) -> list[OpenWords]:
    """Return what can be learned from one pair of documents, from each of the smallest texts that are aligned."""
    found = (_open(*texts, lexicon) for texts in _texts(fi, sv, rows))
    return [words for words in found if words.fi and words.sv]


def learn(texts: Iterable[OpenWords]) -> list[Term]:
    """Return the pairs of words that translate each other, sorted. Neither order nor repetition of `texts` matters.

    >>> finnish = [("hissi", "kunta"), ("hissi",), ("hissi", "kirje"), ("kunta",), ("kirje",), ("laki",)]
    >>> swedish = [("hiss", "kommun"), ("hiss",), ("brev", "hiss"), ("kommun",), ("brev",), ("lag",)]
    >>> once = [OpenWords(fi, sv, f"{fi}") for fi, sv in zip(finnish, swedish)]
    >>> learn(once * 4)
    []
    >>> often = [words._replace(text=f"{words.text} {number}") for words in once for number in range(4)]
    >>> [term[:2] for term in learn(often)]
    [('hissi', 'hiss'), ('kirje', 'brev'), ('kunta', 'kommun'), ('laki', 'lag')]
    """
    left = sorted(set(texts))
    terms: list[Term] = []
    for _ in range(_ROUNDS):
        found = _surest(left)
        if not found:
            break
        terms += found
        left = list(_without(left, found))
    return sorted(terms)


def _texts(fi: Document, sv: Document, rows: Iterable[AlignedRow]) -> Iterator[tuple[str, str]]:
    """The sentences, or blocks of one sentence, that are aligned well."""
    for row in rows:
        if row.sentences:
            parts = (part for part in row.sentences if (part.score or 0) >= _LEAST_SCORE)
            yield from ((_text(fi, part.fi), _text(sv, part.sv)) for part in parts)
        elif (row.score or 0) >= _LEAST_SCORE:
            yield _text(fi, _whole(fi, row.fi)), _text(sv, _whole(sv, row.sv))


def _whole(document: Document, blocks: Iterable[int]) -> list[Stretch]:
    return [(block, 0, len(document.blocks[block].text)) for block in blocks]


def _text(document: Document, stretches: Iterable[Stretch]) -> str:
    return " ".join(document.blocks[block].text[start:end] for block, start, end in stretches)


def _open(fi: str, sv: str, lexicon: Lexicon) -> OpenWords:
    ours, theirs = (text_tokens(text, language, lexicon) for text, language in ((fi, "fi"), (sv, "sv")))
    return OpenWords(
        _unexplained(fi, "fi", counterparts(ours, theirs), lexicon),
        _unexplained(sv, "sv", counterparts(theirs, ours), lexicon),
        " ".join(words_of(take_anchors(fi, "fi")[1])),
    )


def _unexplained(text: str, language: str, explained: Mapping[Token, object], lexicon: Lexicon) -> tuple[str, ...]:
    """The words of which the other text holds no counterpart, neither of the whole nor of a part of them."""
    words = words_of(take_anchors(text, language)[1])
    if len(words) > _MOST_WORDS:
        return ()
    known = {token.name for token in explained}
    in_phrases = {base_forms(word, language)[0] for name in known if " " in name for word in words_of(name)}
    open_ = {base_forms(word, language)[0] for word in words if not _is_known(word, language, known, lexicon)}
    return tuple(sorted(word for word in open_ - in_phrases if len(word) >= _SHORTEST_WORD))


def _is_known(word: str, language: str, known: Container[str], lexicon: Lexicon) -> bool:
    return any(token.name in known or not token.weight for token in lexicon.tokens(word, language))


class _Counts(NamedTuple):
    """In how many texts each word stands, and each pair of words that is worth a look side by side."""

    texts: int
    fi: Counter[str]
    sv: Counter[str]
    both: Counter[tuple[str, str]]


def _surest(texts: Sequence[OpenWords]) -> list[Term]:
    """Return the pairs that are likely and well ahead of any other pair that shares a word with them."""
    counts = _count(texts)
    ranked = sorted((-_likelihood(counts, *pair), *pair) for pair in counts.both if counts.both[pair] >= _FEWEST_TEXTS)
    best: dict[tuple[str, str], list[float]] = {}
    for likelihood, fi, sv in ranked:
        for word in (("fi", fi), ("sv", sv)):
            best.setdefault(word, []).append(-likelihood)
    return [
        Term(fi, sv, _dice(counts, fi, sv))
        for likelihood, fi, sv in ranked
        if -likelihood >= _LEAST_LIKELIHOOD
        and _dice(counts, fi, sv) >= _LEAST_DICE
        and all(_leads(best[word], -likelihood) for word in (("fi", fi), ("sv", sv)))
    ]


def _leads(ranked: Sequence[float], likelihood: float) -> bool:
    """Whether a likelihood is the first of its word's, from the highest down, and far from the second."""
    return likelihood == ranked[0] and (len(ranked) == 1 or likelihood >= _LEAD * ranked[1])


def _count(texts: Sequence[OpenWords]) -> _Counts:
    fi = Counter(word for text in texts for word in text.fi)
    sv = Counter(word for text in texts for word in text.sv)
    both: Counter[tuple[str, str]] = Counter()
    for text in texts:
        theirs = [word for word in text.sv if sv[word] >= _FEWEST_TEXTS]
        both.update((ours, word) for ours in text.fi if fi[ours] >= _FEWEST_TEXTS for word in theirs)
    return _Counts(len(texts), fi, sv, both)


def _likelihood(counts: _Counts, fi: str, sv: str) -> float:
    """Return Dunning's log-likelihood ratio of two words' standing side by side, 0 where they do so by chance."""
    both, ours, theirs = counts.both[fi, sv], counts.fi[fi], counts.sv[sv]
    if both * counts.texts <= ours * theirs:
        return 0.0
    cells = (
        (both, ours * theirs),
        (ours - both, ours * (counts.texts - theirs)),
        (theirs - both, (counts.texts - ours) * theirs),
        (counts.texts - ours - theirs + both, (counts.texts - ours) * (counts.texts - theirs)),
    )
    return 2 * sum(seen * log(seen * counts.texts / expected) for seen, expected in cells if seen)


def _dice(counts: _Counts, fi: str, sv: str) -> float:
    return round(2 * counts.both[fi, sv] / (counts.fi[fi] + counts.sv[sv]), 3)


def _without(texts: Iterable[OpenWords], terms: Iterable[Term]) -> Iterator[OpenWords]:
    """The texts without the words that `terms` explain in them."""
    pairs = defaultdict(set)
    for term in terms:
        pairs[term.fi].add(term.sv)
    for text in texts:
        found = {(fi, sv) for fi in text.fi for sv in pairs.get(fi, ()) if sv in text.sv}
        fi_known, sv_known = {fi for fi, _ in found}, {sv for _, sv in found}
        yield OpenWords(
            tuple(word for word in text.fi if word not in fi_known),
            tuple(word for word in text.sv if word not in sv_known),
            text.text,
        )

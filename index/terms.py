"""Terms learned from the archive's own pairs, and the pairs aligned again with them.

What is learned follows from the releases alone, whatever the order they came in: from the pairs of all years before
the newest, of at most `_MOST_PAIRS` chosen by a digest of their ids, aligned by the glossary and the dictionary. New
releases of the running year therefore change nothing; the first one of a new year, or an older one that is added, has
the terms learned anew, and all pairs compared again if others are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import msgspec

from index.catalogue import Catalogue
from index.catalogue.records import decode, digest, encode
from index.dictionary import dictionary
from index.reading import Workers
from parsers.model import Pair, Release
from parsers.pairs.alignment import align
from parsers.pairs.compare import compare
from parsers.pairs.learned import OpenWords, Term, learn, open_words
from parsers.pairs.lexicon import Lexicon, word_list
from parsers.pairs.pairing import EnglishPairing, Pairing

# Pairs of learned words, without their scores.
Words = tuple[tuple[str, str], ...]

_TERMS = "terms"
# Under way: some pairs may have been compared with other words than those noted before.
_UNSETTLED = ""
_FEWEST_PAIRS, _MOST_PAIRS = 30, 2000
_PAIRS_AT_ONCE = 256


class LearnedTerms(msgspec.Struct, frozen=True):
    """The terms that a catalogue's pairs are aligned with, beside the glossary.

    `sample` stands for the pairs they were learned from; `dictionary` names FreeDict's dictionary, None without it.
    """

    sample: str
    dictionary: str | None
    terms: tuple[Term, ...]


def learned_terms(catalogue: Catalogue) -> LearnedTerms | None:
    """Return what the pairs of a catalogue are aligned with, None where that was not noted."""
    noted = catalogue.noted(_TERMS)
    return decode(noted, LearnedTerms) if noted else None


def learned_words(catalogue: Catalogue) -> Words:
    """Return the words for comparing a new pair with, for `lexicon`."""
    noted = learned_terms(catalogue)
    return _words(noted.terms) if noted else ()


@lru_cache(maxsize=2)
def lexicon(words: Words) -> Lexicon:
    """Return the glossary with the dictionary, where there is one, and learned words."""
    found = dictionary()
    return word_list((found.pairs if found else ()) + words)


def update_terms(catalogue: Catalogue, workers: Workers) -> None:
    """Learn terms anew where what they are learned from has changed, and compare all pairs again where they have.

    To be called when all pairs have been made, each compared with `lexicon(learned_words(catalogue))`. It may be killed
    at any moment, and the next one goes on.
    """
    before = learned_terms(catalogue)
    sample = list(_sample(catalogue.dated_pairs()))
    now = dictionary()
    key, name = digest(*(inputs for _, _, inputs in sample)), now.name if now else None
    if before and (before.sample, before.dictionary) == (key, name):
        return
    terms = tuple(_learn(catalogue, workers, sample))
    first = catalogue.noted(_TERMS) is None
    if (_words(terms), name) != ((_words(before.terms), before.dictionary) if before else ((), name if first else "")):
        _compare_again(catalogue, workers, _words(terms))
    with catalogue.transaction():
        catalogue.note(_TERMS, encode(LearnedTerms(key, name, terms)).decode())


def _words(terms: Sequence[Term]) -> Words:
    return tuple((term.fi, term.sv) for term in terms)


def _sample(pairs: Sequence[tuple[str, str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """The pairs, as (fi, sv, inputs), to learn from, out of (fi, sv, inputs, published)."""
    newest = max((published[:4] for _, _, _, published in pairs), default="")
    past = [(digest(fi, sv), fi, sv, inputs) for fi, sv, inputs, published in pairs if published[:4] < newest]
    if len(past) >= _FEWEST_PAIRS:
        yield from (pair[1:] for pair in sorted(past)[:_MOST_PAIRS])


def _learn(catalogue: Catalogue, workers: Workers, sample: Sequence[tuple[str, str, str]]) -> list[Term]:
    texts: set[OpenWords] = set()
    ids = iter(sample)
    while batch := list(islice(ids, _PAIRS_AT_ONCE)):
        releases = [(catalogue.release(fi), catalogue.release(sv)) for fi, sv, _ in batch]
        texts.update(words for found in workers.map(_open_words, releases) for words in found)
    return learn(texts)


def _open_words(pair: tuple[Release, Release]) -> list[OpenWords]:
    fi, sv = (release.document for release in pair)
    return open_words(fi, sv, align(fi, sv, lexicon(())), lexicon(()))


def _compare_again(catalogue: Catalogue, workers: Workers, words: Words) -> None:
    with catalogue.transaction():
        catalogue.note(_TERMS, _UNSETTLED)
    inputs = catalogue.pair_inputs()
    ids = iter(sorted(inputs))
    while batch := list(islice(ids, _PAIRS_AT_ONCE)):
        pairs = workers.map(_again, [_material(catalogue, fi, words) for fi, _ in batch])
        with catalogue.transaction():
            for key, pair in zip(batch, pairs, strict=True):
                catalogue.remove_pair(*key)
                catalogue.add_pair(pair, inputs[key])


_Material = tuple[Pair, Release, Release, Release | None, Words]


def _material(catalogue: Catalogue, release: str, words: Words) -> _Material:
    pair = catalogue.pair(release)
    assert pair is not None
    english = catalogue.release(pair.english.id) if pair.english else None
    return pair, catalogue.release(pair.fi.id), catalogue.release(pair.sv.id), english, words


def _again(material: _Material) -> Pair:
    pair, fi, sv, en, words = material
    pairing = Pairing(fi=fi.id, sv=sv.id, method=pair.method, score=pair.score)
    if en is None or pair.english is None:
        return compare(fi, sv, pairing, lexicon(words))
    found = pair.english
    joined = EnglishPairing(en=en.id, version=fi.id, language="fi", method=found.method, score=found.score)
    return compare(fi, sv, pairing, lexicon(words), (en, joined))

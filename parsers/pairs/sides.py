"""The two versions of a text for comparison: what each block, and each sentence of it, can be recognised by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.model import Block, Document, Stretch
from parsers.pairs.anchors import link_anchor
from parsers.pairs.lexicon import Lexicon, Token
from parsers.pairs.tokens import counterparts, text_tokens
from parsers.text.sentences import Span, sentences

# What may translate each token of the Finnish version, and each of the Swedish one.
Matches = tuple[dict[Token, list[Token]], dict[Token, list[Token]]]


@dataclass(frozen=True, slots=True)
class Side:
    """One version in pieces, blocks or sentences: the tokens, length and type of each, and where each token stands.

    `places` has bit `i` set for every token of piece `i`.
    """

    places: dict[Token, int]
    lengths: tuple[int, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version, block by block and sentence by sentence; the cells of a table row are its sentences.

    `stretches` says where each sentence stands; block `i` has the sentences from `first[i]` to before `first[i + 1]`.
    """

    blocks: Side
    sentences: Side
    stretches: tuple[Stretch, ...]
    first: tuple[int, ...]


def read_version(document: Document, lexicon: Lexicon) -> Version:
    """Return a document's blocks and sentences as tokens. Links are known by their block alone."""
    language = document.language
    stretches = [(n, *span) for n, block in enumerate(document.blocks) for span in _spans(block, language)]
    tokens = [text_tokens(document.blocks[n].text[start:end], language, lexicon) for n, start, end in stretches]
    whole: list[set[Token]] = [set() for _ in document.blocks]
    for (block, _, _), own in zip(stretches, tokens, strict=True):
        whole[block] |= own
    for link in document.links:
        whole[link.block] |= {Token(anchor) for anchor in [link_anchor(link)] if anchor}
    counts = [0] * len(document.blocks)
    for block, _, _ in stretches:
        counts[block] += 1
    types = [_family(block) for block in document.blocks]
    return Version(
        blocks=Side(_places(whole), tuple(len(block.text) for block in document.blocks), tuple(types)),
        sentences=Side(
            _places(tokens),
            tuple(end - start for _, start, end in stretches),
            tuple(_TYPES_OF_SENTENCES.get(types[block], "p") for block, _, _ in stretches),
        ),
        stretches=tuple(stretches),
        first=tuple(_running_sums(counts)),
    )


def match(fi: Side, sv: Side) -> Matches:
    """Return which tokens of either side may translate which of the other."""
    return counterparts(fi.places, sv.places), counterparts(sv.places, fi.places)


# Cells, like rows, are not run together.
_TYPES_OF_SENTENCES = {"tr": "tr"}


def _spans(block: Block, language: str) -> list[Span]:
    if len(block.cells) > 1:
        return [(start, end) for start, end in block.cells if start < end]
    return sentences(block.text, language)


def _family(block: Block) -> str:
    return "heading" if block.type.startswith("h") else block.type


def _places(pieces: Sequence[set[Token] | frozenset[Token]]) -> dict[Token, int]:
    places: dict[Token, int] = defaultdict(int)
    for number, tokens in enumerate(pieces):
        for token in tokens:
            places[token] |= 1 << number
    return dict(places)


def _running_sums(counts: Sequence[int]) -> Iterator[int]:
    total = 0
    yield total
    for count in counts:
        total += count
        yield total

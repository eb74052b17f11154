"""Parallel texts that are known to agree, and what becomes of them in careless hands: for measuring alignment."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import zip_longest
from pathlib import Path

from parsers.capture import Capture
from parsers.model import Block, Release

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
_SHORTEST, _LONGEST = 12, 30
_PARAGRAPH = 4
_TIME = datetime(2026, 1, 1, tzinfo=UTC)

# "1 066 000", "17.3.2021", "16.15"
_FIGURE = re.compile(r"\d+(?:[ .,:]\d+)*")

# A Finnish block and the Swedish one that translates it.
Parallel = tuple[Block, Block]
Documents = Callable[[random.Random], Iterator[list[Parallel]]]


@dataclass(frozen=True)
class Piece:
    """A block, and the numbers of the original blocks it holds; none for a stranger."""

    block: Block
    origin: frozenset[int]


def sentence_documents(source: random.Random) -> Iterator[list[Parallel]]:
    """Runs of 12–30 sentences, in the order of the collection."""
    found, at = parallel_sentences(), 0
    while len(found) - at >= _SHORTEST:
        count = source.randint(_SHORTEST, _LONGEST)
        yield [(Block(type="p", text=fi), Block(type="p", text=sv)) for fi, sv in found[at : at + count]]
        at += count


@cache
def parallel_sentences() -> list[tuple[str, str]]:
    """The sentences of the collection with their translations, in its order."""
    lines = (CORPUS / "fi-sv-sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(fi, sv) for _, _, fi, sv in (line.split("\t") for line in lines)]


def development_pairs(source: random.Random) -> Iterator[list[Parallel]]:
    """The bodies of the gold pairs that have the same types of blocks in the same order."""
    releases = development_releases()
    gold = [json.loads(line) for line in (CORPUS / "dev.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    urls = {page["id"]: page["url"] for page in gold}
    for page in gold:
        other = urls.get(page["translation"])
        if page["language"] == "fi" and page["url"] in releases and other in releases:
            pairs = list(zip_longest(releases[page["url"]].blocks[1:], releases[other].blocks[1:]))
            if all(fi and sv and fi.type == sv.type for fi, sv in pairs):
                yield pairs


def disturb(
    pairs: Sequence[Parallel],
    side: int,
    share: int,
    strangers: Sequence[Parallel],
    source: random.Random,
) -> list[Piece]:
    """Return one side of a document with one block in `share` left out, joined to the next or given a stranger."""
    pieces: list[Piece] = []
    joined = False
    for number, pair in enumerate(pairs):
        piece = Piece(pair[side], frozenset({number}))
        if joined:
            last = pieces.pop()
            piece = Piece(Block(type="p", text=f"{last.block.text} {pair[side].text}"), last.origin | piece.origin)
        what = source.choice(("left out", "joined", "stranger")) if source.random() < 1 / share and not joined else ""
        joined = what == "joined" and number + 1 < len(pairs)
        if what != "left out":
            pieces.append(piece)
        if what == "stranger":
            pieces.append(Piece(source.choice(strangers)[side], frozenset()))
    return pieces


def with_swapped_figures(documents: Documents) -> Documents:
    """Return the same documents, with the figures of their Swedish side (sums, days, years) in each other's places."""

    def swapped(source: random.Random) -> Iterator[list[Parallel]]:
        order = random.Random(1)
        for pairs in documents(source):
            figures = [figure for _, sv in pairs for figure in _FIGURE.findall(sv.text)]
            order.shuffle(figures)
            yield [(fi, _with_figures(sv, figures)) for fi, sv in pairs]

    return swapped


def paragraphs(pieces: Sequence[Piece]) -> tuple[list[Block], dict[int, list[int]]]:
    """Join sentences into paragraphs of a few; return them, and where the pieces begin in each, numbered from 1.

    Both sides of a document are cut after the same sentences.
    """
    blocks: dict[int, Block] = {}
    starts: dict[int, list[int]] = {}
    number = 0
    for piece in pieces:
        number = max(number, max(piece.origin, default=0) // _PARAGRAPH)
        before = f"{blocks[number].text} " if number in blocks else ""
        starts.setdefault(number, []).append(len(before))
        blocks[number] = Block(type="p", text=before + piece.block.text)
    return list(blocks.values()), {0: []} | {n: starts[key] for n, key in enumerate(blocks, start=1)}


@cache
def development_releases() -> dict[str, Release]:
    """Return the pages of the development corpus as releases, by address."""
    from warcio.archiveiterator import ArchiveIterator

    from parsers.release import read_release

    releases = {}
    with (CORPUS / "dev.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                url = record.rec_headers.get_header("WARC-Target-URI")
                releases[url] = read_release(Capture(url=url, time=_TIME, body=record.content_stream().read()))
    return releases


def _with_figures(block: Block, figures: list[str]) -> Block:
    """Put the next of `figures` in the place of each of a block's own; they are used up."""
    return Block(type=block.type, text=_FIGURE.sub(lambda _: figures.pop(), block.text))

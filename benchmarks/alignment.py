"""How well the blocks of two versions are aligned, and how fast: ``python -m benchmarks.alignment``.

Documents are disturbed on each side by itself: of every so many blocks one is left out, joined to the next or followed
by a strange one. What stood together before is what should be found. F1 is of links (a Finnish and a Swedish block that
share text) and of whole rows. Two kinds of documents: sentences of ../shared/corpus/fi-sv-sentences.tsv in runs of
12–30, and the pairs of the development corpus whose versions are built alike, block by block.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

from parsers.capture import Capture
from parsers.model import Block, Document, Release
from parsers.pairs.alignment import align

_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
_SHORTEST, _LONGEST = 12, 30
_TITLE = Block(type="h1", text="")
_TIME = datetime(2026, 1, 1, tzinfo=UTC)

Row = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True)
class Piece:
    """A block, and the numbers of the original blocks it holds; none for a stranger."""

    block: Block
    origin: frozenset[int]


@dataclass
class Tally:
    """Found, true and shared, to be made into F1."""

    found: int = 0
    true: int = 0
    both: int = 0

    def add(self, found: Set[object], true: Set[object]) -> None:
        self.found += len(found)
        self.true += len(true)
        self.both += len(found & true)

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.found + self.true) if self.found + self.true else 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3, help="how many times each document is disturbed")
    seeds = range(parser.parse_args().seeds)
    if not _CORPUS.is_dir():
        print("benchmarks.alignment: ../shared/corpus is not there", file=sys.stderr)
        return 1
    align(*_documents([], []))
    for name, parallel in (("sentences", sentence_documents), ("development pairs", development_pairs)):
        for share in (4, 12):
            print(f"{name}, one block in {share} disturbed: {measure(parallel, share, seeds)}")
    return 0


@dataclass
class Figures:
    """What one way of disturbing documents gave."""

    links: Tally = field(default_factory=Tally)
    rows: Tally = field(default_factory=Tally)
    documents: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        each = 1000 * self.seconds / self.documents
        f1 = f"F1 {self.links.f1:.3f} of links, {self.rows.f1:.3f} of rows"
        return f"{f1}; {self.documents} documents, {each:.0f} ms each"


def measure(
    parallel: Callable[[random.Random], Iterator[list[tuple[Block, Block]]]], share: int, seeds: range
) -> Figures:
    """Align the disturbed documents of every seed and count what was found."""
    figures = Figures()
    for seed in seeds:
        source = random.Random(seed)
        documents = list(parallel(source))
        for number, pairs in enumerate(documents):
            strangers = [pair for other in documents[:number] + documents[number + 1 :] for pair in other]
            fi, sv = (disturb(pairs, side, share, strangers, source) for side in (0, 1))
            _count(fi, sv, figures)
    return figures


def _count(fi: list[Piece], sv: list[Piece], figures: Figures) -> None:
    start = time.perf_counter()
    found = align(*_documents(fi, sv))[1:]
    figures.seconds += time.perf_counter() - start
    figures.documents += 1
    rows = {_row((n - 1 for n in row.fi), (n - 1 for n in row.sv)) for row in found if row.fi and row.sv}
    figures.rows.add(rows, _true_rows(fi, sv))
    figures.links.add({(i, j) for ours, theirs in rows for i in ours for j in theirs}, _true_links(fi, sv))


def sentence_documents(source: random.Random) -> Iterator[list[tuple[Block, Block]]]:
    """Runs of 12–30 sentences, in the order of the collection."""
    lines = (_CORPUS / "fi-sv-sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    fields = [line.split("\t") for line in lines]
    at = 0
    while len(fields) - at >= _SHORTEST:
        count = source.randint(_SHORTEST, _LONGEST)
        yield [(Block(type="p", text=fi), Block(type="p", text=sv)) for _, _, fi, sv in fields[at : at + count]]
        at += count


def development_pairs(source: random.Random) -> Iterator[list[tuple[Block, Block]]]:
    """The bodies of the gold pairs that have the same types of blocks in the same order."""
    releases = development_releases()
    gold = [json.loads(line) for line in (_CORPUS / "dev.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    urls = {page["id"]: page["url"] for page in gold}
    for page in gold:
        other = urls.get(page["translation"])
        if page["language"] == "fi" and page["url"] in releases and other in releases:
            pairs = list(zip_longest(releases[page["url"]].blocks[1:], releases[other].blocks[1:]))
            if all(fi and sv and fi.type == sv.type for fi, sv in pairs):
                yield pairs


def disturb(
    pairs: Sequence[tuple[Block, Block]],
    side: int,
    share: int,
    strangers: Sequence[tuple[Block, Block]],
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


def development_releases() -> dict[str, Release]:
    """Return the pages of the development corpus as releases, by address."""
    from warcio.archiveiterator import ArchiveIterator

    from parsers.release import read_release

    releases = {}
    with (_CORPUS / "dev.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                url = record.rec_headers.get_header("WARC-Target-URI")
                releases[url] = read_release(Capture(url=url, time=_TIME, body=record.content_stream().read()))
    return releases


def _documents(fi: Sequence[Piece], sv: Sequence[Piece]) -> tuple[Document, Document]:
    ours, theirs = ((_TITLE, *(piece.block for piece in side)) for side in (fi, sv))
    return Document(language="fi", blocks=ours), Document(language="sv", blocks=theirs)


def _true_links(fi: Sequence[Piece], sv: Sequence[Piece]) -> set[tuple[int, int]]:
    return {(i, j) for i, ours in enumerate(fi) for j, theirs in enumerate(sv) if ours.origin & theirs.origin}


def _true_rows(fi: Sequence[Piece], sv: Sequence[Piece]) -> set[Row]:
    """The least rows that hold linked blocks together."""
    rows: list[Row] = []
    for i, j in sorted(_true_links(fi, sv)):
        touched = [row for row in rows if i in row[0] or j in row[1]]
        rows = [row for row in rows if row not in touched]
        rows.append((frozenset({i}).union(*(r[0] for r in touched)), frozenset({j}).union(*(r[1] for r in touched))))
    return set(rows)


def _row(fi: Iterator[int], sv: Iterator[int]) -> Row:
    return frozenset(fi), frozenset(sv)


if __name__ == "__main__":
    raise SystemExit(main())

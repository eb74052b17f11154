"""How well the blocks of two versions are aligned, and how fast: ``python -m benchmarks.alignment``.

Documents are disturbed on each side by itself: of every so many blocks one is left out, joined to the next or followed
by a strange one. What stood together before is what should be found. F1 is of links (a Finnish and a Swedish block that
share text) and of whole rows. Two kinds of documents: sentences of ../shared/corpus/fi-sv-sentences.tsv in runs of
12–30, and the pairs of the development corpus whose versions are built alike, block by block. Beside ours stand nltk's
Gale and Church, who look at lengths alone, and ours where the figures of the Swedish version have changed places. The
sentences inside blocks are measured on paragraphs of several sentences.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from benchmarks.parallel import (
    CORPUS,
    Documents,
    Piece,
    development_pairs,
    disturb,
    paragraphs,
    sentence_documents,
    with_swapped_figures,
)
from parsers.model import AlignedRow, Block, Document
from parsers.pairs.alignment import align

_TITLE = Block(type="h1", text="")

Row = tuple[frozenset[int], frozenset[int]]
Links = set[tuple[int, int]]
Aligner = Callable[[Sequence[Piece], Sequence[Piece]], Set[Row]]


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


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3, help="how many times each document is disturbed")
    seeds = range(parser.parse_args().seeds)
    if not CORPUS.is_dir():
        print("benchmarks.alignment: ../shared/corpus is not there", file=sys.stderr)
        return 1
    ours([], [])
    for name, parallel in (("sentences", sentence_documents), ("development pairs", development_pairs)):
        for share in (4, 12):
            print(f"{name}, one block in {share} disturbed")
            print(f"  ours             {measure(parallel, share, seeds)}")
            print(f"  figures swapped  {measure(with_swapped_figures(parallel), share, seeds)}")
            print(f"  Gale and Church  {measure(parallel, share, seeds, gale_church)}")
    for share in (4, 12):
        print(f"sentences of paragraphs, one in {share} disturbed: F1 {measure_sentences(share, seeds):.3f} of links")
    return 0


def measure(parallel: Documents, share: int, seeds: range, aligner: Aligner | None = None) -> Figures:
    """Align the disturbed documents of every seed, as we do unless told otherwise, and count what was found."""
    figures = Figures()
    for fi, sv in _disturbed(parallel, share, seeds):
        start = time.process_time()
        rows = (aligner or ours)(fi, sv)
        figures.seconds += time.process_time() - start
        figures.documents += 1
        figures.rows.add(rows, _true_rows(fi, sv))
        figures.links.add({(i, j) for ours, theirs in rows for i in ours for j in theirs}, _true_links(fi, sv))
    return figures


def measure_sentences(share: int, seeds: range) -> float:
    """Return the F1 of links between the sentences of paragraphs in which sentences were disturbed."""
    tally = Tally()
    for fi, sv in _disturbed(sentence_documents, share, seeds):
        (ours, our_starts), (theirs, their_starts) = (paragraphs(side) for side in (fi, sv))
        rows = align(*_documents(ours, theirs))[1:]
        found = {
            link
            for row in rows
            for fi_part, sv_part in _parts(row)
            for link in _links(_pieces(fi_part, our_starts), _pieces(sv_part, their_starts))
        }
        tally.add(found, _true_links(fi, sv))
    return tally.f1


def ours(fi: Sequence[Piece], sv: Sequence[Piece]) -> Set[Row]:
    """Align as this program does."""
    rows = align(*_documents([piece.block for piece in fi], [piece.block for piece in sv]))[1:]
    return {(frozenset(n - 1 for n in row.fi), frozenset(n - 1 for n in row.sv)) for row in rows if row.fi and row.sv}


def gale_church(fi: Sequence[Piece], sv: Sequence[Piece]) -> Set[Row]:
    """Align by lengths alone, as nltk does."""
    from nltk.translate.gale_church import align_blocks

    if not fi or not sv:
        return set()
    links = align_blocks(*([len(piece.block.text) for piece in side] for side in (fi, sv)))
    return _joined(links)


def _disturbed(parallel: Documents, share: int, seeds: range) -> Iterator[tuple[list[Piece], list[Piece]]]:
    for seed in seeds:
        source = random.Random(seed)
        documents = list(parallel(source))
        for number, pairs in enumerate(documents):
            strangers = [pair for other in documents[:number] + documents[number + 1 :] for pair in other]
            yield disturb(pairs, 0, share, strangers, source), disturb(pairs, 1, share, strangers, source)


def _documents(fi: Iterable[Block], sv: Iterable[Block]) -> tuple[Document, Document]:
    return Document(language="fi", blocks=(_TITLE, *fi)), Document(language="sv", blocks=(_TITLE, *sv))


def _true_links(fi: Sequence[Piece], sv: Sequence[Piece]) -> Links:
    return {(i, j) for i, ours in enumerate(fi) for j, theirs in enumerate(sv) if ours.origin & theirs.origin}


def _true_rows(fi: Sequence[Piece], sv: Sequence[Piece]) -> set[Row]:
    return _joined(_true_links(fi, sv))


def _joined(links: Iterable[tuple[int, int]]) -> set[Row]:
    """The least rows that hold linked blocks together."""
    rows: list[Row] = []
    for i, j in sorted(links):
        touched = [row for row in rows if i in row[0] or j in row[1]]
        rows = [row for row in rows if row not in touched]
        rows.append((frozenset({i}).union(*(r[0] for r in touched)), frozenset({j}).union(*(r[1] for r in touched))))
    return set(rows)


def _parts(row: AlignedRow) -> Iterator[tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]]:
    """The sentences of a row that stand side by side, as (block, start); of plain rows the blocks."""
    if not row.sentences:
        yield tuple((block, 0) for block in row.fi), tuple((block, 0) for block in row.sv)
    for part in row.sentences:
        yield tuple(stretch[:2] for stretch in part.fi), tuple(stretch[:2] for stretch in part.sv)


def _pieces(part: Iterable[tuple[int, int]], starts: dict[int, list[int]]) -> set[int]:
    """The numbers of the pieces in which sentences begin; `starts` are those of the pieces of each block."""
    found = set()
    for block, start in part:
        before = sum(len(starts[other]) for other in starts if other < block)
        found.add(before + sum(begin <= start for begin in starts[block]) - 1)
    return found


def _links(fi: Iterable[int], sv: Iterable[int]) -> Links:
    theirs = list(sv)
    return {(i, j) for i in fi for j in theirs}


if __name__ == "__main__":
    raise SystemExit(main())

"""Speed of the full text beside others': ``python -m benchmarks.search [--releases 20000]``.

On an archive of generated releases (benchmarks.generated) are measured, in one run:

- the build, ours by as many processes as there are processors, and plain Whoosh's with its built-in analyser of each
  language as its documentation shows it, by one; and their ratio by the clock, which wants a quiet machine;
- queries of one and two words, in turn by the processor's time: ours with facets, the sentence and its highlighting,
  with the words' translations (as they are searched if nothing else is asked) and without, Whoosh's bare;
- an update of one per cent of the releases, as a share of the build;
- SQLite's FTS5 and, where it is installed, tantivy, for orientation: neither knows a word's forms or its parts.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.qparser import MultifieldParser

from benchmarks.generated import asked, fill, generated, material
from index.catalogue import Catalogue
from index.fulltext import FullText
from parsers.model import Block, Release


class Spent(NamedTuple):
    """Seconds: of the clock, and of all processors, those of processes that were started and ended included."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s (processors {self.processors:.1f} s)"

    def ratio_to(self, other: Spent) -> str:
        return f"{self.clock / other.clock:.2f} ({self.processors / other.processors:.2f} of processors' time)"

    def share_of(self, other: Spent) -> str:
        return f"{self.clock / other.clock:.1%} ({self.processors / other.processors:.1%} of processors' time)"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--releases", type=int, default=20_000)
    arguments = parser.parse_args()
    source = random.Random(6)
    releases = list(generated(material(), arguments.releases, source))
    queries = list(asked(releases, source))
    with tempfile.TemporaryDirectory() as folder, Catalogue(Path(folder) / "catalogue.sqlite") as catalogue:
        fill(catalogue, releases)
        plain, plain_build = build_whoosh(releases, Path(folder) / "plain")
        fulltext = FullText(Path(folder) / "index", catalogue)
        build = build_ours(fulltext, Path(folder) / "index", plain_build)
        compare_queries(fulltext, plain, queries)
        fill(catalogue, map(_changed, source.sample(releases, len(releases) // 100)))
        update = spent(fulltext.update)
        print(f"ours      update of 1 %: {update}, {update.share_of(build)} of the build")
        fulltext.close()
        measure_fts5(releases, queries)
        with suppress(ImportError):
            measure_tantivy(releases, queries)
    return 0


def build_ours(fulltext: FullText, folder: Path, plain: Spent) -> Spent:
    build = spent(fulltext.update)
    print(f"ours      build {build}, {size_of(folder):.0f} MB; ratio {build.ratio_to(plain)}", flush=True)
    return build


def compare_queries(fulltext: FullText, plain: FileIndex, queries: Sequence[str]) -> None:
    """Ask each query of all in turn: what else the machine does at a time weighs on all of them alike."""
    parser = MultifieldParser(["fi", "sv"], plain.schema)
    with plain.searcher() as searcher:
        asking: dict[str, Callable[[str], object]] = {
            "Whoosh    queries, bare": lambda query: searcher.search(parser.parse(query), limit=20),
            "ours      queries, own words": lambda query: fulltext.search(query, translate=False),
            "ours      queries, translated too": fulltext.search,
        }
        for ask in asking.values():
            ask("kunta")
        rows = [[timed(lambda: ask(query)) for ask in asking.values()] for query in queries]  # noqa: B023
    bare = p95([row[0] for row in rows])
    for name, times in zip(asking, zip(*rows, strict=True), strict=True):
        print(f"{name}: {described(times)}; ratio of p95 {p95(times) / bare:.2f}", flush=True)


def _changed(release: Release) -> Release:
    more = Block(type="p", text="Hakuaikaa on jatkettu ja määrärahaa lisätty.")
    return msgspec.structs.replace(release, blocks=(*release.blocks, more), captured="2026-02-01T00:00:00Z")


def build_whoosh(releases: Sequence[Release], folder: Path) -> tuple[FileIndex, Spent]:
    """Build with Whoosh as its documentation shows it."""
    folder.mkdir()
    schema = Schema(fi=TEXT(LanguageAnalyzer("fi"), phrase=True), sv=TEXT(LanguageAnalyzer("sv"), phrase=True))
    index = FileStorage(str(folder)).create_index(schema)

    def build() -> None:
        writer = index.writer(limitmb=256)
        for release in releases:
            writer.add_document(**{str(release.language): text_of(release)})
        writer.commit()

    plain = spent(build)
    print(f"Whoosh    build {plain}, {size_of(folder):.0f} MB", flush=True)
    return index, plain


def measure_fts5(releases: Sequence[Release], queries: Sequence[str]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")

    def build() -> None:
        database.executemany("INSERT INTO texts VALUES (?)", ((text_of(release),) for release in releases))

    print(f"FTS5      build {timed(build):.1f} s")
    sql = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
    times = [timed(lambda q=query: database.execute(sql, (q,)).fetchall()) for query in map(quoted, queries)]  # type: ignore[misc]
    print(f"FTS5      queries: {described(times)}")


def measure_tantivy(releases: Sequence[Release], queries: Sequence[str]) -> None:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    index = tantivy.Index(builder.build())

    def build() -> None:
        writer = index.writer()
        for release in releases:
            writer.add_document(tantivy.Document(text=text_of(release)))
        writer.commit()
        writer.wait_merging_threads()

    print(f"tantivy   build {timed(build):.1f} s")
    index.reload()
    searcher = index.searcher()
    parsed = [index.parse_query(quoted(query), ["text"]) for query in queries]
    times = [timed(lambda q=query: searcher.search(q, 20)) for query in parsed]  # type: ignore[misc]
    print(f"tantivy   queries: {described(times)}")


def quoted(query: str) -> str:
    """Return a query with each word in quotation marks: to others, "tem:n" is a word n in the field tem."""
    return " ".join(f'"{word}"' for word in query.split())


def text_of(release: Release) -> str:
    return "\n".join(block.text for block in release.blocks)


def spent(work: Callable[[], object]) -> Spent:
    """Return what some work takes of the clock and of the processors, other processes' included."""
    clock, before = time.perf_counter(), os.times()
    work()
    # User and system time, own and that of children.
    processors = sum(os.times()[:4]) - sum(before[:4])
    return Spent(time.perf_counter() - clock, processors)


def timed(work: Callable[[], object]) -> float:
    """Return the processor's seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def described(times: Sequence[float]) -> str:
    return f"p50 {1000 * statistics.median(times):.1f} ms, p95 {1000 * p95(times):.1f} ms"


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def size_of(folder: Path) -> float:
    """Return the megabytes of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    raise SystemExit(main())

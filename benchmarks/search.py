"""Speed of the full text beside others': ``python -m benchmarks.search [--releases 20000]``.

An archive of generated releases, Finnish and Swedish: sentences of the pages in tests/parsers/fresh, mixed anew, with
some of their words joined to new compounds and inflected, so that the vocabulary grows as real ones do. On it are
measured, in one run:

- the build, ours by as many processes as there are processors, and plain Whoosh's with its built-in analyser of each
  language as its documentation shows it, by one; and their ratio, by the busiest process and by the clock;
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec
from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.qparser import MultifieldParser

from index.catalogue import Catalogue
from index.fulltext import FullText
from index.fulltext.analysis.tokens import tokenize
from parsers.capture import Capture
from parsers.model import Application, Block, Kind, Language, Release
from parsers.problems import Problem
from parsers.release import NotARelease, read_releases
from parsers.text.sentences import sentences

_PAGES = Path(__file__).parents[1] / "tests" / "parsers" / "fresh"
_ENDINGS: dict[Language, tuple[str, ...]] = {"fi": ("", "n", "ssa", "sta", "lle", "jen"), "sv": ("", "s", "en", "ens")}
_SENTENCES = (8, 22)
_NEW_WORD = 0.03
_CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)
_QUERIES = 200


class Material(NamedTuple):
    """Sentences and words to make releases of, by language."""

    sentences: dict[Language, list[str]]
    words: dict[Language, list[str]]


class Spent(NamedTuple):
    """Seconds: of the clock, of this process on a processor, of those that it had started and ended."""

    clock: float
    own: float
    others: float

    @property
    def longest(self) -> float:
        """What would pass where each process has a processor of its own: the clock also counts what others do here."""
        return max(self.own, self.others)

    def __str__(self) -> str:
        return f"{self.longest:.1f} s (clock {self.clock:.1f} s, processors {self.own:.1f} + {self.others:.1f} s)"

    def ratio_to(self, other: Spent) -> str:
        clock, total = self.clock / other.clock, (self.own + self.others) / (other.own + other.others)
        return f"ratio {self.longest / other.longest:.2f} (clock {clock:.2f}, all processors {total:.2f})"

    def share_of(self, other: Spent) -> str:
        total = (self.own + self.others) / (other.own + other.others)
        return f"{100 * self.longest / other.longest:.1f} % ({100 * total:.1f} % of all processors' time)"


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


def material() -> Material:
    """Return the sentences and longer words of the pages that the parsers are tested with."""
    found = Material({"fi": [], "sv": []}, {"fi": [], "sv": []})
    for page in sorted(_PAGES.glob("*/pages/*.html")):
        capture = Capture(url=f"https://tem.fi/-/{page.stem}", time=_CAPTURED, body=page.read_bytes())
        with suppress(NotARelease, Problem):
            for release in read_releases(capture):
                if release.language in found.sentences:
                    _take(release, release.language, found)
    return found


def _take(release: Release, language: Language, found: Material) -> None:
    for block in release.blocks[1:]:
        spans = sentences(block.text, language)
        found.sentences[language].extend(block.text[start:end] for start, end in spans if end - start > 40)
        words = (token.text for token in tokenize(block.text) if token.kind == "word" and len(token.text) > 5)
        found.words[language].extend(words)


def generated(made_of: Material, count: int, source: random.Random) -> Iterator[Release]:
    """Walk releases, half of them Swedish, no two with the same text."""
    for number in range(count):
        language: Language = "sv" if number % 2 else "fi"
        picked = source.choices(made_of.sentences[language], k=source.randint(*_SENTENCES))
        texts = [_varied(text, language, made_of.words[language], source) for text in picked]
        yield _release(number, language, [texts[0][:120], *texts[1:]], source)


def _varied(text: str, language: Language, words: Sequence[str], source: random.Random) -> str:
    """Put new compounds in place of some words."""
    pieces = text.split(" ")
    for at, piece in enumerate(pieces):
        if source.random() < _NEW_WORD and piece.isalpha():
            pieces[at] = source.choice(words) + source.choice(words) + source.choice(_ENDINGS[language])
    return " ".join(pieces)


def _release(number: int, language: Language, texts: Sequence[str], source: random.Random) -> Release:
    stamp = datetime(2012, 1, 2, 9, 0) + timedelta(hours=source.randrange(100_000))
    closes = stamp + timedelta(days=source.randrange(14, 60))
    return Release(
        id=f"{number:016x}",
        url=f"https://tem.fi/-/{number}",
        source="tem",
        authority=source.choice(("tem", "okm", "stm", "ym", "mmm")),
        organisation=None,
        language=language,
        title=texts[0],
        form=None,
        kind=source.choice(tuple(Kind)),
        published=f"{stamp:%Y-%m-%dT%H:%M}",
        translated=None,
        total=Decimal(source.randrange(10, 9000) * 1000),
        application=Application(opens=f"{stamp:%Y-%m-%d}", closes=f"{closes:%Y-%m-%d}"),
        blocks=tuple(Block(type="p" if at else "h1", text=text) for at, text in enumerate(texts)),
        captured="2026-01-01T00:00:00Z",
        digest=f"sha256:{number:064x}",
    )


def asked(releases: Sequence[Release], source: random.Random) -> Iterator[str]:
    """Walk queries of one and two words that stand in some release."""
    for number in range(_QUERIES):
        text = source.choice(releases).blocks[-1].text
        words = [token.text for token in tokenize(text) if token.kind == "word" and len(token.text) > 4]
        if len(words) >= 2:
            yield " ".join(source.sample(words, 1 + number % 2))


def build_ours(fulltext: FullText, folder: Path, plain: Spent) -> Spent:
    build = spent(fulltext.update)
    print(f"ours      build {build}, {size_of(folder):.0f} MB; {build.ratio_to(plain)}", flush=True)
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


def fill(catalogue: Catalogue, releases: Iterable[Release]) -> None:
    """Put releases into a catalogue as an ingest does, without pairing them."""
    with catalogue.transaction():
        for release in releases:
            catalogue.add_release(release)
        catalogue.settle()


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
    after = os.times()
    own = after.user + after.system - before.user - before.system
    others = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(time.perf_counter() - clock, own, others)


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

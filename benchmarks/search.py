"""Speed of the full text beside others': ``python -m benchmarks.search [--releases 20000]``.

An archive of generated releases, Finnish and Swedish: sentences of the pages in tests/parsers/fresh, mixed anew, with
some of their words joined to new compounds and inflected, so that the vocabulary grows as real ones do. On it are
measured, in one process and one after the other, all by the processor's time:

- the build, ours and plain Whoosh's with its built-in analyser of each language, and their ratio;
- queries of one and two words: ours with facets, the sentence and its highlighting, Whoosh's bare;
- an update of one per cent of the releases, as a share of the build;
- SQLite's FTS5 and, where it is installed, tantivy, for orientation: neither knows a word's forms or its parts.
"""

from __future__ import annotations

import argparse
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


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--releases", type=int, default=20_000)
    arguments = parser.parse_args()
    source = random.Random(6)
    releases = list(generated(material(), arguments.releases, source))
    queries = list(asked(releases, source))
    with tempfile.TemporaryDirectory() as folder:
        plain_build, plain_search = measure_whoosh(releases, queries, Path(folder))
        measure_ours(releases, queries, Path(folder), plain_build, plain_search, source)
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


def measure_ours(
    releases: Sequence[Release],
    queries: Sequence[str],
    folder: Path,
    plain_build: float,
    plain_search: Sequence[float],
    source: random.Random,
) -> None:
    with Catalogue(folder / "catalogue.sqlite") as catalogue:
        fill(catalogue, releases)
        fulltext = FullText(folder / "index", catalogue)
        build = timed(lambda: fulltext.update())
        print(f"ours      build {build:.1f} s, {size_of(folder / 'index'):.0f} MB; ratio {build / plain_build:.2f}")
        again = timed(lambda: fulltext.rebuild())
        print(f"ours      build {again:.1f} s with the vocabulary in memory; ratio {again / plain_build:.2f}")
        for name, translate in (("own words", False), ("translated too", True)):
            times = [timed(lambda q=query, t=translate: fulltext.search(q, translate=t)) for query in queries]  # type: ignore[misc]
            ratio = p95(times) / p95(plain_search)
            print(f"ours      queries, {name}: {described(times)}; ratio of p95 {ratio:.2f}")
        fill(catalogue, map(_changed, source.sample(releases, len(releases) // 100)))
        update = timed(lambda: fulltext.update())
        print(f"ours      update of 1 %: {update:.2f} s, {100 * update / build:.1f} % of the build")
        fulltext.close()


def _changed(release: Release) -> Release:
    more = Block(type="p", text="Hakuaikaa on jatkettu ja määrärahaa lisätty.")
    return msgspec.structs.replace(release, blocks=(*release.blocks, more), captured="2026-02-01T00:00:00Z")


def fill(catalogue: Catalogue, releases: Iterable[Release]) -> None:
    """Put releases into a catalogue as an ingest does, without pairing them."""
    with catalogue.transaction():
        for release in releases:
            catalogue.add_release(release)
        catalogue.settle()


def measure_whoosh(releases: Sequence[Release], queries: Sequence[str], folder: Path) -> tuple[float, list[float]]:
    """Build and search with Whoosh as its documentation shows it; return the seconds."""
    where = folder / "plain"
    where.mkdir()
    schema = Schema(fi=TEXT(LanguageAnalyzer("fi"), phrase=True), sv=TEXT(LanguageAnalyzer("sv"), phrase=True))
    index = FileStorage(str(where)).create_index(schema)

    def build() -> None:
        writer = index.writer(limitmb=256)
        for release in releases:
            writer.add_document(**{str(release.language): text_of(release)})
        writer.commit()

    seconds = timed(build)
    print(f"Whoosh    build {seconds:.1f} s, {size_of(where):.0f} MB")
    parser = MultifieldParser(["fi", "sv"], schema)
    with index.searcher() as searcher:
        times = [timed(lambda q=query: searcher.search(parser.parse(q), limit=20)) for query in queries]  # type: ignore[misc]
    print(f"Whoosh    bare queries: {described(times)}")
    return seconds, times


def measure_fts5(releases: Sequence[Release], queries: Sequence[str]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")

    def build() -> None:
        database.executemany("INSERT INTO texts VALUES (?)", ((text_of(release),) for release in releases))

    print(f"FTS5      build {timed(build):.1f} s")
    sql = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
    quoted = [" ".join(f'"{word}"' for word in query.split()) for query in queries]
    times = [timed(lambda q=query: database.execute(sql, (q,)).fetchall()) for query in quoted]  # type: ignore[misc]
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
    times = [timed(lambda q=query: searcher.search(index.parse_query(q, ["text"]), 20)) for query in queries]  # type: ignore[misc]
    print(f"tantivy   queries: {described(times)}")


def text_of(release: Release) -> str:
    return "\n".join(block.text for block in release.blocks)


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

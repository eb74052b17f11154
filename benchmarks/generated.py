"""Releases of realistic words, as many as are wanted, and queries for them.

Finnish and Swedish: sentences of the pages in tests/parsers/fresh, mixed anew, with some of their words joined to new
compounds and inflected, so that the vocabulary grows as real ones do.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from index.catalogue import Catalogue
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


def fill(catalogue: Catalogue, releases: Iterable[Release]) -> None:
    """Put releases into a catalogue as an ingest does, without pairing them."""
    with catalogue.transaction():
        for release in releases:
            catalogue.add_release(release)
        catalogue.settle()

"""The test lists of the search, in `lists/`: written by people who had not seen the code, and read by all its tests."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from parsers.model import Language

LISTS = Path(__file__).parent / "lists"
LANGUAGES: tuple[Language, ...] = ("fi", "sv")
_SENTENCES: dict[Language, str] = {"fi": "Tämä on {} ja se.", "sv": "Det är {} och den."}


class WordForms(NamedTuple):
    """A word and its inflected forms; `domain` words are those of grants and administration."""

    lemma: str
    forms: tuple[str, ...]
    domain: bool


class Compound(NamedTuple):
    """An inflected compound, and the base forms of its parts."""

    word: str
    parts: tuple[str, ...]


class Spelling(NamedTuple):
    """A name or a number as a person types it, and as texts have it; `language` is None where it is of no language."""

    language: Language | None
    search: str
    forms: tuple[str, ...]


class Distinct(NamedTuple):
    """Two words that look alike: a search for the one does not find the other."""

    search: str
    other: str


class KnownItem(NamedTuple):
    """What a person would type who half remembers a release, in which language, and the release's address.

    `cross` tells that the text exists in the other language alone.
    """

    query: str
    language: Language
    url: str
    cross: bool


class Text(NamedTuple):
    """What a text made for the lists says: one form of a word, which is named after its base form."""

    language: Language
    name: str
    form: str


def texts(*, alike: Literal["search", "other"]) -> Iterator[Text]:
    """Give a text for every form of the lists, and of the words that look alike for the one or the other."""
    for language in LANGUAGES:
        for lemma, forms, _ in words(language):
            yield from (Text(language, lemma, form) for form in (lemma, *forms))
        yield from (Text(language, compound.word, compound.word) for compound in compounds(language))
        yield from (Text(language, word, word) for word in (getattr(pair, alike) for pair in distinct(language)))
    for spelling in (*names(), *numbers()):
        yield from spelled(spelling)


def spelled(spelling: Spelling) -> Iterator[Text]:
    """Give a text for every form of a name or number. Numbers are of no language: they stand in Finnish texts."""
    return (Text(spelling.language or "fi", spelling.search, form) for form in spelling.forms)


def sentence(text: Text) -> str:
    """Return a sentence with the form, of words that are too common to be found by."""
    return _SENTENCES[text.language].format(text.form)


def forms_wanted(language: Language) -> list[tuple[str, Text]]:
    """Return queries with the texts that they should find: every form of a word finds every form of it."""
    return [
        (query, Text(language, lemma, form))
        for lemma, forms, _ in words(language)
        for query in (lemma, *forms)
        for form in (lemma, *forms)
    ]


def parts_wanted(language: Language) -> list[tuple[str, Text]]:
    """The same for compounds: each part finds the whole."""
    return [(part, Text(language, word, word)) for word, parts in compounds(language) for part in parts]


def spellings_wanted(spellings: tuple[Spelling, ...]) -> list[tuple[str, Text]]:
    """The same for names or numbers: what is typed finds what is printed."""
    return [(spelling.search, text) for spelling in spellings for text in spelled(spelling)]


def share_found(label: str, wanted: list[tuple[str, Text]], find: Callable[[str], frozenset[Text]]) -> float:
    """Return how many of the wanted texts are found; print which are not."""
    judged = [(query, text, text in find(query)) for query, text in wanted]
    missed = [f"  {query} does not find {text.form!r}" for query, text, found in judged if not found]
    print(f"\n{label}: {len(judged) - len(missed)} of {len(judged)}", *missed, sep="\n")
    return 1 - len(missed) / len(judged)


def words(language: Language) -> tuple[WordForms, ...]:
    """Return the words of a language with their forms."""
    rows = _rows(f"{language}-words", "word")
    return tuple(WordForms(row["lemma"], tuple(row["forms"]), row["domain"]) for row in rows)


def compounds(language: Language) -> tuple[Compound, ...]:
    """Return the compounds of a language with their parts."""
    return tuple(Compound(row["word"], tuple(row["parts"])) for row in _rows(f"{language}-compounds", "compound"))


def names() -> tuple[Spelling, ...]:
    """Return names, abbreviations and hyphenated words of both languages."""
    return tuple(Spelling(row["language"], row["search"], tuple(row["forms"])) for row in _rows("names", "name"))


def numbers() -> tuple[Spelling, ...]:
    """Return sums, dates, case numbers and telephone numbers."""
    return tuple(Spelling(None, row["search"], tuple(row["forms"])) for row in _rows("numbers", "number"))


def distinct(language: Language) -> tuple[Distinct, ...]:
    """Return the pairs of like words of a language."""
    rows = _rows("distinct", "distinct")
    return tuple(Distinct(row["search"], row["other"]) for row in rows if row["language"] == language)


def known_items(*, shared: bool, second: bool = False) -> tuple[KnownItem, ...]:
    """Return the items of the sample site and the fresh pages, or those of the shared development corpus.

    The `second` set is across languages only.
    """
    rows = _rows(f"known-items{'-second' * second}{'-shared' * shared}", "item")
    return tuple(KnownItem(row["query"], row["language"], row["url"], row["cross"]) for row in rows)


@cache
def _rows(name: str, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((LISTS / f"{name}.toml").read_text("utf-8"))[key]
    return rows

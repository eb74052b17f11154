"""Each distinct word analysed once: the vocabulary of an archive, which lasts across runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from index.fulltext.analysis import english, finnish, swedish, voikko
from index.fulltext.analysis.terms import Terms, code_terms, number_terms
from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.language_data import load
from parsers.model import Language
from parsers.structs import from_msgpack

_ANALYSERS: dict[Language, Callable[[str], Terms]] = {
    "fi": finnish.analyse,
    "sv": swedish.analyse,
    "en": english.analyse,
}
_LIBRARIES = ("pyvoikko", "kfst-rs", "simplemma", "whoosh-reloaded")
_RULES = (finnish.VERSION, swedish.VERSION, english.VERSION)
# Which language's words are remembered as which other's; English needs no dictionary.
_ACROSS = (("fi", "sv"), ("sv", "fi"))
# Words beyond the archive's own, kept in this process: those of queries.
_PASSING_WORDS = 2**16

_NONE = Terms(())

Memory = dict[Language, dict[str, Terms]]


# Which file it is, when it was written, and how long it is.
_Stamp = tuple[int, int, int]


class WrittenTerms(dict[str, tuple[str, ...]]):
    """All terms of the words of one language's texts by how they are written there, kept once they were asked for."""

    def __init__(self, words: Words, language: Language) -> None:
        self._words = words
        self._language = language

    def __missing__(self, written: str) -> tuple[str, ...]:
        found = [self._words.terms(token, self._language).all for token in tokenize(written)]
        terms = self[written] = found[0] if len(found) == 1 else tuple(term for each in found for term in each)
        return terms


class _Saved(msgspec.Struct):
    version: str
    words: Memory
    across: Memory


class Words:
    """The terms of words in Finnish ("fi"), Swedish ("sv") and anything else ("en").

    With a file, it is the vocabulary of an archive: every word of its texts, analysed once and remembered across runs.
    A query is looked up in every language, so a word of one is remembered as the others would read it, too: loading a
    dictionary takes longer than a search.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._memory: Memory = {}
        self._across: Memory = {}
        self._saved_count = -1
        self._stamp: _Stamp | None = None
        # What the words of texts are indexed by, kept by who indexes them while a vocabulary lasts.
        self.shares: dict[Language, dict[str, tuple[tuple[str, float], ...]]] = {}
        self.written: dict[Language, WrittenTerms] = {}
        self.reload()

    @property
    def is_saved(self) -> bool:
        """Whether the file holds this vocabulary: it was there, undamaged, made by the same rules."""
        return self._saved_count == self._count()

    def terms(self, token: Token, language: Language) -> Terms:
        """Return the terms by which a token of a text in this language is found."""
        if token.kind == "number":
            return number_terms(token.text)
        if token.kind == "code":
            return code_terms(token.text)
        word = token.text
        return self._memory[language].get(word) or self._across[language].get(word) or _analyse(word, language)

    def learn(self, token: Token, language: Language) -> Terms:
        """Return the terms of a token that stands in a text of the archive, and take it into the vocabulary."""
        terms = self.terms(token, language)
        if token.kind == "word":
            self._memory[language][token.text] = terms
        return terms

    def beginning_with(self, letters: str, language: Language) -> frozenset[str]:
        """Return the base forms of the vocabulary's words that begin so in some form: "kunti" gives "kunta"."""
        memory = self._memory[language]
        return frozenset(term for word in memory if word.startswith(letters) for term in memory[word].whole)

    def vocabulary(self, languages: Iterable[Language]) -> Set[str]:
        """Return the words that stand in texts of some languages, as they are written there."""
        return {word for language in languages for word in self._memory[language]}

    def known(self, word: str, language: Language) -> Terms:
        """Return the terms of a word that stands in texts of a language, none where it does not."""
        return self._memory[language].get(word, _NONE)

    def save(self) -> None:
        """Write the vocabulary where it has grown."""
        if self._file is None or self.is_saved:
            return
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(self.packed())
        fresh.replace(self._file)
        self._saved_count = self._count()
        self._stamp = _stamp(self._file)

    def packed(self) -> bytes:
        """Return the vocabulary as the file has it."""
        self._learn_across()
        return msgspec.msgpack.encode(_Saved(version=analysis_version(), words=self._memory, across=self._across))

    def join(self, packed: bytes) -> None:
        """Take in the vocabulary that another process has made."""
        other = from_msgpack(packed, _Saved)
        for language in _ANALYSERS:
            self._memory[language] |= other.words[language]
            self._across[language] |= other.across[language]

    def forget(self) -> None:
        """Begin the vocabulary anew, for the texts of an index made anew."""
        self._memory = {language: {} for language in _ANALYSERS}
        self._across = {language: {} for language in _ANALYSERS}
        self.shares = {language: {} for language in _ANALYSERS}
        self.written = {language: WrittenTerms(self, language) for language in _ANALYSERS}
        self._saved_count = -1

    def reload(self) -> None:
        """Read the vocabulary as the file has it; one of other rules, or a damaged one, counts as none."""
        stamp = _stamp(self._file) if self._file else None
        if stamp and stamp == self._stamp and self.is_saved:
            return
        self.forget()
        if self._file is None:
            return
        try:
            saved = from_msgpack(self._file.read_bytes(), _Saved)
        except (FileNotFoundError, msgspec.DecodeError):
            return
        if saved.version == analysis_version():
            self._memory |= saved.words
            self._across |= saved.across
            self._saved_count = self._count()
            self._stamp = stamp

    def _learn_across(self) -> None:
        for own, other in _ACROSS:
            known = self._memory[other].keys() | self._across[other].keys()
            for word in self._memory[own].keys() - known:
                self._across[other][word] = _ANALYSERS[other](word)

    def _count(self) -> int:
        return sum(len(words) for words in self._memory.values())


def _stamp(file: Path) -> _Stamp | None:
    """Return what changes when a file is put in the place of another, None where there is none."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_PASSING_WORDS)
def _analyse(word: str, language: Language) -> Terms:
    return _ANALYSERS[language](word)


@cache
def analysis_version() -> str:
    """Return what changes when words may be analysed differently."""
    return " ".join([*_RULES, voikko.backend(), *(f"{name}={version(name)}" for name in _LIBRARIES)])


def language_of(language: Language | None) -> Language:
    """Return which analysis a text goes through: its own language's, English where that is another or unknown."""
    return language if language in _ANALYSERS else "en"


@cache
def stop_words(language: Language) -> frozenset[str]:
    """Return the words of a language that are too common to be looked for."""
    return frozenset(load(language)["stop_words"])

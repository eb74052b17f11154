"""The words of a query in the other language: by the glossary, the dictionary and what was learned from the pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from whoosh.lang.snowball.swedish import SwedishStemmer

from index.catalogue import Catalogue
from index.catalogue.records import digest
from index.dictionary import dictionary
from index.fulltext.analysis.terms import Terms
from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.analysis.words import Words
from index.fulltext.query.nodes import All, Any, Node, Phrase, Word
from index.terms import learned_terms, learned_words
from parsers.model import Language
from parsers.structs import from_msgpack

_OTHER: dict[Language, Language] = {"fi": "sv", "sv": "fi"}
_GLOSSARIES = ("field.tsv", "general.tsv")
# Translations of one word; a dictionary has many for short ones.
_MOST_CHOICES = 8
_MOST_PARTS = 4
# How a part of a compound may differ from its base form: "valtion", "osaamis".
_LIKE_START, _LIKE_LENGTH = 3, 3

_stemmer = SwedishStemmer()

Table = dict[str, tuple[str, ...]]


class Tables(msgspec.Struct, frozen=True):
    """What words mean in the other language, by their base forms; words of a term are joined by spaces.

    `made_of` changes whenever the tables would.
    """

    made_of: str = ""
    fi: Table = {}
    sv: Table = {}

    def save(self, file: Path) -> None:
        fresh = file.with_suffix(".new")
        fresh.write_bytes(msgspec.msgpack.encode(self))
        fresh.replace(file)

    @classmethod
    def load(cls, file: Path) -> Tables:
        """Read the tables. Raises OSError or DecodeError where they are not there or damaged."""
        return from_msgpack(file.read_bytes(), cls)


def made_of(catalogue: Catalogue) -> str:
    """Return what the tables of a catalogue follow from."""
    terms = learned_terms(catalogue)
    return digest(_glossary_digest(), *((terms.sample, terms.dictionary or "") if terms else ()))


def make_tables(catalogue: Catalogue) -> Tables:
    """Return the tables: the glossary first, then what was learned, then the dictionary the pairs were aligned with."""
    terms = learned_terms(catalogue)
    found = dictionary() if terms and terms.dictionary else None
    pairs = [*_glossary(), *learned_words(catalogue), *(found.pairs if found else ())]
    return Tables(
        made_of(catalogue),
        _table((fi, sv) for fi, sv in pairs),
        _table(((sv, fi) for fi, sv in pairs), stem=True),
    )


class Translator:
    """Says words and phrases of a query in the other language."""

    def __init__(self, tables: Tables, words: Words) -> None:
        self._tables: Mapping[Language, Table] = {"fi": tables.fi, "sv": tables.sv}
        self._words = words
        self.translate = cache(self._translate)

    def _translate(self, node: Word | Phrase, language: Language) -> Node | None:
        """Return what to look for in texts of a language for a word or phrase of the other one, None for nothing."""
        source = _OTHER.get(language)
        if source is None:
            return None
        choices = self._word(node.token, source) if isinstance(node, Word) else self._phrase(node.tokens, source)
        return _any(choices)

    def _word(self, token: Token, source: Language) -> list[Node]:
        if token.kind != "word":
            return []
        terms = self._words.terms(token, source)
        table = self._tables[source]
        found = _nodes(term for whole in terms.whole for term in table.get(whole, ()))
        parts = next(filter(None, (self._cover(whole, terms, table, bool(found)) for whole in terms.whole)), None)
        # A compound that the glossary has may still be said part by part: lentoreitti, flygrutt, flyglinje.
        if parts:
            found.append(All(tuple(filter(None, (_any(_nodes(choices)) for choices in parts)))))
        return found

    def _phrase(self, tokens: Sequence[Token], source: Language) -> list[Node]:
        firsts = [self._words.terms(token, source).whole[:1] for token in tokens]
        name = " ".join(term for first in firsts for term in first)
        return _nodes(self._tables[source].get(name, ()))

    def _cover(
        self, whole: str, terms: Terms, table: Table, apart: bool = False, most: int = _MOST_PARTS
    ) -> list[tuple[str, ...]]:
        """Return the translations of the parts that a compound consists of, nothing where some part has none.

        `apart` takes it apart even where it has a translation as a whole.
        """
        known = sorted((part for part in terms.parts if part in table), key=len, reverse=True)
        if not apart:
            if whole in table:
                return [table[whole]]
            if like := next((part for part in known if _is_form(whole, part)), None):
                return [table[like]]
        for last in known:
            if most > 1 and whole.endswith(last) and len(last) < len(whole):
                front = self._cover(whole.removesuffix(last), terms, table, most=most - 1)
                if front:
                    return [*front, table[last]]
        return []


def _is_form(written: str, base: str) -> bool:
    """Whether a part of a compound as written may be a form of a base form.

    >>> _is_form("valtion", "valtio"), _is_form("osaamis", "osaaminen"), _is_form("valtionavustus", "valtio")
    (True, True, False)
    """
    alike = next((at for at, (one, other) in enumerate(zip(written, base, strict=False)) if one != other), None)
    shared = min(len(written), len(base)) if alike is None else alike
    return abs(len(written) - len(base)) <= _LIKE_LENGTH and shared >= max(_LIKE_START, len(base) - _LIKE_LENGTH)


def _nodes(terms: Iterable[str]) -> list[Node]:
    found: list[Node] = []
    for term in list(dict.fromkeys(terms))[:_MOST_CHOICES]:
        tokens = tuple(tokenize(term))
        found += [Phrase(tokens)] if len(tokens) > 1 else [Word(token) for token in tokens]
    return found


def _any(choices: Sequence[Node]) -> Node | None:
    return (Any(tuple(choices)) if len(choices) > 1 else choices[0]) if choices else None


def _table(pairs: Iterable[tuple[str, str]], *, stem: bool = False) -> Table:
    found: dict[str, dict[str, None]] = {}
    for own, other in pairs:
        key = " ".join(_key(word, stem) for word in own.lower().split())
        found.setdefault(key, {})[other.lower()] = None
    return {key: tuple(others) for key, others in found.items()}


def _key(base: str, stem: bool) -> str:
    """Return the term that the analysis gives for a base form: Finnish as it is, Swedish its stem."""
    plain = base.replace("-", "")
    return _stemmer.stem(plain) if stem else plain


@cache
def _glossary_digest() -> str:
    return digest(*(f"{fi}\t{sv}" for fi, sv in _glossary()))


@cache
def _glossary() -> tuple[tuple[str, str], ...]:
    """Return the pairs that texts are aligned with, then those that only the search knows."""
    folder = files("parsers.language_data").joinpath("glossary")
    own = sorted(files("index.fulltext.language_data").joinpath("glossary").iterdir(), key=lambda file: file.name)
    lists = [*map(folder.joinpath, _GLOSSARIES), *own]
    lines = [line for file in lists for line in file.read_text("utf-8").splitlines()]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((fi, sv) for fi, sv in rows)

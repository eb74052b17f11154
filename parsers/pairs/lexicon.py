"""The bilingual word list: Finnish and Swedish terms that mean the same, matched in any inflection and in compounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.pairs.lemmas import base_forms, finnish_parts, swedish_splits, words_of

_NO_KEYS: frozenset[int] = frozenset()
_CACHED_WORDS = 300_000
_MOST_PARTS = 4
# What a word that nearly every release has counts, against 1 for others.
_COMMON = 0.3


class Token(NamedTuple):
    """A word as it is compared: its base form, and the numbers of the pairs in the word list that it is a side of.

    A Finnish and a Swedish token say the same if they share a key. `weight` is less than 1 for what nearly every
    release says, and 0 for words of grammar.
    """

    name: str
    keys: frozenset[int] = _NO_KEYS
    weight: float = 1.0


def in_order(tokens: Iterable[Token]) -> list[Token]:
    """Return tokens in one order whatever set they come from: sets of strings differ from run to run."""
    return sorted(tokens, key=lambda token: (token.name, sorted(token.keys)))


class _Phrase(NamedTuple):
    """A term of several words: the possible base forms of each, and the number of its pair."""

    term: str
    words: tuple[tuple[str, ...], ...]
    key: int

    def begins(self, forms: Sequence[tuple[str, ...]]) -> bool:
        ours = zip(self.words, forms, strict=False)
        return len(forms) >= len(self.words) and all(not set(word).isdisjoint(here) for word, here in ours)


class Lexicon:
    """Pairs of terms in base form, a term being one word or several.

    `weights` are those of terms that count less than others, in either language; `endings` are those to take off a
    word that is in no known form, by language. `words` are further pairs, whose single words are in base form to the
    letter, so that they need not be analysed.
    """

    def __init__(
        self,
        pairs: Iterable[tuple[str, str]],
        weights: Mapping[str, float] | None = None,
        endings: Mapping[str, Sequence[str]] | None = None,
        words: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._words: dict[str, dict[str, frozenset[int]]] = {"fi": {}, "sv": {}}
        self._phrases: dict[str, dict[str, list[_Phrase]]] = {"fi": defaultdict(list), "sv": defaultdict(list)}
        self._cache: dict[tuple[str, str], tuple[Token, ...]] = {}
        self._weights: dict[int, float] = {}
        self._endings = endings or {}
        given = weights or {}
        known = dict.fromkeys(pairs, False)
        for key, ((fi, sv), is_base) in enumerate((dict.fromkeys(words, True) | known).items()):
            self._add("fi", fi, key, is_base)
            self._add("sv", sv, key, is_base)
            self._weights[key] = min(given.get(fi, 1.0), given.get(sv, 1.0))

    def tokens(self, word: str, language: str) -> tuple[Token, ...]:
        """Return what a written word is compared by: itself, or the parts of a compound that the list lacks whole.

        Of a language that the list does not have, words stand for themselves.
        """
        if language not in self._words:
            return (Token(word.lower()),)
        at = (word, language)
        if at not in self._cache:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            self._cache[at] = self._read(word, language)
        return self._cache[at]

    def knows(self, fi: str, sv: str) -> bool:
        """Whether both of two words in base form are in the list, be it as translations of each other or not."""
        return fi in self._words["fi"] and sv in self._words["sv"]

    def phrases(self, words: Sequence[str], language: str) -> list[Token]:
        """Return the terms of several words that occur in a row of written words."""
        if language not in self._phrases:
            return []
        forms = [base_forms(word, language) for word in words]
        keys: dict[str, frozenset[int]] = defaultdict(frozenset)
        for at, here in enumerate(forms):
            for phrase in (phrase for form in here for phrase in self._phrases[language].get(form, ())):
                if phrase.begins(forms[at:]):
                    keys[phrase.term] |= {phrase.key}
        return [self._token(name, own) for name, own in keys.items()]

    def _add(self, language: str, term: str, key: int, is_base: bool) -> None:
        if is_base and " " not in term:
            self._words[language][term] = self._words[language].get(term, _NO_KEYS) | {key}
            return
        words = tuple(base_forms(word, language) for word in words_of(term))
        if len(words) > 1:
            phrase = _Phrase(term, words, key)
            for form in words[0]:
                self._phrases[language][form].append(phrase)
            return
        known = self._words[language]
        for form in {term, term if term in words[0] else words[0][0]}:
            known[form] = known.get(form, _NO_KEYS) | {key}

    def _read(self, word: str, language: str) -> tuple[Token, ...]:
        forms = self._forms(word, language)
        keys = _NO_KEYS.union(*(self._words[language].get(form, _NO_KEYS) for form in forms))
        parts = self._finnish_parts(word) if language == "fi" else self._swedish_parts(forms[0])
        if keys:
            return (self._token(forms[0], keys, keys.union(*(part.keys for part in parts))),)
        return parts if any(part.keys for part in parts) else (Token(forms[0]),)

    def _forms(self, word: str, language: str) -> tuple[str, ...]:
        forms, known = base_forms(word, language), self._words[language]
        if any(form in known for form in forms):
            return forms
        endings = (ending for ending in self._endings.get(language, ()) if forms[-1].endswith(ending))
        bare = (forms[-1].removesuffix(ending) for ending in endings)
        return next(((form, *forms) for form in bare if form in known), forms)

    def _token(self, name: str, own: frozenset[int], keys: frozenset[int] | None = None) -> Token:
        """A token that means `keys`, and weighs what the word itself does: `own` are its keys without its parts'."""
        weight = min((self._weights[key] for key in own), default=1.0)
        return Token(name, own if keys is None else keys, weight)

    def _finnish_parts(self, word: str) -> tuple[Token, ...]:
        """The longest runs of parts that are terms; a part that is in none stays as a token of its own."""
        known, parts, tokens, at = self._words["fi"], finnish_parts(word), [], 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                name = "".join(form for form, _ in parts[at : end - 1]) + parts[end - 1][1]
                if name in known or end == at + 1:
                    tokens.append(self._token(name, known.get(name, _NO_KEYS)))
                    at = end
                    break
        return tuple(tokens)

    def _swedish_parts(self, word: str, depth: int = _MOST_PARTS) -> tuple[Token, ...]:
        """The longest first part that is a term and what follows it; failing that, the longest known last part."""
        known = self._words["sv"]
        splits = swedish_splits(word) if depth else []
        for first, rest in splits:
            keys = known.get(first) or known.get(first + "a") or known.get(first + "e")
            tail = self._tail(rest, depth) if keys else ()
            if keys and tail:
                return (self._token(first, keys), *tail)
        for first, rest in reversed(splits):
            if known.get(rest):
                return (Token(first), self._token(rest, known[rest]))
        return ()

    def _tail(self, rest: str, depth: int) -> tuple[Token, ...]:
        base = _base(rest, "sv")
        if keys := self._words["sv"].get(base):
            return (self._token(base, keys),)
        return self._swedish_parts(rest, depth - 1)


@cache
def glossary() -> Lexicon:
    """Return the word list made by hand: the terms of this field, and common words of official prose."""
    return word_list(())


@lru_cache(maxsize=4)
def word_list(more: tuple[tuple[str, str], ...]) -> Lexicon:
    """Return the word list made by hand with `more` pairs, whose words are in base form."""
    pairs = (line.split("\t") for name in ("field.tsv", "general.tsv") for line in _lines(name))
    weights = dict.fromkeys(_lines("common.txt"), _COMMON) | dict.fromkeys(_lines("function.txt"), 0.0)
    endings = {language: _lines(f"endings.{language}.txt") for language in ("fi", "sv")}
    return Lexicon(((fi, sv) for fi, sv in pairs), weights, endings, more)


def _lines(name: str) -> list[str]:
    text = files("parsers.language_data").joinpath("glossary", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _base(word: str, language: str) -> str:
    forms = base_forms(word, language)
    return word if word in forms else forms[0]

"""What a query finds in a snapshot: documents with scores."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import add

from index.fulltext.analysis.tokens import Token
from index.fulltext.analysis.words import Words, stop_words
from index.fulltext.columns import Columns
from index.fulltext.query.nodes import All, Any, Condition, Days, Node, Phrase, Prefix, Word
from index.fulltext.query.translation import Translator
from index.fulltext.schema import TEXT_FIELDS
from index.fulltext.snapshot import Scores, Snapshot
from parsers.model import Language
from parsers.problems import Problem

# How much a looser match counts, a phrase beside its words, and a word of the other language.
_RELATED = 0.5
_PHRASE = 1.5
_TRANSLATED = 0.4
# How much a year counts in a text that was published in it and does not say so.
_PUBLISHED = 0.3
_MOST_TERMS = 2000
# Of so many words, one may be missing in a text of the other language if it has no translation.
_WORDS_FOR_ONE_MISSING = 3
# "kirjastot 2021": from the first press release on the web to the end of this century
_YEAR = re.compile(r"199\d|20\d\d")


class Evaluator:
    """Looks a query up in the texts of some languages, with a translator also by the words' translations.

    What has been found `beside` is not looked for again. All scores are times the `weight`.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        columns: Columns,
        words: Words,
        languages: Sequence[Language],
        translator: Translator | None = None,
        beside: Evaluator | None = None,
        weight: float = 1.0,
    ) -> None:
        self._snapshot = snapshot
        self._columns = columns
        self._words = words
        self._languages = languages
        self._translator = translator
        self._weight = weight
        self._nodes: dict[Node, Scores] = {}
        self._found: dict[object, Scores] = {} if beside is None else beside._found

    def scores(self, node: Node) -> Scores:
        """Return the documents that a query finds, with their scores. Raises Problem for a query too wide."""
        if self.is_common(node):
            raise Problem("{query}: too common a word to look for; add another", query=str(node))
        return self._scores(node)

    def is_common(self, node: Node) -> bool:
        """Whether a query consists of words that are too common in each of the languages."""
        if isinstance(node, Word):
            return all(node.token.text in stop_words(language) for language in self._languages)
        if isinstance(node, Phrase):
            return all(not self._rare(node.tokens, language) for language in self._languages)
        return isinstance(node, All) and bool(node.wanted) and all(self.is_common(child) for child in node.wanted)

    def _scores(self, node: Node) -> Scores:
        if node not in self._nodes:
            self._nodes[node] = self._looked_up(node)
        return self._nodes[node]

    def _looked_up(self, node: Node) -> Scores:
        match node:
            case Word(token):
                return best([self._word(token), *self._translated(node)])
            case Phrase(tokens):
                found = (self._phrase(tokens, language) for language in self._languages)
                return best([*found, *self._translated(node)])
            case Prefix(letters):
                return best(self._prefix(letters, language) for language in self._languages)
            case Any(choices):
                return total(self._scores(choice) for choice in choices)
            case All(wanted, unwanted):
                return self._all(wanted, unwanted)
            case _:
                test = self._columns.test(node)
                return {number: 0.0 for number in self._snapshot.documents if test(number)}

    def _all(self, wanted: Sequence[Node], unwanted: Sequence[Node]) -> Scores:
        """Words too common in one of the languages are not asked for: that language's texts do not have them."""
        tests = [self._columns.test(node) for node in wanted if isinstance(node, Condition)]
        words = [node for node in wanted if not isinstance(node, Condition)]
        asked = [node for node in words if not self._is_common_somewhere(node)] or words
        found = self._common(asked) if asked else dict.fromkeys(self._snapshot.documents, 0.0)
        for test in tests:
            found = {number: score for number, score in found.items() if test(number)}
        excluded: set[int] = set().union(*(self._scores(node) for node in unwanted))
        return {number: score for number, score in found.items() if number not in excluded} if excluded else found

    def _common(self, asked: Sequence[Node]) -> Scores:
        """Return what all find; a text in the other language may lack a few words that have no translation.

        Where nothing has all words, these may be any.
        """
        found = [self._among_others(node) for node in asked] if len(asked) > 1 else [self._scores(asked[0])]
        missing = len(asked) // _WORDS_FOR_ONE_MISSING if self._translator else 0
        both = zip(asked, found, strict=True)
        known = [scores for node, scores in both if not scores or not self._is_untranslatable(node)]
        if 0 < len(found) - len(known) <= missing:
            return best([common(found), _weakened(common(known))])
        return common(found) or (self._nearly_common(asked, found, missing) if missing else {})

    def _among_others(self, node: Node) -> Scores:
        """Return what a word finds beside others: a year, also the texts published in it, which need not say so."""
        found = self._scores(node)
        if not isinstance(node, Word) or node.token.kind != "number" or not _YEAR.fullmatch(node.token.text):
            return found
        year = int(node.token.text)
        published = self._scores(Days("published", date(year, 1, 1), date(year, 12, 31)))
        worth = self._snapshot.rarity(len(published)) * _PUBLISHED * self._weight
        return best([dict.fromkeys(published, worth), found])

    def _nearly_common(self, asked: Sequence[Node], found: Sequence[Scores], missing: int) -> Scores:
        """Where no text has all words: the texts of the other language that have all but a few, by translation."""
        literal = Evaluator(self._snapshot, self._columns, self._words, self._languages, beside=self)
        counts: Counter[int] = Counter(number for scores in found for number in scores)
        near = {number for number, count in counts.items() if count >= len(found) - missing}
        both = list(zip(found, (literal._among_others(node) for node in asked), strict=True))
        translated = {number for scores, own in both for number in near.intersection(scores) if number not in own}
        return _weakened({n: sum(scores.get(n, 0.0) for scores in found) for n in translated})

    def _is_untranslatable(self, node: Node) -> bool:
        if self._translator is None or not isinstance(node, Word) or node.token.kind != "word":
            return False
        return not any(self._translator.translate(node, language) for language in self._languages)

    def _is_common_somewhere(self, node: Node) -> bool:
        return isinstance(node, Word) and any(node.token.text in stop_words(language) for language in self._languages)

    def _translated(self, node: Word | Phrase) -> Iterable[Scores]:
        """Yield what the translations of a word or phrase find, each in the texts of its own language alone."""
        if self._translator is not None:
            for language in self._languages:
                if translation := self._translator.translate(node, language):
                    yield self._alone(language)._scores(translation)

    def _alone(self, language: Language) -> Evaluator:
        weight = self._weight * _TRANSLATED
        return Evaluator(self._snapshot, self._columns, self._words, [language], beside=self, weight=weight)

    def _word(self, token: Token) -> Scores:
        """The best of the word's readings in all languages counts: a pair is no better for saying it twice."""
        key = (token.text, token.kind, self._weight, *self._languages)
        if key not in self._found:
            self._found[key] = best(
                self._snapshot.scores(TEXT_FIELDS[language], term, share)
                for language in self._languages
                for term, share in self._shares(token, language)
            )
        return self._found[key]

    def _shares(self, token: Token, language: Language) -> list[tuple[str, float]]:
        if token.text in stop_words(language):
            return []
        terms, weight = self._words.terms(token, language), self._weight
        return [(term, weight) for term in terms.whole] + [(term, weight * _RELATED) for term in terms.related]

    def _phrase(self, tokens: Sequence[Token], language: Language) -> Scores:
        rare = self._rare(tokens, language)
        if not rare:
            return {}
        held = set.intersection(*(self._holders(token, language) for _, token in rare))
        places = [(offset, self._positions(token, language, held)) for offset, token in rare] if held else []
        found = [number for number in held if _in_a_row([(offset, positions[number]) for offset, positions in places])]
        words = total(self._word(token) for _, token in rare)
        return {number: words.get(number, 0.0) * _PHRASE for number in found}

    def _rare(self, tokens: Sequence[Token], language: Language) -> list[tuple[int, Token]]:
        """Return the words of a phrase that the language's texts are indexed by, with their places in it."""
        return [(offset, token) for offset, token in enumerate(tokens) if token.text not in stop_words(language)]

    def _holders(self, token: Token, language: Language) -> set[int]:
        field = TEXT_FIELDS[language]
        return {number for term, _ in self._shares(token, language) for number in self._snapshot.holders(field, term)}

    def _positions(self, token: Token, language: Language, wanted: set[int]) -> dict[int, list[array[int]]]:
        found: dict[int, list[array[int]]] = {}
        for term, _ in self._shares(token, language):
            for number, positions in self._snapshot.positions(TEXT_FIELDS[language], term, wanted).items():
                found.setdefault(number, []).append(positions)
        return found

    def _prefix(self, letters: str, language: Language) -> Scores:
        """Find the terms that begin so, and the base forms of words that do."""
        field = TEXT_FIELDS[language]
        terms = {*self._snapshot.beginning_with(field, letters), *self._words.beginning_with(letters, language)}
        if len(terms) > _MOST_TERMS:
            raise Problem("{query}: too many words begin so; write more letters", query=letters + "*")
        holders = {number for term in terms for number in self._snapshot.holders(field, term)}
        return dict.fromkeys(holders, self._snapshot.rarity(len(holders)) * self._weight)


def best(found: Iterable[Scores]) -> Scores:
    """Return for each document its best score.

    >>> best([{1: 0.5, 2: 1.0}, {1: 2.0}])
    {1: 2.0, 2: 1.0}
    """
    return _joined(found, max)


def total(found: Iterable[Scores]) -> Scores:
    """Return for each document the sum of its scores.

    >>> total([{1: 0.5, 2: 1.0}, {1: 2.0}])
    {1: 2.5, 2: 1.0}
    """
    return _joined(found, add)


def common(found: Iterable[Scores]) -> Scores:
    """Return the sums of scores for the documents that are in all of them.

    >>> common([{1: 0.5, 2: 1.0}, {1: 2.0}])
    {1: 2.5}
    """
    smallest, *others = sorted(found, key=len)
    for scores in others:
        smallest = {number: smallest[number] + scores[number] for number in smallest.keys() & scores.keys()}
    return smallest


def _joined(found: Iterable[Scores], join: Callable[[float, float], float]) -> Scores:
    """Return the documents of all, their scores joined. Few are in several: the rest are taken without a look."""
    some = list(filter(None, found))
    if len(some) < 2:
        return some[0] if some else {}
    joined = dict(some[0])
    for scores in some[1:]:
        both = joined.keys() & scores.keys()
        anew = dict(zip(both, map(join, map(joined.__getitem__, both), map(scores.__getitem__, both)), strict=True))
        joined.update(scores)
        joined.update(anew)
    return joined


def _weakened(found: Scores) -> Scores:
    return {number: score * _TRANSLATED for number, score in found.items()}


def _in_a_row(places: Sequence[tuple[int, Sequence[array[int]]]]) -> bool:
    """Whether the words of a phrase stand in one text at their distances from each other."""
    starts = [{position - offset for positions in group for position in positions} for offset, group in places]
    return bool(set.intersection(*starts))

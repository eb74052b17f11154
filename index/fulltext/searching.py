"""A search in the index as it is at one moment: from the tree of a query to hits, facets and suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.catalogue import Catalogue
from index.filters import Filter
from index.fulltext.analysis.words import Words, stop_words
from index.fulltext.columns import Columns
from index.fulltext.display import Display
from index.fulltext.query.evaluation import Evaluator
from index.fulltext.query.nodes import Leaf, Node, Prefix, Word, leaves
from index.fulltext.query.parser import normal
from index.fulltext.query.translation import Translator
from index.fulltext.results import Hit, SearchResult, Translation
from index.fulltext.schema import TEXT_FIELDS
from index.fulltext.selection import Sort, conditions_of, in_order, select
from index.fulltext.similar import similar
from index.fulltext.snapshot import Scores, Snapshot
from index.fulltext.store import Store
from index.fulltext.suggesting import suggest, words_in
from parsers.model import Language

# What is found only by words of the other language counts less than the least of what the query's own words find.
_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the documents found are shown, in what order, and in which language rather."""

    conditions: Filter
    sort: Sort
    reverse: bool
    limit: int
    offset: int
    prefer: Language | None


class Searcher:
    """Searches one generation of the index on one day."""

    def __init__(self, store: Store, catalogue: Catalogue, words: Words, today: date) -> None:
        identity = store.identity()
        self.identity = (identity, today)
        self._store = store
        self._catalogue = catalogue
        self._words = words
        self._snapshot = Snapshot(store.index().reader(), identity)
        self._columns = Columns(self._snapshot, today)

    def search(self, query: str, node: Node, page: Page, translate: bool) -> SearchResult:
        """Return what a query finds, the texts that only translations find behind the others."""
        languages: list[Language] = (
            [page.conditions.language] if page.conditions.language in TEXT_FIELDS else list(TEXT_FIELDS)
        )
        translator = self._translator if translate else None
        evaluator = self._evaluator(languages)
        literal = evaluator.scores(node)
        if translator:
            evaluator = self._evaluator(languages, translator, evaluator)
        found = _below(literal, evaluator.scores(node)) if translator else literal
        selected = select(self._columns, found, conditions_of(page.conditions))
        display = self._display(leaves(node), page, translator)
        return SearchResult(
            hits=tuple(self._hits(selected, page, display, literal)),
            total=len(selected),
            facets=self._columns.facets(selected),
            understood=str(node),
            translations=tuple(_translations(leaves(node), translator, languages)),
            translated=len(selected.keys() - literal.keys()),
            suggestion=self._suggestion(normal(query), node, languages, evaluator),
        )

    def like(self, release_id: str, page: Page) -> SearchResult:
        """Return the works that share the telling words of a release's work, without itself."""
        own = self._catalogue.find(release_id).id
        releases = [self._catalogue.release(one) for one in sorted({own, *self._catalogue.versions(own)})]
        found = similar(self._snapshot, releases, self._words, self._catalogue.attachment_text)
        # Nothing is more like a text than itself: it is the first, or near.
        itself = next((number for number in sorted(found, key=lambda n: -found[n]) if own in self._ids(number)), None)
        found.pop(itself if itself is not None else -1, None)
        selected = select(self._columns, found, conditions_of(page.conditions))
        return SearchResult(
            hits=tuple(self._hits(selected, page, self._display([], page, None), selected)),
            total=len(selected),
            facets=self._columns.facets(selected),
        )

    def close(self) -> None:
        self._snapshot.close()

    @cached_property
    def _translator(self) -> Translator:
        return Translator(self._store.tables(), self._words)

    def _evaluator(
        self, languages: Sequence[Language], translator: Translator | None = None, beside: Evaluator | None = None
    ) -> Evaluator:
        return Evaluator(self._snapshot, self._columns, self._words, languages, translator, beside)

    def _display(self, wanted: Sequence[Leaf], page: Page, translator: Translator | None) -> Display:
        only, prefer = page.conditions.language, page.prefer
        return Display(self._catalogue, self._words, wanted, only=only, prefer=prefer, translator=translator)

    def _hits(self, found: Scores, page: Page, display: Display, literal: Scores) -> Iterator[Hit]:
        numbers = in_order(self._columns, found, page.sort, page.reverse, page.offset + page.limit)[page.offset :]
        for rank, number in enumerate(numbers, start=page.offset + 1):
            yield display.hit(rank, found[number], self._ids(number), is_translated=number not in literal)

    def _ids(self, number: int) -> tuple[str, ...]:
        return self._snapshot.work(number).releases

    def _suggestion(self, query: str, node: Node, languages: Sequence[Language], evaluator: Evaluator) -> str | None:
        """Return the query with other words for those that are in no text in any way."""
        unknown = [
            token
            for token in words_in(node)
            if token.kind == "word"
            and not any(token.text in stop_words(language) for language in languages)
            and not evaluator.scores(Word(token))
        ]
        if not unknown:
            return None
        vocabulary = self._words.vocabulary(languages)
        return suggest(query, unknown, vocabulary, self._frequency)

    def _frequency(self, word: str) -> int:
        """Return how many texts have a word of the vocabulary, in any of its forms."""
        return max(
            self._snapshot.holder_count(TEXT_FIELDS[language], term)
            for language in TEXT_FIELDS
            for term in self._words.known(word, language).whole or ("",)
        )


def _below(literal: Scores, found: Scores) -> Scores:
    """Return the scores of all documents found, those that only translations find below the others.

    >>> _below({1: 2.0}, {1: 3.0, 2: 6.0, 3: 3.0})
    {1: 2.0, 2: 1.0, 3: 0.5}
    """
    if not literal:
        return found
    others = {number: found[number] for number in found.keys() - literal.keys()}
    if not others:
        return literal
    share = min(literal.values()) * _BELOW / (max(others.values()) or 1.0)
    return literal | {number: score * share for number, score in others.items()}


def _translations(
    wanted: Sequence[Leaf], translator: Translator | None, languages: Sequence[Language]
) -> Iterator[Translation]:
    for leaf in wanted:
        for language in languages if translator and not isinstance(leaf, Prefix) else ():
            if translator and not isinstance(leaf, Prefix) and (node := translator.translate(leaf, language)):
                words = tuple(dict.fromkeys(str(other).strip('"') for other in leaves(node)))
                yield Translation(str(leaf), language, words)

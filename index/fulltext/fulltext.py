"""The full text of an archive: kept up to date with the catalogue, and searched."""

from __future__ import annotations

import logging
from pathlib import Path

from index.catalogue import Catalogue
from index.filters import Filter
from index.fulltext.display import Display
from index.fulltext.query.evaluation import Evaluator
from index.fulltext.query.nodes import Node, leaves
from index.fulltext.query.parser import parse
from index.fulltext.results import SearchResult
from index.fulltext.schema import TEXT_FIELDS
from index.fulltext.selection import best_first, select
from index.fulltext.snapshot import Snapshot
from index.fulltext.store import IndexBusyError, Progress, Store
from parsers.model import Language
from parsers.problems import Problem

_ALL = Filter()

_log = logging.getLogger(__name__)


class FullText:
    """The index in `folder` over a catalogue. Whatever is wrong with the index, it is made anew from the catalogue."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._store = Store(folder)
        self._catalogue = catalogue
        self._words = self._store.words()
        self._snapshot: Snapshot | None = None

    def update(self, progress: Progress | None = None) -> int:
        """Write what has changed in the catalogue since the last time; return how many works that were."""
        if self._words.is_saved and self._store.is_current(self._catalogue):
            return 0
        return self._store.update(self._catalogue, self._words, progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make the index anew; return how many works it holds."""
        return self._store.rebuild(self._catalogue, self._words, progress)

    def search(
        self,
        query: str,
        conditions: Filter = _ALL,
        *,
        limit: int = 20,
        offset: int = 0,
        prefer: Language | None = None,
    ) -> SearchResult:
        """Return at most `limit` hits from `offset` on, the best first, of equals the newest.

        `conditions` narrow what is found; with a language, only texts in it are searched and shown. Of a pair, the
        version is shown in which more of the query stands, of equals the one in the language `prefer`. Raises Problem
        for a query that cannot be understood. The index is brought up to the catalogue first, unless another process is
        at it.
        """
        node = parse(query)
        self._catch_up()
        try:
            return self._search(node, conditions, limit, offset, prefer)
        except Problem:
            raise
        except Exception:
            # Whoosh has no exception for damage: anything may come out of a broken pickle or offset. A fault that is
            # not of the index comes back from the second attempt.
            _log.warning("the search index is damaged, made anew from the catalogue", exc_info=True)
            self.rebuild()
            return self._search(node, conditions, limit, offset, prefer)

    def close(self) -> None:
        """Let go of the index's files; the next search opens them again."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    def _search(self, node: Node, conditions: Filter, limit: int, offset: int, prefer: Language | None) -> SearchResult:
        snapshot = self._current()
        languages = [conditions.language] if conditions.language in TEXT_FIELDS else list(TEXT_FIELDS)
        found = select(snapshot, Evaluator(snapshot, self._words, languages).scores(node), conditions)
        display = Display(self._catalogue, self._words, leaves(node), conditions.language, prefer)
        page = best_first(snapshot, found, offset + limit)[offset:]
        hits = (
            display.hit(rank, found[number], snapshot.stored(number)["work"]["releases"])
            for rank, number in enumerate(page, start=offset + 1)
        )
        return SearchResult(tuple(hits), len(found))

    def _catch_up(self) -> None:
        try:
            self.update()
        except IndexBusyError:
            if not self._store.is_usable():
                raise

    def _current(self) -> Snapshot:
        """Return the index as it is now, read again only after a change."""
        identity = self._store.identity()
        if self._snapshot is None or self._snapshot.identity != identity:
            self.close()
            self._words.reload()
            self._snapshot = Snapshot(self._store.index().reader(), identity)
        return self._snapshot

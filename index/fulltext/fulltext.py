"""The full text of an archive: kept up to date with the catalogue, and searched."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from index.catalogue import Catalogue
from index.filters import Filter
from index.fulltext.analysis.words import Words
from index.fulltext.query.parser import parse
from index.fulltext.results import SearchResult
from index.fulltext.searching import Page, Searcher
from index.fulltext.selection import Sort
from index.fulltext.store import IndexBusyError, Store
from index.fulltext.writing import Progress
from parsers.model import Language
from parsers.problems import Problem

_ALL = Filter()

_log = logging.getLogger(__name__)

_Result = TypeVar("_Result")


class FullText:
    """The index in `folder` over a catalogue. Whatever is wrong with the index, it is made anew from the catalogue.

    It is brought up to the catalogue before each search, unless another process is at it; readers in other processes
    go on with what there was. One that does not `catch_up` leaves that to writers, which fail where another is at it.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, *, catch_up: bool = True) -> None:
        self._store = Store(folder)
        self._catches_up = catch_up
        self._catalogue = catalogue
        self._words: Words = self._store.words()
        self._searcher: Searcher | None = None

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
        sort: Sort = "relevance",
        reverse: bool = False,
        limit: int = 20,
        offset: int = 0,
        prefer: Language | None = None,
        translate: bool = True,
        today: date | None = None,
    ) -> SearchResult:
        """Return at most `limit` hits from `offset` on, sorted as `index.fulltext.selection.in_order` tells.

        `query` is as docs/searching.md has it; ``*`` finds everything. `conditions` narrow what is found; with a
        language, only texts in it are searched and shown. Of a text in several languages, the version is shown in which
        more of the query stands, of equals the one in the language `prefer`. With `translate`, texts that only words of
        the other language find come behind the others. `today` is the day that statuses and words such as "today"
        mean, the current one by default. Raises Problem for a query that cannot be understood.
        """
        day = today or date.today()
        node = parse(query, day)
        page = Page(conditions, sort, reverse, limit, offset, prefer)
        return self._with_searcher(day, lambda searcher: searcher.search(query, node, page, translate))

    def like(
        self,
        release_id: str,
        conditions: Filter = _ALL,
        *,
        sort: Sort = "relevance",
        reverse: bool = False,
        limit: int = 20,
        offset: int = 0,
        prefer: Language | None = None,
        today: date | None = None,
    ) -> SearchResult:
        """Return the texts that have most in common with a release. Raises Problem where there is no such release."""
        page = Page(conditions, sort, reverse, limit, offset, prefer)
        return self._with_searcher(today or date.today(), lambda searcher: searcher.like(release_id, page))

    def close(self) -> None:
        """Let go of the index's files; the next search opens them again."""
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None

    def _with_searcher(self, day: date, ask: Callable[[Searcher], _Result]) -> _Result:
        if self._catches_up:
            self._catch_up()
        try:
            return ask(self._current(day))
        except Problem:
            raise
        except Exception:
            # Whoosh has no exception for damage: anything may come out of a broken pickle or offset. A fault that is
            # not of the index comes back from the second attempt.
            _log.warning("the search index is damaged, made anew from the catalogue", exc_info=True)
            self.rebuild()
            return ask(self._current(day))

    def _catch_up(self) -> None:
        try:
            self.update()
        except IndexBusyError:
            if not self._store.is_usable():
                raise

    def _current(self, day: date) -> Searcher:
        """Return the index as it is now, read again only after a change."""
        identity = (self._store.identity(), day)
        if self._searcher is None or self._searcher.identity != identity:
            self.close()
            self._words.reload()
            self._searcher = Searcher(self._store, self._catalogue, self._words, day)
        return self._searcher

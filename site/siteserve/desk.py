"""Answers from one archive, each from what it holds at that moment, while other processes may be writing to it."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

import msgspec

from index.archive import Archive
from index.catalogue import Catalogue
from index.fulltext import FullText, SearchResult, Sort
from index.fulltext.query.parser import parse
from index.fulltext.store import Progress
from parsers.model import Language
from parsers.problems import Problem
from siteserve.asking import Counting, Listing, Search

_READERS = 4
_REMEMBERED = 12
# A word that no archive has analysed yet, so that the dictionaries are opened for it.
_UNKNOWN = "hakuarkistolaisittain"

T = TypeVar("T")


class WrongQueryError(Exception):
    """What was asked for cannot be understood; `problem` is the sentence that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class UnavailableError(WrongQueryError):
    """The archive cannot be read at the moment; `problem` says why and what to do."""


class Desk:
    """Searches in a thread of its own, whose index is opened once; reads in others, each time from the file as it is.

    SQLite's connections belong to their thread, and pure Python gains nothing from searching in several.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._searching = _Searching(archive)
        self._searcher = ThreadPoolExecutor(1, "search")
        self._readers = ThreadPoolExecutor(_READERS, "read")
        self._remembered: OrderedDict[object, Any] = OrderedDict()
        self._lock = Lock()

    async def search(self, asked: Search) -> SearchResult:
        """Return what a search finds. Raises WrongQueryError, UnavailableError."""
        return await asyncio.get_running_loop().run_in_executor(self._searcher, self._searching.search, asked)

    async def count(self, asked: Counting) -> SearchResult:
        """Return the counts of what a query finds, without hits. Raises as `search` does."""
        return await asyncio.get_running_loop().run_in_executor(self._searcher, self._searching.count, asked)

    async def like(self, release_id: str, asked: Listing) -> SearchResult:
        """Return the texts most like a release, which must be there. Raises as `search` does."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._searcher, self._searching.like, release_id, asked)

    async def read(self, answer: Callable[[Catalogue], T]) -> T:
        """Return what `answer` makes of the catalogue. Raises UnavailableError."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, answer)

    async def read_once(self, key: object, answer: Callable[[Catalogue], T]) -> T:
        """Do as `read`, and remember the answer by `key` for as long as the catalogue holds the same."""
        return await self.read(lambda catalogue: self._recalled(catalogue, key, answer))

    def warm_up(self) -> None:
        """Have what a search needs loaded before the first reader asks. A fault is told to who asks next."""
        self._searcher.submit(self._searching.count, Counting(q=_UNKNOWN))

    def close(self) -> None:
        """Let go of all files; what is being answered is answered first."""
        self._searcher.submit(self._searching.close)
        for threads in (self._searcher, self._readers):
            threads.shutdown()

    def _read(self, answer: Callable[[Catalogue], T]) -> T:
        try:
            with self._archive.catalogue() as catalogue:
                return answer(catalogue)
        except Problem as problem:
            raise UnavailableError(problem) from problem

    def _recalled(self, catalogue: Catalogue, key: object, answer: Callable[[Catalogue], T]) -> T:
        content = catalogue.content()
        with self._lock:
            if (content, key) in self._remembered:
                found: T = self._remembered[content, key]
                return found
        found = answer(catalogue)
        # While pairs are being made, one moment's answer is not the next one's.
        if content is not None:
            with self._lock:
                self._remembered[content, key] = found
                while len(self._remembered) > _REMEMBERED:
                    self._remembered.popitem(last=False)
        return found


class _ReadFullText(FullText):
    """A full text that leaves it to the writers to bring it up to date: they fail where another is at it."""

    def update(self, progress: Progress | None = None) -> int:
        return 0


class _Searching:
    """The open index, used by one thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._identity: object = None
        self._catalogue: Catalogue | None = None
        self._fulltext: FullText | None = None

    def search(self, asked: Search) -> SearchResult:
        return self._result(asked, asked.sort, asked.reverse, asked.limit, asked.offset, asked.prefer)

    def count(self, asked: Counting) -> SearchResult:
        return self._result(asked)

    def like(self, release_id: str, asked: Listing) -> SearchResult:
        conditions = understood(asked.conditions)
        return self._ask(
            lambda fulltext: fulltext.like(
                release_id,
                conditions,
                sort=asked.sort,
                reverse=asked.reverse,
                limit=asked.limit,
                offset=asked.offset,
                prefer=asked.prefer,
            )
        )

    def _result(
        self,
        asked: Counting,
        sort: Sort = "relevance",
        reverse: bool = False,
        limit: int = 0,
        offset: int = 0,
        prefer: Language | None = None,
    ) -> SearchResult:
        conditions = understood(asked.conditions)
        understood(lambda: parse(asked.q))
        query, translate = asked.query(), asked.translate
        how: dict[str, Any] = {"sort": sort, "reverse": reverse, "limit": limit, "offset": offset, "prefer": prefer}
        result = self._ask(lambda fulltext: fulltext.search(query, conditions, translate=translate, **how))
        suggestion = asked.own_words(result.suggestion) if result.suggestion else None
        return msgspec.structs.replace(result, suggestion=suggestion)

    def close(self) -> None:
        if self._fulltext is not None:
            self._fulltext.close()
        if self._catalogue is not None:
            self._catalogue.close()
        self._fulltext = self._catalogue = None

    def _ask(self, ask: Callable[[FullText], SearchResult]) -> SearchResult:
        try:
            return ask(self._open())
        except Problem as problem:
            raise UnavailableError(problem) from problem

    def _open(self) -> FullText:
        """Return the full text over the catalogue that is there now: a rebuild puts another file in its place."""
        identity = _identity(self._archive)
        if self._fulltext is None or identity != self._identity:
            self.close()
            self._catalogue = self._archive.catalogue()
            self._fulltext = _ReadFullText(self._archive.index_folder, self._catalogue)
            self._identity = identity
        return self._fulltext


def understood(read: Callable[[], T]) -> T:
    """Return what is read of a question. Raises WrongQueryError where it cannot be understood."""
    try:
        return read()
    except Problem as problem:
        raise WrongQueryError(problem) from problem


def _identity(archive: Archive) -> object:
    """Return what changes when another catalogue takes the old one's place.

    Where the folder cannot be written, SQLite was told that the file does not change, so any change counts.
    """
    try:
        found = archive.catalogue_path.stat()
    except FileNotFoundError:
        return None
    is_fixed = not os.access(archive.folder, os.W_OK)
    return found.st_dev, found.st_ino, (found.st_mtime_ns, found.st_size) if is_fixed else None

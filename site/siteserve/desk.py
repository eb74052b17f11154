"""Answers from one archive, each from what it holds at that moment, while other processes may be writing to it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from index.archive import Archive
from index.catalogue import Catalogue
from index.fulltext import SearchResult
from parsers.problems import Problem
from siteserve.asking import Counting, Listing, Search
from siteserve.searching import Searching, UnavailableError

_READERS = 4
_REMEMBERED = 12
# A word that no archive has analysed yet, so that the dictionaries are opened for it.
_UNKNOWN = "hakuarkistolaisittain"

T = TypeVar("T")


class Desk:
    """Searches in a thread of its own, whose index is opened once; reads in others, each time from the file as it is.

    SQLite's connections belong to their thread, and pure Python gains nothing from searching in several.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._searching = Searching(archive)
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

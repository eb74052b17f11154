"""Searches in an open index, and what keeps them from being answered."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from index.archive import Archive
from index.catalogue import Catalogue
from index.fulltext import FullText, SearchResult, Sort, parse
from parsers.model import Language
from parsers.problems import Problem
from siteserve.asking import Counting, Listing, Search

T = TypeVar("T")


class WrongQueryError(Exception):
    """What was asked for cannot be understood; `problem` is the sentence that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class UnavailableError(WrongQueryError):
    """The archive cannot be read at the moment; `problem` says why and what to do."""


class Searching:
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
            self._fulltext = self._archive.fulltext(self._catalogue, catch_up=False)
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

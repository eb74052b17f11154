"""What a run leaves behind: its figures, what was read from its pages, and the alarms they raised.

A moment is UTC to the second, ``2026-11-01T09:00:00Z``. A language is ``-`` for what concerns none.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

import msgspec

from crawler.outcomes import NO_LANGUAGE
from parsers.problems import Problem


def stamp(moment: datetime) -> str:
    """Return a moment as reports write it.

    >>> stamp(datetime(2026, 11, 1, 9, tzinfo=UTC))
    '2026-11-01T09:00:00Z'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


class Code(StrEnum):
    """What an alarm is about. docs/operating.md tells what to do on each."""

    NO_ANSWER = "no_answer"
    BLOCKED = "blocked"
    FAILING = "failing"
    NO_RELEASES = "no_releases"
    EMPTY_LIST = "empty_list"
    BELOW_FLOOR = "below_floor"
    FEWER = "fewer"
    LANGUAGE_VANISHED = "language_vanished"
    MANY_GONE = "many_gone"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    REDESIGN = "redesign"


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How often each outcome of `crawler.outcomes` was met in a run, for one source and language."""

    source: str
    language: str
    requests: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    untranslated: int = 0
    attachments: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def found(self) -> int:
        """The releases that were there."""
        return self.new + self.changed + self.unchanged


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """How many releases a list of a source named in a run; `url` is where the list begins."""

    source: str
    language: str
    url: str
    named: int

    @property
    def place(self) -> tuple[str, str, str]:
        return self.source, self.language, self.url


# The field of `Fill` that counts the pages that could be read at all.
PAGE = "page"


class Fill(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the releases read could have a field (`releases`), and how many do (`filled`).

    `field` is one of those that the catalogue counts, or `PAGE`. The figures `before` are those of the whole archive
    as it was when the readings that this one judges began.
    """

    source: str
    field: str
    filled: int
    releases: int
    language: str = NO_LANGUAGE
    filled_before: int = 0
    releases_before: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        return self.source, self.language, self.field

    @property
    def rate(self) -> float:
        """The share that is filled, 1.0 of none."""
        return self.filled / self.releases if self.releases else 1.0

    @property
    def rate_before(self) -> float:
        return self.filled_before / self.releases_before if self.releases_before else 1.0


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it should be with a source.

    `observed` and `expected` are counts of releases, or shares (0 to 1) of `count` pages where a `field` is named.
    `since` is when the run began that raised it first; `detail` the first fault met, where there was one, or the
    address of the list that names nothing.
    """

    code: Code
    source: str
    language: str = NO_LANGUAGE
    field: str | None = None
    observed: float
    expected: float
    count: int
    since: str
    detail: str = ""


class Told(msgspec.Struct, frozen=True):
    """A problem as it is kept: the sentence and what fills it."""

    message: str
    values: dict[str, str]

    @classmethod
    def of(cls, problem: Problem) -> Self:
        return cls(problem.message, {name: str(value) for name, value in problem.values.items()})

    @property
    def problem(self) -> Problem:
        """The problem again, to be explained in the reader's language."""
        kept = msgspec.to_builtins(self)
        return Problem(kept["message"], **kept["values"])


class Arguments(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a run was asked for. `of` are the sources whose past a web archive was asked for."""

    sources: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    of: tuple[str, ...] = ()
    at: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether everything that the sources list was asked for."""
        return self.since is None and self.until is None and self.limit is None and not self.of


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """The report of one run, ``runs/<start>.json``.

    `end` is None while it goes on and where it was killed; `interrupted` says that someone stopped it. `judged` says
    that its pages were read and its figures looked at. `read_since` has the sources whose readings are judged from
    an earlier moment on, because those of earlier runs raised an alarm or were never judged. `alarms` are those that
    this run raised, `standing` those of earlier runs of its sources on which its figures say nothing.
    """

    start: str
    arguments: Arguments
    end: str | None = None
    interrupted: bool = False
    judged: bool = False
    counts: tuple[Counts, ...] = ()
    lists: tuple[Listed, ...] = ()
    fill: tuple[Fill, ...] = ()
    read_since: dict[str, str] = {}
    problems: tuple[Told, ...] = ()
    problems_left_out: int = 0
    alarms: tuple[Alarm, ...] = ()
    standing: tuple[Alarm, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources asked for, and those whose pages were met on the way. The past of a source says nothing of it."""
        if self.arguments.of:
            return self.arguments.sources
        return tuple(dict.fromkeys([*self.arguments.sources, *(counts.source for counts in self.counts)]))

    @property
    def is_whole(self) -> bool:
        """Whether the run came to its end and everything was asked for, so that its figures compare with others."""
        return self.judged and not self.interrupted and self.arguments.is_full

    @property
    def takes_what_is_new(self) -> bool:
        """Whether whatever is new of the sources was asked for, if perhaps nothing old."""
        arguments = self.arguments
        return arguments.until is None and arguments.limit is None and not arguments.of

    def found(self, source: str, language: str | None = None) -> int:
        """Return how many releases of a source were there, in one language or all."""
        return sum(counts.found for counts in self.of(source, language))

    def of(self, source: str, language: str | None = None) -> list[Counts]:
        """Return the counts of a source, in one language or all."""
        return [counts for counts in self.counts if counts.source == source and language in (None, counts.language)]

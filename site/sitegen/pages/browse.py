"""Browsing without a search: the overview, and paged lists by year and month, authority, kind and applicants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from sitegen.addresses import safe_name
from sitegen.deadlines import authority_file, authority_files
from sitegen.entries import Entry, entry_of
from sitegen.feeds import feed_of
from sitegen.holdings import Work, by_month
from sitegen.pages.base import Page, common
from sitegen.pages.shelves import Shelf, status_shelves
from sitegen.planned import Planned, planned_list
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import GROUPS, KINDS_PLURAL, authority_name

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, with the page of its own that it has; None where the list has but one group."""

    heading: str | None
    entries: tuple[Entry, ...]
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which page of a list this is, and where the ones beside it are."""

    number: int
    count: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, kw_only=True)
class BrowsePage(Page):
    """The overview of all lists."""

    template: ClassVar[str] = "browse.html"

    years: tuple[Shelf, ...]
    authorities: tuple[Shelf, ...]
    kinds: tuple[Shelf, ...]
    statuses: tuple[Shelf, ...]
    groups: tuple[Shelf, ...]
    undated: int


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """One page of one list. `parts` are narrower lists inside it, `whole` is the wider one that it is part of."""

    template: ClassVar[str] = "list.html"

    heading: str
    total: int
    whole: Shelf | None
    parts: tuple[Shelf, ...]
    groups: tuple[Group, ...]
    paging: Paging
    deadlines: str | None


def browse_page(scope: Scope) -> BrowsePage:
    """Return the overview of an interface language."""
    held = scope.holdings
    return BrowsePage(
        **common(scope, "browse/", scope.text(_("Browse the archive")), "browse"),
        years=tuple(Shelf(str(year), _path(scope, "year", str(year)), n) for year, n in held.years.items()),
        authorities=tuple(
            Shelf(authority_name(code, scope.language), _path(scope, "authority", code), n)
            for code, n in held.authorities.items()
        ),
        kinds=tuple(
            Shelf(scope.text(KINDS_PLURAL[kind]), _path(scope, "kind", kind), n) for kind, n in held.kinds.items()
        ),
        statuses=status_shelves(scope),
        groups=tuple(
            Shelf(scope.text(GROUPS[group]), _path(scope, "group", group), len(held.by_group[group]))
            for group in _known_groups(scope)
        ),
        undated=len(held.by_year.get(None, ())),
    )


def planned_lists(scope: Scope) -> Iterator[Planned]:
    """Plan all pages of all lists of an interface language."""
    return _Lists(scope).pages()


class _Lists:
    """The lists of an interface language; a work stands in several, and is put into words once."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._rows: dict[str, Entry] = {}

    def pages(self) -> Iterator[Planned]:
        held, text = self._scope.holdings, self._scope.text
        for year in held.years:
            yield from self._year(year, held.by_year[year])
        with_deadlines = {code for code, _count in authority_files(held)}
        for code in held.authorities:
            name, works = authority_name(code, self._scope.language), held.by_authority[code]
            file = authority_file(self._scope.language, code) if code in with_deadlines else None
            yield from self._list(f"browse/authority/{safe_name(code)}/", name, works, deadlines=file)
        for kind in held.kinds:
            yield from self._list(f"browse/kind/{kind}/", text(KINDS_PLURAL[kind]), held.by_kind[kind])
        for group in _known_groups(self._scope):
            heading = text(_("Applicants: %(group)s"), group=text(GROUPS[group]))
            yield from self._list(f"browse/group/{group}/", heading, held.by_group[group])

    def _year(self, year: int, works: list[Work]) -> Iterator[Planned]:
        """A year as a whole with its months under headings, and each of its months."""
        months, name = by_month(works), self._scope.formats.month
        tails = {number: f"browse/year/{year}/{number:02}/" for number in months}
        parts = {
            number: Shelf(name(number), f"{self._scope.language}/{tails[number]}", len(some))
            for number, some in sorted(months.items())
        }
        yield from self._list(f"browse/year/{year}/", str(year), works, parts=parts)
        whole = Shelf(str(year), _path(self._scope, "year", str(year)), len(works))
        for number, some in months.items():
            yield from self._list(tails[number], f"{name(number)} {year}", some, whole=whole)

    def _list(
        self,
        tail: str,
        heading: str,
        works: list[Work],
        *,
        whole: Shelf | None = None,
        parts: Mapping[int, Shelf] | None = None,
        deadlines: str | None = None,
    ) -> Iterator[Planned]:
        """The pages of a list; one that has months as its parts stands under their headings."""
        scope, digests = self._scope, self._scope.holdings.work_digests
        count, feed = -(-len(works) // PER_PAGE), feed_of(tail)
        for number in range(1, count + 1):
            chosen = works[(number - 1) * PER_PAGE : number * PER_PAGE]
            frame = ListPage(
                **common(scope, page_tail(tail, number), page_title(scope, heading, number), "browse"),
                heading=heading,
                total=len(works),
                whole=whole,
                parts=tuple((parts or {}).values()),
                groups=(),
                paging=paging_of(scope, tail, number, count),
                feed=f"{scope.language}/{feed}" if feed and scope.base_url else None,
                deadlines=deadlines,
            )
            rows = [digests[work.first.id] for work in chosen]
            yield planned_list(frame, rows, partial(self._filled, frame, chosen, parts))

    def _filled(self, frame: ListPage, works: Sequence[Work], parts: Mapping[int, Shelf] | None) -> ListPage:
        groups = self._by_month(works, parts) if parts else (Group(None, self._entries(works)),)
        return replace(frame, groups=groups)

    def _by_month(self, works: Sequence[Work], parts: Mapping[int, Shelf]) -> tuple[Group, ...]:
        months = by_month(works).items()
        return tuple(Group(parts[number].name, self._entries(some), parts[number].path) for number, some in months)

    def _entries(self, works: Iterable[Work]) -> tuple[Entry, ...]:
        return tuple(map(self._entry, works))

    def _entry(self, work: Work) -> Entry:
        name = work.first.id
        if name not in self._rows:
            self._rows[name] = entry_of(work, self._scope)
        return self._rows[name]


def _known_groups(scope: Scope) -> list[str]:
    """Return the groups of applicants that some work is for, in the order of the words."""
    return [group for group in GROUPS if group in scope.holdings.by_group]


def page_tail(tail: str, number: int) -> str:
    """Return where a list's page lies.

    >>> page_tail("browse/year/2021/", 1), page_tail("browse/year/2021/", 2)
    ('browse/year/2021/', 'browse/year/2021/page/2/')
    """
    return tail if number == 1 else f"{tail}page/{number}/"


def page_title(scope: Scope, title: str, number: int) -> str:
    """Return what a list's page is called in the browser's tab."""
    return title if number == 1 else scope.text(_("%(title)s, page %(number)s"), title=title, number=number)


def paging_of(scope: Scope, tail: str, number: int, count: int) -> Paging:
    """Return the paging of page `number` of `count` of the list at `tail`."""
    return Paging(
        number=number,
        count=count,
        previous=f"{scope.language}/{page_tail(tail, number - 1)}" if number > 1 else None,
        next=f"{scope.language}/{page_tail(tail, number + 1)}" if number < count else None,
    )


def _path(scope: Scope, shelf: str, name: str) -> str:
    return f"{scope.language}/browse/{shelf}/{safe_name(name)}/"

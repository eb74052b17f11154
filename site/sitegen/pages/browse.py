"""Browsing without a search: the overview, and paged lists by year, authority and kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sitegen.addresses import safe_name
from sitegen.entries import Entry, entries_of
from sitegen.holdings import Work, by_month
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import KINDS_PLURAL, authority_name

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Shelf:
    """A way into the holdings: a year, authority or kind, where its list is, how many works it has."""

    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; the heading is None where the list has but one group."""

    heading: str | None
    entries: tuple[Entry, ...]


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
    undated: int


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """One page of one list."""

    template: ClassVar[str] = "list.html"

    heading: str
    total: int
    groups: tuple[Group, ...]
    paging: Paging


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
        undated=sum(work.published is None for work in held.works),
    )


def list_pages(scope: Scope) -> Iterator[ListPage]:
    """Walk all pages of all lists of an interface language."""
    held = scope.holdings
    for year in held.years:
        works = [work for work in held.works if work.year == year]
        yield from _pages(scope, f"browse/year/{year}/", str(year), works, months=True)
    for code in held.authorities:
        works = [work for work in held.works if work.first.authority == code]
        yield from _pages(scope, f"browse/authority/{safe_name(code)}/", authority_name(code, scope.language), works)
    for kind in held.kinds:
        works = [work for work in held.works if work.first.kind == kind]
        yield from _pages(scope, f"browse/kind/{kind}/", scope.text(KINDS_PLURAL[kind]), works)


def page_tail(tail: str, number: int) -> str:
    """Return where a list's page lies.

    >>> page_tail("browse/year/2021/", 1), page_tail("browse/year/2021/", 2)
    ('browse/year/2021/', 'browse/year/2021/page/2/')
    """
    return tail if number == 1 else f"{tail}page/{number}/"


def paging_of(scope: Scope, tail: str, number: int, count: int) -> Paging:
    """Return the paging of page `number` of `count` of the list at `tail`."""
    return Paging(
        number=number,
        count=count,
        previous=f"{scope.language}/{page_tail(tail, number - 1)}" if number > 1 else None,
        next=f"{scope.language}/{page_tail(tail, number + 1)}" if number < count else None,
    )


def _pages(scope: Scope, tail: str, heading: str, works: list[Work], months: bool = False) -> Iterator[ListPage]:
    count = -(-len(works) // PER_PAGE)
    for number in range(1, count + 1):
        chosen = works[(number - 1) * PER_PAGE : number * PER_PAGE]
        title = heading if number == 1 else scope.text(_("%(title)s, page %(number)s"), title=heading, number=number)
        yield ListPage(
            **common(scope, page_tail(tail, number), title, "browse"),
            heading=heading,
            total=len(works),
            groups=_by_month(scope, chosen) if months else (Group(None, entries_of(chosen, scope)),),
            paging=paging_of(scope, tail, number, count),
        )


def _by_month(scope: Scope, works: list[Work]) -> tuple[Group, ...]:
    return tuple(
        Group(scope.formats.month(number), entries_of(some, scope)) for number, some in by_month(works).items()
    )


def _path(scope: Scope, shelf: str, name: str) -> str:
    return f"{scope.language}/browse/{shelf}/{safe_name(name)}/"

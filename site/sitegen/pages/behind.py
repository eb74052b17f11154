"""What stands behind the figures of a table: lists of what was counted, in parts, a list for each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from sitegen.addresses import safe_name
from sitegen.pages.base import Page, common
from sitegen.pages.browse import PER_PAGE, Paging, page_tail, page_title, paging_of
from sitegen.pages.shelves import Shelf
from sitegen.planned import Planned, planned_list
from sitegen.scope import Scope

Item = TypeVar("Item")
# What is shown of items, and how
Shown = Callable[[Sequence[Item]], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """What one column counts, or those of it that stand on one page; `id` is its place on the page."""

    id: str
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class CountedPage(Page):
    """One page of what a row of a table counts; `shelves` lead to its parts."""

    heading: str
    shelves: tuple[Shelf, ...]
    parts: tuple[Part[Any], ...]
    paging: Paging


def planned_parts(
    scope: Scope,
    tail: str,
    title: str,
    parts: Sequence[Part[Item]],
    frame: Callable[..., CountedPage],
    digest: Callable[[Item], str],
    shown: Shown[Item],
) -> Iterator[Planned]:
    """Plan the pages of a list: `frame` makes one without its rows, `digest` changes with a row, `shown` makes rows."""
    pages = list(part_pages(parts))
    for number, some in enumerate(pages, 1):
        page = frame(
            **common(scope, page_tail(tail, number), page_title(scope, title, number), "figures"),
            shelves=part_shelves(tail, parts, scope),
            parts=(),
            paging=paging_of(scope, tail, number, len(pages)),
        )
        yield planned_list(
            page, [digest(item) for part in some for item in part.items], partial(_filled, page, some, shown)
        )


def list_name(authority: str | None) -> str:
    """Return how the lists of an authority are called in addresses.

    >>> list_name("tem"), list_name(None)
    ('tem', 'unknown')
    """
    return safe_name(authority) if authority else "unknown"


# The lists of all authorities together.
ALL = "all"


def year_name(year: int | None) -> str:
    """Return how the lists of a year are called in addresses."""
    return str(year) if year else "undated"


def part_paths(tail: str, counts: Mapping[str, int], scope: Scope) -> dict[str, str | None]:
    """Return where each part of a list begins, given how much each has, in order; None for one that has nothing."""
    paths: dict[str, str | None] = {}
    before = 0
    for id_, count in counts.items():
        here = f"{scope.language}/{page_tail(tail, before // PER_PAGE + 1)}#{id_}"
        paths[id_], before = here if count else None, before + count
    return paths


def part_shelves(tail: str, parts: Sequence[Part[Item]], scope: Scope) -> tuple[Shelf, ...]:
    """Return the ways to the parts of a list, those with nothing in them left out."""
    paths = part_paths(tail, {part.id: len(part.items) for part in parts}, scope)
    return tuple(Shelf(part.heading, path, len(part.items)) for part in parts if (path := paths[part.id]))


def part_pages(parts: Sequence[Part[Item]]) -> Iterator[tuple[Part[Item], ...]]:
    """Give the pages of a list: on each the parts, or what of them stands there."""
    items = [(part, item) for part in parts for item in part.items]
    for start in range(0, len(items), PER_PAGE):
        chosen = items[start : start + PER_PAGE]
        shown = [(part, tuple(item for of, item in chosen if of is part)) for part in parts]
        yield tuple(Part(part.id, part.heading, some) for part, some in shown if some)


def _filled(page: CountedPage, parts: Sequence[Part[Item]], shown: Shown[Item]) -> CountedPage:
    return replace(page, parts=tuple(Part(part.id, part.heading, tuple(shown(part.items))) for part in parts))

"""What stands behind the figures of a table: lists of what was counted, in parts, a list for each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sitegen.addresses import safe_name
from sitegen.pages.browse import PER_PAGE, page_tail
from sitegen.pages.shelves import Shelf
from sitegen.scope import Scope

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """What one column counts, or those of it that stand on one page; `id` is its place on the page."""

    id: str
    heading: str
    items: tuple[Item, ...]


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

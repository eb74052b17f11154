"""All differences between versions: contradictions first, then what only one version says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from sitegen.entries import DifferingEntry, differing_of
from sitegen.holdings import Work
from sitegen.pages.base import Page, common
from sitegen.pages.browse import PER_PAGE, Paging, page_tail, paging_of
from sitegen.scope import Scope
from sitegen.texts import mark as _


@dataclass(frozen=True, kw_only=True)
class DifferencesPage(Page):
    """One page of the list; the numbers are those of the whole archive."""

    template: ClassVar[str] = "differences.html"

    pairs: int
    differing: int
    contradictions: int
    entries: tuple[DifferingEntry, ...]
    paging: Paging


def differences_pages(scope: Scope) -> Iterator[DifferencesPage]:
    """Walk the pages of the list of an interface language; there is one even where nothing differs."""
    works = sorted(scope.holdings.differing, key=lambda work: not _contradicts(work))
    count = max(1, -(-len(works) // PER_PAGE))
    for number in range(1, count + 1):
        tail = page_tail("differences/", number)
        yield DifferencesPage(
            **common(scope, tail, scope.text(_("Differences between versions")), "differences"),
            pairs=len(scope.holdings.pairs),
            differing=len(works),
            contradictions=_contradictions(works),
            entries=tuple(differing_of(work, scope) for work in works[(number - 1) * PER_PAGE : number * PER_PAGE]),
            paging=paging_of(scope, "differences/", number, count),
        )


def _contradicts(work: Work) -> bool:
    return bool(_contradictions([work]))


def _contradictions(works: Iterable[Work]) -> int:
    differences = (difference for work in works if work.pair for difference in work.pair.differences)
    return sum(difference.kind == "contradicts" for difference in differences)

"""The way into the figures of the archive: what is translated, how much money, where versions disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from parsers.pairs.coverage import Coverage
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.sums import EURO, Sums
from sitegen.texts import mark as _
from sitegen.translated import translated


@dataclass(frozen=True, kw_only=True)
class FiguresPage(Page):
    """`share` of `finnish` calls came in Swedish too; sums are in euros; `differing` of `pairs` disagree."""

    template: ClassVar[str] = "figures.html"

    finnish: int
    share: str | None
    rounds: int
    available: str
    granted: str
    pairs: int
    contradicting: int


def figures_page(scope: Scope) -> FiguresPage:
    """Return the page that leads to the figures in an interface language."""
    held = scope.holdings
    whole = next(iter(translated(held, by_authority=False, by_year=False)), Coverage(authority=None, year=None))
    sums = sum((each for place, each in held.sums.items() if place.currency == EURO), Sums())
    share = whole.share_translated
    return FiguresPage(
        **common(scope, "figures/", scope.text(_("Figures")), "figures"),
        finnish=whole.finnish,
        share=None if share is None else scope.formats.percent(share),
        rounds=len(held.calls),
        available=scope.formats.money(sums.available),
        granted=scope.formats.money(sums.granted),
        pairs=len(held.pairs),
        contradicting=sum(any(each.kind == "contradicts" for each in pair.differences) for pair in held.pairs),
    )

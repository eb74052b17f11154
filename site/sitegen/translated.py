"""How much of the holdings comes in Swedish too, and how late: `parsers.pairs.coverage` for a site."""

from __future__ import annotations

from functools import lru_cache

from parsers.model import Kind
from parsers.pairs.coverage import Coverage, count_coverage
from sitegen.freshness import cards, last_seen
from sitegen.holdings import Holdings


# Asked by several pages in every language; the holdings are those of one build.
@lru_cache(8)
def translated(holdings: Holdings, *, by_authority: bool = True, by_year: bool = True) -> tuple[Coverage, ...]:
    """Count the calls for applications, told apart by authority and by year or not."""
    pairing = {card.id: work.pair for work in holdings.works if work.pair for card in work.cards}
    calls = (card for card in cards(holdings) if card.kind == Kind.CALL)
    return count_coverage(calls, pairing, last_seen(holdings), by_authority=by_authority, by_year=by_year)


def waiting(row: Coverage) -> int:
    """Return how many releases of a row may or may not still come in Swedish."""
    return row.not_yet + row.undated

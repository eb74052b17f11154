"""How much of the holdings comes in Swedish too, and how late: `parsers.pairs.coverage` for a site."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from parsers.model import Kind
from parsers.pairs.coverage import Coverage, State, count_coverage, state
from sitegen.freshness import cards, last_seen
from sitegen.holdings import Holdings, PairCard, Work


# Asked by several pages in every language; the holdings are those of one build.
@lru_cache(8)
def translated(holdings: Holdings, *, by_authority: bool = True, by_year: bool = True) -> tuple[Coverage, ...]:
    """Count the calls for applications, told apart by authority and by year or not."""
    calls = (card for card in cards(holdings) if card.kind == Kind.CALL)
    return count_coverage(calls, _pairing(holdings), last_seen(holdings), by_authority=by_authority, by_year=by_year)


@lru_cache(8)
def counted_works(holdings: Holdings) -> dict[tuple[str | None, int | None], dict[State, list[Work]]]:
    """Return the works that are counted, by authority and year, and by what is known of their Swedish version."""
    found: defaultdict[tuple[str | None, int | None], dict[State, list[Work]]] = defaultdict(dict)
    pairing, seen = _pairing(holdings), last_seen(holdings)
    for card in cards(holdings):
        known = state(card, pairing, seen) if card.kind == Kind.CALL and card.language in ("fi", "sv") else None
        if known:
            year = int(card.published[:4]) if card.published else None
            found[card.authority, year].setdefault(known, []).append(holdings.by_release[card.id])
    return dict(found)


def _pairing(holdings: Holdings) -> dict[str, PairCard]:
    return {card.id: work.pair for work in holdings.works if work.pair for card in work.cards}


def waiting(row: Coverage) -> int:
    """Return how many releases of a row may or may not still come in Swedish."""
    return row.not_yet + row.undated

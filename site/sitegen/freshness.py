"""How fresh the archive's view of each source is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from parsers.model import Moment
from sitegen.holdings import Card, Holdings


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """What is held of a source: `newest` is the day of its newest release, `captured` that of the newest capture.

    A page that has not changed is not captured anew: the archive may have looked at the source after `captured`.
    """

    source: str
    releases: int
    newest: Moment | None
    captured: Moment


def freshness(holdings: Holdings) -> tuple[Freshness, ...]:
    """Return what is held of each source, the busiest first."""
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards(holdings):
        found[card.source].append(card)
    rows = (_of(source, held) for source, held in found.items())
    return tuple(sorted(rows, key=lambda row: (-row.releases, row.source)))


def last_seen(holdings: Holdings) -> dict[str, date]:
    """Return the day until which each source was surely looked at."""
    return {row.source: date.fromisoformat(row.captured) for row in freshness(holdings)}


def cards(holdings: Holdings) -> Iterable[Card]:
    """Walk all releases, the versions of a text one after the other."""
    return (card for work in holdings.works for card in work.cards)


def _of(source: str, held: list[Card]) -> Freshness:
    return Freshness(
        source=source,
        releases=len(held),
        newest=max((card.published[:10] for card in held if card.published), default=None),
        captured=max(card.captured[:10] for card in held),
    )

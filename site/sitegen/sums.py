"""Sums of money of grant rounds, added up by authority and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from parsers.model import Call

EURO = "EUR"


class Place(NamedTuple):
    """Where a sum belongs; the authority or year is None where the releases do not tell it."""

    authority: str | None
    year: int | None
    currency: str


@dataclass(slots=True)
class Rounds:
    """The rounds that opened, and those that were decided, in the order in which they were given."""

    opened: list[Call] = field(default_factory=list)
    decided: list[Call] = field(default_factory=list)


@dataclass(slots=True)
class Sums:
    """`opened` rounds opened in a year, and `announced` of them say how much there was: `available` in all.

    `decided` rounds had their decision in it, and `told` of them say how much was given: `granted` in all.
    """

    opened: int = 0
    announced: int = 0
    available: Decimal = Decimal(0)
    decided: int = 0
    told: int = 0
    granted: Decimal = Decimal(0)

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.opened + other.opened,
            self.announced + other.announced,
            self.available + other.available,
            self.decided + other.decided,
            self.told + other.told,
            self.granted + other.granted,
        )


def rounds_of(calls: Iterable[Call]) -> dict[Place, Rounds]:
    """Group rounds by where their sums belong, each round once however many releases tell of it.

    What was available counts in the year in which the round opened, else in that of its first release; what was granted
    in the year of the first decision. The two of one year are therefore not of the same rounds.
    """
    found: defaultdict[Place, Rounds] = defaultdict(Rounds)
    for call in calls:
        if _is_announced(call):
            found[Place(call.authority, _opened(call), call.currency)].opened.append(call)
        if _is_decided(call):
            found[Place(call.authority, _decided(call), call.currency)].decided.append(call)
    return dict(found)


def add_up(calls: Iterable[Call]) -> dict[Place, Sums]:
    """Add up the sums of rounds, as `rounds_of` groups them."""
    return {place: sums_of(rounds) for place, rounds in rounds_of(calls).items()}


def sums_of(rounds: Rounds) -> Sums:
    """Add up what rounds state."""
    available = [call.total for call in rounds.opened if call.total is not None]
    granted = [call.granted for call in rounds.decided if call.granted is not None]
    return Sums(
        opened=len(rounds.opened),
        announced=len(available),
        available=sum(available, Decimal(0)),
        decided=len(rounds.decided),
        told=len(granted),
        granted=sum(granted, Decimal(0)),
    )


def by_year(sums: Mapping[Place, Sums]) -> dict[int | None, Sums]:
    """Put together what the sums of all authorities are in a year."""
    found: defaultdict[int | None, Sums] = defaultdict(Sums)
    for place, each in sums.items():
        found[place.year] += each
    return dict(found)


def _is_announced(call: Call) -> bool:
    return call.total is not None or any(member.role != "decision" for member in call.members)


def _is_decided(call: Call) -> bool:
    return call.granted is not None or any(member.role == "decision" for member in call.members)


def _opened(call: Call) -> int | None:
    return _year(call.opens or next((member.published for member in call.members if member.published), None))


def _decided(call: Call) -> int | None:
    decisions = (member.published for member in call.members if member.role == "decision" and member.published)
    return _year(call.decided or next(decisions, None))


def _year(moment: str | None) -> int | None:
    return int(moment[:4]) if moment else None

"""Where a fact that is shown of a call is stated otherwise by another version of the release it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from parsers.model import Call, CallMember, Difference, Evidence, Moment
from parsers.moments import agree
from sitegen.places import place

if TYPE_CHECKING:
    from sitegen.holdings import Card, Work

Disputed = Literal["closes", "opens", "total", "granted", "use_period"]
Side = Literal["fi", "sv"]
_SUMS = ("total", "amounts")
_SIDES: tuple[Side, Side] = ("fi", "sv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What the version in the language `side` states otherwise: a moment, a sum of money, or a period as two days.

    `quoted` says that the value is a sum in the version's own words: one that is not known to be its headline.
    `pair` is the id of the pair's Finnish release, `number` that of the difference in its comparison, from 1.
    """

    fact: Disputed
    side: Side
    value: str
    currency: str
    pair: str
    number: int
    quoted: bool = False


class Shown(NamedTuple):
    """The facts that are shown of a call, None where nothing is."""

    opens: Moment | None = None
    closes: Moment | None = None
    total: Decimal | None = None
    use_period: tuple[Moment, Moment] | None = None


def disputes(call: Call, by_release: Mapping[str, Work]) -> tuple[Dispute, ...]:
    """Return what some version of a call's releases states otherwise than is shown of the call.

    A version that was overtaken, by an extension for example, contradicts nothing that is shown. What was granted can
    be the sum of several decisions: there every decision counts whose versions disagree.
    """
    found: dict[str, tuple[CallMember, Work]] = {}
    for member in call.members:
        if (work := by_release.get(member.id)) and work.pair:
            found.setdefault(work.pair.fi, (member, work))
    shown = Shown(call.opens, call.closes, call.total, use_period_of(call, by_release))
    return tuple(each for member, work in found.values() for each in _of_member(call, member, work, shown))


def work_disputes(work: Work) -> tuple[Dispute, ...]:
    """Return what the Swedish version of a work states otherwise than the Finnish one."""
    return tuple(_of_work(work, _stated(work.first)))


def use_period_of(call: Call, by_release: Mapping[str, Work]) -> tuple[Moment, Moment] | None:
    """Return when the grants of a call may be used: as its first release that states it does."""
    works = (work for member in call.members if (work := by_release.get(member.id)))
    return next((card.use_period for work in works for card in work.cards if card.use_period), None)


def _of_member(call: Call, member: CallMember, work: Work, shown: Shown) -> Iterator[Dispute]:
    if member.role != "decision":
        yield from _of_work(work, shown)
        return
    yield from _of_work(work, shown._replace(total=None))
    if call.granted is not None:
        yield from _of_work(work, Shown(total=work.first.total), "granted")


def _of_work(work: Work, shown: Shown, sum_fact: Literal["total", "granted"] = "total") -> Iterator[Dispute]:
    """Give the contradictions of a pair of which one side is shown, each with what the other side states."""
    pair = work.pair
    if pair is None:
        return
    by_id = {card.id: card for card in work.cards}
    cards: dict[Side, Card] = {"fi": by_id[pair.fi], "sv": by_id[pair.sv]}
    for number, difference in enumerate(pair.differences, 1):
        side = _other_side(difference, shown, cards)
        if side and (value := _value(difference, side, cards[side])):
            yield Dispute(
                fact=sum_fact if difference.field in _SUMS else difference.field,  # type: ignore[arg-type]
                side=side,
                value=value,
                currency=cards[side].currency,
                pair=pair.fi,
                number=number,
                quoted=difference.field == "amounts",
            )


def _other_side(difference: Difference, shown: Shown, cards: Mapping[Side, Card]) -> Side | None:
    """Return the version that states otherwise than is shown, None where neither or each of them states what is."""
    if difference.kind != "contradicts" or difference.field not in (*Shown._fields, "amounts"):
        return None
    fi, sv = (_states(cards[side], side, difference, shown) for side in _SIDES)
    if fi == sv:
        return None
    return "sv" if fi else "fi"


def _states(card: Card, side: Side, difference: Difference, shown: Shown) -> bool:
    """Tell whether what a version says of a difference is what is shown."""
    field = difference.field
    if field in ("opens", "closes"):
        return agree(getattr(card, field), getattr(shown, field))
    if field == "use_period":
        return shown.use_period is not None and card.use_period == shown.use_period
    same = shown.total is not None and card.total == shown.total
    return same and (field == "total" or _is_headline(getattr(difference.evidence, side), card))


def _is_headline(evidence: Evidence | None, card: Card) -> bool:
    return evidence is not None and place(evidence) in card.places.total


def _value(difference: Difference, side: Side, card: Card) -> str | None:
    """Return what a version states; None where its card has nothing. A sum that is no headline is in its own words."""
    if difference.field == "use_period":
        return "/".join(card.use_period) if card.use_period else None
    value = getattr(difference, side) if difference.field == "amounts" else getattr(card, difference.field)
    return None if value is None else str(value)


def _stated(card: Card) -> Shown:
    return Shown(card.opens, card.closes, card.total, card.use_period)

"""A call's life in steps: announced, opened, extended, closed, decided, each with the releases that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from parsers.model import Call, CallMember, CallRole, CallWindow, Moment
from parsers.moments import agree
from sitegen.addresses import compare_path
from sitegen.call_facts import Told
from sitegen.disputes import disputes, work_disputes
from sitegen.entries import Version, version_of
from sitegen.holdings import Card
from sitegen.remarks import Remark, remarks
from sitegen.scope import Scope
from sitegen.sources import Sources, places_of, preferred
from sitegen.texts import mark as _
from sitegen.words import JOINED, STEPS

_DAY = len("2021-03-17")
# Steps of one day stand in this order.
_ORDER = {key: at for at, key in enumerate(STEPS)}
_SUMS: dict[CallRole, str] = {"opening": _("%(sum)s available"), "decision": _("%(sum)s granted")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step: `key` is a stable word for what it is, `ahead` marks one that lies beyond the newest release.

    `versions` are the releases that tell of it, `joined` says how they were found to belong to the call. A step that a
    date alone makes has the places where that is stated, and what another version says of it.
    """

    key: str
    name: str
    moment: Moment | None
    ahead: bool
    notes: tuple[Told, ...] = ()
    versions: tuple[Version, ...] = ()
    joined: str | None = None
    compare: str | None = None
    places: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def timeline(call: Call, scope: Scope) -> tuple[Step, ...]:
    """Return the steps of a call in the order of time."""
    steps = [_told(members, call, scope) for members in works_of(call, scope)]
    sources, found = Sources(call, scope), partial(remarks, disputes(call, scope.holdings.by_release), scope)
    if call.opens and not any(step.key == "opened" for step in steps):
        steps.append(_dated("opens", call.opens, scope, sources.opens(), found("opens")))
    if call.closes:
        steps.append(_dated("closes", call.closes, scope, sources.closes(), found("closes")))
    return tuple(sorted(steps, key=_place))


def works_of(call: Call, scope: Scope) -> Iterator[list[CallMember]]:
    """Give the members that the site has pages of, those that are versions of one text together.

    Versions stand side by side and have the same role; a language that comes again begins another text.
    """
    found: list[CallMember] = []
    for member in call.members:
        if member.id not in scope.holdings.by_release:
            continue
        if found and not _continues(member, found):
            yield found
            found = []
        found.append(member)
    if found:
        yield found


def _continues(member: CallMember, found: Sequence[CallMember]) -> bool:
    alike = (member.role, member.method, member.score) == (found[0].role, found[0].method, found[0].score)
    return alike and member.language not in {each.language for each in found}


def _told(members: Sequence[CallMember], call: Call, scope: Scope) -> Step:
    """The step that versions of one text tell of."""
    first = members[0]
    moment = next((member.published for member in members if member.published), None)
    cards = [_card(member, scope) for member in members]
    pair = scope.holdings.by_release[first.id].pair
    key = "opened" if first.role == "opening" and _same_day(moment, call.opens) else first.role
    return Step(
        key=key,
        name=scope.text(STEPS[key]),
        moment=moment,
        ahead=_ahead(moment, scope),
        notes=tuple(_notes(first.role, cards, call, scope)),
        versions=tuple(version_of(card, scope) for card in cards),
        joined=_joined(first, scope),
        compare=f"{scope.language}/{compare_path(pair.fi)}" if pair else None,
    )


def _card(member: CallMember, scope: Scope) -> Card:
    return next(card for card in scope.holdings.by_release[member.id].cards if card.id == member.id)


def _notes(role: CallRole, cards: Sequence[Card], call: Call, scope: Scope) -> Iterator[Told]:
    """What the step changed: the sum, the window, each with its place and with what another version says."""
    found = work_disputes(scope.holdings.by_release[cards[0].id])
    telling = next((card for card in cards if card.total is not None), None)
    if role in _SUMS and telling and telling.total is not None:
        text = scope.text(_SUMS[role], sum=scope.formats.money(telling.total, telling.currency))
        alike = preferred([card for card in cards if card.total == telling.total], scope.language)
        yield Told(text, places_of(alike, alike.places.total, scope.language), remarks(found, scope, "total"))
    for text, window in _windows(cards, call, scope):
        alike = preferred([card for card in cards if _states(card, window)], scope.language)
        places = places_of(alike, alike.places.application, scope.language)
        yield Told(text, places, remarks(found, scope, "opens", "closes"))


def _windows(cards: Sequence[Card], call: Call, scope: Scope) -> Iterator[tuple[str, CallWindow]]:
    """Give the windows that a work's releases announced, in words."""
    ids, before = {card.id for card in cards}, None
    for window in call.windows:
        if window.release in ids and window.extended and before and window.closes:
            old, new = scope.formats.moment(before), scope.formats.moment(window.closes)
            yield scope.text(_("Closing moved from %(old)s to %(new)s"), old=old, new=new), window
        elif window.release in ids and (told := scope.formats.window(window.opens, window.closes)):
            yield scope.text(_("Application period %(window)s"), window=told), window
        before = window.closes or before


def _states(card: Card, window: CallWindow) -> bool:
    """Tell whether a release announced a window, or a version of it says the same."""
    same = agree(card.closes, window.closes) or not window.closes
    return card.id == window.release or (same and (agree(card.opens, window.opens) or not card.opens))


def _joined(member: CallMember, scope: Scope) -> str | None:
    if member.method is None:
        return None
    return scope.text(JOINED[member.method], score=scope.formats.percent(member.score))


def _dated(key: str, moment: Moment, scope: Scope, places: tuple[str, ...], found: tuple[Remark, ...]) -> Step:
    """A step that a date alone makes."""
    name, ahead = scope.text(STEPS[key]), _ahead(moment, scope)
    return Step(key=key, name=name, moment=moment, ahead=ahead, places=places, remarks=found)


def _same_day(moment: Moment | None, other: Moment | None) -> bool:
    return bool(moment and other) and (moment or "")[:_DAY] == (other or "")[:_DAY]


def _ahead(moment: Moment | None, scope: Scope) -> bool:
    return bool(moment and scope.holdings.newest) and (moment or "")[:_DAY] > (scope.holdings.newest or "")


def _place(step: Step) -> tuple[str, int]:
    """Where a step stands; what has no date begins the call, but for the decision, which ends it."""
    undated = "9999" if step.key == "decision" else ""
    return (step.moment or undated)[:_DAY], _ORDER[step.key]

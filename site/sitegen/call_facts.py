"""The facts of a call in words, each with the places in the releases that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from parsers.model import Call
from sitegen.calls import call_window
from sitegen.disputes import disputes, use_period_of
from sitegen.remarks import Remark, remarks
from sitegen.scope import Scope
from sitegen.sources import Sources
from sitegen.words import GROUPS


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words: the paths of its places in the releases, and what another version says of it."""

    text: str
    places: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """The facts of a call; None or empty where the releases do not say."""

    window: Told | None
    total: Told | None
    granted: Told | None
    use_period: Told | None
    groups: tuple[Told, ...]
    case_number: Told | None


def call_facts(call: Call, scope: Scope) -> CallFacts:
    """Return the facts of a call as its page shows them."""
    sources, period = Sources(call, scope), use_period_of(call, scope.holdings.by_release)
    found = partial(remarks, disputes(call, scope.holdings.by_release), scope)
    return CallFacts(
        window=_told(call_window(call, scope), sources.window(), found("opens", "closes")),
        total=_told(_money(call.total, call, scope), sources.total(), found("total")),
        granted=_told(_money(call.granted, call, scope), sources.granted(), found("granted")),
        use_period=_told(
            scope.formats.window(*period) if period else None, sources.use_period(period), found("use_period")
        ),
        groups=tuple(Told(scope.text(GROUPS[group]), sources.group(group)) for group in call.groups if group in GROUPS),
        case_number=_told(call.case_number, sources.case_number(call.case_number)),
    )


def _told(text: str | None, places: tuple[str, ...], found: tuple[Remark, ...] = ()) -> Told | None:
    return Told(text, places, found) if text else None


def _money(value: Decimal | None, call: Call, scope: Scope) -> str | None:
    return None if value is None else scope.formats.money(value, call.currency)

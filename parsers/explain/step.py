"""One thing that a rule found on a page."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from parsers.dates.mention import DateMention
from parsers.model import Evidence

_SHOWN = 2
_LEAST_SHOWN = 0.01


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a `reader` made of some characters: the `value`, by which `rule`, and whether it was `taken`.

    `rule` names the data file and entry that decided, or the construction. `weights` are what spoke for it (above 0)
    and against it, by the names of the cue groups in the language data; what was weighed and lost is given too.
    """

    reader: str
    rule: str
    value: str
    evidence: Evidence | None = None
    taken: bool = True
    weights: Mapping[str, float] = {}


def weighed(weights: Mapping[str, float], strengths: Mapping[str, float]) -> dict[str, float]:
    """Return what each cue group around a place adds or takes, the strongest first.

    >>> weighed({"call": 2.5, "event": -5.0, "extended": 0.0}, {"event": 0.5, "call": 1.0, "extended": 1.0})
    {'call': 2.5, 'event': -2.5}
    """
    products = {group: round(weights[group] * strength, _SHOWN) for group, strength in strengths.items()}
    shown = {group: product for group, product in products.items() if abs(product) >= _LEAST_SHOWN}
    return dict(sorted(shown.items(), key=lambda item: (-abs(item[1]), item[0])))


def span(mention: DateMention) -> str:
    """Return the days that a mention means, as ``first`` or ``first/last``; its text where they are not known."""
    if mention.kind == "time":
        return mention.time or mention.text
    if not (mention.first or mention.last):
        return mention.text
    return mention.first or "" if mention.first == mention.last else f"{mention.first or ''}/{mention.last or ''}"

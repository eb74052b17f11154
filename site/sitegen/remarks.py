"""What another version says of a fact that is shown, in the words of an interface language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sitegen.addresses import compare_path
from sitegen.disputes import Dispute, Disputed, Side
from sitegen.scope import Scope
from sitegen.texts import mark as _

_SAID: dict[Side, dict[str, str]] = {
    "fi": {
        "closes": _("The Finnish version says that the application period closes on %(value)s."),
        "opens": _("The Finnish version says that the application period opens on %(value)s."),
        "": _("The Finnish version says %(value)s."),
    },
    "sv": {
        "closes": _("The Swedish version says that the application period closes on %(value)s."),
        "opens": _("The Swedish version says that the application period opens on %(value)s."),
        "": _("The Swedish version says %(value)s."),
    },
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What the other version says, and the way to the place of its comparison that shows both."""

    text: str
    path: str


def remarks(found: Iterable[Dispute], scope: Scope, *facts: Disputed) -> tuple[Remark, ...]:
    """Return the remarks on some facts, each once: versions that say the same say it together."""
    told = {
        remark.text: remark for each in reversed(tuple(found)) if each.fact in facts for remark in [_of(each, scope)]
    }
    return tuple(reversed(told.values()))


def _of(dispute: Dispute, scope: Scope) -> Remark:
    said = _SAID[dispute.side]
    path = f"{scope.language}/{compare_path(dispute.pair)}#d{dispute.number}"
    return Remark(scope.text(said.get(dispute.fact, said[""]), value=_told(dispute, scope)), path)


def _told(dispute: Dispute, scope: Scope) -> str:
    if dispute.quoted:
        return dispute.value
    if dispute.fact in ("total", "granted"):
        return scope.formats.money(Decimal(dispute.value), dispute.currency)
    if dispute.fact == "use_period":
        return scope.formats.window(*dispute.value.split("/"))
    return scope.formats.moment(dispute.value)

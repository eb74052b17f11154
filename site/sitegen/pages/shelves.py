"""Ways into the holdings: a name, where its list is, how much it has."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.model import CallStatus
from sitegen.scope import Scope
from sitegen.words import STATUSES

ORDER: tuple[CallStatus | None, ...] = ("open", "upcoming", "continuous", "closed", "decided", None)
# How a call stood on some day, and need no longer stand: of the others no later day changes anything.
PASSING: tuple[CallStatus, ...] = ("open", "upcoming", "continuous")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A way into the holdings: a year, authority, kind or the like, where its list is, how much it has."""

    name: str
    path: str
    count: int


def status_shelves(scope: Scope) -> tuple[Shelf, ...]:
    """Return the ways to the lists of calls by status, those without a call left out."""
    counts = {status: len(scope.holdings.calls_by_status.get(status, ())) for status in ORDER}
    return tuple(
        Shelf(scope.text(STATUSES[status]), status_path(scope, status), count)
        for status, count in counts.items()
        if count
    )


def status_name(status: CallStatus | None) -> str:
    """Return the word for a status in addresses."""
    return status or "unknown"


def status_path(scope: Scope, status: CallStatus | None) -> str:
    return f"{scope.language}/calls/{status_name(status)}/"

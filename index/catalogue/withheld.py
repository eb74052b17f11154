"""The table `withheld`: addresses that name somebody who is forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from index.catalogue.database import Database
from parsers.privacy import MASK


class Withheld:
    """Which addresses are not shown whole, in whatever release they stand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> dict[str, str]:
        """Return what is shown of each address."""
        return {
            str(address): str(shown) for address, shown in self._database.rows("SELECT address, shown FROM withheld")
        }

    def add(self, found: Mapping[str, str]) -> None:
        """Withhold addresses; of one that is withheld already, what either hides is hidden."""
        known = self.read() if found else {}
        rows = [(address, _both(shown, known.get(address, shown))) for address, shown in sorted(found.items())]
        self._database.run_many("INSERT OR REPLACE INTO withheld (address, shown) VALUES (?, ?)", rows)


def _both(one: str, other: str) -> str:
    """
    >>> _both("/-/████-ja-aho", "/-/anna-ja-███")
    '/-/████-ja-███'
    """
    return "".join(MASK if MASK in pair else pair[0] for pair in zip(one, other, strict=True))

"""The addresses of searches: what was asked for as the query of a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Asking:
    """The parameters of a page's address that say something, in the order of their names in the form."""

    parameters: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.parameters.get(name, "")

    def changed(self, **changes: str) -> str:
        """Return the query of an address with some parameters set, "" takes one away; it begins on the first page.

        >>> Asking({"q": "haku & tuki", "kind": "call", "page": "2"}).changed(kind="", language="sv")
        '?q=haku+%26+tuki&language=sv'
        """
        merged = {**self.parameters, "page": "", **changes}
        return "?" + urlencode({name: value for name, value in merged.items() if value})

    def narrowing(self, **changes: str) -> str:
        """Return the same with parameters whose names Python keeps for itself: `from_` is ``from``.

        >>> Asking({"q": "haku"}).narrowing(from_="2021", to="2021")
        '?q=haku&from=2021&to=2021'
        """
        return self.changed(**{name.rstrip("_"): value for name, value in changes.items()})

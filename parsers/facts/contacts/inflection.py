"""Finnish names as a sentence inflects them ("saa Anna Virtaselta"), back in their plain form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.facts.contacts.names import has_surname_ending
from parsers.facts.emails import belongs_to
from parsers.facts.wordlists import phrase_pattern
from parsers.language_data import load

_SHORTEST_SURNAME = 4
_LONGEST_LABEL = 200


def plain_name(name: str, address: str | None, *, governed: bool) -> str:
    """Return `name` with its last word uninflected, where `address` is made of that, or a verb governs the name.

    Some surnames end like inflected ones ("Vuolle"), so that one of the two is needed.

    >>> plain_name("Mirja Virtaselta", None, governed=True), plain_name("Ulla Koskimäelle", None, governed=True)
    ('Mirja Virtanen', 'Ulla Koskimäki')
    >>> plain_name("Kim Rossille", "kim.rossi@gov.fi", governed=False), plain_name("Ida Vuolle", None, governed=False)
    ('Kim Rossi', 'Ida Vuolle')
    """
    first, _, surname = name.rpartition(" ")
    readings = list(_readings(surname))
    if address and not belongs_to(address, surname):
        proved = [reading for reading in readings if belongs_to(address, reading)]
        return f"{first} {max(proved, key=len)}" if proved else name
    if not governed or not readings:
        return name
    return f"{first} {max(readings, key=has_surname_ending)}"


def is_governed(before: str) -> bool:
    """Return whether the words before a name make it inflected: "Lisätietoja saa", "ota yhteyttä".

    >>> is_governed("Lisätietoja saa erityisasiantuntija "), is_governed("Lisätietoja antaa ")
    (True, False)
    """
    return bool(phrase_pattern("governing_verbs").search(before[-_LONGEST_LABEL:]))


def _readings(surname: str) -> Iterator[str]:
    for ending, plain in _endings():
        stem = surname.removesuffix(ending)
        if stem != surname and len(stem + plain) >= _SHORTEST_SURNAME:
            yield stem + plain


@cache
def _endings() -> list[tuple[str, str]]:
    return [(ending, plain) for ending, plain in load("fi", "contacts")["surname_inflections"]]

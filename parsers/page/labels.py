"""What pages print around their text, in every language at once: a page's language is known only after its text."""

from __future__ import annotations

import re
from functools import cache

from parsers.language_data import load

_LANGUAGES = ("fi", "sv", "en")
_MARKS = " \t\n|:;.,·•–-»«›‹*"


def plain(line: str) -> str:
    """Return a line for comparison with labels: case folded, without the marks around it.

    >>> plain(" | Julkaisuajankohta: ")
    'julkaisuajankohta'
    """
    return line.strip(_MARKS).casefold()


# "Uutiset 2020", "Tiedotteet (23.9.2020 saakka)": the year or the extent of a part of a site
_EXTENT = re.compile(r"(?:\s+(?:19|20)\d\d)?(?:\s*\([^()]{1,40}\))?$")


def is_site_line(line: str) -> bool:
    """Tell whether a line names a part of a site, such as its news, whatever their year.

    >>> is_site_line("Uutiset 2020"), is_site_line("Tiedotteet 2020 (23.9.2020 saakka)"), is_site_line("Uutiset hausta")
    (True, True, False)
    """
    return plain(_EXTENT.sub("", line.strip())) in words("site_lines")


@cache
def words(key: str) -> frozenset[str]:
    """Return the labels listed under `key` in all languages."""
    return frozenset(word for language in _LANGUAGES for word in load(language, "page")[key])


@cache
def endings(key: str) -> tuple[str, ...]:
    """Return the same as a tuple, for `str.endswith` and `str.startswith`."""
    return tuple(sorted(words(key)))


@cache
def forms() -> dict[str, str]:
    """Return the forms of release ("Tiedote", "Nyhet") by the word that names them."""
    return {word: form for language in _LANGUAGES for word, form in load(language, "page")["forms"].items()}


@cache
def months() -> dict[str, int]:
    """Return the month that each beginning of a month's name stands for."""
    return {name: number for language in _LANGUAGES for number, name in enumerate(load(language, "page")["months"], 1)}

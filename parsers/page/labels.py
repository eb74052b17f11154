"""What pages print around their text, in every language at once: a page's language is known only after its text."""

from __future__ import annotations

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

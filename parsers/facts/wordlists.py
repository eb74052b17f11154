"""Words of both languages as sets and patterns: Swedish pages keep Finnish labels and titles, and Finnish Swedish."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parsers.language_data import load

LANGUAGES = ("fi", "sv")


@cache
def phrases(key: str, topic: str = "contacts") -> tuple[str, ...]:
    """Return the list `key` of a topic in both languages, without repetitions."""
    return tuple(dict.fromkeys(phrase for language in LANGUAGES for phrase in load(language, topic)[key]))


@cache
def words(key: str, topic: str = "contacts") -> frozenset[str]:
    """Return the list `key` of a topic in both languages, to look words up in."""
    return frozenset(phrases(key, topic))


def alternatives(items: Iterable[str]) -> str:
    """Return a pattern for any of `items`, the longest first; a trailing * in one stands for any ending.

    >>> alternatives(["puh", "puhelin*"])
    'puhelin\\\\w{0,30}|puh'
    """
    ordered = sorted(set(items), key=len, reverse=True)
    return "|".join(re.escape(item.rstrip("*")) + (r"\w{0,30}" if item.endswith("*") else "") for item in ordered)


@cache
def phrase_pattern(key: str, topic: str = "contacts") -> re.Pattern[str]:
    """Return a pattern for any phrase of `key` as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases(key, topic))})(?!\w)", re.IGNORECASE)

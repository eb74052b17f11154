"""Words of both languages as sets and patterns: Swedish pages keep Finnish labels and titles, and Finnish Swedish."""

from __future__ import annotations

import re
from functools import cache

from parsers.language_data import load
from parsers.text.alternatives import alternatives

LANGUAGES = ("fi", "sv")


@cache
def phrases(key: str, topic: str = "contacts") -> tuple[str, ...]:
    """Return the list `key` of a topic in both languages, without repetitions."""
    return tuple(dict.fromkeys(phrase for language in LANGUAGES for phrase in load(language, topic)[key]))


@cache
def words(key: str, topic: str = "contacts") -> frozenset[str]:
    """Return the list `key` of a topic in both languages, to look words up in."""
    return frozenset(phrases(key, topic))


@cache
def phrase_pattern(key: str, topic: str = "contacts") -> re.Pattern[str]:
    """Return a pattern for any phrase of `key` as whole words, in any case."""
    return re.compile(rf"(?<!\w){alternatives(phrases(key, topic))}(?!\w)", re.IGNORECASE)

"""Words that privacy has to know: names in small letters, and ordinary words that are names, too."""

from __future__ import annotations

from functools import cache, lru_cache

from parsers.language_data import load

_LANGUAGES = ("fi", "sv")
# Characters that texts have several of: a no-break space is a space, "’" an apostrophe, "‑" a hyphen.
_ONE_OF_SEVERAL = (("\u00a0", " "), ("\u202f", " "), ("’", "'"), ("‘", "'"), ("\u2010", "-"), ("\u2011", "-"))


@lru_cache(maxsize=16)
def small(text: str) -> str:
    """Return a text in small letters and as long as before, so that places in it are places in the text.

    >>> small("MATTI Öhberg"), small("O’Brien"), len(small("İİß"))
    ('matti öhberg', "o'brien", 3)
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters, of which the first is the letter
        lowered = "".join(letter.lower()[0] for letter in text)
    if not lowered.isascii():
        for character, usual in _ONE_OF_SEVERAL:
            lowered = lowered.replace(character, usual)
    return lowered


@cache
def listed(key: str) -> frozenset[str]:
    """Return a list of the privacy data, the languages together: ``listed("surname_words")``."""
    data = (load(language, "privacy").get(key, "") for language in _LANGUAGES)
    return frozenset(word for words in data for word in (words.split() if isinstance(words, str) else words))


@cache
def given_names() -> frozenset[str]:
    """Return common given names, in small letters."""
    return frozenset(small(name) for language in _LANGUAGES for name in load(language, "names")["given"].split())


@cache
def surname_endings() -> tuple[str, ...]:
    """Return second halves that only surnames have."""
    return tuple(ending for language in _LANGUAGES for ending in load(language, "names")["surname_endings"])

"""Which words of a contact line are a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from parsers.facts.contacts import roles
from parsers.facts.wordlists import LANGUAGES, phrases
from parsers.language_data import load

# "Hanna-Maria", "O’Neill", "McGregor", "Öhrnberg"
_NAME_WORD = re.compile(r"[^\W\d_a-z](?:[^\W\d_A-ZÅÄÖ]|[-'’])(?:[^\W\d_]|[-'’](?=[^\W\d_])){0,40}")
# "J.", "J.-P."
_INITIALS = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)?")
_PARTICLES = frozenset({"af", "von", "de", "la", "van", "der", "el", "al", "bin", "di", "da", "ter"})
_LONGEST = 4
_SHORTEST_CAPITAL_SURNAME = 4


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a line, its offsets, and its text without surrounding punctuation."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words `first:last` that are a name; `sure` where the given name is a known one."""

    first: int
    last: int
    sure: bool


def find_names(words: list[Word]) -> list[NameSpan]:
    """Return the spans of `words` that are persons' names, in order.

    A name begins with a known given name, or is two or three capitalised words that name nothing else.

    >>> line = "johtava asiantuntija Anna-Kaisa af Hällström"
    >>> words = [Word(text, 0, 0) for text in line.split()]
    >>> find_names(words)
    [NameSpan(first=2, last=5, sure=True)]
    >>> find_names([Word(text, 0, 0) for text in "Pohjois-Savon ELY-keskus".split()])
    []
    """
    spans: list[NameSpan] = []
    position = 0
    while position < len(words):
        span = _known_name(words, position)
        if span:
            spans.append(span)
        position = span.last if span else position + 1
    return spans or _unknown_names(words)


def is_given_name(word: str) -> bool:
    """Return whether `word`, or a half of a double name, is a known given name.

    >>> is_given_name("Ulla-Maija"), is_given_name("Kukka-Maaria"), is_given_name("Opetushallitus")
    (True, True, False)
    """
    known = _given_names()
    plain = word.title() if word.isupper() else word
    return plain in known or any(half in known for half in plain.split("-") if plain.count("-") == 1)


def has_surname_ending(word: str) -> bool:
    """Return whether `word` ends as only surnames do.

    >>> has_surname_ending("Virtanen"), has_surname_ending("Lindqvist"), has_surname_ending("Finland")
    (True, True, False)
    """
    return word.casefold().endswith(_surname_endings())


def _known_name(words: list[Word], first: int) -> NameSpan | None:
    last = first + 1
    if _is_strange_given_name(words, first):
        last += 1
    elif not is_given_name(words[first].text):
        return None
    while last < len(words) and last - first < _LONGEST and _continues(words, last):
        last += 1
    while last > first + 1 and _trailing(words, last):
        last -= 1
    return NameSpan(first, last, sure=True) if last - first > 1 else None


def _is_strange_given_name(words: list[Word], position: int) -> bool:
    """Whether an unknown given name stands right after a title, before a known one: "asiantuntija Nasra Abdi Aho"."""
    known_follow = (
        position + 2 < len(words) and is_given_name(words[position + 1].text) and _continues(words, position + 2)
    )
    after_title = position > 0 and roles.is_title_word(words[position - 1].text)
    return known_follow and after_title and _could_be_stranger(words[position].text)


def _continues(words: list[Word], position: int) -> bool:
    text = words[position].text
    if text in _PARTICLES:
        return position + 1 < len(words) and _could_be_name(words[position + 1].text)
    return bool(_INITIALS.fullmatch(text)) or _could_be_name(text) or _is_capital_surname(text)


def _trailing(words: list[Word], last: int) -> bool:
    """Whether the last word belongs to what follows: "Anna Aho Vaasan yliopisto", or is a mere initial."""
    text = words[last - 1].text
    begins_organisation = text.endswith("n") and last < len(words) and roles.is_organisation_word(words[last].text)
    return begins_organisation or text in _PARTICLES or bool(_INITIALS.fullmatch(text))


def _unknown_names(words: list[Word]) -> list[NameSpan]:
    """Return runs of two or three capitalised words that name no organisation, title or desk, as unsure names."""
    spans: list[NameSpan] = []
    first = 0
    for position in range(len(words) + 1):
        if position < len(words) and _could_be_stranger(words[position].text):
            continue
        if 2 <= position - first <= _LONGEST - 1:
            spans.append(NameSpan(first, position, sure=False))
        first = position + 1
    return spans


def _could_be_name(text: str) -> bool:
    return bool(_NAME_WORD.fullmatch(text)) and not text.isupper() and not roles.is_organisation_name(text)


def _is_capital_surname(text: str) -> bool:
    """Whether `text` can be a surname in capitals: "Anna VIRTANEN", not "Anna TEM"."""
    return text.isupper() and len(text) >= _SHORTEST_CAPITAL_SURNAME and not roles.is_authority(text)


def _could_be_stranger(text: str) -> bool:
    return (
        _could_be_name(text)
        and not roles.is_no_name(text)
        and not roles.is_title_word(text)
        and not roles.is_modifier(text)
        and not roles.is_organisation_word(text)
        and not roles.is_desk_word(text)
        and not roles.is_topic(text)
    )


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for language in LANGUAGES for name in load(language, "names")["given"].split())


@cache
def _surname_endings() -> tuple[str, ...]:
    return phrases("surname_endings", "names")

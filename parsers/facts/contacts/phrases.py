"""The words around contacts: labels before them, notes and prose about them, and how far a title reaches."""

from __future__ import annotations

import re
from functools import cache

from parsers.facts.contacts import roles
from parsers.facts.contacts.names import Word
from parsers.facts.wordlists import phrase_pattern, phrases, words
from parsers.text.alternatives import alternatives

Words = tuple[Word, ...]

_CONJUNCTIONS = frozenset({"ja", "sekä", "tai", "och", "samt", "eller", "and", "&", "/"})
_FILLERS = frozenset({"myös", "lisäksi", "även", "också", "mm.", "muun", "muassa"})
_PREPOSITIONS = frozenset({"vid", "på", "i", "hos", "från"})
_LONGEST_NAME_OF_DESK = 8
_LONGEST_TITLE = 5


def label_end(text: str, position: int = 0) -> int | None:
    """Return where a label that stands at `position` ends, None where none stands there.

    >>> label_end("Lisätietoja antaa"), label_end("Ytterligare upplysningar:"), label_end("Lisäksi")
    (11, 24, None)
    """
    match = _labels().match(text, position)
    return match.end() if match else None


def is_contact_heading(text: str) -> bool:
    """Return whether a heading, or a short paragraph that serves as one, opens a section of contacts.

    >>> is_contact_heading("Lisätietoja hausta:"), is_contact_heading("Frågor och svar")
    (True, False)
    """
    plain = text.casefold().strip(" :.")
    if plain.startswith(phrases("not_headings")) or len(plain) > 90:
        return False
    return plain in words("headings") or label_end(plain) is not None


def without_label(chunk: Words) -> Words:
    """Return `chunk` without conjunctions, label and "antaa", "ger" and the like before what they lead to."""
    chunk = _without_leading(chunk, _CONJUNCTIONS | _FILLERS)
    joined = " ".join(word.text for word in chunk)
    end = label_end(joined)
    if end is None:
        return chunk
    verbs = list(phrase_pattern("verbs").finditer(joined, end))
    return _without_leading(
        chunk[joined[: verbs[-1].end() if verbs else end].count(" ") + 1 :], _CONJUNCTIONS | _FILLERS
    )


def is_note(word: str) -> bool:
    """Return whether `word` begins a remark on hours, leave or language: what stands before it is complete.

    >>> is_note("klo"), is_note("ma–pe"), is_note("9–15"), is_note("hakijan")
    (True, True, True, False)
    """
    first = re.split("[–-]", word.casefold())[0].rstrip(".")
    return first in words("notes") or word[0].isdigit() or (first != word.casefold() and first in words("weekdays"))


def is_prose(chunk: Words) -> bool:
    """Return whether a chunk is too long to be a name of anything."""
    return len(chunk) > _LONGEST_NAME_OF_DESK


def title_length(chunk: Words) -> int:
    """Return how many of the first words of `chunk` are a title; 0 where it does not begin with one."""
    for position, word in enumerate(chunk[:_LONGEST_TITLE]):
        if roles.is_title_word(word.text) and title_start(chunk[: position + 1]) == 0:
            follows = chunk[position + 1 : position + 2]
            return len(chunk) if follows and follows[0].text == "för" else position + 1
    return 0


def title_start(chunk: Words) -> int:
    """Return at which word the title begins that ends `chunk`.

    >>> [title_start(tuple(Word(text, 0, 0) for text in line.split())) for line in
    ...  ("tehtävästä antaa neuvotteleva virkamies", "suunnittelu- ja kehittämisjohtaja", "TEM:n yksikön päällikkö")]
    [2, 0, 1]
    """
    start = len(chunk) - 1
    needs_genitive = roles.is_bare_title(chunk[start].text)
    while start > 0:
        before = chunk[start - 1].text
        if roles.is_modifier(before) or before.endswith("-") or (needs_genitive and roles.is_title_genitive(before)):
            start -= 1
        elif start > 1 and before in _CONJUNCTIONS and chunk[start - 2].text.endswith("-"):
            start -= 2
        else:
            break
    own_genitives = all(
        _is_plain_genitive(word.text) and (needs_genitive or not roles.is_title_genitive(word.text))
        for word in chunk[:start]
    )
    return 0 if own_genitives and len(chunk) <= _LONGEST_TITLE else start


def organisation_start(chunk: Words) -> int:
    """Return at which word the organisation begins that ends `chunk`: "Pohjois-Savon ELY-keskuksen", "työ- ja …"."""
    start = len(chunk) - 1
    while start > 0:
        before = chunk[start - 1].text
        if start > 1 and before in _CONJUNCTIONS and chunk[start - 2].text.endswith("-"):
            start -= 2
        elif before.endswith(("-", "-,")) or before[0].isupper():
            start -= 1
        else:
            break
    return start


def desk_words(chunk: Words) -> Words:
    """Return the words of `chunk` that can name a desk or organisation: without notes and verbs about it."""
    chunk = _without_leading(chunk, _PREPOSITIONS)
    chunk = chunk[: next((number for number, word in enumerate(chunk) if is_note(word.text)), len(chunk))]
    verb = next((number for number, word in enumerate(chunk) if word.text.casefold() in words("desk_verbs")), None)
    if verb is None:
        return chunk
    after = chunk[verb + 1 :]
    names_desk = any(roles.is_desk_word(word.text) or roles.is_organisation_word(word.text) for word in after)
    return after if names_desk else chunk[:verb]


def own_words(chunk: Words, first: int, limit: int) -> tuple[Words, int]:
    """Return what of the words between two names belongs to the first, and where that ends."""
    between = chunk[first:limit]
    if limit == len(chunk):
        return between, limit
    glue = next((number for number, word in enumerate(between) if word.text in _CONJUNCTIONS), None)
    if glue is not None:
        return between[:glue], first + glue
    return ((), first) if between and roles.is_title_word(between[-1].text) else (between, limit)


def _without_leading(chunk: Words, unwanted: frozenset[str]) -> Words:
    while chunk and chunk[0].text.casefold() in unwanted:
        chunk = chunk[1:]
    return chunk


def _is_plain_genitive(word: str) -> bool:
    """Whether `word` can be a genitive attribute of a title: "kotouttamisen asiantuntija", not "ministeriön …"."""
    return word.islower() and word.endswith("n") and not roles.is_organisation_word(word)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(phrases('labels'))}(?!\w)", re.IGNORECASE)

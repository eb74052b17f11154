"""A person's whole name in a text: in any case and order, in capitals or small letters, with initials between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.privacy.forms import beginning, given_stems, is_form, is_given_form, stems
from parsers.privacy.words import given_names, listed, small, surname_endings

Place = tuple[int, int]

_SHORTEST_SURNAME = 3
# " ", " A. ", " j. ", " Maria ", " af ": what may stand between a given name and a surname
_BETWEEN = re.compile(r"\s{1,3}([A-ZÅÄÖÉ][\w'’-]{1,30}|[^\W\d_]\.?|(?i:af|von|de|der|van))(?=\s|(?<=\.)[^\W\d_])")
# Between the two names; in a table they may have a cell each
_GAP = re.compile(r"\s{0,3}")
_CELLS = re.compile(r"\s?\|\s{1,2}")
# "Virtasen", "Alasuo-Lindin", "Wu:n", "O’Briens"
_WORD = re.compile(r"[^\W\d_](?:[\w'’:\u2010\u2011-]{0,60}\w)?")
_MOST_BETWEEN = 2
# What stands before a line or cell of its own
_LINE_BEGINS = ("\n", "| ", "• ")
# Between "Virtanen" and "Anna", the longest first
_TURNED = (", ", " | ", " ")
_LONGEST = 64
_OPENING = "\"'“”»«„([{#"


class Name(NamedTuple):
    """A name taken apart, in small letters: `given` names, of which the first is always written, and `surname`."""

    given: tuple[str, ...]
    surname: str

    @property
    def is_whole(self) -> bool:
        """Whether the surname is long enough to be looked for by itself."""
        return bool(self.given) and len(self.surname) >= _SHORTEST_SURNAME


@lru_cache(maxsize=4096)
def read_name(name: str) -> Name:
    """Return a name taken apart.

    >>> read_name("Carl Gustaf von Essen")
    Name(given=('carl', 'gustaf'), surname='essen')
    """
    *given, surname = small(unicodedata.normalize("NFC", name)).split()
    return Name(tuple(word for word in given if word not in listed("particles")), surname)


def find_name(name: str, text: str) -> list[Place]:
    """Return where a person's whole name stands, whatever is between and however the surname is inflected.

    >>> text = "Soita ANNA VIRTASELLE tai Anna K. Virtaseen. Laatinut Virtanen Anna, anna virtanen"
    >>> [text[start:end] for start, end in find_name("Anna Virtanen", text)]
    ['ANNA VIRTASELLE', 'Anna K. Virtaseen', 'Virtanen Anna', 'anna virtanen']
    >>> find_name("Anna Virtanen", "Anni Virtanen, Anna Virta, Marianna Virtanen, Ari Virtanen, Anna Aho")
    []
    """
    who = read_name(name)
    if not who.given:
        return find_surname(name, text)
    low = small(text)
    if surname_beginning(who) not in low:
        return []
    return [place for word in words_from(given_beginning(who.given[0]), low) if (place := _whole(who, text, low, word))]


def find_surname(name: str, text: str) -> list[Place]:
    """Return where the surname stands; alone it is to be looked for only in a text that has the whole name.

    >>> text = "Mäen mukaan. Sanoo MÄKI: mäki, Mäkinen, Mä"
    >>> [text[start:end] for start, end in find_surname("Ulla Mäki", text)]
    ['Mäen', 'MÄKI']
    """
    who, low = read_name(name), small(text)
    words = (word for word in words_from(surname_beginning(who), low) if text[word[0]].isupper())
    return [(word[0], end) for word in words if (end := surname_end(who, text, low, word))]


def is_whole(name: str) -> bool:
    """Tell whether a name has a given name and a surname that is long enough to be looked for by itself.

    >>> is_whole("Anna Virtanen"), is_whole("Virtanen"), is_whole("Bo Ek")
    (True, False, False)
    """
    return read_name(name).is_whole


def words_from(prefix: str, low: str) -> Iterator[Place]:
    """Give where words stand in a text in small letters that begin so; no halves of "Mäki-Aho"."""
    at = low.find(prefix) if prefix else -1
    while at >= 0:
        before = low[at - 1 : at]
        if not (before.isalnum() or before in ("-", "_")) and (word := _WORD.match(low, at)):
            yield word.span()
        at = low.find(prefix, at + len(prefix))


def surname_end(who: Name, text: str, low: str, word: Place) -> int | None:
    """Return where a surname ends that stands at a word, or before the hyphen of one: "Öhberg-haastattelu"."""
    start, end = word
    if is_form(low[start:end], who.surname):
        return end
    head, hyphen, _ = low[start:end].rpartition("-")
    behind = start + len(head) + 1
    is_compound = hyphen and text[behind].islower() and who.surname not in listed("surname_words")
    return start + len(head) if is_compound and is_form(head, who.surname) else None


def is_surname_like(word: str) -> bool:
    """Tell whether a word in small letters can only be a surname by how it ends."""
    return word.endswith(surname_endings()) and word not in given_names()


@lru_cache(maxsize=4096)
def surname_beginning(who: Name) -> str:
    """Return what all forms of a surname begin with."""
    return beginning(stems(who.surname)) or who.surname[:1]


@lru_cache(maxsize=4096)
def given_beginning(given: str) -> str:
    """Return what all forms of a given name begin with."""
    return beginning(given_stems(given)) or given[:1]


def _whole(who: Name, text: str, low: str, word: Place) -> Place | None:
    """Return the whole name that begins, or in "Virtanen, Anna" ends, with the given name at a word."""
    start, end = word
    given = low[start:end]
    if not (given == who.given[0] or is_given_form(given, who.given[0])):
        return None
    if given == who.given[0]:
        at, skipped = end, 0
        for skipped in range(_MOST_BETWEEN + 1):
            behind = _surname_behind(who, text, low, at, start, is_near=skipped == 0)
            if behind:
                return start, behind
            between = _BETWEEN.match(text, at)
            if not between or not _may_be_between(between[1]):
                break
            at = between.end()
    return _turned(who, text, low, word)


def _surname_behind(who: Name, text: str, low: str, at: int, start: int, *, is_near: bool) -> int | None:
    """Return where the surname ends that follows at `at` upon the given name that began at `start`."""
    gap = (is_near and _CELLS.match(low, at)) or _GAP.match(low, at)
    word = gap and (gap.end() > at or low[at - 1 : at] == ".") and _WORD.match(low, gap.end())
    end = word and surname_end(who, text, low, word.span())
    return end if word and end and _is_meant(who, text, low, start, word.start(), end) else None


def _may_be_between(word: str) -> bool:
    """In capitals every word looks like a second name: there it must be known as one."""
    is_capitals = len(word.rstrip(".")) > 1 and word.isupper()
    return not is_capitals or small(word) in given_names() or small(word) in listed("particles")


def _is_meant(who: Name, text: str, low: str, given: int, surname: int, end: int) -> bool:
    """Whether a surname beside the given name is one: in small letters "Pia lampi" has none, "pia lampi" has."""
    if text[surname].isupper():
        return True
    is_word = who.surname in listed("surname_words")
    if text[given].isupper():
        return not is_word and (who.given[0] not in listed("given_words") or low[surname:end] == who.surname)
    return not (is_word and who.given[0] in listed("given_words")) or low[surname:end] == who.surname


def _turned(who: Name, text: str, low: str, word: Place) -> Place | None:
    """Return "Virtanen Anna", "Virtanen, Anna" or "Virtanen | Anna", where it is not two persons' names in a list."""
    start, end = word
    floor = max(0, start - _LONGEST)
    before = low[floor:start]
    joint = next((each for each in _TURNED if before.endswith(each)), None)
    words = before.removesuffix(joint).split() if joint else []
    if not words or before.removesuffix(joint or "")[-1:].isspace():
        return None
    surname = words[-1].lstrip(_OPENING)
    at = start - len(joint or "") - len(surname)
    if not is_form(surname, who.surname) or not _is_meant(who, text, low, start, at, at + len(surname)):
        return None
    return (at, end) if _is_one(text, low, at, end, joint or "") else None


def _is_one(text: str, low: str, at: int, end: int, joint: str) -> bool:
    """Whether a surname and a given name behind it are one person's: not those of "Ari Virtanen, Anna Aho"."""
    is_line = at == 0 or text[max(0, at - 2) : at].endswith(_LINE_BEGINS)
    follower = text[end : end + 1].isspace() and _WORD.match(text, end + 1)
    behind = follower[0] if follower else ""
    if joint == " | ":
        return is_line
    if is_line:
        return joint == " " or not (behind[:1].isupper() and is_surname_like(small(behind)))
    previous = _directly_before(text, at)
    if joint == " ":
        return small(previous) not in given_names() and not previous.endswith(".")
    return not _may_be_name(previous, is_given=True) and not _may_be_name(behind, is_given=False)


def _may_be_name(word: str, *, is_given: bool) -> bool:
    """Whether a word may be somebody's name: it has a capital, and if all of it is in capitals, it is known as one."""
    if len(word) > 1 and word.isupper():
        return small(word) in given_names() if is_given else is_surname_like(small(word))
    return word[:1].isupper()


def _directly_before(text: str, at: int) -> str:
    """Return the word or initial before a place, "" where a mark or line end is between."""
    before = text[max(0, at - _LONGEST) : at]
    words = before.split() if before[-1:] in (" ", "\u00a0") else []
    is_initial = bool(words) and len(words[-1]) == 2 and words[-1].endswith(".")
    return words[-1] if is_initial or (words and words[-1][-1].isalnum()) else ""

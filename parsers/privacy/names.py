"""A person's name in a text, in any form: whole, inflected, or the surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from parsers.language_data import load

Place = tuple[int, int]

_VOWELS = "aeiouyåäö"
_SHORTEST_SURNAME = 3
# " ", " A. ", " Maria ", " af ": what may stand between a given name and a surname
_BETWEEN = re.compile(r"[\s\u00a0]{1,3}((?:[A-ZÅÄÖÉ][\w'’.-]{0,30}|af|von|de|der|van))(?=[\s\u00a0])")
_SPACE = re.compile(r"[\s\u00a0]{1,3}")
# "Virtasen", "Alasuo-Lindin", "Wu:n", "O’Briens"
_WORD = re.compile(r"[^\W\d_](?:[\w'’:-]{0,60}\w)?")
_MOST_BETWEEN = 2
# What stands before a line or cell of its own
_LINE_BEGINS = ("\n", "| ", "• ")
# Behind "Wu:n" and "Virtanen’s"
_APART = re.compile(r"[:'’]")


def find_name(name: str, text: str) -> list[Place]:
    """Return where a person's whole name stands, whatever is between and however the surname is inflected.

    >>> text = "Soita Anna Virtaselle tai Anna K. Virtaseen."
    >>> [text[start:end] for start, end in find_name("Anna Virtanen", text)]
    ['Anna Virtaselle', 'Anna K. Virtaseen']
    >>> find_name("Anna Virtanen", "Anni Virtanen, Anna Virta, Marianna Virtanen")
    []
    """
    first, _, surname = " ".join(name.split()).rpartition(" ")
    if not first:
        return find_surname(name, text)
    given = first.split(" ")[0]
    return [place for at in _starts(given, text) for place in _whole(given, surname, text, at)]


def find_surname(name: str, text: str) -> list[Place]:
    """Return where the surname stands; alone it is to be looked for only in a text that has the whole name.

    >>> text = "Mäen mukaan. Sanoo Mäki: mäki, Mäkinen, Mä"
    >>> [text[start:end] for start, end in find_surname("Ulla Mäki", text)]
    ['Mäen', 'Mäki']
    """
    surname = name.split()[-1]
    words = (_WORD.match(text, at) for at in _starts(surname[:2], text, whole=False))
    return [word.span() for word in words if word and is_form(word.group(), surname)]


def is_whole(name: str) -> bool:
    """Tell whether a name has a given name and a surname that is long enough to be looked for by itself.

    >>> is_whole("Anna Virtanen"), is_whole("Virtanen"), is_whole("Bo Ek")
    (True, False, False)
    """
    words = name.split()
    return len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME


def is_form(word: str, surname: str) -> bool:
    """Tell whether a word is a surname in some form; a capital stays one, for "mäki" is a hill.

    >>> is_form("Mäeltäkin", "Mäki"), is_form("Wu:lle", "Wu"), is_form("Lindin", "Lind"), is_form("Linden", "Lindh")
    (True, True, True, False)
    """
    if word == surname:
        return True
    if word[:1] != surname[:1]:
        return False
    plain, apart, ending = _parted(word)
    if apart:
        return plain == surname and (ending in endings() or ending == "s")
    return any(word.startswith(stem) and word[len(stem) :] in endings() for stem in stems(surname))


def _whole(given: str, surname: str, text: str, at: int) -> Iterator[Place]:
    """Give the whole name that begins, or in "Virtanen, Anna" ends, with the given name at `at`."""
    end = at + len(given)
    for _ in range(_MOST_BETWEEN + 1):
        space = _SPACE.match(text, end)
        word = space and _WORD.match(text, space.end())
        if word and is_form(word.group(), surname):
            yield at, word.end()
            return
        between = _BETWEEN.match(text, end)
        if not between:
            break
        end = between.end()
    yield from _turned(surname, text, at, at + len(given))


def _turned(surname: str, text: str, at: int, end: int) -> Iterator[Place]:
    """Give "Virtanen, Anna" at the beginning of a line or cell: elsewhere a comma goes on to the next person."""
    line = max((text.rfind(mark, 0, at) + len(mark) for mark in _LINE_BEGINS if mark in text[:at]), default=0)
    before = text[line:at]
    if before.endswith((", ", ",\u00a0")) and is_form(before[:-2], surname):
        yield line, end


def _starts(beginning: str, text: str, *, whole: bool = True) -> Iterator[int]:
    """Give where a word begins so; where it must be the `whole` word, nothing of a word follows."""
    at = text.find(beginning)
    while at >= 0:
        end = at + len(beginning)
        before, behind = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before == "-") and not (whole and (behind.isalnum() or behind == "-")):
            yield at
        at = text.find(beginning, end)


def _parted(word: str) -> tuple[str, bool, str]:
    match = _APART.search(word)
    return (word[: match.start()], True, word[match.end() :]) if match else (word, False, "")


@cache
def endings() -> frozenset[str]:
    """Return all that may stand behind a stem: a case, a particle, the Swedish genitive."""
    data = load("fi", "privacy")
    cases = [case.replace("V", vowel) for case in data["case_endings"] for vowel in (_VOWELS if "V" in case else " ")]
    return frozenset(case + clitic for case in ("", "s", *cases) for clitic in ("", *data["clitics"]))


@cache
def stems(surname: str) -> tuple[str, ...]:
    """Return what case endings are put behind: Virtanen: Virtase, Virtas; Andersson: Anderssoni."""
    changed = [
        surname.removesuffix(end) + new
        for end, stems in load("fi", "privacy")["stem_changes"]
        if surname.endswith(end)
        for new in stems
    ]
    strong = [surname, *changed, *([f"{surname}i"] if surname[-1:] not in _VOWELS else [])]
    return tuple(dict.fromkeys([*strong, *_graded(strong)]))


def _graded(stems: Iterable[str]) -> Iterator[str]:
    """Give stems with the consonants before their last vowels in the other grade, either way."""
    for stem in stems:
        body = stem.rstrip(_VOWELS)
        vowels = stem[len(body) :]
        for strong, weak in load("fi", "privacy")["gradations"]:
            if vowels and body.endswith(strong):
                yield body.removesuffix(strong) + weak + vowels
            if vowels and weak and body.endswith(weak):
                yield body.removesuffix(weak) + strong + vowels

"""A person's name in a text, in any form: whole, inflected, or the surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from parsers.language_data import load

_VOWELS = "aeiouyåäö"
_SHORTEST_SURNAME = 3
# At the beginning of a line or cell: "Virtanen, Anna"; behind another name a comma goes on to the next person
_TURNED = r"(?:(?m:^)|(?<=\| )|(?<=• ))"
# " ", " A. ", " Maria ", " af ": what may stand between a given name and a surname
_BETWEEN = r"(?:[\s\u00a0]{1,3}(?:[A-ZÅÄÖÉ][\w'’.-]{0,30}|af|von|de|der|van)){0,2}[\s\u00a0]{1,3}"


@cache
def name_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for a person's whole name, whatever stands between and however the surname is inflected.

    >>> [m.group() for m in name_pattern("Anna Virtanen").finditer("Soita Anna Virtaselle tai Anna K. Virtaseen.")]
    ['Anna Virtaselle', 'Anna K. Virtaseen']
    >>> name_pattern("Anna Virtanen").search("Anni Virtanen, Anna Virta, Marianna Virtanen") is None
    True
    """
    first, _, surname = " ".join(name.split()).rpartition(" ")
    if not first:
        return _whole_words(_forms(surname))
    given, forms = re.escape(first.split(" ")[0]), _forms(surname)
    return re.compile(rf"{_whole_words(given + _BETWEEN + forms).pattern}|{_TURNED}{forms},[\s\u00a0]{given}\b")


@cache
def surname_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for the surname alone: to be used only in a text that has the whole name.

    >>> [m.group() for m in surname_pattern("Ulla Mäki").finditer("Mäen mukaan. Sanoo Mäki: mäki, Mäkinen, Mä")]
    ['Mäen', 'Mäki']
    """
    return _whole_words(_forms(name.split()[-1]))


def is_whole(name: str) -> bool:
    """Tell whether a name has a given name and a surname that is long enough to be looked for by itself.

    >>> is_whole("Anna Virtanen"), is_whole("Virtanen"), is_whole("Bo Ek")
    (True, False, False)
    """
    words = name.split()
    return len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w|-\w)")


def _forms(surname: str) -> str:
    """Return a pattern of all forms of a surname, the longest first; a capital stays one, for "mäki" is a hill."""
    head, _, last = surname.rpartition("-")
    lead = re.escape(f"{head}-") if head else ""
    base, lowered = last[:1], last[1:]
    stems = sorted({lowered, *_stems(lowered)}, key=lambda stem: (-len(stem), stem))
    clitics = "|".join(map(re.escape, load("fi", "privacy")["clitics"]))
    endings = "|".join(f"{re.escape(stem)}(?:{_endings(stem)})" for stem in stems)
    plain = re.escape(lowered)
    return rf"{lead}{re.escape(base)}(?:{endings}|{plain}:?s|{plain}’s|{plain}:[a-zåäö]{{1,4}}|{plain})(?:{clitics})?"


def _endings(stem: str) -> str:
    vowel = stem[-1:] if stem[-1:] in _VOWELS else ""
    return "|".join(sorted({ending.replace("V", vowel) for ending in load("fi", "privacy")["case_endings"]}))


def _stems(surname: str) -> Iterator[str]:
    """Give what case endings are put behind: Virtanen: virtase, virtas; Anderss: Andersson, Anderssoni."""
    if surname[-1:] not in _VOWELS:
        yield f"{surname}i"
    changed = [
        surname.removesuffix(end) + new
        for end, stems in load("fi", "privacy")["stem_changes"]
        if surname.endswith(end)
        for new in stems
    ]
    yield from changed
    yield from _graded([surname, *changed])


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

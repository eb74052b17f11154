"""Voikko, the morphology of Finnish: the system's libvoikko where it is installed, else pyvoikko. Both read alike.

Each gives the raw output of the same transducer, ``[Ln][Xp]keskus[X]keskuks[Sall][Nm]ille``, which is taken apart here,
so that the terms do not depend on which of them is there.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import re
import threading
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

_TAG_OR_TEXT = re.compile(r"\[[^\]]*\]|[^\[]+")
_PART_ENDS, _HAS_CLASS = "[Bc]", "[L"
_BASE_BEGINS, _BASE_ENDS = ("[Xp]", "[Xj]"), "[X]"
_HIDDEN_BEGINS = ("[Xr]", "[Xs]")
_MINEN, _PARTICIPLE = "[Tn4]", "[R"
_VOWELS = frozenset("aeiouyäöå")
_LONGEST_WORD = 80

Lookup = Callable[[str], list[str]]


class Part(NamedTuple):
    """A word, or a part of a compound: as it is written, its base form, and the verb that is made of, if any.

    Voikko calls "nopeuttaminen" a form of the verb; here it is a noun of its own.
    """

    form: str
    base: str
    verb: str | None = None


def readings(word: str, lookup: Lookup | None = None) -> list[tuple[Part, ...]]:
    """Return what a word in lower case can be, each reading a row of its parts; nothing for an unknown word.

    >>> readings("osaamiskeskuksille")
    [(Part(form='osaamis', base='osaaminen', verb='osata'), Part(form='keskuksille', base='keskus', verb=None))]
    >>> readings("kissoittelevistaan")
    []
    """
    found = (lookup or _lookup())(word[:_LONGEST_WORD])
    rows = (tuple(_part(part) for part in _parts(output)) for output in sorted(set(found)))
    return [row for row in rows if row and not _needs_hyphen(row)]


def backend() -> str:
    """Return which Voikko is in use."""
    return "libvoikko" if libvoikko() else "pyvoikko"


@cache
def libvoikko() -> Lookup | None:
    """Return the lookup of the system's library, None where it or its dictionary is not installed."""
    name = ctypes.util.find_library("voikko")
    library = _declared(ctypes.CDLL(name)) if name else None
    fault = ctypes.c_char_p()
    handle = library.voikkoInit(ctypes.byref(fault), b"fi", None) if library else None
    if library is None or not handle:
        return None
    # A handle serves one thread at a time.
    lock = threading.Lock()

    def lookup(word: str) -> list[str]:
        with lock:
            return _outputs(library, library.voikkoAnalyzeWordCstr(handle, word.encode()))

    return lookup


@cache
def pyvoikko() -> Lookup:
    """Return the lookup of the Python package. Its dictionary takes a second and 250 MB: it is loaded when needed."""
    from pyvoikko import VOIKKO_FST, TokenizationException

    def lookup(word: str) -> list[str]:
        try:
            return [output for output, _ in VOIKKO_FST.lookup(word)]
        except TokenizationException:
            # A letter that Finnish does not have.
            return []

    return lookup


@cache
def _lookup() -> Lookup:
    return libvoikko() or pyvoikko()


def _declared(library: ctypes.CDLL) -> Any:
    """Tell ctypes what the functions take and give (libvoikko/voikko.h)."""
    library.voikkoInit.restype = ctypes.c_void_p
    library.voikkoInit.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_char_p]
    library.voikkoAnalyzeWordCstr.restype = ctypes.POINTER(ctypes.c_void_p)
    library.voikkoAnalyzeWordCstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.voikko_mor_analysis_value_cstr.restype = ctypes.c_void_p
    library.voikko_mor_analysis_value_cstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.voikko_free_mor_analysis_value_cstr.argtypes = [ctypes.c_void_p]
    library.voikko_free_mor_analysis.argtypes = [ctypes.POINTER(ctypes.c_void_p)]
    return library


def _outputs(library: Any, analyses: Any) -> list[str]:
    """Return the transducer's outputs, and free what the library gave; what it guesses to be a name has none."""
    found = []
    number = 0
    while analyses and analyses[number]:
        value = library.voikko_mor_analysis_value_cstr(analyses[number], b"FSTOUTPUT")
        if value:
            found.append(ctypes.string_at(value).decode())
            library.voikko_free_mor_analysis_value_cstr(value)
        number += 1
    if analyses:
        library.voikko_free_mor_analysis(analyses)
    return found


def _parts(output: str) -> list[list[str]]:
    """Cut an output at the seams of a compound into tags and text, what is no word left out."""
    parts: list[list[str]] = [[]]
    for piece in _TAG_OR_TEXT.findall(output):
        if piece == _PART_ENDS:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if any(piece.startswith(_HAS_CLASS) for piece in part)]


def _part(pieces: list[str]) -> Part:
    """Put a part together: base forms stand between [Xp] or [Xj] and [X], what is written outside."""
    base, form = "", ""
    shown, given = "", ""
    state = ""
    for piece in pieces:
        if piece in _BASE_BEGINS:
            base, form, shown, given, state = base + shown, form + shown, "", "", "base"
        elif piece in _HIDDEN_BEGINS:
            state = "hidden"
        elif piece == _BASE_ENDS:
            state = ""
        elif piece[0] == "[" or state == "hidden":
            continue
        elif state == "base":
            given += piece
        else:
            shown += piece
    form += shown
    return _derived(pieces, form.lower(), ((base + given) or form.removesuffix("-")).lower())


def _derived(pieces: list[str], form: str, base: str) -> Part:
    if _MINEN in pieces:
        return Part(form, pieces[pieces.index(_MINEN) - 1].lower() + "minen", base)
    if any(piece.startswith(_PARTICIPLE) for piece in pieces):
        first = next((number for number, piece in enumerate(pieces) if piece in _BASE_BEGINS), None)
        return Part(form, base, None if first is None else pieces[first + 1].lower())
    return Part(form, base)


def _needs_hyphen(parts: tuple[Part, ...]) -> bool:
    """Whether a hyphen is missing between two like vowels: "ohja-ajan"; libvoikko drops such readings by itself."""
    forms = [part.form for part in parts]
    return any(one[-1:] == other[:1] and one[-1:] in _VOWELS for one, other in pairwise(forms))

"""A person's name in an address or the name of a file: in small letters, without accents, parted by hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from parsers.privacy.forms import beginning, endings, stems
from parsers.privacy.names import Place
from parsers.privacy.words import small

# "%C3%A4", or one character
_PIECE = re.compile(r"(?P<escaped>(?:%[0-9A-Fa-f]{2})+)|.", re.DOTALL)
_ESCAPE_LENGTH = 3
# What accents do not tell from other letters
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
# Words between a given name and a surname: "anna-kaarina-virtanen"
_MOST_BETWEEN = 2
_SHORTEST_WITH_INITIAL = 4
_RUN = re.compile(r"\S+")
# "https://…", "www.…", "anna.aho(at)gov.fi", "#AnnaAho", "anna_aho", "cv_aho.pdf"
_ADDRESS = re.compile(
    r"://|\bwww\.|@|[(\[{<](?:at|ät|a)[)\]}>]|\#[^\W\d_]|[^\W\d_]_[^\W\d_]"
    r"|\w\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|html?)\b",
    re.IGNORECASE,
)
# " ät gov.fi", " (at) gov.fi", " [ät]gov.fi": what follows upon the first half of an address that stands apart
_AT_APART = re.compile(
    r"\s(?:[\[({<]{1,2}\s?(?:at|ät|@|a)\s?[\])}>]{1,2}\s?|@\s|(?:at|ät)\s{1,2})(?=[\w-]{1,63}\.[^\W\d_])", re.IGNORECASE
)
_LONGEST_LOCAL = 64
# Without any of these there is none of the two: far cheaper to look for
_TRACES = (
    "@", "#", "_", "://", "www.", "(a", "[a", "{a", "<a", "(ä", "[ä", "{ä", "<ä",
    ".pdf", ".doc", ".xls", ".ppt", ".od", ".rtf", ".txt", ".htm",
)  # fmt: skip
_AT_TRACES = (" at ", " ät ", " (a", " (ä", " [a", " [ä", " {", " <", " @ ", "( ", "[ ", " ((", " [(")


class _Word(NamedTuple):
    """A word of an address in plain small letters, and where it stands."""

    plain: str
    start: int
    end: int


def addresses_in(text: str) -> list[Place]:
    """Return where addresses of pages and people, and names of files, stand in a text.

    >>> text = "Ks. https://tem.fi/-/haku, liite.pdf tai a.aho(at)gov.fi: työ- ja elinkeinoministeriö, a.aho ät gov.fi"
    >>> [text[start:end] for start, end in addresses_in(text)]
    ['https://tem.fi/-/haku,', 'liite.pdf', 'a.aho(at)gov.fi:', 'a.aho']
    """
    low = small(text)
    found = []
    if any(trace in low for trace in _TRACES):
        runs = (run for run in _RUN.finditer(text) if not run[0][:-1].isalpha())
        found = [run.span() for run in runs if _ADDRESS.search(run[0])]
    if any(trace in low for trace in _AT_TRACES):
        found += [place for at in _AT_APART.finditer(text) if (place := _before(text, at.start()))]
    return found


def _before(text: str, at: int) -> Place | None:
    """Return where the last word before a place stands."""
    before = text[max(0, at - _LONGEST_LOCAL) : at]
    words = before.split()
    end = at - len(before) + len(before.rstrip())
    return (end - len(words[-1]), end) if words else None


def find_name_in_address(name: str, address: str) -> list[Place]:
    """Return where a person's whole name stands, whatever the surname's form; in either order, or written together.

    >>> address = "https://tem.fi/-/ministeri-anna-m%C3%A4en-puhe"
    >>> [address[start:end] for start, end in find_name_in_address("Anna Mäki", address)]
    ['anna-m%C3%A4en']
    >>> [find_name_in_address("Anna Mäki", other) for other in ("https://tem.fi/-/anna-makinen", "maki.pdf")]
    [[], []]
    """
    first, last = _named(name)
    if not (first and last and _may_hold(first[0], address) and _may_hold(_beginning(last[0]), address)):
        return []
    words = _words(address)
    return [place for at in range(len(words)) for place in _names_at(words, at, first, last)]


def find_surname_in_address(name: str, address: str) -> list[Place]:
    """Return where the surname stands; alone it is to be looked for only where the whole name is known to be meant.

    >>> find_surname_in_address("Anna Virtanen", "https://tem.fi/-/virtasen-puhe")
    [(17, 25)]
    >>> [find_surname_in_address("Anna Virtanen", handle) for handle in ("@avirtanen", "@a_virtanen", "@b_virtanen")]
    [[(1, 10)], [(1, 11)], [(3, 11)]]
    """
    first, last = _named(name)
    if not (last and _may_hold(_beginning(last[0]), address)):
        return []
    words = _words(address)
    initial = first[0][0] if first else ""
    found = [place for at in range(len(words)) for place in _surnames_at(words, at, initial, last)]
    return list(dict.fromkeys(found))


def _names_at(words: Sequence[_Word], at: int, first: Sequence[str], last: Sequence[str]) -> Iterator[Place]:
    """Give the whole name that begins with the word at `at`, if one does."""
    if _is_at(words, at, first):
        behind = at + len(first)
        ends = (_surname_end(words, behind + skipped, last) for skipped in range(_MOST_BETWEEN + 1))
        if end := next(filter(None, ends), None):
            yield words[at].start, end
    together = "".join(first)
    if words[at].plain.startswith(together) and _is_form(words[at].plain.removeprefix(together), "".join(last)):
        yield words[at].start, words[at].end
    if _surname_end(words, at, last):
        given = at + len(last)
        if _is_at(words, given, first):
            yield words[at].start, words[given + len(first) - 1].end


def _surnames_at(words: Sequence[_Word], at: int, initial: str, last: Sequence[str]) -> Iterator[Place]:
    """Give the surname that begins with the word at `at`, with the initial before it: "a.virtanen", "avirtanen"."""
    word = words[at]
    if end := _surname_end(words, at, last):
        is_initial = bool(initial and at) and words[at - 1].plain == initial and words[at - 1].end >= word.start - 1
        yield words[at - 1].start if is_initial else word.start, end
    elif initial and _is_with_initial(word.plain, initial, "".join(last)):
        yield word.start, word.end


def _is_with_initial(word: str, initial: str, surname: str) -> bool:
    """Short surnames make words: "taho" is none of "Tiina Aho"."""
    return len(surname) >= _SHORTEST_WITH_INITIAL and word[:1] == initial and _is_form(word[1:], surname)


def _is_at(words: Sequence[_Word], at: int, parts: Sequence[str]) -> bool:
    return [word.plain for word in words[at : at + len(parts)]] == list(parts)


def _surname_end(words: Sequence[_Word], at: int, parts: Sequence[str]) -> int | None:
    """Return where a surname that begins with the word at `at` ends: "alasuo-lindin", "obrien"."""
    final = at + len(parts) - 1
    if final < len(words) and _is_at(words, at, parts[:-1]) and _is_form(words[final].plain, parts[-1]):
        return words[final].end
    if len(parts) > 1 and at < len(words) and _is_form(words[at].plain, "".join(parts)):
        return words[at].end
    return None


def _is_form(word: str, surname: str) -> bool:
    known = _plain_endings()
    return any(word.startswith(stem) and word[len(stem) :] in known for stem in _plain_stems(surname))


@lru_cache(maxsize=256)
def _words(address: str) -> tuple[_Word, ...]:
    """Return the words of an address: runs of letters, of which a capital within begins another."""
    words: list[_Word] = []
    plain, start, end, was_small = "", 0, 0, False
    for letter, at, behind in _letters(address):
        if plain and unicodedata.combining(letter):
            end = behind
            continue
        is_new = not letter.isalpha() or (was_small and letter.isupper())
        if is_new and plain:
            words.append(_Word(plain, start, end))
            plain = ""
        if letter.isalpha():
            start, end = (start if plain else at), behind
            plain += folded(letter)
        was_small = letter.islower()
    return (*words, _Word(plain, start, end)) if plain else tuple(words)


def _letters(address: str) -> Iterator[tuple[str, int, int]]:
    """Give the characters of an address, the escaped ones as what they stand for, each with its place."""
    for piece in _PIECE.finditer(address):
        at = piece.start()
        if not piece["escaped"]:
            yield piece.group(), at, piece.end()
            continue
        for letter in bytes.fromhex(piece.group().replace("%", "")).decode("utf-8", "surrogateescape"):
            behind = at + _ESCAPE_LENGTH * len(letter.encode("utf-8", "surrogateescape"))
            yield letter, at, behind
            at = behind


def _may_hold(beginning: str, address: str) -> bool:
    """Whether it is worth taking an address apart: most hold nothing of a name."""
    return "%" in address or not address.isascii() or beginning in address.lower()


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text in small letters without accents.

    >>> folded("Åsa Väyrynen"), folded("Tørnqvist")
    ('asa vayrynen', 'tornqvist')
    """
    plain = unicodedata.normalize("NFKD", text).casefold()  # first, for "𝑨" has no small letter of its own
    parted = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).translate(_PLAIN)


@lru_cache(maxsize=4096)
def _named(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a name's first given name and its surname, as the words that an address has of them."""
    given, _, surname = " ".join(name.split()).rpartition(" ")
    return _parts(given.partition(" ")[0]), _parts(surname)


def _parts(name: str) -> tuple[str, ...]:
    """``Alasuo-Lind`` is two words of an address, and ``O'Brien`` may be."""
    return tuple(filter(None, re.split(r"[^a-z]+", folded(name))))


@lru_cache(maxsize=4096)
def _beginning(surname: str) -> str:
    """What all forms of a surname, or of its first part, begin with."""
    return beginning(_plain_stems(surname))


@cache
def _plain_endings() -> frozenset[str]:
    return frozenset({"", *map(folded, endings())})


@lru_cache(maxsize=1024)
def _plain_stems(surname: str) -> tuple[str, ...]:
    """Without accents "Mäki" and "Maki" are one: stems are made of the plain surname, as gradation is the same."""
    return tuple(dict.fromkeys(map(folded, stems(surname))))

"""FreeDict's dictionaries, as Debian's packages have them for dict servers: pairs of words in base form.

A dictd dictionary is a text, and an index of tab-separated lines: headword, where its entry begins, how many bytes it
has, both numbers written in base 64. An entry is the headword with its pronunciation and part of speech, and for every
meaning a line of translations and one that explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase, digits

# As in dictd's source (data.c); not the one for mails.
_DIGITS = {digit: value for value, digit in enumerate(ascii_uppercase + ascii_lowercase + digits + "+/")}
# "2. gurka", the number of a meaning before its translations; "hysterisk 2.", that of the next one behind them
_NUMBERED = re.compile(r"(\d{1,2})\. (.+)")
_NEXT_NUMBER = re.compile(r" \d{1,2}\.$")
# "(anatomia) hals"
_REMARK = re.compile(r"\([^()]*\)")
_LONGEST_ENTRY = 20_000
_LONGEST_TERM = 60
_MOST_WORDS = 4
_ABOUT = "00database"


def read_dictionary(index: str, text: bytes) -> Iterator[tuple[str, str]]:
    """Walk the pairs of headword and translation of a dictd dictionary, in lower case; what is no entry is passed over.

    >>> text = "kurkku /kur/ <n>\\n1. strupe, hals\\n(anatomia) osa\\n2. gurka\\nvihannes\\n".encode()
    >>> list(read_dictionary("kurkku\\tA\\tBJ\\n", text))
    [('kurkku', 'strupe'), ('kurkku', 'hals'), ('kurkku', 'gurka')]
    """
    for line in index.splitlines():
        head, *numbers = line.split("\t")
        if head.startswith(_ABOUT) or len(numbers) < 2 or not _is_term(head):
            continue
        start, length = (_number(number) for number in numbers[:2])
        if start is not None and length is not None and length <= _LONGEST_ENTRY:
            entry = text[start : start + length].decode("utf-8", "replace")
            yield from ((head.lower(), term.lower()) for term in _translations(entry))


def _number(written: str) -> int | None:
    """Return a number of the index.

    >>> _number("BJ"), _number("?")
    (73, None)
    """
    if not written or not all(digit in _DIGITS for digit in written):
        return None
    value = 0
    for digit in written:
        value = value * 64 + _DIGITS[digit]
    return value


def _translations(entry: str) -> Iterator[str]:
    lines = entry.splitlines()[1:]
    first = _NUMBERED.fullmatch(lines[0]) if lines else None
    for line in _meanings(lines) if first else lines[:1]:
        terms = (term.strip() for term in _REMARK.sub("", _NEXT_NUMBER.sub("", line)).split(","))
        yield from (term for term in terms if _is_term(term))


def _meanings(lines: list[str]) -> Iterator[str]:
    """The translations of numbered meanings; an explanation that begins with another number is none."""
    expected = 1
    for line in lines:
        numbered = _NUMBERED.fullmatch(line)
        if numbered and int(numbered[1]) == expected:
            expected += 1
            yield numbered[2]


def _is_term(term: str) -> bool:
    """Whether it is a word or a few; not an ending such as "-han"."""
    whole = term.replace(" ", "").replace("-", "")
    return (
        whole.isalpha()
        and len(term) <= _LONGEST_TERM
        and term.count(" ") < _MOST_WORDS
        and "-" not in term[0] + term[-1]
    )

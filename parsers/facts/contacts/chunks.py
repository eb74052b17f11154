"""A line of contacts cut at its commas, brackets, colons and numbers into chunks of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from parsers.facts.contacts import roles
from parsers.facts.contacts.names import Word
from parsers.facts.wordlists import phrases
from parsers.text.alternatives import alternatives

_TAKEN = "\x00"
_LONGEST_NOTE = 120
# A longer word is debris, never a name or title.
_LONGEST_WORD = 80
# "(hakulomake)", "(på svenska)"; an unclosed bracket is a mere mark
_NOTE = re.compile(rf"\([^()]{{0,{_LONGEST_NOTE}}}\)")
# "https://tem.fi/haku", "www.okm.fi"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}", re.IGNORECASE)
# "TEM, p.", "Vaihde: 0295", "Aho – ISF", "antaa. Sähköposti", but not "TEM:n", "vs. päällikkö" or "työ- ja"
_SEPARATOR = re.compile(
    r"[\x00,;|()•·]|\s[–—-]{1,2}\s|\s/\s|(?<=[a-zåäö])/(?=[A-ZÅÄÖ])|:(?=[\s\x00]|$)|(?<=[^\W\d_]{4})[.!?](?=\s|$)"
)
_WORD = re.compile(r"\S+")
_PUNCTUATION = "\"'”“’»«„*_–—.!?:"
# "J." of a name, "vs." of a title: words that keep their full stop
_INITIAL = re.compile(r"[^\W\d_]\.|(?:vs|vt|tf|ma|vik|va)\.", re.IGNORECASE)


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """Words between two separators, with the chunk's offsets in its block.

    `heads` is true before a colon that words follow: "AMIF: Anna Aho", not "Vaihde: 0295 16001".
    """

    start: int
    end: int
    words: tuple[Word, ...]
    heads: bool = False


def chunks_of(text: str, start: int, end: int, taken: Iterable[tuple[int, int]]) -> list[Chunk]:
    """Return the chunks of ``text[start:end]`` in order; the spans in `taken` separate and belong to none.

    Notes in brackets are left out unless they name an organisation or a title.

    >>> line = "ylitarkastaja Tiina Aho (hakulomake), TEM; vs. päällikkö Li Ek"
    >>> [line[chunk.start : chunk.end] for chunk in chunks_of(line, 0, len(line), [])]
    ['ylitarkastaja Tiina Aho', 'TEM', 'vs. päällikkö Li Ek']
    """
    masked = _masked(text[start:end], [(first - start, last - start) for first, last in taken])
    return list(_chunks(masked, start))


def _chunks(masked: str, offset: int) -> Iterator[Chunk]:
    position = 0
    for separator in _SEPARATOR.finditer(masked):
        if separator.start() > position:
            yield from _chunk(masked, offset, position, separator.start(), _heads(masked, separator))
        position = separator.end()
    yield from _chunk(masked, offset, position, len(masked), False)


def _heads(masked: str, separator: re.Match[str]) -> bool:
    """Whether a separator is a colon that words follow."""
    following = masked[separator.end() : separator.end() + 3].lstrip()[:1]
    return separator[0] == ":" and following not in ("", _TAKEN)


def _masked(line: str, taken: list[tuple[int, int]]) -> str:
    """Return `line` with a mark of equal length in place of what is no plain words."""
    notes = [match.span() for match in _NOTE.finditer(line) if not _matters(match[0], match.start(), taken)]
    cues = [match.span() for match in _cue_words().finditer(line)]
    addresses = [match.span() for match in _ADDRESS.finditer(line)]
    pieces: list[str] = []
    position = 0
    for first, last in sorted(taken + notes + cues + addresses):
        first = max(first, position)
        if last > first:
            pieces += [line[position:first], _TAKEN * (last - first)]
            position = last
    return "".join(pieces) + line[position:]


def _matters(note: str, start: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a note in brackets holds a number or an address, or names an organisation or title: "(TEM)"."""
    if any(start <= first < start + len(note) for first, _ in taken):
        return True
    last = note.strip("()").split()[-1:]
    return any(roles.is_organisation_word(word) or roles.is_title_word(word) for word in last)


def _chunk(masked: str, offset: int, start: int, end: int, heads: bool) -> Iterator[Chunk]:
    """Yield the chunk of these characters, unless it has no words."""
    words = tuple(word for match in _WORD.finditer(masked, start, end) if (word := _word(match, offset)))
    if words:
        yield Chunk(words[0].start, words[-1].end, words, heads)


def _word(match: re.Match[str], offset: int) -> Word | None:
    text = match[0]
    if len(text) > _LONGEST_WORD:
        return None
    lead = len(text) - len(text.lstrip(_PUNCTUATION))
    bare = text.strip(_PUNCTUATION)
    if not bare.strip("-"):
        return None
    if _INITIAL.fullmatch(bare + "."):
        bare = text[lead : lead + len(bare) + 1]
    start = offset + match.start() + lead
    return Word(bare, start, start + len(bare))


@cache
def _cue_words() -> re.Pattern[str]:
    """Return a pattern for words that announce an address or number and are nobody's name: "sähköposti", "puh."."""
    cues = alternatives([*phrases("email_cues"), *phrases("phone_cues")])
    return re.compile(rf"(?<![^\W\d_])(?<!-){cues}(?![\w-])\.?(?:\s?:)?", re.IGNORECASE)

"""What a line of contacts holds: names, titles, organisations, desks, numbers and addresses, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.facts.contacts import roles
from parsers.facts.contacts.chunk_items import ChunkReader
from parsers.facts.contacts.chunks import Chunk, chunks_of
from parsers.facts.contacts.items import Item, Role
from parsers.facts.contacts.names import NameSpan, find_names, has_surname_ending
from parsers.facts.emails import EmailMention, belongs_to, find_emails
from parsers.facts.phones import find_phones, switchboard_cue

# A short line with a name needs no cue before its number.
_SHORT_LINE = 160


def read_items(text: str, start: int, end: int, *, lenient: bool) -> list[Item]:
    """Return what ``text[start:end]`` holds, in order, with offsets in `text`.

    `lenient` is for lines that are known to hold contacts: numbers need no cue and unknown titles count.

    >>> line = "johtaja Anna Aho, STEA, p. 0295 163 207"
    >>> [(item.role.value, item.text) for item in read_items(line, 0, len(line), lenient=False)]
    [('title', 'johtaja'), ('name', 'Anna Aho'), ('organisation', 'STEA'), ('phone', '0295 163 207')]
    """
    numbers = [
        Item(Role.PHONE, start + mention.start, start + mention.end, mention.printed)
        for mention in find_phones(text[start:end], bare=lenient or end - start <= _SHORT_LINE)
    ]
    addresses = [_address(mention, start) for mention in find_emails(text[start:end])]
    if not lenient and not numbers and not addresses:
        return []
    taken = [(item.start, item.end) for item in numbers + addresses]
    chunks = chunks_of(text, start, end, taken)
    words = _chunk_items(text, chunks, [item.text for item in addresses if item.role is Role.EMAIL], lenient)
    return sorted([*_switchboards(text, numbers), *numbers, *addresses, *words], key=lambda item: item.start)


def _switchboards(text: str, numbers: list[Item]) -> Iterator[Item]:
    """Yield a desk for each number but the first that is called a switchboard's: "Li Ek, p. 1. Vaihde 2"."""
    for number in numbers[1:]:
        announced = switchboard_cue(text[number.start : number.end])
        if announced:
            yield Item(Role.DESK, number.start, number.start + len(announced), announced)


def _address(mention: EmailMention, offset: int) -> Item:
    role = Role.EMAIL if mention.address else Role.PATTERN if mention.domain else Role.HIDDEN
    return Item(role, offset + mention.start, offset + mention.end, mention.address or mention.domain or "")


def _chunk_items(text: str, chunks: list[Chunk], addresses: list[str], lenient: bool) -> Iterator[Item]:
    """Yield the items of each chunk. An unknown given name needs a title, an address or a surname's ending."""
    names = [find_names(list(chunk.words)) for chunk in chunks]
    any_sure = any(span.sure for spans in names for span in spans)
    titled = any(roles.is_title_word(word.text) for chunk in chunks for word in chunk.words)
    for number, (chunk, spans) in enumerate(zip(chunks, names, strict=True)):
        kept = [
            span for span in spans if span.sure or _is_proved(chunk, span, addresses, titled=titled and not any_sure)
        ]
        reader = ChunkReader(text, number, lenient)
        if kept:
            yield from reader.named(chunk.words, kept)
        elif not _is_mere_topic(chunk, chunks[number + 1 :]):
            yield from reader.nameless(chunk.words)


def _is_proved(chunk: Chunk, span: NameSpan, addresses: Iterable[str], *, titled: bool) -> bool:
    """Whether a title before it, an address, or the only title of the line, makes an unknown name a person's."""
    before, surname = chunk.words[: span.first], chunk.words[span.last - 1].text
    if before and roles.is_title_word(before[-1].text):
        return True
    return titled or has_surname_ending(surname) or any(belongs_to(address, surname) for address in addresses)


def _is_mere_topic(chunk: Chunk, following: list[Chunk]) -> bool:
    """Whether a chunk before a colon says what the next is about: "AMIF:", "Ekonomi:", not "TEM:" or "Johtaja:"."""
    if not chunk.heads:
        return False
    last = chunk.words[-1].text
    titled_next = any(roles.is_title_word(word.text) for other in following[:2] for word in other.words)
    names_authority = any(roles.is_authority(word.text) for word in chunk.words)
    return not (names_authority or (roles.is_title_word(last) and not titled_next))

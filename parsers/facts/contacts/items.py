"""What a line of contacts holds: names, titles, organisations, desks, numbers and addresses, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from parsers.facts.contacts import roles
from parsers.facts.contacts.chunks import Chunk, chunks_of
from parsers.facts.contacts.names import NameSpan, find_names, has_surname_ending
from parsers.facts.contacts.phrases import (
    Words,
    desk_words,
    is_prose,
    organisation_start,
    own_words,
    title_length,
    title_start,
    without_label,
)
from parsers.facts.emails import EmailMention, belongs_to, find_emails
from parsers.facts.phones import find_phones


class Role(Enum):
    """What an item of a contact line is."""

    NAME = "name"
    TITLE = "title"
    ORGANISATION = "organisation"
    DESK = "desk"
    TEXT = "text"
    PHONE = "phone"
    EMAIL = "email"
    PATTERN = "pattern"
    HIDDEN = "hidden"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a contact line: its role, offsets in the block, value, and the number of the chunk it stands in."""

    role: Role
    start: int
    end: int
    text: str
    chunk: int = -1


def read_items(text: str, start: int, end: int, *, lenient: bool) -> list[Item]:
    """Return what ``text[start:end]`` holds, in order, with offsets in `text`.

    `lenient` is for lines that are known to hold contacts: numbers need no cue and unknown titles count.

    >>> line = "johtaja Anna Aho, STEA, p. 0295 163 207"
    >>> [(item.role.value, item.text) for item in read_items(line, 0, len(line), lenient=False)]
    [('title', 'johtaja'), ('name', 'Anna Aho'), ('organisation', 'STEA'), ('phone', '0295 163 207')]
    """
    numbers = [
        Item(Role.PHONE, start + mention.start, start + mention.end, mention.printed)
        for mention in find_phones(text[start:end], bare=lenient)
    ]
    addresses = [_address(mention, start) for mention in find_emails(text[start:end])]
    if not lenient and not numbers and not addresses:
        return []
    taken = [(item.start, item.end) for item in numbers + addresses]
    chunks = chunks_of(text, start, end, taken)
    words = _chunk_items(text, chunks, [item.text for item in addresses if item.role is Role.EMAIL], lenient)
    return sorted([*numbers, *addresses, *words], key=lambda item: item.start)


def _address(mention: EmailMention, offset: int) -> Item:
    role = Role.EMAIL if mention.address else Role.PATTERN if mention.domain else Role.HIDDEN
    return Item(role, offset + mention.start, offset + mention.end, mention.address or mention.domain or "")


def _chunk_items(text: str, chunks: list[Chunk], addresses: list[str], lenient: bool) -> Iterator[Item]:
    """Yield the items of each chunk. A name whose given name is unknown needs a title, an address or a surname's ending."""
    names = [find_names(list(chunk.words)) for chunk in chunks]
    any_sure = any(span.sure for spans in names for span in spans)
    titled = any(roles.is_title_word(word.text) for chunk in chunks for word in chunk.words)
    for number, (chunk, spans) in enumerate(zip(chunks, names, strict=True)):
        kept = [
            span for span in spans if span.sure or _is_proved(chunk, span, addresses, titled=titled and not any_sure)
        ]
        reader = _Reader(text, number, lenient)
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
    return not (roles.is_authority(last) or (roles.is_title_word(last) and not titled_next))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of one chunk."""

    text: str
    chunk: int
    lenient: bool

    def named(self, words: Words, names: list[NameSpan]) -> Iterator[Item]:
        """Yield the items of a chunk that holds names: what stands before and after each."""
        position = 0
        for number, span in enumerate(names):
            limit = names[number + 1].first if number + 1 < len(names) else len(words)
            yield from self._before(without_label(words[position : span.first]))
            yield self._item(Role.NAME, words[span.first : span.last])
            own, position = own_words(words, span.last, limit)
            yield from self._after(own)

    def nameless(self, words: Words) -> Iterator[Item]:
        """Yield the items of a chunk without a name: a title, an organisation, a desk, or text that may be either."""
        words = without_label(words)
        if words and roles.is_title_word(words[-1].text) and not is_prose(words):
            yield from self._before(words)
        elif words and (length := title_length(words)):
            yield self._item(Role.TITLE, words[:length])
            yield from self._place(words[length:])
        else:
            yield from self._place(words)

    def _before(self, words: Words) -> Iterator[Item]:
        """Yield organisation and title from what precedes a name, or from a chunk that ends in a title."""
        if not words:
            return
        if roles.is_title_word(words[-1].text):
            first = title_start(words)
            yield from self._owner(words[:first])
            yield self._item(Role.TITLE, words[first:])
        elif roles.is_organisation_word(words[-1].text):
            yield from self._owner(words)
        elif self.lenient and len(words) <= 3 and not is_prose(words) and words[-1].text.islower():
            yield self._item(Role.TITLE, words)

    def _owner(self, words: Words) -> Iterator[Item]:
        """Yield the organisation whose genitive stands before a title: "TEM:n", "Centret för konstfrämjandes"."""
        if words and roles.is_organisation_word(words[-1].text):
            owner = self._item(Role.ORGANISATION, words[organisation_start(words) :])
            yield replace(owner, text=roles.plain_organisation(owner.text))
        elif words and roles.is_organisation_word(words[0].text) and words[-1].text.endswith("s"):
            owner = self._item(Role.ORGANISATION, words)
            yield replace(owner, text=owner.text.removesuffix("s"))

    def _after(self, words: Words) -> Iterator[Item]:
        """Yield title and organisation from what follows a name in its own chunk."""
        length = title_length(words)
        if length:
            yield self._item(Role.TITLE, words[:length])
        yield from self._place(words[length:])

    def _place(self, words: Words) -> Iterator[Item]:
        """Yield a desk, an organisation or unknown text; nothing for notes and topics."""
        words = desk_words(words)
        if not words:
            return
        if is_prose(words):
            yield self._item(Role.PROSE, words)
            return
        if roles.is_desk_word(words[-1].text) or roles.is_desk_word(words[0].text):
            yield self._item(Role.DESK, words)
        elif any(roles.is_organisation_word(word.text) for word in words):
            yield self._item(Role.ORGANISATION, words)
        elif words[0].text[0].isupper() and not any(roles.is_topic(word.text) for word in words):
            yield self._item(Role.TEXT, words)

    def _item(self, role: Role, words: Words) -> Item:
        start, end = words[0].start, words[-1].end
        value = self.text[start:end]
        plain = _PLAIN_FORMS.get(role, str)(value)
        return Item(role, start, end, plain, self.chunk)


def _name_without_capitals(name: str) -> str:
    """Return a name whose words in capitals are written as others are.

    >>> _name_without_capitals("Anna VIRTANEN"), _name_without_capitals("Carl von Essen"), _name_without_capitals("J. Aho")
    ('Anna Virtanen', 'Carl von Essen', 'J. Aho')
    """
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in name.split())


def _without_capital(title: str) -> str:
    """Return a title without the capital that only its place at the start of a line gives it.

    >>> _without_capital("Projektledare"), _without_capital("EU-asiantuntija"), _without_capital("Senior Specialist")
    ('projektledare', 'EU-asiantuntija', 'Senior Specialist')
    """
    plain = title.lower() if title.isupper() else title[:1].lower() + title[1:]
    return plain if plain.islower() else title


_PLAIN_FORMS: dict[Role, Callable[[str], str]] = {Role.NAME: _name_without_capitals, Role.TITLE: _without_capital}

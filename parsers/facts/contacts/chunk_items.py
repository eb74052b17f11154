"""What a chunk of a contact line holds: names with what stands before and after them, or a title, place or desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from msgspec.structs import replace

from parsers.facts.contacts import roles
from parsers.facts.contacts.items import Item, Role
from parsers.facts.contacts.names import NameSpan
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
from parsers.facts.wordlists import words as listed


@dataclass(frozen=True, slots=True)
class ChunkReader:
    """Reads the words of one chunk."""

    text: str
    chunk: int
    lenient: bool

    def named(self, words: Words, names: list[NameSpan]) -> Iterator[Item]:
        """Yield the items of a chunk that holds names: what stands before and after each."""
        position = 0
        names = [span for span, following in zip_longest(names, names[1:]) if not _is_attribute(words, span, following)]
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
        """Yield a desk, an organisation, a topic or unknown text; nothing for notes."""
        words = _without_label_nouns(desk_words(words))
        if not words:
            return
        if is_prose(words):
            yield self._item(Role.PROSE, words)
            return
        if roles.is_desk_word(words[-1].text) or roles.is_desk_word(words[0].text):
            yield self._item(Role.DESK, words)
        elif any(roles.is_organisation_word(word.text) for word in words):
            place = self._item(Role.ORGANISATION, words)
            yield replace(place, text=roles.plain_organisation(place.text))
        elif words[0].text[0].isupper() and not roles.is_degree(words[-1].text):
            about = any(roles.is_topic(word.text) for word in words)
            yield self._item(Role.TOPIC if about else Role.TEXT, words)

    def _item(self, role: Role, words: Words) -> Item:
        start, end = words[0].start, words[-1].end
        value = self.text[start:end]
        plain = _PLAIN_FORMS.get(role, str)(value)
        return Item(role, start, end, plain, self.chunk)


# "Ministeriets adresser", "Ministeriön yhteystiedot": the ministry's
def _without_label_nouns(words: Words) -> Words:
    while words and words[-1].text.casefold().strip(":") in listed("label_nouns"):
        words = words[:-1]
    return words


def _is_attribute(words: Words, name: NameSpan, following: NameSpan | None) -> bool:
    """Whether a name only says whose aide the next person is: "ministeri Li Ekin erityisavustaja Anna Aho"."""
    if following is None or not words[name.last - 1].text.endswith(("n", "s")):
        return False
    between = words[name.last : following.first]
    return bool(between) and title_length(between) == len(between)


def _name_without_capitals(name: str) -> str:
    """Return a name whose words in capitals are written as others are.

    >>> _name_without_capitals("Anna VIRTANEN"), _name_without_capitals("Carl von Essen")
    ('Anna Virtanen', 'Carl von Essen')
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

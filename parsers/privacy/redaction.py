"""Persons blacked out of releases, character by character, so that every other fact stays where it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from parsers.facts.emails import find_emails
from parsers.model import AttachedDocument, Contact, Evidence, Release
from parsers.privacy.alone import find_alone, surnames_of_others, traces
from parsers.privacy.names import Place, find_name, is_whole
from parsers.privacy.persons import Person, number_tail
from parsers.privacy.slugs import addresses_in, find_name_in_address, find_surname_in_address
from parsers.privacy.words import small

# What stands for each letter and figure that was taken out.
MASK = "█"
# "+358 295 047 990", "0295 047 990", "029-504 7990", "(09) 1234 5678", "puh.0295 047 990"
_NUMBER = re.compile(r"(?<![\w,])(?<!\d\.)\+?\(?\d(?:[\s\u00a0().–/-]{0,2}\d){5,14}(?!\d)")
_LETTER = re.compile(r"[^\W_]|[@_]")
# What a release says in words, and its links to people's addresses; the rest are codes, pages' addresses and times.
_FACTS = (
    "kind_evidence", "amounts", "application", "use_period", "decision_date", "self_financing", "contacts",
    "eligibility", "case_numbers", "attachments", "links", "dates", "warnings", "organisation",
)  # fmt: skip
_WEB = ("http://", "https://")
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Redactor:
    """Blacks some persons out of texts: their names in every form, their numbers and addresses.

    >>> Redactor([Person("Anna Virtanen", ("0295 047 990",), ("anna.virtanen@gov.fi",))]).text(
    ...     "Anna Virtanen, p. 0295 047 990. Virtasen mukaan haku on auki.")
    '████ ████████, p. ████ ███ ███. ████████ mukaan haku on auki.'
    """

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons = tuple(persons)
        self._names = tuple({person.name: None for person in self._persons if person.name})
        self._numbers = {tail for person in self._persons for phone in person.phones if (tail := number_tail(phone))}
        self._emails = {email.casefold() for person in self._persons for email in person.emails}

    def text(self, text: str) -> str:
        """Return `text` with the persons blacked out, as long as before."""
        return self._blackener(text)(text)

    def release(self, release: Release) -> Release:
        """Return a release without the persons: no contact of theirs, no letter of their names; offsets stay true.

        Addresses of pages and documents stay as they are: `withheld` has those that name somebody.
        """
        if not self._persons:
            return release
        black = self._blackener(_whole(release))
        blocks = tuple(
            msgspec.structs.replace(block, text=black(block.text), raw=black(block.raw)) for block in release.blocks
        )
        contacts = tuple(contact for contact in release.contacts if not self._concerns(contact))
        links = _masked(release.links, black, [])
        if (blocks, contacts, links) == (release.blocks, release.contacts, release.links):
            return release
        changed = msgspec.structs.replace(release, title=blocks[0].text, blocks=blocks, contacts=contacts)
        texts = [block.text for block in blocks]
        masked = {name: _masked(getattr(changed, name), black, texts) for name in _FACTS}
        return msgspec.structs.replace(changed, **masked)

    def withheld(self, release: Release) -> dict[str, str]:
        """Return the addresses in a release that name a person, each with what may be shown of it.

        `release` is as it was read: where its text has the whole name, a surname alone in an address is theirs, too.
        """
        addresses = {address for address in addresses_of(release) if address.startswith(_WEB)}
        concerned = [address for address in addresses if self.address(address) != address]
        if not concerned:
            return {}
        black = self._blackener(_whole(release))
        shown = {address: black(address) for address in concerned}
        return {address: masked for address, masked in shown.items() if masked != address}

    def address(self, address: str) -> str:
        """Return an address without the persons, whose surnames alone are taken for theirs."""
        places = [place for name in self._names for place in find_name_in_address(name, address)]
        places += [place for name in self._names if is_whole(name) for place in find_surname_in_address(name, address)]
        return _blacked(address, [*places, *self._reached(address)])

    def document(self, document: AttachedDocument) -> AttachedDocument:
        """Return an attached document without the persons."""
        return msgspec.structs.replace(
            document, link=self.text(document.link), text=document.text and self.text(document.text)
        )

    def _concerns(self, contact: Contact) -> bool:
        return any(person.is_of(contact) for person in self._persons)

    def _blackener(self, whole: str) -> Callable[[str], str]:
        """Return how to black the persons out of pieces of `whole`; a surname alone is theirs where it names them."""
        addresses = [whole[start:end] for start, end in addresses_in(whole)] if self._names else []
        names = [name for name in self._names if find_name(name, whole) or _is_in(name, addresses)]
        others = {name: surnames_of_others(name, whole) for name in names}
        alone = [name for name in names if is_whole(name)]

        @cache  # a release says most things twice: as a text, and as the words of a fact
        def black(text: str) -> str:
            low = small(text)
            near = [name for name in names if any(trace in low for trace in traces(name))]
            named = [place for name in near for place in find_name(name, text)]
            named += [place for name in near for place in find_alone(name, text, others[name])]
            if addresses or "@" in text or "://" in text:  # what is behind a link is not in the text
                named += self._addressed(text, alone)
            return _blacked(text, [*named, *self._reached(text)])

        return black

    def _addressed(self, text: str, alone: Sequence[str]) -> Iterator[Place]:
        """Give where names stand in addresses that a text has in it."""
        for at, behind in addresses_in(text):
            address = text[at:behind]
            found = [place for name in self._names for place in find_name_in_address(name, address)]
            found += [place for name in alone for place in find_surname_in_address(name, address)]
            yield from ((at + start, at + end) for start, end in found)

    def _reached(self, text: str) -> Iterator[Place]:
        if self._numbers:
            found = (match for match in _NUMBER.finditer(text) if number_tail(match.group()) in self._numbers)
            yield from (match.span() for match in found)
        if self._emails:
            mentions = find_emails(text)
            yield from ((each.start, each.end) for each in mentions if (each.address or "") in self._emails)


def _masked(value: Any, black: Callable[[str], str], blocks: Sequence[str]) -> Any:
    """Return a fact with its evidence read again from the blacked-out blocks, and its own words blacked out."""
    if isinstance(value, tuple):
        return tuple(_masked(each, black, blocks) for each in value)
    if isinstance(value, str) and type(value) is str:
        return black(value)
    if isinstance(value, msgspec.Struct):
        return _masked_struct(value, black, blocks)
    return value


def _blacked(text: str, places: Iterable[Place]) -> str:
    """Return a text as long as before, with the letters and figures at some places taken out."""
    pieces, at = [], 0
    for start, end in sorted(places):
        if end > at:
            pieces += [text[at : max(at, start)], _LETTER.sub(MASK, text[max(at, start) : end])]
            at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _is_in(name: str, addresses: Iterable[str]) -> bool:
    """Whether an address has the whole name: that of a mailbox, a hashtag."""
    return any(find_name_in_address(name, address) for address in addresses)


def _whole(release: Release) -> str:
    return "\n".join(block.text for block in release.blocks)


def addresses_of(release: Release) -> Iterator[str]:
    """Give the addresses that a release has in it: its own, its versions', those that it links to."""
    yield release.url
    yield from release.declared.values()
    yield from (link.url for link in release.links)
    yield from (attachment.url for attachment in release.attachments)


def with_addresses(release: Release, shown: Mapping[str, str]) -> Release:
    """Return a release with some of its addresses replaced by what may be shown of them."""
    if shown.keys().isdisjoint(addresses_of(release)):
        return release

    def replaced(linked: _Struct) -> _Struct:
        url: str = linked.url  # type: ignore[attr-defined]
        return msgspec.structs.replace(linked, url=shown.get(url, url))

    return msgspec.structs.replace(
        release,
        url=shown.get(release.url, release.url),
        declared={language: shown.get(url, url) for language, url in release.declared.items()},
        links=tuple(map(replaced, release.links)),
        attachments=tuple(map(replaced, release.attachments)),
    )


def _masked_struct(value: _Struct, black: Callable[[str], str], blocks: Sequence[str]) -> _Struct:
    is_page = str(getattr(value, "url", "")).startswith(_WEB)
    names = [name for name in value.__struct_fields__ if not (is_page and name == "url")]
    changes = {name: _masked(getattr(value, name), black, blocks) for name in names}
    if isinstance(value, Evidence):
        changes["text"] = blocks[value.block][value.start : value.end]
    return msgspec.structs.replace(value, **changes)

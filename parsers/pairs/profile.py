"""What a release is recognised by when its other language version is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from parsers.model import Contact, Release
from parsers.pairs.anchors import link_anchor
from parsers.pairs.lexicon import Lexicon, Token, in_order
from parsers.pairs.tokens import is_anchor, levelled, text_tokens
from parsers.urls import canonical

Sum = tuple[str, Decimal]
# A page longer than this is known well enough by its beginning.
_LONGEST_TEXT = 60_000
# So many letters of a name or loan word stay the same in both languages.
_START = 6


@dataclass(frozen=True, slots=True)
class Profile:
    """A release's facts as sets of values, and its text as words and anchors.

    `known` are the words that the word list has, `keys` all they may mean; `names` are the longer words that it lacks,
    names most of them, and `starts` how any word begins: both in the spelling in which the languages meet.
    """

    release: Release
    address: str
    host: str
    declared: frozenset[str]
    sums: frozenset[Sum]
    people: frozenset[str]
    cases: frozenset[str]
    title: frozenset[Token]
    anchors: frozenset[Token]
    known: tuple[Token, ...]
    names: frozenset[str]
    keys: frozenset[int]
    starts: frozenset[str]

    @property
    def id(self) -> str:
        return self.release.id

    def may_say(self, token: Token) -> bool:
        """Tell whether this text holds a translation of a word of the other version, or a word much like it."""
        return not self.keys.isdisjoint(token.keys) or _start(token) in self.starts


def read_profile(release: Release, lexicon: Lexicon) -> Profile:
    """Gather what a Finnish or Swedish release is recognised by."""
    language = release.language or ""
    other = "sv" if language == "fi" else "fi"
    text = "\n".join(block.text for block in release.blocks)[:_LONGEST_TEXT]
    tokens = text_tokens(text, language, lexicon) | _link_tokens(release)
    words = in_order(token for token in tokens if not is_anchor(token))
    address = canonical(release.url)
    return Profile(
        release=release,
        address=address,
        host=(urlsplit(address).hostname or "").removeprefix("www."),
        declared=frozenset(canonical(url) for code, url in release.declared.items() if code == other),
        sums=frozenset(sum for amount in release.amounts for sum in _ends(amount.currency, amount.min, amount.max)),
        people=frozenset(mark for contact in release.contacts for mark in person_marks(contact)),
        cases=frozenset(case.value for case in release.case_numbers),
        title=text_tokens(release.title, language, lexicon),
        anchors=frozenset(token for token in tokens if is_anchor(token)),
        known=tuple(token for token in words if token.keys and token.weight),
        names=frozenset(_start(token) for token in words if not token.keys and len(token.name) >= _START),
        keys=frozenset(key for token in words for key in token.keys),
        starts=frozenset(_start(token) for token in words if len(token.name) >= _START),
    )


def person_marks(contact: Contact) -> Iterable[str]:
    """Return what a contact is known by in either language: name, telephone number, e-mail address."""
    marks = (contact.name, contact.phone, contact.email)
    return (mark.casefold() for mark in marks if mark)


def _start(token: Token) -> str:
    return levelled(token.name)[:_START]


def _ends(currency: str, low: Decimal, high: Decimal) -> tuple[Sum, ...]:
    """Both ends of a range: "700 eurosta 815 euroon" may be a range in the other version."""
    return ((currency, low), (currency, high))


def _link_tokens(release: Release) -> frozenset[Token]:
    names = (link_anchor(link) for link in release.links)
    return frozenset(Token(name) for name in names if name)

"""What a release is recognised by when its other language versions are looked for, small enough to be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from parsers.model import Contact, Language, Moment, Release
from parsers.pairs.anchors import link_anchor
from parsers.pairs.lexicon import Lexicon, Token, in_order
from parsers.pairs.tokens import is_anchor, levelled, text_tokens
from parsers.urls import canonical

LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
# A page longer than this is known well enough by its beginning.
_LONGEST_TEXT = 60_000
# So many letters of a name or loan word stay the same in both languages.
_START = 6
# "#2021", a year among the numbers of a text; not "#2100"
_YEAR = re.compile(r"#(20[0-8]\d)")


class Word(NamedTuple):
    """A word of the word list: how it begins in the spelling in which the languages meet, what it may mean, how much
    it tells."""

    start: str
    keys: frozenset[int]
    weight: float


class Profile(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """A release's facts as sets of values, and its text as words and anchors.

    `slug` is the end of its address, which versions may share; `declared` are the addresses it names as its versions,
    by language. `known` are the words that the word list has, `keys` all they may mean; `names` are the longer words
    that it lacks, names most of them, and `starts` how any word begins: both in the spelling in which the languages
    meet. `year` is the latest one among its numbers, 0 where there is none.
    """

    id: str
    language: Language
    address: str
    host: str
    slug: str
    authority: str | None
    form: str | None
    kind: str
    published: Moment | None
    translated: bool
    opens: Moment | None
    closes: Moment | None
    used_until: Moment | None
    declared: dict[Language, str]
    sums: frozenset[str]
    people: frozenset[str]
    cases: frozenset[str]
    title: tuple[Token, ...]
    anchors: frozenset[str]
    known: tuple[Word, ...]
    names: frozenset[str]
    keys: frozenset[int]
    starts: frozenset[str]
    year: int


def is_paired(release: Release) -> bool:
    """Tell whether versions of a release are looked for: its language is known."""
    return release.language in LANGUAGES


def read_profile(release: Release, lexicon: Lexicon) -> Profile:
    """Gather what a release in one of the `LANGUAGES` is recognised by."""
    language = release.language or ""
    tokens = _tokens(release, language, lexicon)
    words = in_order(token for token in tokens if not is_anchor(token))
    use = release.use_period
    address = canonical(release.url)
    parts = urlsplit(address)
    anchors = frozenset(token.name for token in tokens if is_anchor(token))
    return Profile(
        id=release.id,
        language=language,
        address=address,
        host=(parts.hostname or "").removeprefix("www."),
        slug=parts.path.rstrip("/").rpartition("/")[2],
        authority=release.authority,
        form=release.form,
        kind=release.kind.value,
        published=release.published,
        translated=release.translated is not None,
        opens=release.application.opens,
        closes=release.application.closes,
        used_until=use.end if use else None,
        declared={code: canonical(url) for code, url in release.declared.items() if code != language},
        sums=frozenset(sum for amount in release.amounts for sum in _ends(amount.currency, amount.min, amount.max)),
        people=frozenset(mark for contact in release.contacts for mark in person_marks(contact)),
        cases=frozenset(case.value for case in release.case_numbers),
        title=tuple(in_order(text_tokens(release.title, language, lexicon))),
        anchors=anchors,
        known=tuple(Word(_start(token), token.keys, token.weight) for token in words if token.keys and token.weight),
        names=frozenset(_start(token) for token in words if not token.keys and len(token.name) >= _START),
        keys=frozenset(key for token in words for key in token.keys),
        starts=frozenset(_start(token) for token in words if len(token.name) >= _START),
        year=max((int(year[1]) for year in map(_YEAR.fullmatch, anchors) if year), default=0),
    )


def person_marks(contact: Contact) -> Iterable[str]:
    """Return what a contact is known by in either language: name, telephone number, e-mail address."""
    marks = (contact.name, contact.phone, contact.email)
    return (mark.casefold() for mark in marks if mark)


def _tokens(release: Release, language: Language, lexicon: Lexicon) -> frozenset[Token]:
    text = "\n".join(block.text for block in release.blocks)[:_LONGEST_TEXT]
    names = (link_anchor(link) for link in release.links)
    return text_tokens(text, language, lexicon) | frozenset(Token(name) for name in names if name)


def _start(token: Token) -> str:
    return levelled(token.name)[:_START]


def _ends(currency: str, low: Decimal, high: Decimal) -> tuple[str, ...]:
    """Both ends of a range: "700 eurosta 815 euroon" may be a range in the other version."""
    return tuple(f"{currency} {value.normalize():f}" for value in (low, high))

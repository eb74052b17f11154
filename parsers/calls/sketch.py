"""What a release is recognised by when the call it belongs to is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

import msgspec

from parsers.authorities import AUTHORITIES
from parsers.calls.roles import read_role
from parsers.model import Amount, Application, CallRole, Kind, Language, Moment, Release
from parsers.pairs.lexicon import Lexicon, Token, glossary
from parsers.pairs.profile import person_marks
from parsers.pairs.tokens import is_anchor, levelled, text_tokens
from parsers.records.haeavustuksia import call_of_page
from parsers.urls import release_id

_DAY = len("2021-03-17")
_LEAD_CHARACTERS, _FIRST_CHARACTERS = 1500, 300
# Both spellings of a word, and its inflections, begin alike.
_START = 6
_SHORTEST_WORD = 3
_LEAST_SUM = 10_000
_SPAN_SIGNS = frozenset(".–-")
# "(Uusimaa, Varsinais-Suomi)" at the end of a title: where the call is meant for
_PLACE = re.compile(r"\(([^()]{3,200})\)\s*$")
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
# "VN/5521/2022-TEM-2": a document of the matter VN/5521/2022
_DOCUMENT = re.compile(r"(?<=/(?:19|20)\d\d)-.*$")

# The ways in which a word of the other text may show: the pairs of the word list that it is in, or its beginning.
Word = tuple[str, ...]


class Sketch(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A release for the joining of calls; `role` is None for one that is no part of a call.

    `said` are all days of the application that the text states, past and new ones. `sums` are its larger sums, `links`
    the ids of the releases whose addresses it links to, `years` those in the title. `title` are the title's words that
    tell calls apart; all ways in which such words may show are `first` for the first paragraph, `lead` for title and
    first paragraphs, `place` for the region that the title ends with.
    """

    id: str
    language: Language | None
    role: CallRole | None
    authority: str | None = None
    published: Moment | None = None
    opens: Moment | None = None
    closes: Moment | None = None
    continuous: bool = False
    said: tuple[Moment, ...] = ()
    use: tuple[Moment, Moment] | None = None
    total: str | None = None
    sums: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    title: tuple[Word, ...] = ()
    first: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


def read_sketch(release: Release, lexicon: Lexicon | None = None) -> Sketch:
    """Gather what a release is recognised by; `lexicon` is the glossary made by hand unless another is given."""
    role, words = read_role(release), lexicon or glossary()
    if role is None:
        return Sketch(id=release.id, language=release.language, role=None)
    window, use, language = own_window(release), release.use_period, release.language or ""
    lead = "\n".join(block.text for block in release.blocks)[:_LEAD_CHARACTERS]
    first = release.blocks[1].text[:_FIRST_CHARACTERS] if len(release.blocks) > 1 else ""
    place = _PLACE.search(release.title)
    return Sketch(
        id=release.id,
        language=release.language,
        role=role,
        authority=release.authority,
        published=release.published,
        opens=_day(window.opens),
        closes=_day(window.closes),
        continuous=window.continuous,
        said=tuple(sorted(set(_said(release)))),
        use=(use.start, use.end) if use else None,
        total=_sum(release.total_currency, release.total) if release.total is not None else None,
        sums=tuple(sorted({text for amount in release.amounts for text in _sums(amount)})),
        cases=tuple(sorted(set(_cases(release)))),
        people=tuple(sorted({mark for contact in release.contacts for mark in person_marks(contact)})),
        links=tuple(sorted({release_id(link.url) for link in release.links} - {release.id})),
        years=tuple(sorted(set(_YEAR.findall(release.title)))),
        title=tuple(sorted(set(_words(release.title, language, words)))),
        first=_marks_in(first, language, words),
        lead=_marks_in(lead, language, words),
        place=_marks_in(place[1], language, words) if place else (),
    )


def own_window(release: Release) -> Application:
    """Return when one may apply by a release; a decision that tells of a closing to come speaks of the next round."""
    window, published = release.application, release.published
    if release.kind is Kind.DECISION and window.closes and published and window.closes[:_DAY] > published[:_DAY]:
        return Application()
    return window


def _said(release: Release) -> Iterator[str]:
    for date in release.dates:
        if date.type != "application" or not date.first or not date.last:
            continue
        # "syyskuussa 2026", a month, is no day.
        if date.first == date.last or not _SPAN_SIGNS.isdisjoint(date.text):
            yield from (date.first[:_DAY], date.last[:_DAY])


def _day(moment: Moment | None) -> Moment | None:
    return moment[:_DAY] if moment else None


def _sum(currency: str, value: Decimal) -> str:
    """
    >>> _sum("EUR", Decimal("3.0E+6"))
    'EUR 3000000'
    """
    return f"{currency} {value.normalize():f}"


def _sums(amount: Amount) -> tuple[str, ...]:
    return (_sum(amount.currency, amount.max),) if amount.max >= _LEAST_SUM else ()


def _cases(release: Release) -> Iterator[str]:
    yield from (_DOCUMENT.sub("", number.value) for number in release.case_numbers)
    addresses = (release.url, *(link.url for link in release.links))
    yield from (case for address in addresses if (case := call_of_page(address)))


def _words(text: str, language: str, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words that tell calls apart: no numbers, no publisher, nor what every call says."""
    bare = _publishers().sub(" ", text)
    for token in text_tokens(bare, language, lexicon):
        if token.weight == 1 and len(token.name) >= _SHORTEST_WORD and not is_anchor(token):
            yield tuple(_marks(token))


def _marks_in(text: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted({mark for word in _words(text, language, lexicon) for mark in word}))


def _marks(token: Token) -> Iterable[str]:
    yield levelled(token.name)[:_START]
    yield from sorted(f"#{key}" for key in token.keys)


@cache
def _publishers() -> re.Pattern[str]:
    names = {name for authority in AUTHORITIES.values() for name in authority.names.values() if len(name) > _START}
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:{listed})\w{{0,6}}", re.IGNORECASE)

"""Works, the things that are found: a release, or the two releases of a pair; and how a work becomes a document."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from index.catalogue import Catalogue
from index.catalogue.records import digest
from index.filters import day, open_days
from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.words import Words, language_of, stop_words
from index.fulltext.schema import TEXT_FIELDS, UNKNOWN, Posting
from parsers.model import Language, Release

# How much a word weighs by where it stands, and by how a term belongs to it.
_TITLE, _LEAD, _BODY, _CONTACTS, _ATTACHMENTS, _CASE_NUMBERS, _ORGANISATION = 4.0, 2.0, 1.0, 0.5, 0.7, 3.0, 0.5
_WHOLE, _RELATED, _PART = 1.0, 0.5, 0.4
# No phrase reaches from one block into the next.
_GAP = 10

Section = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Work:
    """The ids of a work's releases, the Finnish one first, and what changes whenever its document would."""

    releases: tuple[str, ...]
    fingerprint: str


def works(catalogue: Catalogue) -> dict[str, Work]:
    """Return all works of a catalogue by the id of their first release."""
    digests, translations = catalogue.digests(), catalogue.translations()
    swedish = set(translations.values())
    groups = ((first, *filter(None, [translations.get(first)])) for first in digests if first not in swedish)
    return {ids[0]: Work(ids, digest(*(digests[one] for one in ids))) for ids in groups}


def document(releases: Iterable[Release], words: Words) -> dict[str, Any]:
    """Return the fields of a work's document as the schema has them, but for the stored one."""
    versions = list(releases)
    return {**_text_fields(versions, words), **_columns(versions)}


def _text_fields(versions: list[Release], words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for release in versions:
        language = language_of(release.language)
        found[TEXT_FIELDS[language]] = _postings(sections(release), language, words)
    return found


def sections(release: Release) -> Iterator[Section]:
    """Walk the pieces of text by which a release is found, each with its weight."""
    contact_blocks = {contact.evidence.block for contact in release.contacts}
    for number, block in enumerate(release.blocks):
        yield _block_weight(number, block.type, contact_blocks), block.text
    for contact in release.contacts:
        yield _CONTACTS, " ".join(filter(None, [contact.phone, _national(contact.phone), contact.email]))
    for case_number in release.case_numbers:
        yield _CASE_NUMBERS, case_number.value
    for attachment in release.attachments:
        yield _ATTACHMENTS, attachment.text
    yield _ORGANISATION, release.organisation or ""


def _block_weight(number: int, block_type: str, contact_blocks: set[int]) -> float:
    if number == 0:
        return _TITLE
    if number in contact_blocks:
        return _CONTACTS
    return _LEAD if number == 1 and block_type == "p" else _BODY


def _national(phone: str | None) -> str | None:
    """A Finnish number as it is dialled at home.

    >>> _national("+358295047990")
    '0295047990'
    """
    return "0" + phone.removeprefix("+358") if phone and phone.startswith("+358") else None


def _postings(pieces: Iterable[Section], language: Language, words: Words) -> list[Posting]:
    """Return the terms of a text with weights and positions."""
    weights: dict[str, float] = defaultdict(float)
    positions: dict[str, array[int]] = defaultdict(_no_positions)
    stops = stop_words(language)
    position = 0
    for weight, text in pieces:
        for token in tokenize(text):
            position += 1
            # Common words are learned too, though not indexed: they stand in phrases and are marked there.
            terms = words.learn(token, language)
            if token.text in stops:
                continue
            for share, group in ((_WHOLE, terms.whole), (_RELATED, terms.related), (_PART, terms.parts)):
                for term in group:
                    weights[term] += weight * share
                    positions[term].append(position)
        position += _GAP
    return [Posting(term, weight, positions[term]) for term, weight in weights.items()]


def _no_positions() -> array[int]:
    return array("I")


def _columns(versions: list[Release]) -> dict[str, Any]:
    """What the versions of a work say, in one: the first publication, the longest window, the largest sum."""
    windows = [window for release in versions if (window := open_days(release))]
    published = [day(release.published) for release in versions if release.published]
    return {
        "published": min(map(day_number, published), default=UNKNOWN),
        "open_from": min((day_number(window[0]) for window in windows), default=UNKNOWN),
        "open_to": max((day_number(window[1]) for window in windows), default=UNKNOWN),
        "total": max((int(release.total) for release in versions if release.total is not None), default=UNKNOWN),
        "language": _names(release.language for release in versions),
        "kind": _names(release.kind.value for release in versions),
        "authority": _names(release.authority for release in versions),
        "source": _names(release.source for release in versions),
    }


def day_number(value: str | None) -> int:
    """Return a date as a number that sorts alike.

    >>> day_number("2021-04-20"), day_number(None)
    (20210420, 0)
    """
    return int(value.replace("-", "")) if value else UNKNOWN


def _names(values: Iterable[str | None]) -> bytes:
    return " ".join(sorted({value for value in values if value})).encode()

"""Works, the things that are found: a release or all versions of a text; and how a work becomes a document."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from whoosh.reading import IndexReader

from index.catalogue import Catalogue
from index.catalogue.records import digest
from index.filters import day, open_days
from index.fulltext.analysis.tokens import Token, tokenize
from index.fulltext.analysis.words import Words, language_of, stop_words
from index.fulltext.schema import TEXT_FIELDS, UNKNOWN, Posting
from parsers.model import Language, Release
from parsers.structs import from_msgpack

# How much a word weighs by where it stands, and by how a term belongs to it.
_TITLE, _LEAD, _BODY, _CONTACTS, _ATTACHMENTS, _CASE_NUMBERS, _ORGANISATION = 4.0, 2.0, 1.0, 0.5, 0.7, 3.0, 0.5
_WHOLE, _RELATED, _PART = 1.0, 0.5, 0.4
# No phrase reaches from one block into the next.
_GAP = 10

Section = tuple[float, str]


# Of a longer document that is attached, the rest is not searched.
_LONGEST_ATTACHMENT = 200_000

AttachmentText = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Work:
    """The ids of a work's releases, the Finnish one first, and what changes whenever its document would.

    `attached` stands for the texts of the attached documents, None where that was not asked; `decided` is the day on
    which its call was.
    """

    releases: tuple[str, ...]
    fingerprint: str
    decided: str | None = None
    attached: str | None = None


def works(catalogue: Catalogue) -> dict[str, Work]:
    """Return all works of a catalogue by the id of their first release, without what is attached to them."""
    digests, groups = catalogue.digests(), _groups(catalogue)
    others = {id_ for group in groups.values() for id_ in group[1:]}
    decided = {member.id: call.decided for call in catalogue.calls if call.decided for member in call.members}
    found = (groups.get(id_, (id_,)) for id_ in digests if id_ not in others)
    return {ids[0]: _work(ids, digests, decided.get(ids[0])) for ids in found}


def _work(ids: tuple[str, ...], digests: Mapping[str, str], decided: str | None) -> Work:
    return Work(ids, digest(*(digests[one] for one in ids), decided or ""), decided)


def _groups(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the versions of each text of which there are several, by the first: Finnish, Swedish, English."""
    groups: dict[str, tuple[str, ...]] = {fi: (fi, sv) for fi, sv in catalogue.translations().items()}
    for version in catalogue.english():
        sides = [side.id for side in (version.fi, version.sv) if side]
        first = next((id_ for id_ in sides if id_ in groups), sides[0])
        groups[first] = (*groups.get(first, (first,)), version.en.id)
    return groups


def attached(release: Release) -> str:
    """Return what stands for the attached documents whose text is known, "" where there are none."""
    digests = [attachment.digest for attachment in release.attachments if attachment.digest]
    return digest(*digests) if digests else ""


def held_works(reader: IndexReader) -> Iterator[tuple[int, Work]]:
    """Walk the numbers of the documents of an index with their works."""
    for leaf, offset in reader.leaf_readers() if reader.doc_count_all() else ():
        works = leaf.column_reader("work")
        yield from ((number + offset, from_msgpack(works[number], Work)) for number in leaf.all_doc_ids())


def document(releases: Iterable[Release], words: Words, work: Work, text_of: AttachmentText) -> dict[str, Any]:
    """Return the fields of a work's document as the schema has them."""
    versions = list(releases)
    stored = replace(work, attached=" ".join(filter(None, map(attached, versions))))
    columns = _columns(versions) | {"decided": day_number(day(work.decided))}
    return {**_text_fields(versions, words, text_of), **columns, "work": msgspec.msgpack.encode(stored)}


def _text_fields(versions: list[Release], words: Words, text_of: AttachmentText) -> dict[str, Any]:
    return {TEXT_FIELDS[language_of(one.language)]: text_postings(one, words, text_of) for one in versions}


def text_postings(release: Release, words: Words, text_of: AttachmentText) -> list[Posting]:
    """Return the terms of a release with weights and positions."""
    return _postings(sections(release, text_of), language_of(release.language), words)


def sections(release: Release, text_of: AttachmentText) -> Iterator[Section]:
    """Walk the pieces of text by which a release is found, each with its weight; `text_of` knows attached documents."""
    contact_blocks = {contact.evidence.block for contact in release.contacts}
    for number, block in enumerate(release.blocks):
        yield _block_weight(number, block.type, contact_blocks), block.text
    for contact in release.contacts:
        yield _CONTACTS, " ".join(filter(None, [contact.phone, _national(contact.phone), contact.email]))
    for case_number in release.case_numbers:
        yield _CASE_NUMBERS, case_number.value
    for attachment in release.attachments:
        yield _ATTACHMENTS, attachment.text
        if attachment.digest and (text := text_of(attachment.digest)):
            yield _ATTACHMENTS, text[:_LONGEST_ATTACHMENT]
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
    found: dict[str, tuple[list[float], list[int]]] = {}
    shares = words.shares[language]
    position = 0
    for weight, text in pieces:
        for token in tokenize(text):
            position += 1
            known = shares.get(token.text)
            for term, share in _learned(token, language, words) if known is None else known:
                posting = found.get(term)
                if posting is None:
                    found[term] = [weight * share], [position]
                else:
                    posting[0].append(weight * share)
                    posting[1].append(position)
        position += _GAP
    return [Posting(term, sum(weights), array("I", positions)) for term, (weights, positions) in found.items()]


def _learned(token: Token, language: Language, words: Words) -> tuple[tuple[str, float], ...]:
    """Take a token into the vocabulary; return its terms with what each counts.

    Common words are learned too, though not indexed: they stand in phrases and are marked there.
    """
    terms = words.learn(token, language)
    groups = ((_WHOLE, terms.whole), (_RELATED, terms.related), (_PART, terms.parts))
    shares = () if token.text in stop_words(language) else tuple((t, share) for share, group in groups for t in group)
    if token.kind == "word":
        words.shares[language][token.text] = shares
    return shares


def _columns(versions: list[Release]) -> dict[str, Any]:
    """What the versions of a work say, in one: the first publication, the longest window, the largest sum."""
    windows = [window for release in versions if (window := open_days(release))]
    published = [day(release.published) for release in versions if release.published]
    return {
        "published": min(map(day_number, published), default=UNKNOWN),
        "open_from": min((day_number(window[0]) for window in windows), default=UNKNOWN),
        "open_to": max((day_number(window[1]) for window in windows), default=UNKNOWN),
        "total": max(filter(None, map(_euros, versions)), default=UNKNOWN),
        "language": _names(release.language for release in versions),
        "kind": _names(release.kind.value for release in versions),
        "authority": _names(release.authority for release in versions),
        "source": _names(release.source for release in versions),
        "applicant": _names(group for release in versions for each in release.eligibility for group in each.groups),
    }


def _euros(release: Release) -> int:
    return int(release.total) if release.total is not None and release.total_currency == "EUR" else UNKNOWN


def day_number(value: str | None) -> int:
    """Return a date as a number that sorts alike.

    >>> day_number("2021-04-20"), day_number(None)
    (20210420, 0)
    """
    return int(value.replace("-", "")) if value else UNKNOWN


def _names(values: Iterable[str | None]) -> bytes:
    return " ".join(sorted({value for value in values if value})).encode()

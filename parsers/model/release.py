"""A release, which is one page read, and the documents that are attached to releases."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from parsers.model.facts import (
    Amount,
    Application,
    Attachment,
    CaseNumber,
    Contact,
    DocumentState,
    Eligibility,
    MentionedDate,
    Share,
    UsePeriod,
    Warning,
)
from parsers.model.text import Block, Document, Evidence, Language, Link, Moment


class Kind(StrEnum):
    """What a release is to someone who looks for money."""

    CALL = "call"
    DECISION = "decision"
    GUIDE = "guide"
    OTHER = "other"


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """One page in one language, read: the record that is stored, exported and shown.

    `decision_date` is when the grants were or will be decided on, `self_financing` what part of the costs the
    applicant bears, `dates` every date that the text mentions.
    `declared` maps a language to the address that the page itself names as its version in that language.
    `translation` is the id of the paired release; it is known only once pairs have been made. `gone` is the moment at
    which the page was found to be no longer there, None while it is; this reading of it stays.
    """

    id: str
    url: str
    source: str
    authority: str | None
    organisation: str | None
    language: Language | None
    title: str
    form: str | None
    kind: Kind
    kind_evidence: Evidence | None = None
    published: Moment | None
    translated: Moment | None
    amounts: tuple[Amount, ...] = ()
    total: Decimal | None = None
    application: Application = Application()
    use_period: UsePeriod | None = None
    decision_date: MentionedDate | None = None
    self_financing: tuple[Share, ...] = ()
    contacts: tuple[Contact, ...] = ()
    eligibility: tuple[Eligibility, ...] = ()
    case_numbers: tuple[CaseNumber, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    dates: tuple[MentionedDate, ...] = ()
    declared: dict[Language, str] = {}
    translation: str | None = None
    warnings: tuple[Warning, ...] = ()
    blocks: tuple[Block, ...]
    captured: str
    digest: str
    gone: str | None = None

    @property
    def total_currency(self) -> str:
        """The currency of `total`: that of the sum it was read from."""
        return next((amount.currency for amount in self.amounts if amount.max == self.total), "EUR")

    @property
    def document(self) -> Document:
        return Document(
            language=self.language or "fi",
            blocks=self.blocks,
            published=self.published,
            translated=self.translated,
            form=self.form,
            links=self.links,
        )


class AttachedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its text, where a release links to it: one line of `haku export attachments`.

    `release` is the release's id, `link` the link's text; `media_type` is what the document is, by its content where
    that was recognised. All behind it is None where the document was not captured; `pages` also where its format has
    none, and `text` where there is none to read.
    """

    release: str
    release_url: str
    url: str
    link: str
    media_type: str
    captured: str | None = None
    digest: str | None = None
    state: DocumentState | None = None
    pages: int | None = None
    characters: int | None = None
    text: str | None = None

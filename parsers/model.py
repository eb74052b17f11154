"""The values that parsers give and everything else uses: releases, facts with their evidence, pairs, differences.

The structures are the export format: `msgspec.to_builtins(release)` is one line of `haku export releases`.
Moments are ISO 8601 strings in Finnish civil time, cut to what the page states: ``2021-04-20`` or ``2021-04-20T16:15``.
Sums are `Decimal` and become JSON numbers.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

import msgspec

Moment = str
Language = str


class Kind(StrEnum):
    """What a release is to someone who looks for money."""

    CALL = "call"
    DECISION = "decision"
    GUIDE = "guide"
    OTHER = "other"


class Role(StrEnum):
    """What a sum of money is about."""

    AVAILABLE = "available"
    GRANTED = "granted"
    PER_APPLICANT = "per_applicant"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    COST = "cost"
    OTHER = "other"


BlockType = Literal["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "blockquote"]


class Block(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A heading, paragraph, list item, table row or quotation of the release's own text, cleaned.

    Block 0 of a release is its title, as an `h1`. A line break inside a paragraph is kept as ``\\n``.
    A table row's `text` is its cells joined by ``" | "``; `cells` are their offsets, `table` numbers the tables of
    the page from 0, `header` is true for a row of column headings. `raw` is the text before cleaning (odd spaces,
    soft hyphens, words broken by a lost line end), "" where that is the same. Offsets are always into `text`.
    """

    type: BlockType
    text: str
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    header: bool = False
    raw: str = ""


class Link(msgspec.Struct, frozen=True):
    """A link inside the release's own text: absolute `url`, its `text`, and the block it stands in."""

    url: str
    text: str
    block: int


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The very characters a value was read from: ``blocks[block].text[start:end] == text``."""

    block: int
    start: int
    end: int
    text: str


class Amount(Evidence, frozen=True, kw_only=True):
    """A sum of money, or a range of sums, where it stands.

    `bound` is ``at_most``, ``at_least``, ``over`` or ``under`` where a word sets one; `per` is the unit of a rate
    (``month``, ``year``, ``applicant``, ``project``, ``hour``, ``person``, ``mwh``, …), None for a plain sum.
    `text` runs from the first numeral (or leading currency) to the currency word.
    """

    min: Decimal
    max: Decimal
    currency: str = "EUR"
    approximate: bool = False
    bound: Literal["at_most", "at_least", "over", "under"] | None = None
    per: str | None = None
    role: Role = Role.OTHER


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """When one may apply. All None and False where the page says nothing of it."""

    opens: Moment | None = None
    closes: Moment | None = None
    continuous: bool = False
    evidence: tuple[Evidence, ...] = ()


class UsePeriod(msgspec.Struct, frozen=True, kw_only=True):
    """From when to when a grant may be used: two dates, the second inclusive."""

    start: Moment
    end: Moment
    evidence: Evidence


DateType = Literal[
    "application", "use", "decision", "payment", "report", "statement", "tender", "job", "study", "event",
    "condition", "law", "other",
]  # fmt: skip


class MentionedDate(Evidence, frozen=True, kw_only=True):
    """A date, or a span of dates, where the text mentions it, and what it is about.

    `first` and `last` bound it: equal for a single day, the first and the last day for a month or a year; None where
    the date cannot exist or its year cannot be known.
    """

    type: DateType
    first: Moment | None
    last: Moment | None


class Share(Evidence, frozen=True, kw_only=True):
    """What part of the costs somebody bears, in per cent: the applicant (``own``) or the grant (``grant``).

    A range has `min` < `max`; `bound` is ``at_most`` or ``at_least`` where a word sets one.
    """

    of: Literal["own", "grant"]
    min: Decimal
    max: Decimal
    bound: Literal["at_most", "at_least"] | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """A person, or a desk (`name` None, its name in `organisation`), that answers questions.

    `phone` is E.164 where it is valid, else the digits as printed with `phone_valid` false; None where there is none.
    """

    name: str | None
    title: str | None = None
    organisation: str | None = None
    phone: str | None = None
    phone_valid: bool | None = None
    email: str | None = None
    evidence: Evidence


class Eligibility(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence that says who may apply, and the groups it names (ids of `language_data/*/eligibility.toml`)."""

    groups: tuple[str, ...]
    evidence: Evidence


class CaseNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A register number such as VN/5521/2022, `value` in its normal form."""

    value: str
    evidence: Evidence


class DocumentState(StrEnum):
    """What became of reading a document: only `TEXT` has all of its text, of `TOO_LARGE` there may be the beginning."""

    TEXT = "text"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the release links to: its address, the link's text and its media type by the address.

    What follows is known only once the document itself was captured, and None until then: the `digest` of its newest
    payload, when that was `captured`, the `state` of its text and how many `characters` that has.
    """

    url: str
    text: str
    media_type: str
    block: int
    digest: str | None = None
    captured: str | None = None
    state: DocumentState | None = None
    characters: int | None = None


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


class Warning(msgspec.Struct, frozen=True, kw_only=True):
    """Something the page states that cannot be so, or that its parts contradict.

    `code` is a stable word (``impossible_date``, ``end_before_start``, ``wrong_weekday``, …), `field` the field it
    concerns, `detail` the value in question.
    """

    code: str
    field: str
    detail: str
    evidence: Evidence | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A page's own text, from which facts are read. `blocks[0]` is the title."""

    language: Language
    blocks: tuple[Block, ...]
    published: Moment | None = None
    translated: Moment | None = None
    form: str | None = None
    links: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        return self.blocks[0].text

    def evidence(self, block: int, start: int, end: int) -> Evidence:
        """Return the characters `start:end` of `block` as evidence."""
        return Evidence(block=block, start=start, end=end, text=self.blocks[block].text[start:end])


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


class PairSide(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a pair, by id and address."""

    id: str
    url: str


# A stretch of a release's text: its block, and the characters of it from a start to an end (exclusive).
Stretch = tuple[int, int, int]


class AlignedSentences(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Sentences of aligned blocks that say the same; a side is empty where it has no counterpart."""

    fi: tuple[Stretch, ...]
    sv: tuple[Stretch, ...]
    score: float | None = None


class AlignedRow(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Blocks that say the same, as indexes into each version's blocks; a side is empty where it has no counterpart.

    `moved` says that the versions have it in different places; `sentences` are those of the blocks, where both sides
    have blocks and either has more than one sentence.
    """

    fi: tuple[int, ...]
    sv: tuple[int, ...]
    score: float | None = None
    moved: bool = False
    sentences: tuple[AlignedSentences, ...] = ()


class BothEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a difference was read from in each version; None where the version says nothing."""

    fi: Evidence | None = None
    sv: Evidence | None = None


# How grave a difference is: what a reader can lose by it. "high": a deadline or a sum; "medium": the opening or the
# period of use; "low": a contact or the stamp.
Severity = Literal["high", "medium", "low"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on which the two versions of a pair disagree. `fi` and `sv` are the values in their export form."""

    field: Literal["closes", "opens", "amounts", "total", "use_period", "contacts", "published"]
    kind: Literal["contradicts", "only_fi", "only_sv"]
    fi: str | None
    sv: str | None
    evidence: BothEvidence = BothEvidence()
    severity: Severity = "low"


# "declared": a page names the other and its content agrees; "content": the content alone decided; "reviewed": a person.
PairMethod = Literal["declared", "content", "reviewed"]


class EnglishSide(PairSide, frozen=True, kw_only=True):
    """The English version of a pair's text, and its blocks beside each row of the pair's alignment.

    Every block stands in one row; one without a counterpart, in that of the block before it.
    """

    method: PairMethod
    score: float
    rows: tuple[tuple[int, ...], ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A Finnish and a Swedish release that are versions of one text: one line of `haku export pairs`.

    `lag_hours` is the time from the Finnish version's appearance to the Swedish one's (negative where the Swedish came
    first), None where a stamp lacks its time of day or is missing. `lag_share` is the part of the application time, 0
    to 1, during which only one of them was there. `titles_differ` says that the titles have next to nothing in common.
    `english` is the text's English version, None where the archive has none.
    """

    fi: PairSide
    sv: PairSide
    method: PairMethod
    score: float
    lag_hours: float | None = None
    lag_share: float | None = None
    titles_differ: bool = False
    alignment: tuple[AlignedRow, ...] = ()
    differences: tuple[Difference, ...] = ()
    english: EnglishSide | None = None


class EnglishVersion(msgspec.Struct, frozen=True, kw_only=True):
    """An English release that is a version of a text, with the text's other versions, one at least: one line of
    `haku export english`. `method` and `score` as in pairs.
    """

    en: PairSide
    fi: PairSide | None
    sv: PairSide | None
    method: PairMethod
    score: float


# What a release does in its call: announces it ("notice": the longer call notice beside a press release, "official":
# the entry at haeavustuksia.fi), moves its closing, mends or explains what was said, or tells who was granted money.
CallRole = Literal["opening", "notice", "official", "extension", "correction", "questions", "decision"]
CallStatus = Literal["upcoming", "open", "closed", "decided", "continuous"]


class CallMember(msgspec.Struct, frozen=True, kw_only=True):
    """A release of a call, and how it was found to belong to it.

    `method` is ``link`` or ``case_number`` where one release names the other, ``content`` where text and facts decided;
    None, with `score` 1, for the release that the call begins with. All versions of a text have the same.
    """

    id: str
    url: str
    language: Language | None
    title: str
    published: Moment | None
    role: CallRole
    method: Literal["link", "case_number", "content"] | None
    score: float


class CallWindow(msgspec.Struct, frozen=True, kw_only=True):
    """When one may apply, as a release announced it; `extended` where that moved an earlier closing to a later day.

    `announced` is the day of publication, the opening's where the release has no stamp, None where it has neither.
    """

    opens: Moment | None
    closes: Moment | None
    continuous: bool
    extended: bool
    release: str
    announced: Moment | None


class CallOpinion(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that the official entry of a call states otherwise than a release; None where one of them is silent."""

    field: Literal["closes", "opens", "total", "amounts", "use_period"]
    kind: Literal["contradicts", "only_release", "only_official"]
    severity: Severity
    release: str
    official: str
    release_value: str | None
    official_value: str | None


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One grant round: one line of `haku export calls`. `id` is that of the release it begins with.

    `members` are in order of publication, `windows` in the order in which they were announced; `opens`, `closes` and
    `continuous` are those in force in the end. `total` is what could be applied for and `granted` what was given, both
    in `currency`; `groups` are those who may apply, `decided` is the day of the first decision that was published.
    """

    id: str
    titles: dict[Language, str]
    authority: str | None
    opens: Moment | None
    closes: Moment | None
    continuous: bool
    total: Decimal | None
    granted: Decimal | None
    currency: str
    groups: tuple[str, ...]
    decided: Moment | None
    case_number: str | None
    members: tuple[CallMember, ...]
    windows: tuple[CallWindow, ...] = ()
    opinions: tuple[CallOpinion, ...] = ()

"""The facts that are read from a text, each with its evidence."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

import msgspec

from parsers.model.text import Evidence, Moment


class Role(StrEnum):
    """What a sum of money is about."""

    AVAILABLE = "available"
    GRANTED = "granted"
    PER_APPLICANT = "per_applicant"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    COST = "cost"
    OTHER = "other"


class Amount(Evidence, frozen=True, kw_only=True, gc=False):
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


class MentionedDate(Evidence, frozen=True, kw_only=True, gc=False):
    """A date, or a span of dates, where the text mentions it, and what it is about.

    `first` and `last` bound it: equal for a single day, the first and the last day for a month or a year; None where
    the date cannot exist or its year cannot be known.
    """

    type: DateType
    first: Moment | None
    last: Moment | None


class Share(Evidence, frozen=True, kw_only=True, gc=False):
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


class Warning(msgspec.Struct, frozen=True, kw_only=True):
    """Something the page states that cannot be so, or that its parts contradict.

    `code` is a stable word (``impossible_date``, ``end_before_start``, ``wrong_weekday``, …), `field` the field it
    concerns, `detail` the value in question.
    """

    code: str
    field: str
    detail: str
    evidence: Evidence | None = None

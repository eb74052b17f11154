"""A call: one grant round, made of its releases."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from parsers.model.pairs import Severity
from parsers.model.text import Language, Moment

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

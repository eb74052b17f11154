"""The values that parsers give and everything else uses: releases, facts with their evidence, pairs, differences.

The structures are the export format: `msgspec.to_builtins(release)` is one line of `haku export releases`.
Moments are ISO 8601 strings in Finnish civil time, cut to what the page states: ``2021-04-20`` or ``2021-04-20T16:15``.
Sums are `Decimal` and become JSON numbers.
"""

from parsers.model.calls import Call, CallMember, CallOpinion, CallRole, CallStatus, CallWindow
from parsers.model.facts import (
    Amount,
    Application,
    Attachment,
    CaseNumber,
    Contact,
    DateType,
    DocumentState,
    Eligibility,
    MentionedDate,
    Role,
    Share,
    UsePeriod,
    Warning,
)
from parsers.model.pairs import (
    AlignedRow,
    AlignedSentences,
    BothEvidence,
    Difference,
    EnglishSide,
    EnglishVersion,
    Pair,
    PairMethod,
    PairSide,
    Severity,
    Stretch,
)
from parsers.model.release import AttachedDocument, Kind, Release
from parsers.model.text import Block, BlockType, Document, Evidence, Language, Link, Moment

__all__ = [
    "AlignedRow",
    "AlignedSentences",
    "Amount",
    "Application",
    "AttachedDocument",
    "Attachment",
    "Block",
    "BlockType",
    "BothEvidence",
    "Call",
    "CallMember",
    "CallOpinion",
    "CallRole",
    "CallStatus",
    "CallWindow",
    "CaseNumber",
    "Contact",
    "DateType",
    "Difference",
    "Document",
    "DocumentState",
    "Eligibility",
    "EnglishSide",
    "EnglishVersion",
    "Evidence",
    "Kind",
    "Language",
    "Link",
    "MentionedDate",
    "Moment",
    "Pair",
    "PairMethod",
    "PairSide",
    "Release",
    "Role",
    "Severity",
    "Share",
    "Stretch",
    "UsePeriod",
    "Warning",
]

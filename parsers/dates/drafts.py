"""What is read before the calendar has been asked: days, months and years as printed, with gaps."""

from __future__ import annotations

import msgspec

from parsers.dates.mention import MentionKind, Part
from parsers.dates.words import Case


class Clock(msgspec.Struct, frozen=True, gc=False):
    """A time of day. `span` is true where hours from–to are printed; `end` is the position after it."""

    hour: int
    minute: int
    end: int
    span: bool = False

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"


class Day(msgspec.Struct, frozen=True, gc=False):
    """A day, month or year as printed: what is not printed is None. `begin` and `end` are token positions.

    `bare` marks a form such as "17.3" that is a date only in company, `truncated` a year with too few digits,
    `shift` a day counted from today.
    """

    begin: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    case: Case = "plain"
    bare: bool = False
    truncated: bool = False
    shift: int | None = None
    clock: Clock | None = None


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A mention as read: one end, or two for a range. `begin` and `end` are token positions."""

    kind: MentionKind
    begin: int
    end: int
    first: Day
    last: Day | None = None
    part: Part | None = None

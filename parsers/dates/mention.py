"""What the grammar of dates gives: a mention of a day, a range, a month, a year or a time of day, where it stands."""

from __future__ import annotations

from typing import Literal

import msgspec

from parsers.model import Moment

MentionKind = Literal["day", "range", "month", "months", "year", "years", "school_years", "time"]
Edge = Literal["from", "until"]
Part = Literal["start", "middle", "end"]
Fault = Literal["impossible_date", "wrong_weekday", "end_before_start", "missing_year", "truncated_year"]


class DateMention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A date, or a span of dates, as the characters ``text[start:end]`` state it.

    `first` and `last` bound it: equal for a single day, the first and the last day for a month or year. Either has a
    time of day only where one is printed. They are None where the date cannot exist or its year cannot be known.
    `part` says which end of a month or year is meant ("huhtikuun loppuun"), `edge` that a word next to the mention
    makes it open on one side ("alkaen", "senast"). `time` is the printed time of day that holds for the end, also
    for the kind ``time``, which has no date. `hours` is true for a span of hours ("klo 9–11"), which is no deadline.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    first: Moment | None = None
    last: Moment | None = None
    part: Part | None = None
    edge: Edge | None = None
    time: str | None = None
    hours: bool = False
    year_inferred: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def opening(self) -> Moment | None:
        """The day from which, were this the start of something; None for a whole month or year."""
        if self.kind in ("day", "range"):
            return self.first
        if self.kind in ("month", "year") and self.part == "start":
            return self.first
        return None

    @property
    def closing(self) -> Moment | None:
        """The day until which, were this the end of something; None where the day is not told."""
        if self.kind in ("day", "range"):
            return self.last
        if self.kind in ("month", "year") and (self.part == "end" or (self.part is None and self.edge == "until")):
            return self.last
        return None

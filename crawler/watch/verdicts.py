"""A verdict: whether something about a source is as it should be. Where the figures say too little, there is none."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.outcomes import NO_LANGUAGE
from crawler.watch.model import Alarm, Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule says: `alarm`, or that nothing is wrong, which ends the earlier alarms of its `codes`."""

    codes: frozenset[Code]
    source: str
    language: str = NO_LANGUAGE
    field: str | None = None
    alarm: Alarm | None = None

    def settles(self, alarm: Alarm) -> bool:
        """Whether an earlier alarm is now out of date."""
        about = (self.source, self.language, self.field)
        return alarm.code in self.codes and (alarm.source, alarm.language, alarm.field) == about

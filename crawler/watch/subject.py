"""What the rules on figures look at: one source of one run, with the runs before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crawler.outcomes import NO_LANGUAGE
from crawler.watch.history import History
from crawler.watch.model import Alarm, Code, Run, Told
from crawler.watch.verdicts import Verdict
from parsers.sources import SOURCES, source_of


@dataclass(frozen=True)
class Subject:
    """A source of a run: its figures, and the verdicts on them."""

    run: Run
    source: str
    history: History

    @cached_property
    def earlier(self) -> Sequence[Run]:
        """The runs that this one compares with, if it asked for everything too."""
        return self.history.whole(self.source)

    @cached_property
    def problems(self) -> list[Told]:
        """The faults of the run that concern the source."""
        return [told for told in self.run.problems if _source_of(told) == self.source]

    @property
    def first_problem(self) -> str:
        return str(self.problems[0].problem) if self.problems else ""

    @cached_property
    def floor(self) -> dict[str, int]:
        """The releases that the catalogue expects at least, by language."""
        return dict(SOURCES[self.source].floor) if self.source in SOURCES else {}

    @cached_property
    def languages(self) -> list[str]:
        """The languages of which something was found, now or before, or is expected."""
        runs = (*self.earlier, self.run)
        met = {counts.language for run in runs for counts in run.of(self.source)}
        return sorted((met | set(self.floor)) - {NO_LANGUAGE})

    def total(self, name: str, run: Run | None = None, language: str | None = None) -> int:
        """Return how often an outcome was met in a run, this one unless told otherwise, in a language or in all."""
        return sum(getattr(counts, name) for counts in (run or self.run).of(self.source, language))

    def verdict(self, *codes: Code, alarm: Alarm | None = None, language: str = NO_LANGUAGE) -> Verdict:
        """Return the verdict on what alarms of the codes are about."""
        return Verdict(codes=frozenset(codes), source=self.source, language=language, alarm=alarm)

    def raised(
        self, code: Code, observed: float, expected: float, *, language: str = NO_LANGUAGE, **values: Any
    ) -> Verdict:
        """Return the verdict that something is amiss."""
        values = {"count": int(observed), "since": self.run.start, **values}
        alarm = Alarm(code=code, source=self.source, language=language, observed=observed, expected=expected, **values)
        return self.verdict(code, alarm=alarm, language=language)


def _source_of(told: Told) -> str:
    values = told.values
    return values.get("source") or source_of(values.get("url") or f"https://{values.get('host', '')}/")

"""What a crawl came to."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.outcomes import Outcome
from parsers.model import Language
from parsers.problems import Problem


@dataclass(slots=True)
class CrawlReport:
    """Counts by source, language and outcome, the faults met, and notes on what was set right.

    The source is the one whose page it is: the joint site's listings lead to the ministries' pages. The language is
    ``-`` for requests that concern none (robots.txt, feeds). `lists` has how many releases each list of a source was
    found to name, by source, language and address; lists that could not be fetched are not among them. `interrupted`
    says that the crawl was stopped before it was done; what it had captured until then is in the archive.
    """

    counts: dict[tuple[str, Language], dict[Outcome, int]] = field(default_factory=dict)
    lists: dict[tuple[str, Language, str], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    interrupted: bool = False

    def add(self, source: str, language: Language, outcome: Outcome) -> None:
        """Count one more."""
        counts = self.counts.setdefault((source, language), {})
        counts[outcome] = counts.get(outcome, 0) + 1

    def total(self, outcome: Outcome, source: str | None = None) -> int:
        """Return the count of an outcome over all languages, of one source or of all."""
        return sum(
            counts.get(outcome, 0) for (source_id, _), counts in self.counts.items() if source in (None, source_id)
        )

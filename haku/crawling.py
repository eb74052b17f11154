"""What a crawl shows of itself."""

from __future__ import annotations

from collections.abc import Callable

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from haku.terminal import Advance
from haku.texts import _

_LINE = _(
    "{requests} requests: {new} new, {changed} changed, {unchanged} unchanged, {gone} gone, {failed} failed, "
    "{attachments} attachments"
)


def outcome_line(report: CrawlReport) -> str:
    """Say in one line what a crawl came to."""
    return _LINE.format(**{outcome.value: report.total(outcome) for outcome in Outcome})


def show_progress(advance: Advance) -> Callable[[CrawlReport], None]:
    """Return what moves a progress bar on as a crawl's report grows."""
    return lambda report: advance(report.total(Outcome.REQUESTS), None)

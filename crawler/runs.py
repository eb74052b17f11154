"""The run that a crawl belongs to, and what its pages count as in it."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.outcomes import OUTCOME, Outcome, Role, count, role_of
from crawler.warc.runs import Run
from parsers.capture import Capture

_PAGE = (None, *range(200, 300))


def run_of(crawler: Crawler) -> Run:
    """Return the run of a crawl, begun when it is first asked for."""
    spider = crawler.spider
    if not hasattr(spider, "run"):
        spider.run = spider.store.begin_run(spider.name)  # type: ignore[union-attr]
    run: Run = spider.run  # type: ignore[union-attr]
    return run


def count_page(crawler: Crawler, request: Request, capture: Capture) -> None:
    """Count a release or attachment by what the archive held of it before this run; others, and errors, not at all.

    So a run that goes on with another one counts what that one had captured, as if it had not been broken off.
    """
    if capture.status not in _PAGE:
        return
    before = crawler.spider.store.last(capture.url, before=run_of(crawler).start)  # type: ignore[union-attr]
    outcome = Outcome.NEW
    if before and before.status in _PAGE:
        outcome = Outcome.UNCHANGED if before.digest == capture.digest else Outcome.CHANGED
    request.meta[OUTCOME] = outcome.value
    if role_of(request) is Role.RELEASE:
        count(crawler, request, outcome)
    elif role_of(request) is Role.ATTACHMENT and outcome is not Outcome.UNCHANGED:
        count(crawler, request, Outcome.ATTACHMENTS)

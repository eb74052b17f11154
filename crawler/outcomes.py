"""What happened to each page of a crawl, counted by source and language, and told to whoever listens."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from parsers.problems import Problem
from parsers.sources import source_of

if TYPE_CHECKING:  # who only reads what came of a crawl need not wait for Scrapy
    from scrapy import Request
    from scrapy.crawler import Crawler


class Outcome(StrEnum):
    """What is counted. All but `REQUESTS` and `ATTACHMENTS` concern the pages of releases.

    `SKIPPED` are pages that were not asked for, since their host is left alone for this run.
    """

    REQUESTS = "requests"
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    UNTRANSLATED = "untranslated"
    ATTACHMENTS = "attachments"
    FAILED = "failed"
    SKIPPED = "skipped"


class Role(StrEnum):
    """What a request is made for."""

    RELEASE = "release"
    ATTACHMENT = "attachment"
    LISTING = "listing"
    FEED = "feed"


# Scrapy signals: `counted(source, language, outcome)`, `list_read(source, language, url, named)`,
# `problem_found(problem)` and `note_made(problem)`.
counted = object()
list_read = object()
problem_found = object()
note_made = object()

# Flags of responses: captured earlier in this run; as it was, the site says; and for both, read from the archive.
CACHED = "cached"
UNCHANGED = "unchanged"
ARCHIVED = "archived"
# The key under which a request's meta tells what its page was counted as.
OUTCOME = "outcome"
# The key under which a request to a web archive tells of which page it asks: the page's own `url`, and the `time` (ISO
# 8601) at which it was captured.
CAPTURE_AS = "capture_as"

NO_LANGUAGE = "-"


def role_of(request: Request) -> Role | None:
    """Return what a request is made for, None for those that Scrapy makes itself (robots.txt)."""
    role = request.meta.get("role")
    return Role(role) if role else None


def first_address(request: Request) -> str:
    """Return the address that was asked for, before any redirects."""
    addresses: list[str] = [*request.meta.get("redirect_urls", ()), request.url]
    return addresses[0]


def count(crawler: Crawler, request: Request, outcome: Outcome, language: str | None = None) -> None:
    """Count one more, in Scrapy's own statistics as well, for the source whose page it is, whoever lists or keeps it.

    The language is that of the request where no other is given.
    """
    own: str | None = request.meta.get(CAPTURE_AS, {}).get("url")
    source, language = source_of(own or first_address(request)), language or request.meta.get("language", NO_LANGUAGE)
    crawler.stats.inc_value(f"haku/{source}/{language}/{outcome}")
    crawler.signals.send_catch_log(counted, source=source, language=language, outcome=outcome)


def tell_list(crawler: Crawler, language: str, url: str, named: int) -> None:
    """Report how many releases a list of the source was found to name, on all of its pages that were asked for."""
    assert crawler.spider
    source = crawler.spider.name
    crawler.signals.send_catch_log(list_read, source=source, language=language, url=url, named=named)


def tell(crawler: Crawler, problem: Problem) -> None:
    """Report a fault that a person should know of."""
    assert crawler.spider
    crawler.spider.logger.warning("%s", problem)
    crawler.signals.send_catch_log(problem_found, problem=problem)


def note(crawler: Crawler, problem: Problem) -> None:
    """Report what a person may want to know of, though nothing is amiss."""
    assert crawler.spider
    crawler.spider.logger.info("%s", problem)
    crawler.signals.send_catch_log(note_made, problem=problem)

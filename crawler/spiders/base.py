"""What the spiders of all kinds of source have in common: their arguments, their store, requests and failures."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.failures import outcome_of, problem_of
from crawler.outcomes import Outcome, Role, count, first_address, tell
from crawler.warc.store import WarcStore
from parsers.model import Language
from parsers.problems import Problem
from parsers.sources import host_of
from parsers.urls import canonical


class SourceSpider(Spider, ABC):
    """Crawls one source. Arguments: `since` and `until` (days, inclusive, by the day that a listing prints), `limit`
    (the most releases to ask for), `languages`. `store` is where captures go; without it, one is opened as the
    settings say. `asked` is shared by spiders that run side by side, so that no page is fetched by two of them.
    A subclass says which `hosts` may be visited, where to `start`, and what is in `parse_release`.
    """

    hosts: frozenset[str] = frozenset()
    store: WarcStore

    def __init__(
        self,
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        languages: str = "fi,sv",
        store: WarcStore | None = None,
        asked: set[str] | None = None,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self.since = _day(since) or date.min
        self.until = _day(until) or date.max
        self.languages = tuple(languages.split(","))
        self._left = int(limit) if limit else None
        self._asked: set[str] = set() if asked is None else asked
        if store:
            self.store = store

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Name ourselves, and whom to write to."""
        super().update_settings(settings)
        user_agent = f"Hakuarkisto/{version('hakuarkisto')} (+{settings.get('CONTACT') or 'on this machine'})"
        settings.set("USER_AGENT", user_agent, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        if not hasattr(spider, "store"):
            folder = Path(crawler.settings["WARC_FOLDER"])
            spider.store = WarcStore(folder, on_repair=lambda note: spider.logger.warning("%s", note))
            crawler.signals.connect(spider.store.close, signals.engine_stopped)
        return spider

    @abstractmethod
    def parse_release(self, response: Response) -> Iterator[Request]:
        """Yield what a release leads to: its other versions, its attachments."""

    def parse_attachment(self, response: Response) -> None:
        """Nothing more is to be done: the response is recorded."""

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Count and report a request that came to nothing."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value or RuntimeError("unknown failure")
        outcome = outcome_of(error, request)
        listed = request.meta.get("listed")
        if outcome is Outcome.GONE and listed and _is_elsewhere(listed, first_address(request)):
            yield self.request(listed, Role.RELEASE, request.meta["language"], self.parse_release)
            return
        if outcome:
            count(self.crawler, request, outcome)
        if outcome is Outcome.FAILED:
            tell(self.crawler, problem_of(error, request))

    @property
    def is_full(self) -> bool:
        """Whether as many releases were asked for as `limit` allows."""
        return self._left == 0

    def is_in_time(self, day: date | None) -> bool:
        """Tell whether a release of a day is wanted; one of an unknown day is."""
        return day is None or self.since <= day <= self.until

    def release(self, url: str, language: Language) -> Iterator[Request]:
        """Yield the request for a release, unless it was made already or may not be.

        It is asked for at its canonical address, whoever lists it; `failed` tries the address listed where that fails.
        """
        home = canonical(url)
        if self.is_full or not self._is_first(home):
            return
        if self._left is not None:
            self._left -= 1
        request = self.request(home, Role.RELEASE, language, self.parse_release)
        request.meta["listed"] = url
        yield request

    def attachment(self, url: str, language: Language) -> Iterator[Request]:
        """Yield the request for an attachment, unless it was made already or may not be."""
        if self._is_first(url):
            yield self.request(url, Role.ATTACHMENT, language, self.parse_attachment)

    def request(self, url: str, role: Role, language: Language | None, callback: Any, **arguments: Any) -> Request:
        """Return a request whose failures are counted, and which is known by its role and language."""
        meta = {"role": role.value} | ({"language": language} if language else {})
        return Request(url, callback=callback, errback=self.failed, meta=meta, cb_kwargs=arguments)

    def _is_first(self, url: str) -> bool:
        if url in self._asked or host_of(url) not in self.hosts:
            return False
        self._asked.add(url)
        return True


def _is_elsewhere(url: str, other: str) -> bool:
    """Whether two addresses differ in more than their parameters."""
    return urlsplit(url)[1:3] != urlsplit(other)[1:3]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Problem("{day}: not a day; write it as 2024-01-31", day=text) from error

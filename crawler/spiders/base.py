"""What the spiders of all kinds of source have in common: their arguments, their store, requests and failures.

What a source published is asked for again in every crawl, if only in conditional requests: that it is in a listing or
a sitemap, with whatever day of change, does not say that its page is as it was, and that it is in none of them does not
say that it is gone. So when discovery has come to its end, the known releases that it did not name are asked for too.
"""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.failures import GONE, outcome_of, problem_of
from crawler.manners import Manners
from crawler.outcomes import Outcome, Role, count, first_address, note, role_of, tell
from crawler.runs import run_of
from crawler.spiders.attached import MOST_MOVES, MOVED, address_of, is_settled, moved_to
from crawler.spiders.past import Past
from crawler.spiders.places import language_of
from crawler.spiders.reading import day_of_page
from crawler.warc.store import WarcStore
from parsers.capture import Capture, LastCapture, payload_digest
from parsers.facts.attachments import media_type_of
from parsers.language import LANGUAGES
from parsers.model import Language
from parsers.page.versions import MISSING
from parsers.problems import Problem
from parsers.sources import SOURCES, host_of
from parsers.urls import canonical, leads_away

# How long after a release its other versions, or a correction of a listing, may still come.
LATE = timedelta(days=60)
# Set on the request for a version that a page names, and of which nothing was ever seen.
_UNPROVEN = "unproven"
# Set on the request for a document: how often it has moved.
_MOVES = "moves"
_HELSINKI = ZoneInfo("Europe/Helsinki")
_AT_A_TIME = 50


class SourceSpider(Spider, metaclass=ABCMeta):
    """Crawls one source. Arguments: `since` and `until` (days, inclusive, by the day that a listing prints), `limit`
    (the most releases to ask for, not counting the versions of a release in other languages), `languages`, `today`
    (the day that it is taken to be). `store` is where captures go; without it, one is opened as the settings say.
    `asked` and `manners` are shared by spiders that run side by side: no page is fetched by two of them, and no host
    is hurried by them together. An argument that is unknown or cannot be read raises Problem.
    A subclass says which `hosts` may be visited, where to `start`, and what is in `parse_release`. The documents that
    its releases attach may lie on any host of the catalogue.
    """

    hosts: frozenset[str] = frozenset()
    store: WarcStore
    manners: Manners

    def __init__(
        self,
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        languages: str = "fi,sv,en",
        today: str | None = None,
        store: WarcStore | None = None,
        asked: set[str] | None = None,
        manners: Manners | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        # What spiders share is never given as text, which is all that a command line can give.
        shared = {"store": store, "asked": asked, "manners": manners}
        for argument in (*unknown, *(name for name, value in shared.items() if isinstance(value, str))):
            raise Problem("{argument}: no argument of the spider {source}", argument=argument, source=self.name)
        self.since = _day(since) or date.min
        self.until = _day(until) or date.max
        if self.since > self.until:
            raise Problem("{since} is later than {until}: no day lies between them", since=since, until=until)
        self.languages = _languages(languages)
        self.today = _day(today) or datetime.now(_HELSINKI).date()
        self._left = _count(limit)
        self._asked: set[str] = set() if asked is None else asked
        self._last_requests = self.last_requests()
        if store:
            self.store = store
        if manners:
            self.manners = manners

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Name ourselves, and whom to write to."""
        super().update_settings(settings)
        user_agent = f"Hakuarkisto/{version('hakuarkisto')} (+{settings.get('CONTACT') or 'on this machine'})"
        settings.set("USER_AGENT", user_agent, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.go_on, signals.spider_idle)
        if not hasattr(spider, "store"):
            folder = Path(crawler.settings["WARC_FOLDER"])
            spider.store = WarcStore(folder, on_repair=lambda note: spider.logger.warning("%s", note))
            crawler.signals.connect(spider.store.close, signals.engine_stopped)
        return spider

    @abstractmethod
    def parse_release(self, response: Response) -> Iterator[Request]:
        """Yield what a release leads to: its other versions, its attachments."""

    def parse_attachment(self, response: Response) -> Iterator[Request]:
        """Yield the request for a document that has moved; one that has not leads nowhere, and is recorded."""
        target, moves = moved_to(response), response.meta.get(_MOVES, 0) + 1
        if target and media_type_of(target) and moves <= MOST_MOVES:
            for request in self.attachment(target, response.meta["language"]):
                yield request.replace(meta={**request.meta, _MOVES: moves})
        elif target:
            note(self.crawler, Problem("{url}: redirects to {target}; not followed", url=response.url, target=target))

    def last_requests(self) -> Iterator[Request]:
        """Yield what is asked for when discovery has come to its end: the known releases of this source."""
        source = SOURCES.get(self.name)
        for url in self.store.releases(source.hosts) if source else ():
            if self.is_full:
                return
            if self.is_in_time(self._day_of_known(url)):
                yield from self.release(url, self.language_of(url))

    def may_move_to(self, url: str) -> bool:
        """Tell whether a release of this source may have moved to an address, which a redirect from it names."""
        return True

    def past(self) -> Past | None:
        """Return what archives of the whole web hold of this source; None where they hold no text of it."""
        return None

    def language_of(self, url: str) -> Language:
        """Return the language that an address claims for its page."""
        return language_of(url)

    def day_of(self, page: Capture | Response) -> date | None:
        """Return the day on which a release was published, None where it does not say."""
        return day_of_page(page.body, page.url, page.charset if isinstance(page, Capture) else None)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Count and report a request that came to nothing."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value or RuntimeError("unknown failure")
        outcome = outcome_of(error, request)
        listed = request.meta.get("listed")
        if outcome is Outcome.GONE and listed and _is_elsewhere(listed, first_address(request)):
            again = self.request(listed, Role.RELEASE, request.meta["language"], self.parse_release)
            yield again.replace(meta={**again.meta, _UNPROVEN: request.meta.get(_UNPROVEN)})
            return
        if outcome is Outcome.GONE and request.meta.get(_UNPROVEN):
            outcome = Outcome.UNTRANSLATED  # what never was there is not gone
        elif outcome is Outcome.UNTRANSLATED and self._was_held(canonical(first_address(request))):
            outcome = Outcome.GONE  # a version that was withdrawn
        if outcome:
            count(self.crawler, request, outcome)
        if outcome is Outcome.FAILED:
            tell(self.crawler, problem_of(error, request))
        elif outcome is None and role_of(request) is Role.ATTACHMENT:
            note(self.crawler, problem_of(error, request))

    @property
    def is_full(self) -> bool:
        """Whether as many releases were asked for as `limit` allows."""
        return self._left == 0

    def is_in_time(self, day: date | None) -> bool:
        """Tell whether a release of a day is wanted; one of an unknown day is."""
        return day is None or self.since <= day <= self.until

    def is_new(self, url: str) -> bool:
        """Tell whether the archive held nothing of a release before this run."""
        return self._last_before(canonical(url)) is None

    def holds(self, url: str) -> bool:
        """Tell whether the newest capture of an address is a page or a file: no error, redirect or absence."""
        last = self.store.last(url)
        return last is not None and last.status in (None, 200)

    def release(self, url: str, language: Language) -> Iterator[Request]:
        """Yield the request for a release, unless it was made already or may not be.

        It is asked for at its canonical address, whoever lists it; `failed` tries the address listed where that fails.
        """
        if not self.is_full and self._is_first(canonical(url)):
            if self._left is not None:
                self._left -= 1
            yield self._request_release(url, language)

    def version(self, url: str, language: Language, original: Response) -> Iterator[Request]:
        """Yield the request for the version that a release names in another language, unless it was made already, may
        not be, or the site has said that there is no such version of a release that is now too old to get one.
        """
        home = canonical(url)
        if language not in self.languages or home in self._asked:
            return
        is_unproven = not self.holds(home) and self.store.body(home) is None
        if is_unproven and self._is_denied(home) and self._is_old(original):
            return
        if self._is_first(home):
            request = self._request_release(url, language)
            yield request.replace(meta={**request.meta, _UNPROVEN: is_unproven})

    def attachment(self, url: str, language: Language, page: Capture | Response | None = None) -> Iterator[Request]:
        """Yield the request for an attachment, unless it was made already, may not be, or is held already (or was not
        there, the page being old) while the `page` that links to it is as it was before this run.
        """
        address = address_of(url)
        if not address or not self._is_unasked(address):
            return
        if page and self._is_as_before(page) and is_settled(self.store, address, lambda: self._is_old(page)):
            return
        request = self.request(address, Role.ATTACHMENT, language, self.parse_attachment)
        yield request.replace(meta={**request.meta, "dont_redirect": True, "handle_httpstatus_list": MOVED})

    def request(self, url: str, role: Role, language: Language | None, callback: Any, **arguments: Any) -> Request:
        """Return a request whose failures are counted, and which is known by its role and language."""
        meta = {"role": role.value} | ({"language": language} if language else {})
        return Request(url, callback=callback, errback=self.failed, meta=meta, cb_kwargs=arguments)

    def go_on(self) -> None:
        """When nothing is left to be done, do the last things, a few at a time."""
        requests = list(islice(self._last_requests, _AT_A_TIME))
        for request in requests:
            assert self.crawler.engine
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _request_release(self, url: str, language: Language) -> Request:
        request = self.request(canonical(url), Role.RELEASE, language, self.parse_release)
        request.meta["listed"] = url
        return request

    def _is_first(self, url: str) -> bool:
        return host_of(url) in self.hosts and self._is_unasked(url)

    def _is_unasked(self, url: str) -> bool:
        if url in self._asked:
            return False
        self._asked.add(url)
        return True

    def _last_before(self, url: str) -> LastCapture | None:
        return self.store.last(url, before=run_of(self.crawler).start)

    def _was_held(self, url: str) -> bool:
        """Tell whether the newest capture of an address, before this run, is a page."""
        last = self._last_before(url)
        return last is not None and last.status in (None, 200)

    def _is_as_before(self, page: Capture | Response) -> bool:
        last = self._last_before(page.url)
        return last is not None and last.digest == payload_digest(page.body)

    def _is_denied(self, url: str) -> bool:
        """Whether the site has said of an address that there is no such page, or has sent us to a general one."""
        last = self.store.last(url)
        if last is None or last.redirect is None:
            return last is not None and last.status in GONE
        return MISSING in last.redirect or leads_away(url, last.redirect)

    def _is_old(self, page: Capture | Response) -> bool:
        """Whether a page's release is so old that nothing that it lacks will come any more."""
        day = self.day_of(page)
        return day is not None and self.today - day >= LATE

    def _day_of_known(self, url: str) -> date | None:
        """Only where it matters: to read a page takes longer than to ask the archive for its address."""
        if (self.since, self.until) == (date.min, date.max):
            return None
        capture = self.store.body(url)
        return self.day_of(capture) if capture else None


def _is_elsewhere(url: str, other: str) -> bool:
    """Whether two addresses differ in more than their parameters."""
    return urlsplit(url)[1:3] != urlsplit(other)[1:3]


def _languages(text: str) -> tuple[str, ...]:
    languages = tuple(text.split(","))
    for language in languages:
        if language not in LANGUAGES:
            raise Problem("{language}: not a language of the archive; fi, sv and en are", language=language)
    return languages


def _count(limit: str | int | None) -> int | None:
    try:
        count = int(limit) if limit else None
    except ValueError:
        count = -1
    if count is not None and count < 1:
        raise Problem("{limit}: not a number of releases; write it as 20", limit=limit)
    return count


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Problem("{day}: not a day; write it as 2024-01-31", day=text) from error

"""How hosts are treated: the pace at which each is asked, pauses when it is in trouble, and when it is left alone.

Kept by host for all the crawls of a process together, for sources refer to one another's pages. Times are those of a
monotonic clock, in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from parsers.problems import Problem

# A host that has recovered is asked faster again, by this factor with each good answer.
_RECOVERY = 0.9
# The longest wait that is told of as it was asked for: some ask for more seconds than a number can hold.
_ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Patience:
    """What is set for all hosts, in seconds: the `delay` between two requests; the first pause of our own accord, each
    further one twice as long up to the longest; the longest wait that a host may ask for. `failures` is how many times
    in a row a host may fail."""

    delay: float
    first_pause: float
    longest_pause: float
    longest_wait: float
    failures: int

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        return cls(
            delay=settings.getfloat("DOWNLOAD_DELAY"),
            first_pause=settings.getfloat("RETRY_BACKOFF"),
            longest_pause=settings.getfloat("RETRY_BACKOFF_MAX"),
            longest_wait=settings.getfloat("HOST_WAIT_MAX"),
            failures=settings.getint("HOST_FAILURES_MAX"),
        )


@dataclass(slots=True)
class _Host:
    usual_pace: float
    pace: float
    free_from: float = 0.0
    paused_until: float = 0.0
    failures: int = 0
    is_closed: bool = False


class Manners:
    """The state of every host that was met. What leads to a host being left alone returns the Problem to be told."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._hosts: dict[str, _Host] = {}

    def reserve(self, host: str, now: float) -> float:
        """Take the host's next free moment; return it."""
        state = self._host(host)
        moment = max(now, state.free_from, state.paused_until)
        state.free_from = moment + state.pace
        return moment

    def paused_until(self, host: str) -> float:
        """Return the moment before which nothing may be asked of a host."""
        return self._host(host).paused_until

    def is_closed(self, host: str) -> bool:
        """Tell whether a host is left alone for the rest of this run."""
        return self._host(host).is_closed

    def succeeded(self, host: str) -> None:
        """Note a good answer."""
        state = self._host(host)
        state.failures = 0
        state.pace = max(state.usual_pace, state.pace * _RECOVERY)

    def failed(
        self, host: str, now: float, reason: object, *, asked: float = 0.0, is_hurried: bool = False
    ) -> Problem | None:
        """Note a failure: the host is given a pause, longer with each failure in a row, and at last left alone.

        `asked` is the pause in seconds that the host has asked for; `is_hurried` says that we were too fast for it.
        What fails during a pause was asked before it, and counts no further.
        """
        state = self._host(host)
        if is_hurried:
            state.pace = min(max(2 * state.pace, self._patience.first_pause), self._patience.longest_pause)
        if asked > self._patience.longest_wait:
            message = "{host}: asks to be left alone for {seconds} s; it is left alone for the rest of this run"
            return self._close(Problem(message, host=host, seconds=_whole(asked)))
        if now >= state.paused_until:
            state.failures += 1
            pause = self._patience.first_pause * 2.0 ** (state.failures - 1)
            state.paused_until = now + min(pause, self._patience.longest_pause)
        state.paused_until = max(state.paused_until, now + asked)
        if state.failures < self._patience.failures:
            return None
        message = "{host}: failed {count} times in a row ({reason}); it is left alone for the rest of this run"
        return self._close(Problem(message, host=host, count=state.failures, reason=reason))

    def slow_down(self, host: str, delay: float) -> Problem | None:
        """Keep the pause between two requests that a host's robots.txt asks for, where it is longer than ours."""
        state = self._host(host)
        if delay > self._patience.longest_wait:
            message = "{host}: its robots.txt asks for {seconds} s between requests, too long for any run; not crawled"
            return self._close(Problem(message, host=host, seconds=_whole(delay)))
        state.usual_pace = max(state.usual_pace, delay)
        state.pace = max(state.pace, delay)
        return None

    def shut_out(self, host: str, reason: object) -> Problem | None:
        """Leave a host alone whose robots.txt cannot be had: it may forbid everything (RFC 9309, 2.3.1.4)."""
        message = "{host}: its robots.txt cannot be had ({reason}), so nothing is asked of it in this run"
        return self._close(Problem(message, host=host, reason=reason))

    def _close(self, problem: Problem) -> Problem | None:
        """Leave the host that a problem names alone; None where it was left alone before."""
        state = self._host(str(problem.values["host"]))
        was_closed, state.is_closed = state.is_closed, True
        return None if was_closed else problem

    def _host(self, host: str) -> _Host:
        delay = self._patience.delay
        return self._hosts.setdefault(host, _Host(usual_pace=delay, pace=delay))


def _whole(seconds: float) -> int:
    return round(min(seconds, _ENDLESS))


def manners_of(crawler: Crawler) -> Manners:
    """Return the manners of a crawl: those it shares with the others of its process, else its own."""
    spider = crawler.spider
    if not hasattr(spider, "manners"):
        spider.manners = Manners(Patience.from_settings(crawler.settings))  # type: ignore[union-attr]
    manners: Manners = spider.manners  # type: ignore[union-attr]
    return manners

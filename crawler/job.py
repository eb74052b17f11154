"""The process of one crawl, started by crawler.run: a job in, one line for each event out."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.manners import Manners, Patience
from crawler.outcomes import Outcome, counted, list_read, note_made, problem_found
from crawler.warc.store import WarcStore, Written
from parsers.problems import Problem

_STDIN = 0


def main() -> None:
    """Do the job that one line on standard input describes."""
    job = json.loads(sys.stdin.buffer.readline())
    try:
        with JobStore(Path(job["folder"]), on_repair=lambda note: tell_problem(note, kind="note")) as store:
            _crawl(job, store)
    except Problem as problem:
        tell_problem(problem, kind="fatal")


class JobStore(WarcStore):
    """A store whose failure ends the crawl: nothing more is asked of the sites that could not be kept."""

    def write(self, *args: Any, **kwargs: Any) -> Written:
        try:
            return super().write(*args, **kwargs)
        except Problem as problem:
            tell_problem(problem, kind="fatal")  # whoever started us ends us
            raise


def _crawl(job: dict[str, Any], store: WarcStore) -> None:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict({**job["settings"], "LOG_LEVEL": "ERROR"}, priority="cmdline")
    process = CrawlerProcess(settings)
    asked: set[str] = set()
    manners = Manners(Patience.from_settings(settings))
    for source in job["sources"]:
        crawler = process.create_crawler(source)
        _listen(crawler)
        process.crawl(crawler, **job["arguments"], store=store, asked=asked, manners=manners)
    _stop_at_end_of_input(process)
    process.start()


def _listen(crawler: Crawler) -> None:
    crawler.signals.connect(tell_outcome, counted)
    crawler.signals.connect(tell_list, list_read)
    crawler.signals.connect(tell_problem, problem_found)
    crawler.signals.connect(tell_note, note_made)
    crawler.signals.connect(tell_bound, signals.spider_closed)
    crawler.signals.connect(tell_error, signals.spider_error)


def tell_outcome(source: str, language: str, outcome: Outcome) -> None:
    _tell({"source": source, "language": language, "outcome": outcome})


def tell_list(source: str, language: str, url: str, named: int) -> None:
    _tell({"list": url, "source": source, "language": language, "named": named})


def tell_problem(problem: Problem, kind: str = "problem") -> None:
    values = {name: str(value) for name, value in problem.values.items()}
    _tell({"kind": kind, "message": problem.message, "values": values})


def tell_note(problem: Problem) -> None:
    tell_problem(problem, kind="note")


def tell_bound(spider: Spider, reason: str) -> None:
    """A crawl that reaches a bound has not seen all: the next one goes on with it."""
    if reason not in ("finished", "shutdown"):
        tell_problem(
            Problem(
                "{source}: stopped before its end ({reason}); run it again to go on", source=spider.name, reason=reason
            )
        )


def tell_error(failure: Failure, response: Any) -> None:
    """A fault in the spider itself: the page is stored, but what it leads to was not followed."""
    reason = f"{type(failure.value).__name__}: {failure.value}"
    tell_problem(Problem("{url}: its links could not be read ({reason})", url=response.url, reason=reason))


def _tell(event: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def _stop_at_end_of_input(process: CrawlerProcess) -> None:
    """Stop in order when whoever started us closes our standard input, or is no more."""
    from twisted.internet import reactor

    stopping: list[asyncio.Task[None]] = []

    def at_input() -> None:
        if not os.read(_STDIN, 1024):
            asyncio.get_running_loop().remove_reader(_STDIN)
            stopping.append(asyncio.ensure_future(_stop(process)))

    def watch() -> None:
        asyncio.get_running_loop().add_reader(_STDIN, at_input)

    reactor.callLater(0, watch)  # type: ignore[arg-type]


async def _stop(process: CrawlerProcess) -> None:
    """Stop the crawls once all of them run: Scrapy never ends one that is told to stop while it starts."""
    while not all(crawler.engine and crawler.engine.running for crawler in process.crawlers):
        await asyncio.sleep(0.05)
    process.stop()


if __name__ == "__main__":
    main()

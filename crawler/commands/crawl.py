"""`scrapy crawl`, with one line for what keeps a crawl from beginning, where Scrapy's own shows a traceback."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from typing import Any

from scrapy.commands import crawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from twisted.internet.defer import Deferred, inlineCallbacks

from parsers.problems import Problem

# Parameters of the calls by which Scrapy hands arguments on to a spider: one of such a name never gets there.
_TAKEN = frozenset({"self", "crawler", "crawler_or_spidercls"})


class Command(crawl.Command):
    """Runs a spider by its name; ends with 2 where the crawl cannot begin as it was asked for."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            super().run(args, opts)
        assert self.crawler_process and self.settings
        try:
            spider = self.crawler_process.spider_loader.load(args[0])
        except KeyError as error:
            raise UsageError(f"{args[0]}: no such spider; `scrapy list` names them", print_help=False) from error
        for argument in _TAKEN & opts.spargs.keys():
            raise UsageError(f"{argument}: no argument of the spider {args[0]}", print_help=False)
        crawler = _TellingCrawler(spider, self.settings, init_reactor=True)
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if crawler.problem:
            raise UsageError(str(crawler.problem), print_help=False)
        if self.crawler_process.bootstrap_failed:
            self.exitcode = 1


class _TellingCrawler(Crawler):
    """Keeps the problem for which a crawl could not begin, whichever of Scrapy's two kinds of process runs it."""

    problem: Problem | None = None

    @inlineCallbacks
    def crawl(self, *args: Any, **kwargs: Any) -> Generator[Deferred[Any], Any, None]:
        try:
            yield super().crawl(*args, **kwargs)
        except Problem as problem:
            self.problem = problem

    async def crawl_async(self, *args: Any, **kwargs: Any) -> None:
        try:
            await super().crawl_async(*args, **kwargs)
        except Problem as problem:
            self.problem = problem

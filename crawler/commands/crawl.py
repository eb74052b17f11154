"""`scrapy crawl`, with one line for what keeps a crawl from beginning, where Scrapy's own shows a traceback."""

from __future__ import annotations

import argparse
from typing import Any

from scrapy.commands import crawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from parsers.problems import Problem


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
        crawler = _TellingCrawler(spider, self.settings, init_reactor=True)
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if crawler.problem:
            raise UsageError(str(crawler.problem), print_help=False)
        if self.crawler_process.bootstrap_failed:
            self.exitcode = 1


class _TellingCrawler(Crawler):
    """Keeps the problem for which a crawl could not begin."""

    problem: Problem | None = None

    async def crawl_async(self, *args: Any, **kwargs: Any) -> None:
        try:
            await super().crawl_async(*args, **kwargs)
        except Problem as problem:
            self.problem = problem

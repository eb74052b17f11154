"""Sites that list their releases on pages: what is common to walking their lists and following their releases."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.outcomes import Role, tell
from crawler.spiders.anchors import Article
from crawler.spiders.base import SourceSpider
from crawler.spiders.links import attachments, slug, translations
from crawler.spiders.listings import ListingWalk, Step
from crawler.spiders.past import Past, Span
from parsers.model import Language
from parsers.problems import Problem
from parsers.sources import SOURCES


class ListedSpider(SourceSpider):
    """Walks the lists of a site; `walk` knows which of their pages are asked for, and what they named.

    A subclass says which links of a page are articles, and which addresses are releases.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.walk = ListingWalk(self)

    @abstractmethod
    def is_release(self, url: str) -> bool:
        """Tell whether an address is that of a release of this source."""

    def past(self) -> Past | None:
        """Return the pages that this spider would ask for itself."""
        spans = tuple(Span(f"{host}/", "text/html") for host in SOURCES[self.name].hosts)
        return Past(self.is_release, self.language_of, spans)

    @abstractmethod
    def articles_of(self, page: HtmlResponse) -> list[Article]:
        """Return the dated releases that a page names."""

    def language_listed(self, url: str, step: Step) -> Language:
        """Return the language of a release that a page of a list names."""
        return step.language

    def home_of(self, url: str) -> str:
        """Return the address at which the site has a page that it links to."""
        return url

    def beside(self, page: HtmlResponse, step: Step, *, archived: bool) -> Iterator[Request]:
        """Yield what a page of a list leads to besides its releases and the further pages of the list; `archived` says
        that the page was not asked for, but is as the archive has it.
        """
        yield from ()

    def parse_listing(self, response: Response, step: Step) -> Iterator[Request]:
        """Yield the releases of a page of a list, and the other pages of the list that may name wanted ones.

        A page in the archive may still name what is gone: of it, only what was never captured is asked for here.
        """
        steps = [(step, response)]
        while steps:
            step, page = steps.pop()
            if not isinstance(page, HtmlResponse):
                continue
            found = self.articles_of(page)
            further = self.walk.take(step, page, found)
            for article in found:
                if self.is_in_time(article.day) and (self.is_new(article.url) or page is response):
                    yield from self.release(article.url, self.language_listed(article.url, step))
            yield from self.beside(page, step, archived=page is not response)
            for next_step, stored in further:
                if stored:
                    steps.append((next_step, stored))
                else:
                    yield self.listing_page(next_step)

    def parse_release(self, response: Response) -> Iterator[Request]:
        if not isinstance(response, HtmlResponse):
            return
        for language, url in translations(response, self.is_release):
            # For each language of the site there is an address; English versions have one of their own.
            if language != "en" or slug(url) != slug(response.url):
                yield from self.version(self.home_of(url), language, response)
        for url in attachments(response):
            yield from self.attachment(url, response.meta["language"], response)

    def closed(self, reason: str) -> None:
        """A site that answered, but lists nothing, has been rebuilt: no news would be no good news."""
        if reason == "finished" and self.walk.is_answered and not self.walk.named:
            problem = Problem("{source}: its listing pages name no releases; has the site changed?", source=self.name)
            tell(self.crawler, problem)

    def listing_page(self, step: Step) -> Request:
        """Return the request for a page of a list."""
        return self.request(step.url, Role.LISTING, step.language, self.parse_listing, step=step)

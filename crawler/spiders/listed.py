"""Sites that list their releases on pages: what is common to walking their lists and following their releases."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from crawler.failures import is_absent
from crawler.media import split_content_type
from crawler.outcomes import Outcome, Role, count, tell, tell_list
from crawler.spiders.anchors import Article
from crawler.spiders.base import SourceSpider
from crawler.spiders.links import attachments, slug, translations
from crawler.spiders.listings import ListingWalk, Step
from crawler.spiders.past import Past, Span
from parsers.model import Language
from parsers.problems import Problem
from parsers.sources import SOURCES, host_of
from parsers.urls import canonical, is_front_page


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

    def may_move_to(self, url: str) -> bool:
        return host_of(url) not in self.hosts or self.is_release(canonical(url))

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
        if not isinstance(response, HtmlResponse) or _is_elsewhere(response, step):
            self._refuse(response, step)
            return
        steps = [(step, response)]
        while steps:
            step, page = steps.pop()
            found = self.articles_of(page)
            if page is response:
                urls = (article.url for article in found)
                self.walk.note(step, [url for url in urls if self.language_listed(url, step) == step.language])
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

    def failed(self, failure: Failure) -> Iterator[Request]:
        """A list that is not there any more names nothing; of one that cannot be had at the moment nothing is known."""
        step = failure.request.cb_kwargs.get("step")  # type: ignore[attr-defined]
        if isinstance(step, Step) and step.is_start and is_absent(failure.value):
            self.walk.note(step, ())
        yield from super().failed(failure)

    def closed(self, reason: str) -> None:
        """A site that answered, but lists nothing, has been rebuilt: no news would be no good news."""
        if reason != "finished":
            return
        for (language, url), named in self.walk.lists.items():
            tell_list(self.crawler, language, url, len(named))
        if self.walk.is_answered and not self.walk.named:
            problem = Problem("{source}: its listing pages name no releases; has the site changed?", source=self.name)
            tell(self.crawler, problem)

    def listing_page(self, step: Step) -> Request:
        """Return the request for a page of a list."""
        return self.request(step.url, Role.LISTING, step.language, self.parse_listing, step=step)

    def _refuse(self, response: Response, step: Step) -> None:
        """Tell of an answer that is no page of a list: the list, as far as can be seen, names nothing."""
        assert response.request
        if step.is_start:
            self.walk.note(step, ())
        count(self.crawler, response.request, Outcome.FAILED)
        if isinstance(response, HtmlResponse):
            problem = Problem("{url}: the site sends us from this list of releases to its front page", url=step.url)
        else:
            media_type, _ = split_content_type((response.headers.get("Content-Type") or b"").decode("latin-1"))
            problem = Problem("{url}: a list of releases, but sent as {type}; not read", url=step.url, type=media_type)
        tell(self.crawler, problem)


def _is_elsewhere(response: Response, step: Step) -> bool:
    """Whether a site sends us from the start of a list to its front page. Links to further lists may be out of date."""
    return step.is_start and is_front_page(response.url) and not is_front_page(step.url)

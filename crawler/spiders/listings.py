"""How far a listing of releases is walked: which of its pages to ask for, which to read in the archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

from scrapy.http import HtmlResponse

from crawler.spiders.anchors import Article, addresses
from crawler.spiders.base import LATE, SourceSpider
from parsers.model import Language
from parsers.urls import canonical

_MOST_PAGES = 500
_FIRST_YEAR = 1995
# "_fi_yja_…_INSTANCE_abc_paramYear", "_101_INSTANCE_abc_cur", "paged"
_PAGING_PARAMETER = re.compile(r"(?:^|_)(?P<what>paramYear|paramPage|cur|paged)$")
# "/nyheter/page/2/"
_PAGING_PATH = re.compile(r"/page/(\d{1,5})/?$")


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a listing: its language, the year it is confined to, where it names one, and its number.

    `start` is the address at which the way to it began, empty for that page itself.
    """

    url: str
    language: Language
    year: int | None = None
    number: int = 1
    start: str = ""

    @property
    def is_start(self) -> bool:
        return self.start in ("", self.url)

    @property
    def place(self) -> tuple[Language, str]:
        """The listing, as `ListingWalk.lists` knows it."""
        return self.language, self.start or self.url


def more_pages(response: HtmlResponse, language: Language) -> list[Step]:
    """Return the other years and pages of its listing that a listing page links to."""
    found: dict[tuple[int | None, int], Step] = {}
    for url in addresses(response):
        page = _listing_page(url, language) if _listing(url) == _listing(response.url) else None
        if page:
            found.setdefault((page.year, page.number), page)
    return list(found.values())


class ListingWalk:
    """The way of a spider through the listings of its site: `named` are the releases that it came upon, and `lists` has
    those that each listing named, by language and start, on pages that were asked for: what the archive has of a
    listing does not tell how it is now.
    """

    def __init__(self, spider: SourceSpider) -> None:
        self._spider = spider
        self._seen: set[tuple[str, int | None, int]] = set()
        self.named: set[str] = set()
        self.lists: dict[tuple[Language, str], set[str]] = {}

    @property
    def is_answered(self) -> bool:
        return bool(self.lists)

    def note(self, step: Step, named: Iterable[str]) -> None:
        """Take note of an answer to the request for a page, and of the releases of its listing that it names."""
        self.lists.setdefault(step.place, set()).update(map(canonical, named))

    def take(self, step: Step, response: HtmlResponse, found: list[Article]) -> list[tuple[Step, HtmlResponse | None]]:
        """Take note of a page and the releases `found` on it; return the steps that follow.

        With a step comes the page itself where it need not be asked for, being in the archive as it must still be.
        """
        fresh = {canonical(article.url) for article in found if not self._is_too_old(article)} - self.named
        has_news = any(self._spider.is_new(url) for url in fresh)
        self.named |= {canonical(article.url) for article in found}
        years = {step.year, step.year or _only_year(found)}
        self._seen |= {_key(step.url, year, step.number) for year in years}
        pages = (replace(page, start=step.place[1]) for page in more_pages(response, step.language))
        further = (page for page in pages if fresh or page.number == 1)
        return list(self._following(step, years, has_news, further))

    def _following(
        self, step: Step, years: set[int | None], has_news: bool, pages: Iterator[Step]
    ) -> Iterator[tuple[Step, HtmlResponse | None]]:
        for page in pages:
            key = _key(page.url, page.year, page.number)
            if self._spider.is_full or key in self._seen or not self._is_sensible(page):
                continue
            is_next = page.number == step.number + 1 and page.year in years
            if page.number > 1 and not is_next and self._spider.holds(page.url):
                continue  # its turn comes after the page before it
            self._seen.add(key)
            is_due = has_news if is_next else self._is_silent(page) or not self._is_settled(page)
            archived = None if is_due else self._archived(page)
            yield page, archived

    def _is_sensible(self, page: Step) -> bool:
        """Whether a page may list something of the time asked for, and is none of an endless calendar's."""
        if page.number > _MOST_PAGES:
            return False
        newest = min(self._spider.until.year, self._spider.today.year + 1)
        oldest = max(self._spider.since.year - self._is_silent(page), _FIRST_YEAR)
        return page.year is None or oldest <= page.year <= newest

    def _is_silent(self, page: Step) -> bool:
        """Whether a listing has named nothing yet: before the first release of a year, the year before shows that it
        still can.
        """
        return not self.lists.get(page.place)

    def _is_settled(self, page: Step) -> bool:
        """Whether the first page of a year was captured when nothing more of that year was to be expected."""
        last = self._spider.store.last(page.url)
        if last is None or page.year is None:
            return False
        return last.time.date() - date(page.year, 12, 31) > LATE

    def _archived(self, page: Step) -> HtmlResponse | None:
        capture = self._spider.store.body(page.url)
        return HtmlResponse(capture.url, body=capture.body, encoding=capture.charset) if capture else None

    def _is_too_old(self, article: Article) -> bool:
        return article.day is not None and article.day < self._spider.since


def _key(url: str, year: int | None, number: int) -> tuple[str, int | None, int]:
    return urlsplit(url).path, year, number


def _only_year(found: list[Article]) -> int | None:
    """The year of all the releases that a listing page names, None where they are of several, or of unknown ones."""
    years = {article.day.year if article.day else None for article in found}
    return years.pop() if len(years) == 1 else None


def _listing(url: str) -> tuple[str, str]:
    """The listing of which an address is a page."""
    parts = urlsplit(url)
    return parts.netloc, _PAGING_PATH.sub("", parts.path).rstrip("/")


def _listing_page(url: str, language: Language) -> Step | None:
    """
    >>> _listing_page("https://tem.fi/t?p_p_id=x_abc&_x_abc_paramYear=2024&_x_abc_paramPage=2", "fi").number
    2
    >>> _listing_page("https://example.org/nyheter/page/3/", "sv").number
    3
    """
    parts = urlsplit(url)
    values = {
        match["what"]: int(value[0])
        for name, value in parse_qs(parts.query).items()
        if (match := _PAGING_PARAMETER.search(name)) and value[0].isascii() and value[0].isdigit() and len(value[0]) < 6
    }
    in_path = _PAGING_PATH.search(parts.path)
    if not values and not in_path:
        return None
    numbers = (values.get("paramPage"), values.get("cur"), values.get("paged"), in_path and int(in_path[1]))
    return Step(url, language, values.get("paramYear"), next(filter(None, numbers), 1))

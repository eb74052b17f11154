"""Redirects: followed where they lead to the page, told apart where they say that there is none."""

from __future__ import annotations

from urllib.parse import urljoin

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response

from crawler.errors import CircularRedirectError, GonePageError, MissingTranslationError, NoReleaseError
from crawler.outcomes import Role, role_of
from crawler.spiders.base import SourceSpider
from parsers.page.versions import MISSING
from parsers.urls import leads_away


class TellingRedirects(RedirectMiddleware):
    """Scrapy's redirects, but for those to "no such translation", from a release to what is none, and in a circle.

    Scrapy drops the last in silence, as requests that were made before.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        location = response.headers.get("Location")
        if location and 300 <= response.status < 400:
            target = urljoin(request.url, location.decode("latin-1"))
            if MISSING in target:
                raise MissingTranslationError(request.url)
            if role_of(request) is Role.RELEASE:
                self._check_release(request.url, target)
            if target in (request.url, *request.meta.get("redirect_urls", ())):
                raise CircularRedirectError(request.url)
        return super().process_response(request, response)

    def _check_release(self, url: str, target: str) -> None:
        if leads_away(url, target):
            raise GonePageError(url)
        spider = self.crawler.spider
        if isinstance(spider, SourceSpider) and not spider.may_move_to(target):
            raise NoReleaseError(target)

"""Redirects: followed where they lead to the page, told apart where they say that there is none."""

from __future__ import annotations

from urllib.parse import urljoin

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response

from crawler.errors import CircularRedirectError, GonePageError, MissingTranslationError
from crawler.outcomes import Role, role_of
from parsers.page.versions import MISSING
from parsers.urls import is_general


class TellingRedirects(RedirectMiddleware):
    """Scrapy's redirects, but for three: to "no such translation", from a release to the front page or a list,
    in a circle.

    Scrapy drops the last in silence, as requests that were made before.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        location = response.headers.get("Location")
        if location and 300 <= response.status < 400:
            target = urljoin(request.url, location.decode("latin-1"))
            if MISSING in target:
                raise MissingTranslationError(request.url)
            if role_of(request) is Role.RELEASE and is_general(target):
                raise GonePageError(request.url)
            if target in (request.url, *request.meta.get("redirect_urls", ())):
                raise CircularRedirectError(request.url)
        return super().process_response(request, response)

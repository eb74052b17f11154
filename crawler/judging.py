"""Whether a response is the page that was asked for, or something that stands in its way."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]
from scrapy.http import HtmlResponse, Response

from crawler.errors import BlockedPageError, BrokenOffError, EmptyPageError
from parsers.urls import is_login

# A release may speak of such checks, but no check says as much as a release.
_LONGEST_CHECK = 1500
# Nor does one that is told only by what forms of feedback have as well.
_LONGEST_BARE_CHECK = 400
_SHORTEST_PAGE = 20
# <html lang="fi-FI">, never the <html4> of a text on markup
_BEGIN = re.compile(rb"<html[\s>]", re.IGNORECASE)
_END = re.compile(rb"</html\s*>", re.IGNORECASE)
# What a page says: plain strings, for Scrapy's own selectors make an object of each.
_TEXTS = etree.XPath("//body//text()[not(parent::script or parent::style or parent::noscript)]", smart_strings=False)
# <title>Just a moment...</title>, window._cf_chl_opt = {…}, /cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1;
# never /cdn-cgi/challenge-platform/scripts/jsd/main.js, which Cloudflare puts into every page
_CHECK = re.compile(
    r"""cf-challenge | challenge-form | _cf_chl_opt | challenge-platform/h/\w/orchestrate
      | <title>\s*(?:just\ a\ moment | attention\ required | access\ denied | request\ rejected | captcha)""",
    re.IGNORECASE | re.VERBOSE,
)
# <div class="g-recaptcha">, <iframe src="/_Incapsula_Resource?…">, <form action="/captcha">
_BARE_CHECK = re.compile(
    r"""g-recaptcha | h-captcha | cf-turnstile | _incapsula_ | (?:action|src)="[^"]{0,200}captcha""",
    re.IGNORECASE | re.VERBOSE,
)


def judge(response: Response) -> None:
    """Raise BlockedPageError, EmptyPageError or BrokenOffError where a successful response is not a page to read."""
    said = _said(response)
    if _is_check(response, said):
        raise BlockedPageError(response.url)
    if not response.body.strip() or (isinstance(response, HtmlResponse) and said < _SHORTEST_PAGE):
        raise EmptyPageError(response.url)
    if is_broken_off(response):
        raise BrokenOffError(response.url)


def is_blocked(response: Response) -> bool:
    """Tell whether a response, of whatever status, is a check for robots."""
    return _is_check(response, _said(response))


def asks_to_log_in(response: Response) -> bool:
    """Tell whether a redirect leads to a form to log in with."""
    location = (response.headers.get("Location") or b"").decode("latin-1")
    return 300 <= response.status < 400 and is_login(urljoin(response.url, location))


def is_broken_off(response: Response) -> bool:
    """Tell whether a page begins and does not end: its server has closed the connection, or named too short a length.

    HTML lets the end tag be left out, but no site of the catalogue does.
    """
    return isinstance(response, HtmlResponse) and bool(_BEGIN.search(response.body)) and not _END.search(response.body)


def _is_check(response: Response, said: int) -> bool:
    if b"cf-mitigated" in response.headers:
        return True
    if not isinstance(response, HtmlResponse) or said >= _LONGEST_CHECK:
        return False
    is_bare = said < _LONGEST_BARE_CHECK
    return bool(_CHECK.search(response.text) or (is_bare and _BARE_CHECK.search(response.text)))


def _said(response: Response) -> int:
    """How many characters a page says; 0 for what is no page."""
    if not isinstance(response, HtmlResponse):
        return 0
    return len(" ".join(" ".join(_TEXTS(response.selector.root)).split()))

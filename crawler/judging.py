"""Whether a response is the page that was asked for, or something that stands in its way."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]
from scrapy.http import HtmlResponse, Response

from crawler.errors import BlockedPageError, BrokenOffError, EmptyPageError

# A release may speak of such checks, but no check says as much as a release.
_LONGEST_CHECK = 1500
_SHORTEST_PAGE = 20
# <html lang="fi-FI">, never the <html4> of a text on markup
_BEGIN = re.compile(rb"<html[\s>]", re.IGNORECASE)
_END = re.compile(rb"</html\s*>", re.IGNORECASE)
# What a page says: plain strings, for Scrapy's own selectors make an object of each.
_TEXTS = etree.XPath("//body//text()[not(parent::script or parent::style or parent::noscript)]", smart_strings=False)
# <div class="g-recaptcha">, <div id="cf-challenge-running">, <title>Just a moment...</title>
_CHECK = re.compile(
    r"""g-recaptcha | h-captcha | cf-turnstile | cf-challenge | challenge-platform | challenge-form | _incapsula_
      | <title>\s*(?:just\ a\ moment | attention\ required | access\ denied | request\ rejected | captcha)
      | (?:action|src)="[^"]{0,200}captcha""",
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


def is_broken_off(response: Response) -> bool:
    """Tell whether a page begins and does not end: its server has closed the connection, or named too short a length.

    HTML lets the end tag be left out, but no site of the catalogue does.
    """
    return isinstance(response, HtmlResponse) and bool(_BEGIN.search(response.body)) and not _END.search(response.body)


def _is_check(response: Response, said: int) -> bool:
    if b"cf-mitigated" in response.headers:
        return True
    is_short = isinstance(response, HtmlResponse) and said < _LONGEST_CHECK
    return is_short and _CHECK.search(response.text) is not None


def _said(response: Response) -> int:
    """How many characters a page says; 0 for what is no page."""
    if not isinstance(response, HtmlResponse):
        return 0
    return len(" ".join(" ".join(_TEXTS(response.selector.root)).split()))

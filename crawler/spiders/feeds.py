"""RSS feeds: the newest releases of a site in one request."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from scrapy.http import HtmlResponse, Response

from crawler.spiders.anchors import Article
from crawler.spiders.links import absolute, is_release
from crawler.spiders.xml import child, elements

_HELSINKI = ZoneInfo("Europe/Helsinki")


def feed_articles(response: Response) -> list[Article]:
    """Return the releases of a feed with the days of their publication in Finland.

    Only addresses and dates are read: descriptions hold markup in every state of escaping. A feed that was switched off
    answers with a page, in which there are none.
    """
    found = (
        (absolute(child(item, "link"), response.url), child(item, "pubDate"))
        for item in elements(response.body, "item")
    )
    return [Article(link, _day(text)) for link, text in found if link and is_release(link)]


def feed_addresses(response: HtmlResponse) -> list[str]:
    """Return the feeds that a page names in its head."""
    links = response.xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href").getall()
    return list(dict.fromkeys(url for link in links if (url := absolute(link, response.url))))


def _day(text: str) -> date | None:
    """
    >>> _day("Sun, 31 Mar 2024 22:30:00 GMT")
    datetime.date(2024, 4, 1)
    >>> _day("eilen")
    """
    try:
        moment = parsedate_to_datetime(text)
        return (moment.astimezone(_HELSINKI) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None  # an entry without a day that can be read is looked at

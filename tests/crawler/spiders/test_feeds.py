"""RSS feeds, in every state of repair."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse, Response

from crawler.spiders.anchors import Article
from crawler.spiders.feeds import feed_addresses, feed_articles

ITEM = "<item><title>Haku</title>{}<link>https://tem.fi/-/haku</link><pubDate>{}</pubDate></item>"
DAY = "Wed, 17 Mar 2021 09:14:00 GMT"
FOUND = [Article("https://tem.fi/-/haku", date(2021, 3, 17))]


def feed(items: str) -> Response:
    return Response("https://tem.fi/t/-/asset_publisher/x/rss", body=f"<rss><channel>{items}</channel></rss>".encode())


@pytest.mark.parametrize(
    "description",
    [
        pytest.param("", id="none"),
        pytest.param("<description>&lt;![CDATA[ Avustusta &lt;/description&gt;</description>", id="escaped marker"),
        pytest.param("<description><![CDATA[<link>https://tem.fi/-/muu</link>]]></description>", id="link in CDATA"),
        pytest.param("<description><![CDATA[ a ]]> b ]]&gt; </description>", id="marker in the text"),
        pytest.param("<description>Tuki & neuvonta &nbsp; &eur;</description>", id="unknown entities"),
        pytest.param("<description>&lt;p&gt;Tuki<br/></description>", id="markup"),
        pytest.param('<description xmlns="x">Tuki</description>', id="namespace"),
    ],
)
def test_descriptions_do_no_harm(description: str) -> None:
    assert feed_articles(feed(ITEM.format(description, DAY))) == FOUND


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(DAY, date(2021, 3, 17), id="plain"),
        pytest.param("Tue, 16 Mar 2021 22:30:00 +0000", date(2021, 3, 17), id="next day in Finland"),
        pytest.param("17.3.2021", None, id="not a date of this kind"),
        pytest.param("Wed, 17 Mar 0000 25:61:00 GMT", None, id="impossible"),
        pytest.param("", None, id="empty"),
    ],
)
def test_days_are_finnish(text: str, day: date | None) -> None:
    assert [article.day for article in feed_articles(feed(ITEM.format("", text)))] == [day]


def test_feed_that_was_switched_off_answers_with_a_page() -> None:
    page = b"<!DOCTYPE html><html><body><a href='/-/haku'>Haku</a><item><link>/-/x</body></html>"
    assert feed_articles(Response("https://tem.fi/rss", body=page)) in ([], [Article("https://tem.fi/-/x", None)])
    assert feed_articles(Response("https://tem.fi/rss", body=b"")) == []


def test_only_releases_are_taken_from_a_feed() -> None:
    links = ("https://tem.fi/tapahtumat", "mailto:x@gov.fi", "/-/suhteellinen", "http://[rikki", "")
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    assert feed_articles(feed(items)) == [Article("https://tem.fi/-/suhteellinen", None)]


def test_page_names_its_feeds() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/t/-/asset_publisher/x/rss">'
    other = '<link rel="alternate" type="application/atom+xml" href="/atom"><link rel="stylesheet" href="/s.css">'
    page = HtmlResponse("https://tem.fi/t", body=f"<head>{link * 2}{other}</head>".encode(), encoding="utf-8")
    assert feed_addresses(page) == ["https://tem.fi/t/-/asset_publisher/x/rss"]


@given(st.binary(max_size=300))
def test_any_answer_is_read(body: bytes) -> None:
    assert isinstance(feed_articles(Response("https://tem.fi/rss", body=body)), list)

"""What machines read: RSS feeds, the sitemap and its children, robots.txt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from urllib.parse import urlencode

from crawler.samplesite.documents import Document, documents
from crawler.samplesite.listings import released
from crawler.samplesite.pages import alternates, environment, labels
from crawler.samplesite.responses import PLAIN, XML, Response, found, moment
from crawler.samplesite.sites import Site

JOINT_FEED = "/staattiset-feedit/-/asset_publisher/Kh4WBNNjLkT0/rss"
FEED_LENGTH = 100
# Child sitemaps by the layout they describe; the platform's index also names children that are no longer there.
ARTICLES, PAGES, GONE = "1001", "1002", "1003"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One release in a feed."""

    title: str
    address: str
    description: str
    date: str
    iso: str
    creator: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, the page it belongs to, and its items, the newest first."""

    title: str
    address: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a sitemap."""

    address: str
    modified: str | None
    alternates: Mapping[str, str]


def feed(site: Site, language: str) -> Response:
    """Return the newest releases of a site as RSS 2.0."""
    texts = released(site, language)[:FEED_LENGTH]
    listing = f"https://{site.host}{labels()[language]['listing_path']}"
    content = Feed(site.names[language], listing, tuple(_feed_item(text, site) for text in texts))
    newest = texts[0].published if texts else None
    return found(environment().get_template("feed.xml").render(feed=content), XML, newest)


def sitemap(site: Site, query: Mapping[str, str]) -> Response | None:
    """Return the index, or the child that `query` names; None for a child that is gone."""
    layout = query.get("p_l_id")
    if layout is None:
        addresses = [_child(site, layout) for layout in (ARTICLES, GONE, PAGES)]
        return found(environment().get_template("sitemap-index.xml").render(addresses=addresses), XML)
    if layout not in (ARTICLES, PAGES):
        return None
    entries = _articles(site) if layout == ARTICLES else _lasting(site)
    return found(environment().get_template("sitemap.xml").render(entries=entries), XML)


def robots(site: Site) -> Response:
    return found(environment().get_template("robots.txt").render(host=site.host), PLAIN)


def _feed_item(text: Document, site: Site) -> FeedItem:
    appeared = moment(text.appeared or text.published or "")
    # Some real feeds escape the marker itself, so that readers see it as text.
    marker = "<![CDATA[ " if text.number else ""
    return FeedItem(
        title=text.title,
        address=f"https://{site.host}{text.path_on(site)}",
        description=marker + text.lead.replace("**", ""),
        date=format_datetime(appeared),
        iso=appeared.isoformat(),
        creator=text.site.names[text.language],
    )


def _child(site: Site, layout: str) -> str:
    values = {
        "p_l_id": layout,
        "layoutUuid": f"{site.group:08x}-0000-4000-8000-00000000{layout}",
        "groupId": site.group,
        "privateLayout": "false",
    }
    return f"https://{site.host}/sitemap.xml?{urlencode(values)}"


def _articles(site: Site) -> list[Entry]:
    texts = [text for text in documents() if text.site is site and text.published]
    return [_entry(text, site) for text in texts]


def _lasting(site: Site) -> list[Entry]:
    guides = [_entry(text, site) for text in documents() if text.site is site and text.path]
    listings = [
        Entry(f"https://{site.host}{labels()[language]['listing_path']}", None, {}) for language in ("fi", "sv")
    ]
    return guides + listings


def _entry(text: Document, site: Site) -> Entry:
    stamp = text.appeared or text.published
    return Entry(
        address=f"https://{site.host}{text.path_on(site)}",
        modified=moment(stamp).isoformat() if stamp else None,
        alternates=alternates(text, site),
    )

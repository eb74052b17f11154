"""kotoutuminen.fi: on the government platform, but its pages are lasting guides without a day; its blog has days."""

from __future__ import annotations

from crawler.spiders.links import is_release
from crawler.spiders.walking import WalkingSpider
from parsers.sources import SOURCES


class Kotoutuminen(WalkingSpider):
    """Guides from the sitemap and the sections (/slug, /sv/slug), blog posts (/blogi/-/blogs/slug) and news (/-/slug)
    from their lists."""

    name = "kotoutuminen"
    hosts = frozenset(SOURCES[name].hosts)
    home = "https://kotoutuminen.fi"

    def is_article(self, url: str) -> bool:
        return is_release(url)

    def is_lasting(self, url: str) -> bool:
        return True

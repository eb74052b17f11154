"""Integration Norden: news of the Nordic Welfare Centre's project, in WordPress, in five languages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.spiders.walking import WalkingSpider
from parsers.model import Language
from parsers.sources import SOURCES

# "/integration-norden/nyheter/slug/", "/integration-norden/en/news/slug/", formerly "/nyheter/slug/"
_ARTICLE = re.compile(r"^(?:/integration-norden)?(?:/en)?/(?:nyheter|nyheder|news|aktuellt)/(?!page/)[^/]+/?$")


class IntegrationNorden(WalkingSpider):
    """News from the paged list. Whatever has no ``/en/`` in its address counts as Swedish until it is read: texts in
    Norwegian and Danish stand among the Swedish ones."""

    name = "integrationnorden"
    hosts = frozenset(SOURCES[name].hosts)
    home = "https://nordicwelfare.org"
    fronts = {"sv": "/integration-norden/", "en": "/integration-norden/en/"}  # noqa: RUF012 - as in the base class
    sitemap = None

    def is_article(self, url: str) -> bool:
        return _ARTICLE.match(urlsplit(url).path) is not None

    def language_of(self, url: str) -> Language:
        return "en" if super().language_of(url) == "en" else "sv"

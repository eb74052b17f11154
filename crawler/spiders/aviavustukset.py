"""aviavustukset.fi: calls of the regional state administrative agencies, in WordPress, in both languages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.spiders.walking import WalkingSpider
from parsers.model import Language
from parsers.sources import SOURCES

# "/tiedotteet/haku-avautui/", "/pressmeddelanden/ansokan-oppnades/": Swedish ones stand without "/sv"
_ARTICLE = re.compile(
    r"/(?:(?P<fi>tiedotteet|uutiset|ajankohtaista)|(?P<sv>pressmeddelanden|nyheter|aktuellt))/[^/]+/?$"
)
_SWEDISH_LIST = re.compile(r"^/(?:pressmeddelanden|nyheter|aktuellt)(?:/|$)")


class Aviavustukset(WalkingSpider):
    """Call pages, which print no day, from the sitemap and by links; press releases from their lists."""

    name = "aviavustukset"
    hosts = frozenset(SOURCES[name].hosts)
    home = "https://aviavustukset.fi"

    def is_article(self, url: str) -> bool:
        return _ARTICLE.search(urlsplit(url).path) is not None

    def is_lasting(self, url: str) -> bool:
        return True

    def language_of(self, url: str) -> Language:
        return "sv" if _SWEDISH_LIST.match(urlsplit(url).path) else super().language_of(url)

"""stea.fi: news and call notices of the Funding Centre for Social Welfare and Health Organisations."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.spiders.links import is_release
from crawler.spiders.walking import WalkingSpider
from parsers.sources import SOURCES

# "/avustusten-hakeminen/mihin-avustusta-voi-hakea/…-hakuilmoitus", "/web/sv/ansokning/vem-kan-soka"
_ON_GRANTS = re.compile(r"(?:avustu|hakemi|haku|ansok|understod|bidrag)", re.IGNORECASE)


class Stea(WalkingSpider):
    """News from the list (/-/slug, former Swedish /web/sv/-/slug), and the lasting pages on applying, call notices
    among them."""

    name = "stea"
    hosts = frozenset(SOURCES[name].hosts)
    home = "https://stea.fi"

    def is_article(self, url: str) -> bool:
        return is_release(url)

    def is_lasting(self, url: str) -> bool:
        return _ON_GRANTS.search(urlsplit(url).path) is not None

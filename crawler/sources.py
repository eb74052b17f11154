"""How each source is crawled: where its listings and feeds are. What it is called and where it lives: parsers.sources.

Another site of the government platform is one more entry in `GOVERNMENT`; another kind of site is a spider module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers.model import Language
from parsers.sources import SOURCES

# Where the platform's sites list their releases, by language.
_LISTINGS: Mapping[Language, str] = {"fi": "/ajankohtaista/tiedotteet", "sv": "/sv/pressmeddelanden"}


@dataclass(frozen=True, slots=True)
class GovernmentSite:
    """A site of the government's common platform. Paths are below ``https://<host>``."""

    id: str
    listings: Mapping[Language, str] = field(default_factory=lambda: _LISTINGS)
    feed: str | None = None

    @property
    def host(self) -> str:
        return SOURCES[self.id].hosts[0]

    def address(self, path: str) -> str:
        return f"https://{self.host}{path}"


GOVERNMENT: dict[str, GovernmentSite] = {
    site.id: site
    for site in (
        GovernmentSite("valtioneuvosto", feed="/staattiset-feedit/-/asset_publisher/Kh4WBNNjLkT0/rss"),
        GovernmentSite("tem"),
        GovernmentSite("okm"),
        GovernmentSite("stm"),
        GovernmentSite("ym"),
        GovernmentSite("mmm"),
        GovernmentSite("vm"),
        GovernmentSite("lvm"),
        GovernmentSite("oikeusministerio"),
        GovernmentSite("intermin"),
    )
}

# The hosts that a crawl of any of them may visit: their releases and attachments refer to one another.
GOVERNMENT_HOSTS: frozenset[str] = frozenset(host for id_ in GOVERNMENT for host in SOURCES[id_].hosts)

"""How the sources of the catalogue (parsers/sources.toml) are crawled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from parsers.model import Language
from parsers.sources import SOURCES, Source

# Where most sites of the government's platform list their releases, by language, and where their sitemap is.
_LISTINGS: Mapping[Language, tuple[str, ...]] = {"fi": ("/ajankohtaista/tiedotteet",), "sv": ("/sv/pressmeddelanden",)}
_SITEMAP = "/sitemap.xml"


@dataclass(frozen=True, slots=True)
class GovernmentSite:
    """A site of the government's common platform: the addresses at which its releases are found, with the language
    that a listing or feed is in. No feeds means that they are looked up on the listing pages.
    """

    id: str
    host: str
    listings: tuple[tuple[Language, str], ...]
    feeds: tuple[tuple[Language, str], ...]
    sitemap: str

    @classmethod
    def of(cls, source: Source) -> Self:
        """Return the site that an entry of the catalogue describes.

        >>> GovernmentSite.of(SOURCES["tem"]).listings[1]
        ('sv', 'https://tem.fi/sv/pressmeddelanden')
        """
        home = f"https://{source.host}"
        return cls(
            id=source.id,
            host=source.host,
            listings=_addresses(home, source.listings or _LISTINGS),
            feeds=_addresses(home, source.feeds),
            sitemap=home + (source.sitemap or _SITEMAP),
        )


def _addresses(home: str, paths: Mapping[Language, tuple[str, ...]]) -> tuple[tuple[Language, str], ...]:
    return tuple((language, home + path) for language, listed in paths.items() for path in listed)


def crawled() -> tuple[str, ...]:
    """Return the ids of the sources that are crawled where none is named, in the catalogue's order.

    >>> crawled()[:2]
    ('valtioneuvosto', 'tem')
    """
    return tuple(source.id for source in SOURCES.values() if source.platform or source.spider)


GOVERNMENT: dict[str, GovernmentSite] = {
    source.id: GovernmentSite.of(source) for source in SOURCES.values() if source.platform == "government"
}

# The hosts that a crawl of any of them may visit: their releases and attachments refer to one another.
GOVERNMENT_HOSTS: frozenset[str] = frozenset(host for id_ in GOVERNMENT for host in SOURCES[id_].hosts)

"""stea.fi: news with the traces of its publishing tool, call notices as lasting pages."""

from __future__ import annotations

from crawler.samplesite.others.days import finnish_day
from crawler.samplesite.others.texts import texts
from crawler.samplesite.others.website import Listing, Website, sitemap
from crawler.samplesite.pages import Link

SITE: Website = Website(
    source="stea",
    host="stea.fi",
    listings=(
        Listing("/", "fi", "STEA", size=0),
        Listing("/sv/", "sv", "STEA", size=0),
        Listing("/ajankohtaista", "fi", "Ajankohtaista", size=2),
        Listing("/sv/aktuellt", "sv", "Aktuellt", size=2),
    ),
    menu={
        "fi": (Link("/ajankohtaista", "Ajankohtaista"), Link("/tietosuoja", "Tietosuoja")),
        "sv": (Link("/sv/aktuellt", "Aktuellt"),),
    },
    day=finnish_day,
    machines={
        "/robots.txt": lambda: "User-agent: *\nDisallow: /c/\nSitemap: https://stea.fi/sitemap.xml\n",
        "/sitemap.xml": lambda: sitemap(*((SITE.url(text.path), "2025-05-05") for text in texts("stea"))),
    },
)
render = SITE.render

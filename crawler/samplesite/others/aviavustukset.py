"""aviavustukset.fi: call pages and press releases in WordPress, with the sitemaps of its most common plug-in."""

from __future__ import annotations

from crawler.samplesite.others.days import finnish_day
from crawler.samplesite.others.texts import texts
from crawler.samplesite.others.website import Listing, Website, sitemap, sitemap_index
from crawler.samplesite.pages import Link

SOURCE = "aviavustukset"
CHILDREN = ("post-sitemap.xml", "page-sitemap.xml", "category-sitemap.xml", "author-sitemap.xml")
ROBOTS = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\nSitemap: https://aviavustukset.fi/sitemap_index.xml\n"


def _pages() -> str:
    named = [(text.path, "2023-11-01") for text in texts(SOURCE) if text.kind == "page"]
    return sitemap(*((SITE.url(path), day) for path, day in [("/", None), *named]))


SITE: Website = Website(
    source=SOURCE,
    host="aviavustukset.fi",
    listings=(
        Listing("/", "fi", "Aviavustukset", "page"),
        Listing("/sv/", "sv", "Understöd", "page"),
        Listing("/tiedotteet/", "fi", "Tiedotteet", size=1),
        Listing("/pressmeddelanden/", "sv", "Pressmeddelanden", size=1),
    ),
    menu={
        "fi": (Link("/tiedotteet/", "Tiedotteet"),),
        "sv": (Link("/pressmeddelanden/", "Pressmeddelanden"),),
    },
    day=finnish_day,
    page_address=lambda path, number: f"{path}page/{number}/",
    machines={
        "/robots.txt": lambda: ROBOTS,
        "/sitemap.xml": lambda: "/sitemap_index.xml",
        "/sitemap_index.xml": lambda: sitemap_index(*(SITE.url(f"/{name}") for name in CHILDREN)),
        "/page-sitemap.xml": _pages,
    },
)
render = SITE.render

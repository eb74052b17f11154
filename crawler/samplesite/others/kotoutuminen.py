"""kotoutuminen.fi: guides in sections, and a blog. What else the government platform has there, it still serves."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.samplesite.others.days import finnish_moment
from crawler.samplesite.others.texts import texts
from crawler.samplesite.others.website import Listing, Website, sitemap, sitemap_index
from crawler.samplesite.pages import Link
from crawler.samplesite.responses import XML, Response, found

SOURCE, HOST = "kotoutuminen", "kotoutuminen.fi"
BLOG_PAGE = "_com_liferay_blogs_web_portlet_BlogsPortlet_cur"
GUIDES = "2001"
# This site's guides, a child that is gone, and the lasting pages of the platform.
CHILDREN = (GUIDES, "1003", "1002")

SITE: Website = Website(
    source=SOURCE,
    host=HOST,
    listings=(
        Listing("/", "fi", "Kotoutuminen", size=0),
        Listing("/sv/", "sv", "Integration", size=0),
        Listing("/blogi", "fi", "Blogi", "blog", size=2),
    ),
    menu={
        "fi": (Link("/valtion-korvaukset", "Korvaukset"), Link("/blogi", "Blogi"), Link("/haku?q=", "Haku")),
        "sv": (Link("/sv/statliga-ersattningar", "Ersättningar"),),
    },
    day=finnish_moment,
    page_address=lambda path, number: f"{path}?p_p_id=com_liferay_blogs&{BLOG_PAGE}={number}",
    machines={"/sitemap.xml": lambda: sitemap_index(*map(_child, CHILDREN))},
)


def render(path: str, headers: Mapping[str, str]) -> Response | None:
    """Answer one request, or return None for what the platform answers."""
    if path.startswith("/sitemap.xml?"):
        return found(_guides(), XML) if f"p_l_id={GUIDES}" in path else None
    return SITE.render(path, headers)


def _child(layout: str) -> str:
    query = f"p_l_id={layout}&layoutUuid=0364f2c8-0000-4000-8000-00000000{layout}&groupId=56901608&privateLayout=false"
    return SITE.url(f"/sitemap.xml?{query}")


def _guides() -> str:
    """Name the guides; those with the tag ``unlisted`` are left to the links that lead to them."""
    named = [text for text in texts(SOURCE) if text.kind == "page" and "unlisted" not in text.tags]
    return sitemap(*((SITE.url(text.path), "2024-02-01") for text in named))

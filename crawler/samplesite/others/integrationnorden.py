"""nordicwelfare.org/integration-norden: news in three languages in one list, English ones in another."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.samplesite.others.days import nordic_day
from crawler.samplesite.others.website import Listing, Website
from crawler.samplesite.pages import Link
from crawler.samplesite.responses import Response, redirect

ROOT = "/integration-norden"

SITE: Website = Website(
    source="integrationnorden",
    host="nordicwelfare.org",
    listings=(
        Listing(f"{ROOT}/", "sv", "Integration Norden", size=0),
        Listing(f"{ROOT}/en/", "en", "Integration Norden", size=0),
        Listing(f"{ROOT}/nyheter/", "sv", "Nyheter", size=2, also=("no", "da")),
        Listing(f"{ROOT}/en/news/", "en", "News", size=2),
    ),
    menu={
        "sv": (Link(f"{ROOT}/nyheter/", "Nyheter"), Link(f"{ROOT}/om-oss/", "Om oss")),
        "en": (Link(f"{ROOT}/en/news/", "News"),),
    },
    day=nordic_day,
    page_address=lambda path, number: f"{path}page/{number}/",
    machines={"/robots.txt": lambda: "User-agent: *\nDisallow: /wp-admin/\n"},
)
render = SITE.render


def render_former(path: str, headers: Mapping[str, str]) -> Response | None:
    """Lead from integrationnorden.org to the project's present pages."""
    return redirect(SITE.url(f"{ROOT}{path}"), 301)

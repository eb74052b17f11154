"""The sites of the other sources: every text is served, and what they link to on themselves is there."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from crawler.samplesite import render
from crawler.samplesite.others import integrationnorden, kotoutuminen
from crawler.samplesite.others.texts import Text, texts, versions
from crawler.samplesite.responses import Response

SITES = {
    "kotoutuminen": "kotoutuminen.fi",
    "ely": "www.ely-keskus.fi",
    "stea": "stea.fi",
    "aviavustukset": "aviavustukset.fi",
    "integrationnorden": "nordicwelfare.org",
}
CASES = [
    pytest.param(source, text, id=f"{source}/{text.name}.{text.language}") for source in SITES for text in texts(source)
]


def get(url: str, **headers: str) -> Response:
    parts = urlsplit(url)
    return render(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), headers)


@pytest.mark.parametrize(("source", "text"), CASES)
def test_text_is_served_with_its_versions_and_files(source: str, text: Text) -> None:
    url = f"https://{SITES[source]}{text.path}"
    response = get(url)
    page = BeautifulSoup(response.body, "lxml")
    assert response.status == 200 and text.title in page.get_text().replace("\u00a0", " ")
    assert get(url, **{"If-None-Match": response.header("ETag") or ""}).status == 304
    named = {str(link["href"]) for link in page.select("a[href], link[href]")}
    for other in versions(source, text).values():
        assert other is text or f"https://{SITES[source]}{other.path}" in named
    for pdf in text.attachments:
        assert get(f"https://{SITES[source]}{pdf.path}").body.startswith(b"%PDF")
        assert any(pdf.path in link for link in named)


@pytest.mark.parametrize("source", SITES)
def test_menus_and_lists_lead_to_pages(source: str) -> None:
    root = integrationnorden.ROOT if source == "integrationnorden" else ""
    seen, left = set(), [f"https://{SITES[source]}{root}/{front}" for front in ("", "sv/", "en/")]
    while left:
        url = left.pop()
        response = get(url)
        if url in seen or response.status != 200:
            continue
        seen.add(url)
        links = (urljoin(url, str(a["href"])) for a in BeautifulSoup(response.body, "lxml").select("a[href]"))
        left += [link.partition("#")[0] for link in links if re.match(f"https://(?:www[.])?{SITES[source]}/", link)]
    listed = {text.path for text in texts(source) if text.kind != "page"}
    assert listed <= {urlsplit(url).path for url in seen}


def test_former_host_and_missing_slash_redirect() -> None:
    former = get("https://integrationnorden.org/nyheter/konferens-om-boende-i-vasa/")
    assert (
        former.header("Location")
        == f"{integrationnorden.SITE.url(integrationnorden.ROOT)}/nyheter/konferens-om-boende-i-vasa/"
    )
    assert get("https://aviavustukset.fi/tiedotteet").header("Location") == "https://aviavustukset.fi/tiedotteet/"
    assert get("https://stea.fi/ei-sellaista").status == 404


def test_sitemap_of_kotoutuminen_names_a_child_that_is_gone() -> None:
    index = get(kotoutuminen.SITE.url("/sitemap.xml")).text
    children = [child.replace("&amp;", "&") for child in re.findall(r"<loc>([^<]+)</loc>", index)]
    assert [get(child).status for child in children] == [200, 404, 200]

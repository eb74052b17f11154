"""Listings, feeds, sitemaps and robots.txt: the ways by which a crawler finds the releases."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from crawler.samplesite import Response, documents, render
from crawler.samplesite.sites import sites

TEXTS = {text.id: text for text in documents()}


def get(address: str) -> Response:
    parts = urlsplit(address)
    return render(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""))


def soup(response: Response) -> BeautifulSoup:
    return BeautifulSoup(response.body, "lxml")


@pytest.mark.parametrize("host", [site.host for site in sites()])
@pytest.mark.parametrize(
    ("language", "path"),
    [("fi", "/ajankohtaista/tiedotteet"), ("sv", "/sv/pressmeddelanden"), ("en", "/en/press-releases")],
)
def test_walking_a_listing_finds_every_release_once(host: str, language: str, path: str) -> None:
    todo, seen, found = [path], set(), []
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        page = soup(render(host, address))
        todo += [str(link["href"]) for link in page.select(".years a, .pagination a")]
        found += [str(link["href"]) for link in page.select(".web-content-item a")] if address != path else []
    joint = host == "valtioneuvosto.fi"
    expected = {text.id for text in documents() if text.published and text.language == language}
    listed = {text.id for text in documents() if any(text.path_on(text.site) == found_path for found_path in found)}
    assert all(re.match(r"^/((sv|en)/)?-/.+", address) for address in found)
    assert len(found) == len(set(found))
    assert joint or listed == {name for name in expected if TEXTS[name].host == host}
    assert not joint or len(found) == len(expected)


@pytest.mark.parametrize(
    ("query", "counter"),
    [
        pytest.param("", "Näytetään 1 - 3 / 4", id="newest year"),
        pytest.param("paramYear=2023&{}paramPage=2", "Näytetään 4 - 4 / 4", id="last page"),
        pytest.param("paramYear=2023&{}paramPage=9", "Näytetään 0 - 0 / 4", id="beyond the last page"),
        pytest.param("paramYear=1999&{}paramPage=x", "Näytetään 1 - 3 / 4", id="no such year, no number"),
    ],
)
def test_the_counter_of_a_listing(query: str, counter: str) -> None:
    prefix = "_fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_Ok2BvhZt9Jse_"
    page = soup(render("okm.fi", f"/ajankohtaista/tiedotteet?{prefix}{query.format(prefix)}"))
    shown = page.select_one(".search-results")
    assert shown is not None
    assert shown.get_text() == counter


def test_a_listing_may_be_empty() -> None:
    assert "Visar 0 - 0 / 0" in render("mmm.fi", "/sv/pressmeddelanden").text


def test_the_joint_front_page_leads_to_all_sites() -> None:
    links = {str(link["href"]) for link in soup(render("127.0.0.1:1", "/")).select("main a")}
    assert {f"https://{site.host}/" for site in sites() if not site.joint} <= links


def test_feeds() -> None:
    joint = ElementTree.fromstring(
        render("valtioneuvosto.fi", "/staattiset-feedit/-/asset_publisher/Kh4WBNNjLkT0/rss").body
    )
    creators = {element.text for element in joint.iter("{http://purl.org/dc/elements/1.1/}creator")}
    links = [str(item.findtext("link")) for item in joint.iter("item")]
    assert joint.tag == "rss"
    assert len(creators) == 10
    assert len(links) == sum(text.language == "fi" and bool(text.published) for text in documents())
    assert all(get(link).status == 200 for link in links)


def test_a_feed_description_can_start_with_an_escaped_marker() -> None:
    feed = render("tem.fi", "/sv/pressmeddelanden/-/asset_publisher/tEm4QsnVbC91/rss").text
    assert "<description>&lt;![CDATA[ Arbets- och näringsministeriet" in feed


def test_a_feed_that_is_switched_off_answers_with_a_page() -> None:
    response = render("ym.fi", "/ajankohtaista/tiedotteet/-/asset_publisher/yMp6/rss")
    assert response.status == 200
    assert (response.header("Content-Type") or "").startswith("text/html")


@pytest.mark.parametrize("host", [site.host for site in sites()])
def test_sitemaps_name_every_text_and_one_child_is_gone(host: str) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    index = ElementTree.fromstring(render(host, "/sitemap.xml").body)
    children = [get(str(loc.text)) for loc in index.iter(f"{space}loc")]
    pages = [
        str(loc.text)
        for child in children
        if child.status == 200
        for loc in ElementTree.fromstring(child.body).iter(f"{space}loc")
    ]
    assert sorted(child.status for child in children) == [200, 200, 404]
    assert {text.url for text in documents() if text.host == host} <= set(pages)
    assert {get(page).status for page in pages} == {200}


def test_robots_txt_forbids_what_the_pages_link_to() -> None:
    rules = render("tem.fi", "/robots.txt").text
    links = {str(link["href"]) for link in soup(render("tem.fi", "/")).select("a[href]")}
    assert "Disallow: /c/\n" in rules
    assert "Sitemap: https://tem.fi/sitemap.xml" in rules
    assert {"/c/portal/login", "/haku?q="} <= links

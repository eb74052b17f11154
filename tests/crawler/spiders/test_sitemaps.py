"""Sitemaps: what they name, and what they may not do to us."""

from __future__ import annotations

import gzip
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Response

from crawler.spiders.sitemaps import SitemapEntry, child_sitemaps, sitemap_entries
from crawler.spiders.xml import MOST_ELEMENTS
from crawler.warc.decoding import UndecodableError
from crawler.warc.layout import MAX_BODY

HEAD = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
BOMB = '<!DOCTYPE x [<!ENTITY a "ha">{}]>'.format(
    "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
)


def sitemap(content: str, head: str = HEAD) -> Response:
    return Response("https://tem.fi/sitemap.xml", body=f"{head}{content}</urlset>".encode())


def url(address: str, *more: str) -> str:
    return f"<url><loc>{address}</loc>{''.join(more)}</url>"


def alternate(language: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'


def test_releases_with_their_days_of_change() -> None:
    page = sitemap(
        url("https://tem.fi/-/haku", "<lastmod>2024-05-06T09:00:00+03:00</lastmod>")
        + url("https://tem.fi/yhteystiedot", "<lastmod>2024-05-06</lastmod>")
        + url(" https://tem.fi/sv/-/ansokan\n")
        + url("https://tem.fi/-/haku", "<lastmod>2020-01-01</lastmod>")
    )
    assert sitemap_entries(page) == [
        SitemapEntry("https://tem.fi/-/haku", date(2024, 5, 6)),
        SitemapEntry("https://tem.fi/sv/-/ansokan", None),
    ]


def packed(body: bytes) -> Response:
    return Response("https://tem.fi/sitemap-1.xml.gz", body=body)


def test_packed_sitemaps() -> None:
    page = sitemap(url("https://tem.fi/-/haku"))
    whole = gzip.compress(page.body)
    assert sitemap_entries(packed(whole)) == sitemap_entries(page) != []
    index = b"<sitemapindex><sitemap><loc>https://tem.fi/a.xml.gz</loc></sitemap></sitemapindex>"
    assert child_sitemaps(packed(gzip.compress(index))) == ["https://tem.fi/a.xml.gz"]
    with pytest.raises(UndecodableError, match="breaks off"):
        sitemap_entries(packed(whole[:-12]))


def test_packed_sitemaps_unpack_within_bounds() -> None:
    with pytest.raises(UndecodableError, match="more than"):
        sitemap_entries(packed(gzip.compress(b"<urlset>" + bytes(MAX_BODY))))


def test_versions_have_addresses_of_their_own() -> None:
    page = sitemap(
        url(
            "https://tem.fi/-/haku",
            alternate("fi-FI", "https://tem.fi/-/haku"),
            alternate("sv-SE", "https://tem.fi/sv/-/ansokan"),
            alternate("en-US", "https://tem.fi/en/-/haku"),
        )
    )
    assert [entry.url for entry in sitemap_entries(page)] == ["https://tem.fi/-/haku", "https://tem.fi/sv/-/ansokan"]


def test_index_names_its_children_once() -> None:
    child = "<sitemap><loc>https://tem.fi/sitemap.xml?p_l_id=1&amp;groupId=2</loc></sitemap>"
    index = Response("https://tem.fi/sitemap.xml", body=f"<sitemapindex>{child * 2}<sitemap/></sitemapindex>".encode())
    assert child_sitemaps(index) == ["https://tem.fi/sitemap.xml?p_l_id=1&groupId=2"]
    assert sitemap_entries(index) == []


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(BOMB, id="entities of entities"),
        pytest.param('<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>', id="entity of a file"),
        pytest.param('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">', id="DTD elsewhere"),
    ],
)
def test_entities_are_not_expanded(head: str) -> None:
    begun = time.monotonic()
    found = sitemap_entries(sitemap(url("https://tem.fi/-/&i;") + url("https://tem.fi/-/haku"), head + HEAD))
    assert {entry.url for entry in found} <= {"https://tem.fi/-/haku"}
    assert time.monotonic() - begun < 1


def test_a_bounded_number_is_read() -> None:
    many = "".join(url(f"https://tem.fi/-/{number}") for number in range(MOST_ELEMENTS + 10))
    assert len(sitemap_entries(sitemap(many))) == MOST_ELEMENTS


def test_damaged_sitemap_is_read_as_far_as_it_goes() -> None:
    body = f"{HEAD}{url('https://tem.fi/-/a')}<url><loc>https://tem.fi/-/b".encode()
    assert sitemap_entries(Response("https://tem.fi/", body=body))[0].url == "https://tem.fi/-/a"


@given(st.binary(max_size=300))
def test_any_answer_is_read(body: bytes) -> None:
    response = Response("https://tem.fi/", body=body)
    assert isinstance([*child_sitemaps(response), *sitemap_entries(response)], list)

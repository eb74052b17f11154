from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.urls import canonical, is_discovery, is_front_page, release_id


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        ("https://valtioneuvosto.fi/-//1410877/haku", "https://tem.fi/-/haku"),
        ("https://valtioneuvosto.fi/sv/-/1410845/utlysning", "https://okm.fi/sv/-/utlysning"),
        ("https://valtioneuvosto.fi/-//10616/haku", "https://valtioneuvosto.fi/-/10616/haku"),
        ("https://tem.fi/-/haku?redirect=%2Fajankohtaista", "https://tem.fi/-/haku"),
        ("https://tem.fi/-/haku?languageId=sv_SE", "https://tem.fi/sv/-/haku"),
        ("https://tem.fi/sv/-/haku?languageId=fi_FI", "https://tem.fi/-/haku"),
        ("https://TEM.fi:443/-/haku#alku", "https://tem.fi/-/haku"),
        ("https://tem.fi/-/ty%C3%B6", "https://tem.fi/-/ty%C3%B6"),
        ("https://tem.fi/-/työ", "https://tem.fi/-/ty%C3%B6"),
        ("https://okm.fi/haku?id=2&a=1&utm_source=x", "https://okm.fi/haku?a=1&id=2"),
        ("https://www.tem.fi/-/haku", "https://tem.fi/-/haku"),
        ("http://www.tem.fi:80/-/haku", "https://tem.fi/-/haku"),
        ("http://tem.fi:8080/-/haku", "http://tem.fi:8080/-/haku"),
        ("http://www.example.org/-/haku", "http://www.example.org/-/haku"),
        ("https://www.example.org/-/haku", "https://www.example.org/-/haku"),
        ("https://minedu.fi/sv/-/utlysning", "https://okm.fi/sv/-/utlysning"),
        ("https://tem.fi/artikkeli/-/asset_publisher/haku", "https://tem.fi/-/haku"),
        ("https://tem.fi/sv/artikel/-/asset_publisher/ansokan", "https://tem.fi/sv/-/ansokan"),
        ("https://tem.fi/uutiset/-/asset_publisher/Kh4W/rss", "https://tem.fi/uutiset/-/asset_publisher/Kh4W/rss"),
        ("file:sivu.txt", "file:sivu.txt"),
        ("https://[rikki", "https://[rikki"),
    ],
)
def test_canonical(variant: str, expected: str) -> None:
    assert canonical(variant) == expected


@given(st.text())
def test_canonical_is_stable(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)
    assert len(release_id(url)) == 16


@given(st.from_regex(r"https://[a-z]{1,8}\.fi/[ -~]{0,30}", fullmatch=True))
def test_canonical_is_stable_for_addresses(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@pytest.mark.parametrize(
    ("url", "front", "discovery"),
    [
        ("https://tem.fi/", True, False),
        ("https://tem.fi/sv", True, False),
        ("https://tem.fi/-/haku", False, False),
        ("https://tem.fi/ajankohtaista/tiedotteet?p_p_id=x", False, True),
        ("https://tem.fi/sv/pressmeddelanden", False, True),
        ("https://tem.fi/x/-/asset_publisher/Kh4/rss", False, True),
        ("https://tem.fi/sitemap.xml?p_l_id=1", False, True),
        ("https://tem.fi/robots.txt", False, True),
    ],
)
def test_what_is_no_article(url: str, front: bool, discovery: bool) -> None:
    assert (is_front_page(url), is_discovery(url)) == (front, discovery)

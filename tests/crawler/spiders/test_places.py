"""What addresses say of their pages."""

from __future__ import annotations

import pytest

from crawler.spiders.places import at_home, is_page, language_of
from parsers.urls import is_listing, listed_year


@pytest.mark.parametrize(
    ("path", "listing", "page"),
    [
        pytest.param("/uutiset", True, False, id="list"),
        pytest.param("/sv/nyheter/", True, False, id="Swedish list"),
        pytest.param("/tiedotteet-2019", True, False, id="list of a year"),
        pytest.param("/integration-norden/en/news/", True, False, id="English list"),
        pytest.param("/uutiset/haku-avautui", False, True, id="article under a list"),
        pytest.param("/hyvia-uutisia", False, True, id="word inside another"),
        pytest.param("/hakeminen/yleiset-ohjeet/", False, True, id="guide"),
        pytest.param("/avustukset/2024.1-ohje", False, True, id="dot in a name"),
        pytest.param("/", False, False, id="front page"),
        pytest.param("/sv/", False, False, id="Swedish front page"),
        pytest.param("/yhteystiedot", False, False, id="contacts"),
        pytest.param("/sv/dataskydd", False, False, id="privacy"),
        pytest.param("/haku?q=avustus", False, False, id="search"),
        pytest.param("/wp-content/uploads/2023/ohje.pdf", False, False, id="file"),
        pytest.param("/documents/1/2/ohje.pdf/5e1f7a10-0000-4000-8000-1c2d3e4f5a6b", False, False, id="Liferay file"),
        pytest.param("/nyheter/page/2/", False, False, id="numbered page of a list"),
        pytest.param("/feed/", False, False, id="feed"),
        pytest.param("/ohje?lang=sv", False, False, id="parameters"),
    ],
)
def test_lists_and_pages(path: str, listing: bool, page: bool) -> None:
    url = f"https://example.org{path}"
    assert (is_listing(url), is_page(url)) == (listing, page)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        pytest.param("/ohje", "fi", id="none"),
        pytest.param("/sv/ansokan", "sv", id="first"),
        pytest.param("/web/sv/ansokan", "sv", id="second"),
        pytest.param("/integration-norden/en/news/", "en", id="English"),
        pytest.param("/svenska/ansokan", "fi", id="word"),
        pytest.param("/a/b/sv/c", "fi", id="deeper"),
    ],
)
def test_language(path: str, language: str) -> None:
    assert language_of(f"https://example.org{path}") == language


def test_year_and_home() -> None:
    assert [listed_year(f"https://x.fi/{path}") for path in ("uutiset-2020", "uutiset", "uutiset-1820")] == [
        2020,
        None,
        None,
    ]
    assert at_home("https://www.x.fi/a?b=1", "https://x.fi") == "https://x.fi/a?b=1"
    assert at_home("https://asiointi.x.fi/a", "https://x.fi") == "https://asiointi.x.fi/a"

"""What stands in the head of a page: its title and the language of that, what programs may do with the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.sample import BASE_URL


def head_of(path: Path) -> Tag:
    head = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").head
    assert head and head.title
    return head


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("fi/release", None, id="in-the-language-of-the-page"),
        pytest.param("sv/release", "fi", id="in-another"),
        pytest.param("fi/compare", None, id="comparison"),
        pytest.param("sv/compare", None, id="comparison-named-by-the-reader's-version"),
        pytest.param("en/compare", "fi", id="comparison-without-one"),
    ],
)
def test_a_title_of_a_release_tells_its_language(
    addressed_site: Path, call_ids: tuple[str, str], path: str, expected: str | None
) -> None:
    title = head_of(addressed_site / path / call_ids[0] / "index.html").title
    assert title and title.get("lang") == expected


def test_a_title_of_a_call_tells_its_language(calls_site: Path) -> None:
    for path in calls_site.glob("en/call/*/index.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        assert soup.title and soup.h1 and soup.title.get("lang") == soup.h1.get("lang")
    assert head_of(path).select("title[lang]")


@pytest.mark.parametrize("path", ["fi/index.html", "en/about/index.html", "sv/browse/index.html"])
def test_a_title_in_the_words_of_the_interface_needs_no_language(addressed_site: Path, path: str) -> None:
    assert not head_of(addressed_site / path).select("title[lang]")


def test_the_page_for_wrong_addresses_is_no_other_page(addressed_site: Path) -> None:
    head = head_of(addressed_site / "404.html")
    assert head.title and head.title.get_text() == "Tässä osoitteessa ei ole sivua (404) – Hakuarkisto"
    assert head.select_one('meta[name="robots"][content="noindex"]')
    assert not head.select('link[rel="canonical"], link[rel="alternate"]')


def test_the_entrance_is_the_site(addressed_site: Path) -> None:
    head = head_of(addressed_site / "index.html")
    assert head.title and head.title.get_text() == "Hakuarkisto" and not head.select('meta[name="robots"]')
    assert [link["href"] for link in head.select('link[rel="canonical"]')] == [BASE_URL]
    assert len(head.select('link[rel="alternate"][hreflang]')) == 4


@pytest.mark.parametrize("path", ["index.html", "404.html", "sv/index.html"])
def test_every_page_can_be_printed_and_tells_no_one_where_a_reader_was(addressed_site: Path, path: str) -> None:
    head = head_of(addressed_site / path)
    assert head.select_one('meta[name="referrer"][content="no-referrer"]')
    assert head.select_one('link[rel="stylesheet"][media="print"]')

"""The pages of the sample site, read as a browser reads them: what they show and whence. `test_html` and `test_links` check all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from sitegen.formats import NBSP

SCHEMES = {"http", "https", "mailto", "tel"}


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")


@cache
def soups(site: Path) -> tuple[tuple[str, BeautifulSoup], ...]:
    return tuple((path, BeautifulSoup(html, "lxml")) for path, html in pages(site))


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(site: Path) -> None:
    for path, soup in soups(site):
        assert not soup.find_all("style") and not soup.find_all(style=True), path
        scripts = soup.select("script:not([type='application/ld+json'])")
        assert all(tag.get("src") and not tag.get_text() for tag in scripts), path
        assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")], path
        policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})
        assert isinstance(policy, Tag) and str(policy["content"]).startswith("default-src 'none'"), path


def test_links_have_harmless_schemes(site: Path) -> None:
    for path, soup in soups(site):
        schemes = {urlsplit(str(tag["href"])).scheme for tag in soup.find_all("a", href=True)}
        assert schemes <= SCHEMES | {""}, path


def test_foreign_passages_say_their_language(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"sv/release/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    article = soup.find("article")
    assert isinstance(article, Tag) and article["lang"] == "fi"
    heading = soup.find("h1")
    assert isinstance(heading, Tag) and heading["lang"] == "fi"
    other = soup.select_one(".other-version a")
    assert other and "lang" not in other.attrs, "Swedish on a Swedish page needs no mark"


def test_facts_lead_to_the_words_they_were_read_from(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"fi/release/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    read_from = {}
    for row in soup.select(".fact-row"):
        link = row.select_one("a.fact-link")
        assert link
        read_from[row.select_one("dt").get_text()] = soup.find(id=str(link["href"])[1:]).get_text()  # type: ignore[union-attr]
    assert read_from["Haettavana"] == f"4,2{NBSP}miljoonaa euroa"
    assert read_from["Hakuaika"] == "5.3.–19.4.2024"
    assert read_from["Avustuksen käyttöaika"] == "1.7.2024–31.12.2025"
    assert read_from["Asianumero"] == "VN/7741/2024"


def test_the_text_keeps_its_lists_tables_quotations_and_links(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"fi/release/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    assert soup.select("article.text ul li")[0].get_text() == "palvelun tarve ja asiakasryhmät"
    quotation = soup.select_one("article.text blockquote")
    assert quotation and "omalla kielellä" in quotation.get_text()
    assert soup.select_one('article.text a[href="https://tem.fi/kotoutuminen-avustukset"]')


def test_a_table_keeps_its_headings_and_figures(site: Path, archive: object) -> None:
    for path, soup in soups(site):
        if "/release/" in path and (table := soup.find("table")):
            assert isinstance(table, Tag)
            assert table.select("th")[0].get_text() in {"Kirjasto", "Bibliotek"}, path
            assert len(table.select("td.figure")) == 3, path
            assert table.find("caption"), path


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param("fi", ["Suomi–ruotsi-vertailu", "2 eroa", "28 tuntia 44 minuuttia", "Ero 1"], id="fi"),
        pytest.param("sv", ["Finsk-svensk jämförelse", "2 skillnader", "28 timmar 44 minuter", "Skillnad 1"], id="sv"),
        pytest.param(
            "en", ["Finnish–Swedish comparison", "2 differences", "28 hours 44 minutes", "Difference 1"], id="en"
        ),
    ],
)
def test_a_comparison_tells_its_differences(
    site: Path, call_ids: tuple[str, str], language: str, words: list[str]
) -> None:
    html = (site / f"{language}/compare/{call_ids[0]}/index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    text = BeautifulSoup(html, "lxml").get_text()
    assert not [word for word in words if word not in text]


def test_a_comparison_marks_what_differs_and_what_agrees(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"fi/compare/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    marked = {str(tag["id"]): tag.get_text() for tag in soup.select("mark[id]")}
    assert marked["d1-fi"] == f"19.4.2024 klo{NBSP}16.15" and marked["d1-sv"] == f"26.4.2024 kl.{NBSP}16.15"
    assert [tag.get_text() for tag in soup.select(".cell-fi mark.same")][:1] == [f"4,2{NBSP}miljoonaa euroa"]
    assert len(soup.select(".cell-sv.cell-gone")) == 3
    assert len(soup.select(".row-contradicts")) == 2 and len(soup.select(".row-only_fi")) == 1


def test_a_comparison_marks_every_place_that_states_a_difference(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"en/compare/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    marked = {str(tag["id"]): tag.get_text() for tag in soup.select("mark.diff[id]")}
    assert (marked["d1-fi-2"], marked["d1-sv-2"]) == ("5.3.–19.4.2024", "5.3–26.4.2024")
    (jump,) = soup.select(".jump-contradicts")
    links = [(link.get_text(), str(link["href"])) for link in jump.select(".side-fi .to-place")]
    assert links == [("show in the text", "#d1-fi"), ("place 2", "#d1-fi-2")]


def test_a_comparison_tells_how_grave_a_contradiction_is(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"fi/compare/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    assert [len(jump.select(".severity")) for jump in soup.select(".jump")] == [1, 0]
    assert soup.select(".jump-contradicts .severity .icon") and soup.select_one(".jump .severity").get_text(strip=True)  # type: ignore[union-attr]


def test_a_comparison_marks_equal_case_numbers(site: Path, call_ids: tuple[str, str]) -> None:
    soup = BeautifulSoup((site / f"fi/compare/{call_ids[0]}/index.html").read_text(encoding="utf-8"), "lxml")
    for side in ("fi", "sv"):
        assert "VN/7741/2024" in [tag.get_text() for tag in soup.select(f".cell-{side} mark.same")]


def test_an_unaligned_pair_stands_as_two_whole_texts(site: Path, archive: object) -> None:
    whole = [path for path, soup in soups(site) if "/compare/" in path and len(soup.select(".row")) == 1]
    assert len(whole) == 3


def test_a_file_without_an_address_is_not_linked(site: Path) -> None:
    files = [
        soup for path, soup in soups(site) if path.startswith("fi/release/") and "leikekirja-2016.txt" in str(soup)
    ]
    assert len(files) == 1
    assert not files[0].select('a[href^="file:"]') and "web.archive.org" not in str(files[0])


def test_an_invalid_number_and_an_impossible_date_are_told(site: Path) -> None:
    told = [soup.get_text() for path, soup in soups(site) if path.startswith("fi/release/")]
    assert sum("numero ei ole kelvollinen" in text for text in told) == 1
    assert sum("päivämäärä, jota ei ole olemassa: 31.11.2022" in text for text in told) == 1


def test_each_release_is_indexed_once_in_its_own_language(site: Path) -> None:
    indexed = Counter(
        (path.split("/")[0], path.split("/")[2]) for path, soup in soups(site) if soup.select("[data-pagefind-body]")
    )
    assert len({release for _, release in indexed}) == len(indexed) == 16
    assert Counter(language for language, _ in indexed) == {"fi": 10, "sv": 6}

"""Every page is valid HTML: parsed without an error as browsers do, its structure, names and languages as they should be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

LANGUAGES = {"fi", "sv", "en"}
SITES = ("site", "calls_site", "rare_site")
# Templates do not differ by language: one of them is enough for the slow parser.
STRICT = {"site": "fi", "calls_site": "sv", "rare_site": "fi"}
LABELLED = {"input", "select", "textarea"}
OBSOLETE = {"acronym", "big", "center", "font", "frame", "marquee", "strike", "tt"}
INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
ARIA_NAMES = ("aria-labelledby", "aria-describedby", "aria-controls")
# What lists, tables and descriptions may hold directly
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "select": {"option"},
}


@pytest.fixture(params=SITES)
def folder(request: pytest.FixtureRequest) -> Path:
    """Each of the sites in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


@cache
def soups(folder: Path) -> tuple[tuple[str, BeautifulSoup], ...]:
    files = sorted(folder.rglob("*.html"))
    return tuple((file.relative_to(folder).as_posix(), BeautifulSoup(file.read_bytes(), "lxml")) for file in files)


def elements(folder: Path) -> Iterator[tuple[str, Tag]]:
    return ((path, tag) for path, soup in soups(folder) for tag in soup.find_all(True))


@pytest.mark.parametrize(("name", "language"), STRICT.items())
def test_pages_parse_without_an_error(request: pytest.FixtureRequest, name: str, language: str) -> None:
    folder: Path = request.getfixturevalue(name)
    files = [*folder.glob("*.html"), *(folder / language).rglob("*.html")]
    assert len(files) > 40
    faults = {str(file.relative_to(folder)): errors_of(file.read_text(encoding="utf-8")) for file in files}
    assert not {path: errors for path, errors in faults.items() if errors}


def errors_of(html: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"{line}:{column} {code} {values}" for (line, column), code, values in parser.errors]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p><div></div></p>", id="block-in-paragraph"),
        pytest.param("<a href=x><a href=y></a></a>", id="link-in-link"),
        pytest.param("<b><i></b></i>", id="out-of-turn"),
        pytest.param("<p id=a id=b></p>", id="attribute-twice"),
        pytest.param("<table><p></p></table>", id="text-in-table"),
        pytest.param("<div>", id="never-closed"),
    ],
)
def test_an_error_would_be_told(html: str) -> None:
    assert errors_of(f"<!doctype html><html><head><title>x</title></head><body>{html}</body></html>")


def test_ids_are_unique_and_names_resolve(folder: Path) -> None:
    for path, soup in soups(folder):
        ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
        assert not [name for name, count in ids.items() if count > 1 or not name or " " in name], path
        named = [(tag, each) for each in ARIA_NAMES for tag in soup.select(f"[{each}]")]
        wanted = {name for tag, each in named for name in str(tag[each]).split()}
        wanted |= {str(label["for"]) for label in soup.find_all("label")}
        assert wanted <= set(ids), path


def test_one_heading_leads_and_no_level_is_skipped(folder: Path) -> None:
    for path, soup in soups(folder):
        headings = [tag for tag in soup.find_all(re.compile(r"^h[1-6]$")) if not tag.find_parent("template")]
        levels = [int(tag.name[1]) for tag in headings]
        assert levels.count(1) == 1 and levels[0] == 1, f"{path}: {levels}"
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{path}: {levels}"
        assert all(tag.get_text().strip() for tag in headings), path


def test_landmarks_are_there_and_told_apart(folder: Path) -> None:
    for path, soup in soups(folder):
        assert len(soup.find_all("main")) == 1, path
        if soup.body and "page-entrance" not in soup.body["class"]:
            assert len(soup.select("body > header")) == len(soup.select("body > footer")) == 1, path
            assert soup.select_one("body > a.skip[href='#content']"), path
        names = [name_of(nav, soup) for nav in soup.find_all("nav")]
        assert all(names) and len(names) == len(set(names)), f"{path}: {names}"


def test_every_language_is_one_that_is_known(folder: Path) -> None:
    for path, soup in soups(folder):
        assert soup.html and soup.html.get("lang") in LANGUAGES, path
        assert {str(tag["lang"]) for tag in soup.find_all(lang=True)} <= LANGUAGES, path
        assert {str(tag["hreflang"]) for tag in soup.find_all(hreflang=True)} <= LANGUAGES | {"x-default"}, path


def test_everything_that_is_used_has_a_name(folder: Path) -> None:
    for path, soup in soups(folder):
        for tag in soup.select(INTERACTIVE):
            if not tag.find_parent("template"):
                assert name_of(tag, soup), f"{path}: {tag}"


def name_of(tag: Tag, soup: BeautifulSoup) -> str:
    """Return an element's accessible name, told by a label, by other elements, or by its own text."""
    if labelled := tag.get("aria-labelledby"):
        return " ".join(
            each.get_text() for each in soup.select(", ".join(f"#{name}" for name in str(labelled).split()))
        )
    if label := tag.get("aria-label"):
        return str(label).strip()
    if tag.name in LABELLED:
        return "".join(each.get_text() for each in soup.select(f'label[for="{tag.get("id")}"]')).strip()
    return tag.get_text().strip()


def test_pictures_have_words_or_are_passed_over(folder: Path) -> None:
    for path, soup in soups(folder):
        assert not [tag for tag in soup.find_all("img") if not tag.has_attr("alt")], path
        for svg in soup.find_all("svg"):
            told = svg.get("role") == "img" and (svg.get("aria-label") or svg.get("aria-labelledby"))
            assert svg.get("aria-hidden") == "true" or told or svg.get("role") == "list", f"{path}: {str(svg)[:200]}"


def test_tables_have_headings_and_names(folder: Path) -> None:
    for path, soup in soups(folder):
        for table in soup.find_all("table"):
            assert table.find("caption") or table.get("aria-labelledby") or table.get("aria-label"), path
            assert all(cell.get("scope") in {"col", "row"} for cell in table.find_all("th")), path


def test_elements_hold_what_they_may(folder: Path) -> None:
    for path, tag in elements(folder):
        if allowed := CHILDREN.get(tag.name):
            assert {each.name for each in tag.find_all(True, recursive=False)} <= allowed | {"template"}, (
                f"{path}: {tag.name}"
            )
        assert tag.name not in OBSOLETE and not tag.has_attr("style"), f"{path}: {tag.name}"
        assert tag.name not in {"button", "summary"} or not tag.select(INTERACTIVE), f"{path}: {tag}"


def test_times_can_be_read_by_programs(folder: Path) -> None:
    for path, tag in elements(folder):
        if tag.name == "time" and not tag.find_parent("template"):
            value = str(tag.get("datetime", tag.get_text()))
            assert datetime.fromisoformat(value), f"{path}: {value}"

"""The page about the archive: its sources, its accuracy, whoever publishes it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from parsers.model import Release
from parsers.problems import Problem
from sitegen.accuracy import accuracy
from sitegen.freshness import freshness, last_seen
from sitegen.operators import read_operator, read_operators
from sitegen.pages.about import about_page
from sitegen.render import render
from sitegen.scope import Scope, scope_of
from tests.site.figured import LANGUAGES, Archive, release, scope


def test_sources_tell_how_fresh_they_are(translated: Scope) -> None:
    (row,) = freshness(translated.holdings)
    assert (row.source, row.releases, row.newest, row.captured) == ("tem", 7, "2024-05-20", "2024-06-01")
    assert last_seen(translated.holdings)["tem"].isoformat() == "2024-06-01"
    (source,) = about_page(translated).sources
    assert (source.name, source.link) == ("Ministry of Economic Affairs and Employment", "https://tem.fi/")


def test_what_is_not_of_the_catalogue_is_told_as_one(template: Release) -> None:
    places = (("file", None), ("example.org", "2024-02-03"), ("tem", "2024-01-01"))
    made = [release(template, "fi", at, day, source=source) for at, (source, day) in enumerate(places)]
    _, other = about_page(scope(Archive({each.id: each for each in made}))).sources
    assert (other.name, other.link, other.releases, other.newest) == ("Other pages and files", None, 2, "2024-02-03")


ROW = re.compile(r"^\| (?P<field>[a-z ]+) (?P<figures>(?:\| [\d.]+ )+)\|$", re.MULTILINE)
IN_DOCUMENT = {"names": "contact names", "phones": "contact phones", "use_period": "use period"}


def test_the_accuracy_told_is_that_of_the_documentation() -> None:
    """docs/reading-facts.md: tables of a count, the first reading and the present one for each set."""
    text = (Path(__file__).parents[2] / "docs" / "reading-facts.md").read_text(encoding="utf-8")
    firsts: dict[str, list[float]] = {}
    for row in ROW.finditer(text.partition("## Extending it")[0]):
        firsts.setdefault(row["field"], []).extend(map(float, row["figures"].strip("| ").split(" | ")[1::3]))
    measured = accuracy()
    for field in measured.fields:
        assert [each.f1[field] for each in measured.sets] == firsts[IN_DOCUMENT.get(field, field)][2:], field
    counts = ", ".join(str(each.pages) for each in measured.sets[:-1])
    assert f"{counts} and {measured.sets[-1].pages} pages" in text
    assert f"({measured.differences.found} of {measured.differences.planted})" in text


def test_accuracy_is_written_in_the_figures_of_the_language(translated: Scope) -> None:
    rows = {
        row.name: row.cells
        for row in about_page(
            replace(translated, formats=scope_of("fi", LANGUAGES, translated.holdings).formats)
        ).accuracy.rows
    }
    assert rows["Headline sum"] == ("0,829", "0,963", "0,750")


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        pytest.param("arkisto@example.org", None, "mailto:arkisto@example.org", id="mail"),
        pytest.param(" Kirjasto <arkisto@example.org> ", "Kirjasto", "mailto:arkisto@example.org", id="named"),
        pytest.param("Kirjasto <https://example.org/palaute>", "Kirjasto", "https://example.org/palaute", id="form"),
    ],
)
def test_an_operator_can_be_reached(text: str, name: str | None, link: str) -> None:
    found = read_operator(text)
    assert (found.name, found.link) == (name, link)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Kirjasto", id="name-alone"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("<script>alert(1)</script>", id="markup"),
        pytest.param("a@b.fi?bcc=c@d.fi", id="more-than-an-address"),
    ],
)
def test_an_operator_who_cannot_be_reached_is_told(text: str) -> None:
    with pytest.raises(Problem, match="--operator"):
        read_operator(text)


def test_the_operator_stands_on_the_page(translated: Scope) -> None:
    page = about_page(replace(translated, operator=read_operator("A & B <a@example.org>")))
    link = BeautifulSoup(render(page, "en"), "lxml").find("a", href="mailto:a@example.org")
    assert isinstance(link, Tag) and link.parent
    assert link.parent.get_text() == "The operator of this site is A & B (a@example.org)."


def test_an_operator_without_a_name_is_an_address(translated: Scope) -> None:
    page = about_page(replace(translated, operator=read_operator("https://example.org/palaute")))
    link = BeautifulSoup(render(page, "en"), "lxml").find("a", href="https://example.org/palaute")
    assert isinstance(link, Tag) and link.parent
    assert link.parent.get_text() == "The operator of this site can be reached at https://example.org/palaute."


def test_an_operator_has_a_name_in_each_language() -> None:
    named = read_operators(["a@example.org", "sv=Bibliotek <a@example.org>", "fi=https://example.org/?fi=1"])
    assert {language: (one.name, one.address) for language, one in named.items()} == {
        "fi": (None, "https://example.org/?fi=1"),
        "sv": ("Bibliotek", "a@example.org"),
        "en": (None, "a@example.org"),
    }
    assert read_operators([]) == {}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(["a@example.org", "b@example.org"], "has been given already", id="two-for-all"),
        pytest.param(["sv=a@example.org", "sv=b@example.org"], "has been given already", id="two-in-one"),
        pytest.param(["de=a@example.org"], "no interface in the language 'de'", id="other-language"),
        pytest.param(["fi=Kirjasto"], "is not an e-mail or web address", id="no-address"),
        pytest.param([""], "is not an e-mail or web address", id="empty"),
    ],
)
def test_operators_that_cannot_be_are_told(given: list[str], told: str) -> None:
    with pytest.raises(Problem) as caught:
        read_operators(given)
    assert told in str(caught.value)


def test_without_an_operator_the_host_is_named(site: Path, addressed_site: Path) -> None:
    told = (addressed_site / "en/about/index.html").read_text(encoding="utf-8")
    assert 'keeps the site that these pages lie on: <a href="https://example.org/arkisto/">' in told
    assert "whoever gave you these pages" in (site / "en/about/index.html").read_text(encoding="utf-8")

"""What the site says of itself in its operator's name: of contact persons as they are shown, and of accessibility."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from parsers.privacy import ContactPolicy
from sitegen.holdings import read_holdings
from sitegen.pages.about import about_page
from sitegen.pages.calendar import planned_calendar
from sitegen.pages.front import front_page
from sitegen.render import render
from sitegen.scope import Scope, scope_of
from sitegen.texts import LANGUAGES
from tests.site.sample import SampleArchive

Scoped = Callable[[ContactPolicy], Scope]
AS_PUBLISHED = "Their names and contact details are shown as they were published"
TITLES_ONLY = "shows their titles and organisations only"
NOTHING = "does not list them"
WORDINGS = [AS_PUBLISHED, TITLES_ONLY, NOTHING]


@pytest.fixture(scope="module")
def scoped(archive: SampleArchive) -> Scoped:
    held = read_holdings(archive)
    return lambda contacts: scope_of("en", LANGUAGES, held, contacts=contacts)


def text_of(html: str, place: str = "main") -> str:
    found = BeautifulSoup(html, "lxml").select_one(place)
    assert found
    return " ".join(found.get_text().split())


@pytest.mark.parametrize(
    ("contacts", "stated", "read"),
    [
        pytest.param("all", AS_PUBLISHED, "periods of use, contacts and case numbers.", id="all"),
        pytest.param("roles", TITLES_ONLY, "case numbers, and the titles and organisations of contacts.", id="roles"),
        pytest.param("none", NOTHING, "periods of use and case numbers.", id="none"),
    ],
)
def test_privacy_is_stated_as_persons_are_shown(
    scoped: Scoped, contacts: ContactPolicy, stated: str, read: str
) -> None:
    told = text_of(render(about_page(scoped(contacts)), "en"))
    assert [wording for wording in WORDINGS if wording in told] == [stated]
    assert read in told and "If a name or a page should be removed, write to the operator of this site." in told


@pytest.mark.parametrize(
    ("contacts", "lead"),
    [
        pytest.param("all", "with the sums, deadlines and contacts as data", id="all"),
        pytest.param("roles", "with the sums, deadlines and titles of contacts as data", id="roles"),
        pytest.param("none", "with the sums and deadlines as data", id="none"),
    ],
)
def test_the_front_page_promises_what_there_is(scoped: Scoped, contacts: ContactPolicy, lead: str) -> None:
    assert lead in text_of(render(front_page(scoped(contacts)), "en"), ".hero-lead")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accessibility_statement_has_what_the_law_asks(archive: SampleArchive, language: str) -> None:
    """Act 306/2019 and decision (EU) 2018/1523: day, degree, shortcomings, feedback, and the supervising authority."""
    scope = scope_of(language, LANGUAGES, read_holdings(archive))
    page = about_page(scope)
    soup = BeautifulSoup(render(page, language), "lxml")
    told = text_of(str(soup))
    day = " ".join(scope.formats.date(page.stated).split())
    assert all(word in told for word in (day, "WCAG 2.2", "306/2019", "axe-core", "14", "Traficom", "029 534 5000"))
    assert soup.select_one('a[href="mailto:saavutettavuus@traficom.fi"]')
    assert soup.select_one(f'a[href="https://{page.supervisor}/"]')
    assert soup.select_one('a[href="#contact"]')


def test_nothing_is_said_of_the_operator_that_may_not_be_so(scoped: Scoped) -> None:
    """An operator may be a library, an agency whose own releases these are, or a private person."""
    told = text_of(render(about_page(scoped("all")), "en"), "body")
    assert "private service" not in told and "independent" not in told.replace("nor has an independent body", "")
    assert "If the operator of this site is a public body" in told
    assert "unless its operator is one of them" in told


def test_every_calendar_file_tells_how_many_deadlines_there_are(calls_archive: SampleArchive) -> None:
    held = read_holdings(calls_archive)
    overview = next(planned_calendar(scope_of("en", LANGUAGES, held))).make()
    assert not isinstance(overview, str)
    soup = BeautifulSoup(render(overview, "en"), "lxml")
    counts = [each.get_text() for each in soup.select('a[type="text/calendar"] .shelf-count')]
    assert counts[0] == f"{len(held.deadlines)} deadlines" and len(counts) > 2
    assert all("deadline" in count for count in counts)

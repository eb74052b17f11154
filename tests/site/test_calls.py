"""Calls on the site: their pages, their lists by status, the calendar, and the ways to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup

from parsers.language_data import load
from parsers.model import Call, CallStatus, Language, Moment
from sitegen.build import build
from sitegen.calls import call_titles
from sitegen.holdings import Holdings, read_holdings
from sitegen.pages.base import Page
from sitegen.pages.browse import ListPage, planned_lists
from sitegen.pages.calendar import CalendarYearPage, planned_calendar
from sitegen.pages.call import call_page
from sitegen.pages.calls import CallListPage, CallsPage, calls_page, planned_calls
from sitegen.planned import Planned
from sitegen.scope import Scope, scope_of
from sitegen.texts import LANGUAGES
from sitegen.timeline import timeline
from sitegen.words import GROUPS, JOINED, OPINIONS, STATUS_SENTENCES, STATUSES, STATUSES_PLURAL, STEPS
from tests.site import test_pages
from tests.site.sample import SampleArchive

CHOIRS = "Kuorojen kiertueisiin haettavana 3 miljoonaa euroa"


@pytest.fixture(scope="module")
def held(calls_archive: SampleArchive) -> Holdings:
    return read_holdings(calls_archive)


@pytest.fixture(scope="module")
def scope(held: Holdings) -> Scope:
    return scope_of("en", LANGUAGES, held)


@pytest.fixture(scope="module")
def choirs(held: Holdings) -> Call:
    return next(call for call in held.calls if call.titles.get("fi") == CHOIRS)


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


def made(pages: Iterable[Planned]) -> list[Page | str]:
    return [page.make() for page in pages]


def soup_of(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "lxml")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_group_of_applicants_has_a_word(language: str) -> None:
    assert set(load(language, "eligibility")["groups"]) <= set(GROUPS)


def test_every_code_of_a_call_has_a_word() -> None:
    members, opinions = msgspec.json.schema(Call)["$defs"]["CallMember"], msgspec.json.schema(Call)["$defs"]
    assert set(members["properties"]["role"]["enum"]) | {"opened", "opens", "closes"} == set(STEPS)
    assert set(members["properties"]["method"]["anyOf"][0]["enum"]) | {None} == set(JOINED) | {None}
    assert set(opinions["CallOpinion"]["properties"]["kind"]["enum"]) == set(OPINIONS)
    assert set(STATUSES) == set(STATUSES_PLURAL) == set(STATUS_SENTENCES)
    assert set(STATUSES) == {*CallStatus.__args__, None}  # type: ignore[attr-defined]


def test_the_life_of_a_call_stands_in_order(choirs: Call, scope: Scope) -> None:
    steps = timeline(choirs, scope)
    assert [(step.key, step.moment, len(step.versions)) for step in steps] == [
        ("opening", "2024-01-10T09:00", 2),
        ("official", "2024-01-12", 1),
        ("opens", "2024-01-15", 0),
        ("extension", "2024-02-20T13:00", 2),
        ("closes", "2024-03-15T16:15", 0),
        ("decision", "2024-05-02T10:00", 1),
    ]
    opening, official, _opens, extension, _closes, decision = steps
    assert [plain(note.text) for note in opening.notes] == [
        "€3,000,000 available",
        "Application period 15 January – 29 February 2024 at 16:15",
    ]
    assert "to 15 March 2024 at 16:15" in plain(extension.notes[0].text)
    assert [plain(note.text) for note in decision.notes] == ["€2,700,000 granted"]
    assert opening.joined is None and official.joined == "joined to the call by a link between the releases"
    assert opening.compare and extension.compare and not decision.compare


@pytest.mark.parametrize(
    ("opens", "keys"),
    [
        pytest.param("2024-01-10", ["opened", "official", "extension", "closes", "decision"], id="on-the-day"),
        pytest.param("2024-01-09", ["opens", "opening", "official", "extension", "closes", "decision"], id="before"),
        pytest.param(None, ["opening", "official", "extension", "closes", "decision"], id="not-known"),
    ],
)
def test_an_opening_on_the_day_of_its_announcement_is_no_step_of_its_own(
    choirs: Call, scope: Scope, opens: Moment | None, keys: list[str]
) -> None:
    assert [step.key for step in timeline(msgspec.structs.replace(choirs, opens=opens), scope)] == keys


def test_what_has_no_date_begins_a_call_and_an_undated_decision_ends_it(choirs: Call, scope: Scope) -> None:
    undated = tuple(msgspec.structs.replace(member, published=None) for member in choirs.members)
    keys = [step.key for step in timeline(msgspec.structs.replace(choirs, members=undated), scope)]
    assert (keys[0], keys[-1]) == ("opening", "decision")


def test_two_releases_of_one_role_are_two_steps(choirs: Call, scope: Scope) -> None:
    decision = choirs.members[-1]
    twice = msgspec.structs.replace(choirs, members=(*choirs.members, decision))
    assert [step.key for step in timeline(twice, scope)].count("decision") == 2


def test_a_release_that_the_site_has_no_page_of_is_left_out(choirs: Call, held: Holdings) -> None:
    gone = {member.id for member in choirs.members if member.role in ("official", "decision")}
    left = {key: work for key, work in held.by_release.items() if key not in gone}
    page = call_page(choirs, scope_of("fi", LANGUAGES, replace(held, by_release=left)))
    assert [step.key for step in page.steps] == ["opening", "opens", "extension", "closes"]
    assert not page.opinions and not page.decisions


def test_what_lies_beyond_the_newest_release_is_ahead(held: Holdings, scope: Scope) -> None:
    (upcoming,) = held.calls_by_status["upcoming"]
    assert [(step.key, step.ahead) for step in timeline(upcoming, scope)] == [
        ("opening", False),
        ("opens", True),
        ("closes", True),
    ]


def test_a_call_says_how_it_stood_and_when(choirs: Call, scope: Scope) -> None:
    page = call_page(choirs, scope)
    assert (page.status, page.status_name) == ("decided", "Decided")
    assert plain(page.status_sentence) == "A decision has been published."
    assert page.total and page.granted and page.case_number and page.use_period is None
    assert (plain(page.total.text), plain(page.granted.text), page.share) == ("€3,000,000", "€2,700,000", "90%")
    assert [group.text for group in page.groups] == ["associations", "municipalities"]
    assert page.case_number.text == "VN/901/2024" and len(page.decisions) == 1
    assert page.heading == CHOIRS and [other.language for other in page.titles] == ["sv"]


def test_releases_that_say_the_same_against_the_official_entry_stand_together(choirs: Call, scope: Scope) -> None:
    told = [(plain(each.said), len(each.releases), each.kind) for each in call_page(choirs, scope).opinions]
    assert told[:2] == [("29 February 2024 at 16:15", 2, "contradicts"), ("15 March 2024 at 16:15", 2, "contradicts")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_is_in_the_readers_language_where_there_is_one(choirs: Call, held: Holdings, language: str) -> None:
    page = call_page(choirs, scope_of(language, LANGUAGES, held))
    assert page.heading_language == ("sv" if language == "sv" else "fi")


def test_a_call_without_a_known_language_has_a_title_too(choirs: Call, scope: Scope) -> None:
    page = call_page(msgspec.structs.replace(choirs, titles={}), scope)
    assert (page.heading, page.heading_language, page.titles) == (CHOIRS, None, ())


def test_calls_stand_by_status_the_nearest_first(scope: Scope) -> None:
    page = calls_page(scope)
    assert [(section.id, section.total) for section in page.sections] == [
        ("open", 1),
        ("upcoming", 1),
        ("continuous", 1),
        ("closed", 1),
        ("decided", 1),
        ("unknown", 1),
    ]
    assert page.reference == "2024-05-20" and page.total == 6


def test_open_calls_stand_in_the_order_of_closing(held: Holdings) -> None:
    (call,) = held.calls_by_status["open"]
    days = ("2024-06-20", "2024-05-25", "2024-07-01")
    calls = tuple(msgspec.structs.replace(call, id=f"c{day}", closes=day) for day in days)
    several = replace(held, calls=calls)
    assert [each.closes for each in several.calls_by_status["open"]] == sorted(days)


def many(held: Holdings, status: CallStatus, count: int) -> Scope:
    """A scope with one call of a status many times over."""
    (call,) = held.calls_by_status[status]
    return scope_of(
        "en",
        LANGUAGES,
        replace(held, calls=tuple(msgspec.structs.replace(call, id=f"c{at}") for at in range(count))),
    )


def test_many_calls_are_paged_and_the_overview_shows_the_first(held: Holdings) -> None:
    first, *rest = made(planned_calls(many(held, "closed", 120)))
    assert isinstance(first, CallsPage)
    assert len(first.sections[0].entries) == 10 and first.sections[0].path == "en/calls/closed/"
    lists = [page for page in rest if isinstance(page, CallListPage)]
    assert [page.path for page in lists] == [
        "en/calls/closed/",
        "en/calls/closed/page/2/",
        "en/calls/closed/page/3/",
    ]
    assert [len(page.entries) for page in lists] == [50, 50, 20]
    assert lists[1].title == "Closed calls, page 2"


def test_a_year_of_many_deadlines_is_paged(held: Holdings) -> None:
    pages = [page for page in made(planned_calendar(many(held, "closed", 450))) if isinstance(page, CalendarYearPage)]
    assert [page.path for page in pages][-1] == "en/calendar/2022/page/3/"
    assert [sum(month.count for month in page.months) for page in pages] == [200, 200, 50]


def test_a_month_has_its_days_in_weeks_from_monday(scope: Scope) -> None:
    page = next(
        page for page in made(planned_calendar(scope)) if isinstance(page, CalendarYearPage) and page.year == 2024
    )
    march = page.months[0]
    assert [cell and cell.number for cell in march.weeks[0]] == [None, None, None, None, 1, 2, 3]
    marked = [(cell.number, cell.anchor) for week in march.weeks for cell in week if cell and cell.count]
    assert marked == [(15, "d2024-03-15")]
    assert plain(march.days[0].name) == "Friday 15 March" and page.weekdays[0] == ("Mo", "Monday")
    assert (page.earlier, page.later) == ("en/calendar/2022/", None)


def test_the_calendar_shows_what_comes_after_the_newest_release(calls_site: Path) -> None:
    soup = soup_of(calls_site, "fi/calendar")
    assert [plain(tag.get_text(" ", strip=True)) for tag in soup.select(".deadline-date")] == ["sunnuntai 30.6. 2024"]
    assert len(soup.select(".deadline")) == 2
    assert [tag.get_text() for tag in soup.select(".deadline-time")] == ["klo 24.00"]
    assert [tag["href"] for tag in soup.select("#years ~ ul a")] == [
        "../../fi/calendar/2024/",
        "../../fi/calendar/2022/",
    ]


def test_lists_lead_to_months_groups_and_statuses(calls_site: Path) -> None:
    overview = soup_of(calls_site, "fi/browse")
    leads = {str(tag["href"]).removeprefix("../../fi/") for tag in overview.select("main a")}
    assert {"browse/group/farmers/", "calls/open/", "calls/unknown/", "calendar/", "browse/year/2024/"} <= leads
    year = soup_of(calls_site, "fi/browse/year/2024")
    assert [tag.get_text(" ", strip=True) for tag in year.select(".parts a")] == [
        "Tammikuu 2",
        "Helmikuu 1",
        "Toukokuu 3",
    ]
    authority = soup_of(calls_site, "fi/browse/authority/okm")
    assert authority.select('a[type="text/calendar"][href$="fi/authority/okm/deadlines.ics"]')
    assert not soup_of(calls_site, "fi/browse/authority/stm").select('a[type="text/calendar"]')
    month = soup_of(calls_site, "fi/browse/year/2024/05")
    assert [plain(tag.get_text()) for tag in month.select("h1")] == ["Toukokuu 2024"]
    assert len(month.select(".entry")) == 3 and month.select('.crumb a[href$="fi/browse/year/2024/"]')


def test_a_work_is_listed_under_every_group_of_its_versions(held: Holdings, scope: Scope) -> None:
    lists = {
        page.path: page.total
        for page in made(planned_lists(scope))
        if isinstance(page, ListPage) and "/group/" in page.path
    }
    assert lists == {
        "en/browse/group/municipalities/": 1,
        "en/browse/group/associations/": 2,
        "en/browse/group/individuals/": 1,
        "en/browse/group/farmers/": 1,
    }


def test_every_release_leads_to_its_call(calls_site: Path, calls_archive: SampleArchive) -> None:
    calls = {member.id: call.id for call in calls_archive.calls for member in call.members}
    for release in calls_archive.stored:
        link = soup_of(calls_site, f"sv/release/{release}").select_one(".release-call a")
        assert (str(link["href"]) if link else None) == (
            f"../../../sv/call/{calls[release]}/" if release in calls else None
        )
    assert len(calls) == len(calls_archive.stored)


def test_the_front_page_shows_a_call_once(calls_site: Path) -> None:
    soup = soup_of(calls_site, "fi")
    assert len(soup.select('[aria-labelledby="open"] .entry')) == 3
    latest = [str(tag["href"]) for tag in soup.select('[aria-labelledby="calls"] .entry-title a')]
    assert len(latest) == len(set(latest)) == 6 and all("/call/" in path for path in latest)


def test_a_timeline_is_an_ordered_list_and_foreign_titles_say_their_language(calls_site: Path, choirs: Call) -> None:
    soup = soup_of(calls_site, f"sv/call/{choirs.id}")
    assert len(soup.select("ol.timeline > li > h3")) == 6
    foreign = {tag.get_text(): tag.get("lang") for tag in soup.select(".timeline .call-versions a")}
    assert {plain(title): language for title, language in foreign.items()}[CHOIRS] == "fi"
    assert foreign["Ansökningstiden för körunderstöd förlängs"] is None


CHECKS = [
    test_pages.test_nothing_is_inline_and_nothing_comes_from_elsewhere,
    test_pages.test_links_have_harmless_schemes,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_site_of_calls_is_as_sound_as_any(check: Callable[[Path], None], calls_site: Path) -> None:
    check(calls_site)


def test_an_archive_without_calls_says_so(calls_archive: SampleArchive, tmp_path: Path) -> None:
    build(SampleArchive({}), tmp_path / "site", languages=("en",))
    assert "There are no calls in the archive" in soup_of(tmp_path / "site", "en/calls").get_text()
    assert "No call in the archive closes later" in soup_of(tmp_path / "site", "en/calendar").get_text()


def test_titles_stand_in_the_readers_language_then_finnish_and_swedish(choirs: Call, scope: Scope) -> None:
    titles: dict[Language, str] = {"en": "Choirs", "fi": "Kuorot", "sv": "Körer"}
    call = msgspec.structs.replace(choirs, titles=titles)
    sides = {language: replace(scope, language=language) for language in LANGUAGES}
    assert [title.language for title in call_titles(call, sides["sv"])] == ["sv", "fi", "en"]
    assert [title.language for title in call_titles(call, sides["en"])] == ["en", "fi", "sv"]

"""What another version says of a fact that is shown: in the box, the lists, the calendar and the files for calendars."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar, Event

from parsers.model import BothEvidence, Call, Difference, Evidence, Release
from sitegen.build import build
from sitegen.calls import call_entry
from sitegen.disputes import Dispute, disputes
from sitegen.holdings import Holdings, read_holdings
from sitegen.pages.call import call_page
from sitegen.render import render
from sitegen.scope import scope_of
from sitegen.texts import LANGUAGES
from sitegen.timeline import timeline
from tests.site.sample import BASE_URL, SampleArchive

CLOSES = Difference(field="closes", kind="contradicts", fi="2024-02-29T16:15", sv="2024-03-04T16:15", severity="high")
TOTAL = Difference(field="total", kind="contradicts", fi="3 miljoonaa", sv="4 miljoner", severity="high")
LATER = Difference(field="closes", kind="contradicts", fi="2024-03-15T16:15", sv="2024-03-19T16:15", severity="high")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def swedish(archive: SampleArchive, at: int, *differences: Difference, **facts: object) -> SampleArchive:
    """The archive whose pair `at` has differences, its Swedish version stating other facts."""
    pair = archive.joined[at]
    one: Release = archive.stored[pair.sv.id]
    if "closes" in facts:
        facts["application"] = msgspec.structs.replace(one.application, closes=facts.pop("closes"))
    stored = archive.stored | {one.id: msgspec.structs.replace(one, **facts)}
    joined = [*archive.joined]
    joined[at] = msgspec.structs.replace(pair, differences=differences)
    return SampleArchive(stored, joined, archive.older)


def choirs(held: Holdings) -> Call:
    return next(call for call in held.calls if len(call.members) == 6)


@pytest.fixture
def disputed(calls_archive: SampleArchive) -> Holdings:
    """The Swedish announcement has another sum, the Swedish extension another day."""
    archive = swedish(calls_archive, 0, TOTAL, total=Decimal(4_000_000))
    return read_holdings(swedish(archive, 1, LATER, closes="2024-03-19T16:15"))


def test_the_other_version_of_what_is_shown_is_told(disputed: Holdings) -> None:
    call = choirs(disputed)
    first, second = (disputed.by_release[member.id].first.id for member in (call.members[0], call.members[3]))
    assert disputes(call, disputed.by_release) == (
        Dispute(fact="total", side="sv", value="4000000", currency="EUR", pair=first, number=1),
        Dispute(fact="closes", side="sv", value="2024-03-19T16:15", currency="EUR", pair=second, number=1),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_with_the_fact_and_leads_to_the_comparison(disputed: Holdings, language: str) -> None:
    call, scope = choirs(disputed), scope_of(language, LANGUAGES, disputed)
    page, row = call_page(call, scope), call_entry(call, scope)
    assert page.window and page.total and page.window.remarks == row.window_remarks
    (closing,), (total,) = page.window.remarks, page.total.remarks
    assert "19" in closing.text and "000" in total.text and row.total_remarks == (total,)
    pair = disputed.by_release[call.members[3].id].first.id
    assert closing.path == f"{language}/compare/{pair}/#d1"
    html = BeautifulSoup(render(page, language), "lxml")
    assert [str(tag["href"]) for tag in html.select(".call-facts .otherwise a")] == [
        f"../../../{remark.path}" for remark in (closing, total)
    ]
    assert all(tag.select_one("svg") for tag in html.select(".otherwise"))


def test_words_of_a_remark(disputed: Holdings) -> None:
    row = call_entry(choirs(disputed), scope_of("en", LANGUAGES, disputed))
    assert [plain(remark.text) for remark in (*row.window_remarks, *row.total_remarks)] == [
        "The Swedish version says that the application period closes on 19 March 2024 at 16:15.",
        "The Swedish version says €4,000,000.",
    ]


def test_what_was_overtaken_is_told_at_its_step_alone(calls_archive: SampleArchive) -> None:
    held = read_holdings(swedish(calls_archive, 0, CLOSES, closes="2024-03-04T16:15"))
    call, scope = choirs(held), scope_of("en", LANGUAGES, held)
    page, steps = call_page(call, scope), timeline(call, scope)
    assert page.window and not page.window.remarks
    told = [(step.key, note.text) for step in steps for note in step.notes if note.remarks]
    assert [key for key, _text in told] == ["opening"] and "29 February" in plain(told[0][1])
    assert not [step for step in steps if step.remarks]


def test_the_closing_step_has_the_remark_too(disputed: Holdings) -> None:
    steps = {step.key: step for step in timeline(choirs(disputed), scope_of("fi", LANGUAGES, disputed))}
    assert steps["closes"].remarks and not steps["opens"].remarks


def test_the_finnish_version_is_named_where_the_swedish_one_is_shown(disputed: Holdings) -> None:
    call = msgspec.structs.replace(choirs(disputed), closes="2024-03-19T16:15")
    (found,) = [each for each in disputes(call, disputed.by_release) if each.fact == "closes"]
    assert (found.side, found.value) == ("fi", "2024-03-15T16:15")


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        pytest.param("closes", "only_fi", id="one-version-is-silent"),
        pytest.param("contacts", "contradicts", id="a-fact-that-is-not-shown"),
    ],
)
def test_nothing_is_told_of(calls_archive: SampleArchive, field: str, kind: str) -> None:
    difference = Difference(field=field, kind=kind, fi="2024-03-15T16:15", sv=None)  # type: ignore[arg-type]
    held = read_holdings(swedish(calls_archive, 1, difference))
    assert disputes(choirs(held), held.by_release) == ()


def test_a_period_of_use_and_a_sum_in_words(archive: SampleArchive) -> None:
    fi = archive.stored[archive.joined[0].fi.id]
    headline = next(amount for amount in fi.amounts if amount.max == fi.total)
    there = Evidence(block=headline.block, start=headline.start, end=headline.end, text=headline.text)
    assert fi.use_period
    differences = (
        Difference(field="use_period", kind="contradicts", fi="2024-06-01/2025-05-31", sv="2024-07-01/2025-05-31"),
        Difference(
            field="amounts", kind="contradicts", fi=there.text, sv="5 miljoner euro", evidence=BothEvidence(fi=there)
        ),
    )
    period = msgspec.structs.replace(fi.use_period, start="2024-07-01", end="2025-05-31")
    held = read_holdings(swedish(archive, 0, *differences, use_period=period, total=None))
    call = held.call_of[fi.id]
    page = call_page(call, scope_of("en", LANGUAGES, held))
    assert page.use_period and page.total
    assert [plain(remark.text) for remark in (*page.use_period.remarks, *page.total.remarks)] == [
        "The Swedish version says 1 July 2024 – 31 May 2025.",
        "The Swedish version says 5 miljoner euro.",
    ]
    assert [remark.path[-3:] for remark in (*page.use_period.remarks, *page.total.remarks)] == ["#d1", "#d2"]


def test_a_decision_is_held_against_its_own_version(calls_archive: SampleArchive) -> None:
    held = read_holdings(calls_archive)
    call = choirs(held)
    decision = held.by_release[call.members[-1].id]
    card = replace(decision.first, id="sv1", language="sv", total=Decimal(2_600_000))
    pair = held.pairs[0]
    joined = replace(
        decision,
        cards=(decision.first, card),
        pair=replace(pair, fi=decision.first.id, sv="sv1", differences=(TOTAL,)),
    )
    (found,) = disputes(call, held.by_release | {decision.first.id: joined})
    assert (found.fact, found.side, found.value) == ("granted", "sv", "2600000")


def test_lists_the_calendar_and_calendar_files_say_it(calls_archive: SampleArchive, tmp_path: Path) -> None:
    archive = swedish(calls_archive, 1, LATER, closes="2024-03-19T16:15")
    build(archive, tmp_path / "site", BASE_URL, ("fi", "sv"))
    pair = archive.joined[1].fi.id
    for page in ("sv/calls", "sv/calls/decided", "sv/calendar/2024"):
        soup = BeautifulSoup((tmp_path / "site" / page / "index.html").read_text("utf-8"), "lxml")
        (link,) = soup.select(".otherwise a")
        assert str(link["href"]).endswith(f"sv/compare/{pair}/#d1"), page
    comparison = BeautifulSoup((tmp_path / f"site/sv/compare/{pair}/index.html").read_text("utf-8"), "lxml")
    assert comparison.select_one("#d1")
    calendar = Calendar.from_ical((tmp_path / "site/sv/deadlines.ics").read_bytes())
    lines = [
        line
        for event in calendar.walk("VEVENT")
        if isinstance(event, Event)
        for line in str(event["DESCRIPTION"]).split("\n")
    ]
    assert sum(line.endswith(f"{BASE_URL}sv/compare/{pair}/#d1") for line in lines) == 1

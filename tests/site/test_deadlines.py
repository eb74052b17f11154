"""The deadlines as iCalendar: read back by the library, and held to what RFC 5545 asks of the bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from icalendar import Calendar, Event

from parsers.model import Call, Moment
from sitegen.deadlines import LATEST, deadline_event, deadline_files, planned_deadlines, when
from sitegen.holdings import Holdings, read_holdings
from sitegen.scope import scope_of
from sitegen.texts import LANGUAGES
from tests.site.sample import BASE_URL, SampleArchive


@pytest.fixture(scope="module")
def held(calls_archive: SampleArchive) -> Holdings:
    return read_holdings(calls_archive)


def events(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    assert not calendar.errors and calendar["VERSION"] == "2.0" and calendar["PRODID"]
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deadlines_read_back_are_those_of_the_calls(calls_site: Path, held: Holdings, language: str) -> None:
    found = events((calls_site / language / "deadlines.ics").read_bytes())
    assert [event.decoded("dtstart") for event in found] == [when(call.closes or "") for call in held.deadlines]
    assert [str(event["url"]) for event in found] == [
        f"{BASE_URL}{language}/call/{call.id}/" for call in held.deadlines
    ]
    assert not [event for event in found if event.errors or not event["SUMMARY"] or not event["DTSTAMP"]]


def test_an_event_has_what_the_releases_state(calls_site: Path) -> None:
    found = events((calls_site / "fi/deadlines.ics").read_bytes())
    choirs = next(event for event in found if "Kuorojen" in str(event["SUMMARY"]))
    assert choirs["SUMMARY"] == "Hakuaika päättyy: Kuorojen kiertueisiin haettavana 3 miljoonaa euroa"
    assert choirs.decoded("dtstart") == datetime(2024, 3, 15, 14, 15, tzinfo=UTC), "16.15 in Finland"
    assert choirs.decoded("dtstamp") == datetime(2024, 5, 2, 7, 0, tzinfo=UTC), (
        "the decision, the newest of its releases"
    )
    assert choirs["SEQUENCE"] == 2 and choirs["TRANSP"] == "TRANSPARENT"
    lines = str(choirs["DESCRIPTION"]).replace("\u00a0", " ").split("\n")
    assert lines[1:] == [
        "3 miljoner euro kan sökas för körers turnéer",
        "Opetus- ja kulttuuriministeriö",
        "Haettavana: 3 000 000 €",
        "Hakuaika: 15.1.–15.3.2024 klo 16.15",
    ]


def test_a_deadline_without_a_time_is_a_day(calls_site: Path) -> None:
    found = events((calls_site / "fi/authority/ym/deadlines.ics").read_bytes())
    assert [event.decoded("dtstart") for event in found] == [date(2024, 6, 30)]
    assert b"DTSTART;VALUE=DATE:20240630\r\n" in (calls_site / "fi/authority/ym/deadlines.ics").read_bytes()


def test_each_authority_has_its_own(calls_site: Path) -> None:
    files = sorted(path.parent.name for path in (calls_site / "sv/authority").glob("*/deadlines.ics"))
    assert files == ["mmm", "okm", "om", "ym"]
    whole = events((calls_site / "sv/deadlines.ics").read_bytes())
    parts = [
        event for code in files for event in events((calls_site / f"sv/authority/{code}/deadlines.ics").read_bytes())
    ]
    assert sorted(str(event["UID"]) for event in parts) == sorted(str(event["UID"]) for event in whole)


def test_identifiers_are_unique_and_the_same_in_every_language(calls_site: Path) -> None:
    uids = [
        [str(event["UID"]) for event in events((calls_site / code / "deadlines.ics").read_bytes())]
        for code in LANGUAGES
    ]
    assert len(set(uids[0])) == len(uids[0]) and uids[0] == uids[1] == uids[2]


def test_the_bytes_are_as_the_standard_wants_them(calls_site: Path) -> None:
    """RFC 5545, 3.1: CRLF ends every line, none is longer than 75 octets, no control characters but the tab."""
    for file in calls_site.rglob("*.ics"):
        content = file.read_bytes()
        assert content.endswith(b"END:VCALENDAR\r\n") and content.replace(b"\r\n", b"").count(b"\n") == 0
        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
        assert content.decode("utf-8")


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('avustus; ehdot, osa 1\\2: "a"', id="separators"),
        pytest.param("haku\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:owned", id="line-ends"),
        pytest.param("haku\u0000\u0007\u007f auki", id="controls"),
        pytest.param("ä" * 400, id="long"),
    ],
)
def test_hostile_titles_stay_titles(held: Holdings, title: str) -> None:
    call = msgspec.structs.replace(held.deadlines[0], titles={"fi": title})
    files = dict(deadline_files(scope_of("fi", LANGUAGES, replace(held, calls=(call,)))))
    (event,) = events(files["fi/deadlines.ics"])
    assert str(event["SUMMARY"]) == "Hakuaika päättyy: " + re.sub(r"[\x00-\x1f\x7f]", "", title)


def test_half_a_character_is_left_out(held: Holdings) -> None:
    call = msgspec.structs.replace(held.deadlines[0], titles={"fi": "haku \ud800auki"})
    event = deadline_event(call, scope_of("fi", LANGUAGES, held))
    assert str(event["SUMMARY"]) == "Hakuaika päättyy: haku auki"


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        pytest.param("2021-03-28T03:30", datetime(2021, 3, 28, 1, 30, tzinfo=UTC), id="hour-that-summer-time-skips"),
        pytest.param("2021-07-01T16:15", datetime(2021, 7, 1, 13, 15, tzinfo=UTC), id="summer"),
        pytest.param("2021-12-31T24:00", datetime(2021, 12, 31, 22, 0, tzinfo=UTC), id="end-of-year"),
        pytest.param("2024-02-29", date(2024, 2, 29), id="day"),
    ],
)
def test_moments(moment: Moment, known: date) -> None:
    assert when(moment) == known


def test_a_call_of_undated_releases_is_stamped_by_its_closing(held: Holdings) -> None:
    (call,) = held.calls_by_status["open"]
    members = tuple(msgspec.structs.replace(member, published=None) for member in call.members)
    event = deadline_event(msgspec.structs.replace(call, members=members), scope_of("fi", LANGUAGES, held))
    assert event.decoded("dtstamp") == datetime(2024, 6, 30, 9, 0, tzinfo=UTC)


def test_a_file_has_the_latest_deadlines_at_most(held: Holdings) -> None:
    call: Call = held.deadlines[0]
    calls = tuple(
        msgspec.structs.replace(call, id=f"c{number}", closes=f"{2000 if number < 20 else 2001}-01-01T12:00")
        for number in range(LATEST + 20)
    )
    files = dict(deadline_files(scope_of("en", LANGUAGES, replace(held, calls=calls))))
    found = events(files["en/deadlines.ics"])
    assert len(found) == LATEST
    assert {event.decoded("dtstart").year for event in found} == {2001}


def test_only_files_of_what_has_changed_are_made_of_something_else(held: Holdings) -> None:
    def inputs(calls: tuple[Call, ...]) -> dict[str, str]:
        scope = scope_of("fi", LANGUAGES, replace(held, calls=calls))
        return {path: digest for path, digest, _make in planned_deadlines(scope)}

    before, call = inputs(held.calls), held.deadlines[0]
    moved = msgspec.structs.replace(call, closes="2031-01-01")
    after = inputs(tuple(moved if each is call else each for each in held.calls))
    assert before == inputs(held.calls)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"fi/deadlines.ics", f"fi/authority/{call.authority}/deadlines.ics"} and len(before) > len(
        changed
    )


def test_without_an_address_events_have_no_link(held: Holdings) -> None:
    files = dict(deadline_files(scope_of("fi", LANGUAGES, held)))
    assert b"\r\nURL" not in files["fi/deadlines.ics"]

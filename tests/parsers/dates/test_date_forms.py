"""Forms of dates in the wild, and what only looks like one."""

from __future__ import annotations

import pytest

from parsers.dates import find_dates

PUBLISHED = "2021-03-17T11:14"

# text, first, last
ENGLISH = [
    pytest.param("20 April 2021 at 16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="at"),
    pytest.param("April 20, 2021", "2021-04-20", "2021-04-20", id="month-first"),
    pytest.param("the 20th of April 2021", "2021-04-20", "2021-04-20", id="ordinal"),
    pytest.param("20 April 2021 at 4.15 pm", "2021-04-20T16:15", "2021-04-20T16:15", id="pm"),
    pytest.param("from 1 March to 30 April 2021", "2021-03-01", "2021-04-30", id="range"),
    pytest.param("between 1 and 30 April 2021", "2021-04-01", "2021-04-30", id="between"),
    pytest.param("until the end of May", "2021-05-01", "2021-05-31", id="month-end"),
    pytest.param("2024–2027", "2024-01-01", "2027-12-31", id="years"),
]

NO_DATES = [
    pytest.param("en", "you may march on", id="en-may-march"),
    pytest.param("en", "section 3.2.", id="en-section"),
]

FAULTS = [
    pytest.param("fi", "31.11.2013", "impossible_date", id="november-31"),
    pytest.param("fi", "29.2.2023", "impossible_date", id="no-leap-year"),
    pytest.param("fi", "32.1.2022", "impossible_date", id="day-32"),
    pytest.param("fi", "31. kesäkuuta 2022", "impossible_date", id="june-31"),
    pytest.param("fi", "30.2.", "impossible_date", id="february-30-no-year"),
    pytest.param("fi", "maanantaina 20.4.2021", "wrong_weekday", id="weekday"),
    pytest.param("fi", "20.4.2021 (maanantai)", "wrong_weekday", id="weekday-in-brackets"),
    pytest.param("fi", "19.8.2019–30.9.2018", "end_before_start", id="end-before-start"),
    pytest.param("fi", "20.4.202 mennessä", "truncated_year", id="truncated-year"),
    pytest.param("sv", "den 31 november 2013", "impossible_date", id="sv-november-31"),
    pytest.param("sv", "måndagen den 20 april 2021", "wrong_weekday", id="sv-weekday"),
    pytest.param("sv", "från den 1 maj 2022 till den 1 april 2022", "end_before_start", id="sv-end-before-start"),
]


def bounds(text: str, language: str) -> list[tuple[str | None, str | None]]:
    return [(mention.first, mention.last) for mention in find_dates(text, language, PUBLISHED)]


@pytest.mark.parametrize(("text", "first", "last"), ENGLISH)
def test_english(text: str, first: str, last: str) -> None:
    assert bounds(text, "en")[0] == (first, last)


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_no_date(language: str, text: str) -> None:
    assert find_dates(text, language, PUBLISHED) == []


@pytest.mark.parametrize(("language", "text", "fault"), FAULTS)
def test_fault(language: str, text: str, fault: str) -> None:
    assert fault in find_dates(text, language, PUBLISHED)[0].faults


def test_impossible_day_has_no_value() -> None:
    mention = find_dates("Haku päättyy 31.11.2013.", "fi")[0]
    assert (mention.text, mention.first, mention.last) == ("31.11.2013", None, None)


def test_one_impossible_end_leaves_the_other() -> None:
    mention = find_dates("15.10.–31.11.2012", "fi")[0]
    assert (mention.first, mention.last) == ("2012-10-15", None)


def test_year_needs_a_reference() -> None:
    mention = find_dates("Haku päättyy 30.4.", "fi")[0]
    assert mention.last is None
    assert mention.faults == ("missing_year",)


@pytest.mark.parametrize(
    ("text", "published", "last"),
    [
        pytest.param("Haku päättyy 15.1.", "2023-11-10", "2024-01-15", id="forward-over-new-year"),
        pytest.param("Haku päättyi 15.11.", "2024-02-10", "2023-11-15", id="backward-when-past"),
        pytest.param("Haku oli auki 3.2.–14.3.", "2025-10-06", "2025-03-14", id="window-long-past"),
        pytest.param("Haku on auki 15.11.–31.1.", "2021-10-20", "2022-01-31", id="range-over-new-year"),
        pytest.param("Haku päättyy 31.10.", "2023-04-05", "2023-10-31", id="half-a-year-ahead"),
        pytest.param("Haku avautui 1.3. ja päättyy 30.4.2022.", "2022-03-01", "2022-04-30", id="beside-a-year"),
        pytest.param("torstaina 30. marraskuuta", "2023-10-16", "2023-11-30", id="weekday-agrees"),
    ],
)
def test_missing_year(text: str, published: str, last: str) -> None:
    assert find_dates(text, "fi", published)[-1].last == last


@pytest.mark.parametrize(
    ("language", "text", "edge"),
    [
        pytest.param("fi", "30.4. mennessä", "until", id="mennessa"),
        pytest.param("fi", "viimeistään 30.4.", "until", id="viimeistaan"),
        pytest.param("fi", "30.4. klo 16.15 asti", "until", id="asti-after-time"),
        pytest.param("fi", "30.4. ennen klo 16.15", "until", id="ennen-inside"),
        pytest.param("fi", "1.3. alkaen", "from", id="alkaen"),
        pytest.param("fi", "aikaisintaan 1.3.", "from", id="aikaisintaan"),
        pytest.param("fi", "1.3.", None, id="none"),
        pytest.param("sv", "senast den 30 april", "until", id="senast"),
        pytest.param("sv", "t.o.m. 30.4", "until", id="tom"),
        pytest.param("sv", "fram till den 30 april", "until", id="fram-till"),
        pytest.param("sv", "fr.o.m. den 1 mars", "from", id="from"),
        pytest.param("sv", "tidigast den 1 mars", "from", id="tidigast"),
    ],
)
def test_edge(language: str, text: str, edge: str | None) -> None:
    assert find_dates(text, language, PUBLISHED)[0].edge == edge

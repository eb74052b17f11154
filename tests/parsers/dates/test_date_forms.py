"""Forms of dates in the wild, and what only looks like one."""

from __future__ import annotations

import pytest

from parsers.dates import find_dates

PUBLISHED = "2021-03-17T11:14"

# text, first, last
FINNISH = [
    pytest.param("17.3.2021", "2021-03-17", "2021-03-17", id="plain"),
    pytest.param("1.3. 2021", "2021-03-01", "2021-03-01", id="space-before-year"),
    pytest.param("1. 3. 2021", "2021-03-01", "2021-03-01", id="spaces"),
    pytest.param("01.03.2021", "2021-03-01", "2021-03-01", id="zero-padded"),
    pytest.param("17.3.21", "2021-03-17", "2021-03-17", id="two-digit-year"),
    pytest.param("17.3 2021", "2021-03-17", "2021-03-17", id="missing-second-full-stop"),
    pytest.param("31.122023", "2023-12-31", "2023-12-31", id="missing-stop-before-year"),
    pytest.param("17/3/2021", "2021-03-17", "2021-03-17", id="slashes"),
    pytest.param("2021-03-17", "2021-03-17", "2021-03-17", id="iso"),
    pytest.param("2021-03-17T11:14", "2021-03-17T11:14", "2021-03-17T11:14", id="iso-time"),
    pytest.param("tiistaina 20.4.2021", "2021-04-20", "2021-04-20", id="weekday"),
    pytest.param("ti 20.4.", "2021-04-20", "2021-04-20", id="weekday-short"),
    pytest.param("20.4.2021 (tiistai)", "2021-04-20", "2021-04-20", id="weekday-in-brackets"),
    pytest.param("20. huhtikuuta 2021", "2021-04-20", "2021-04-20", id="long"),
    pytest.param("20 huhtikuuta 2021", "2021-04-20", "2021-04-20", id="long-missing-stop"),
    pytest.param("20. huhtikuuta", "2021-04-20", "2021-04-20", id="long-no-year"),
    pytest.param("20. huhtikuuta vuonna 2022", "2022-04-20", "2022-04-20", id="long-vuonna"),
    pytest.param("3. päivänä helmikuuta 2022", "2022-02-03", "2022-02-03", id="paivana"),
    pytest.param("helmikuun 3. päivänä 2022", "2022-02-03", "2022-02-03", id="month-first"),
    pytest.param("helmikuun 3. päivään mennessä", "2021-02-03", "2021-02-03", id="month-first-case"),
    pytest.param("17.3.-20.4.2021", "2021-03-17", "2021-04-20", id="range-hyphen"),
    pytest.param("1.2. – 31.3.2025", "2025-02-01", "2025-03-31", id="range-spaced-dash"),
    pytest.param("16.3.–20.4.2023", "2023-03-16", "2023-04-20", id="range-en-dash"),
    pytest.param("24.9.−29.10.2018", "2018-09-24", "2018-10-29", id="range-minus"),
    pytest.param("2.7.—11.8.2020", "2020-07-02", "2020-08-11", id="range-em-dash"),
    pytest.param("1.3.- 30.4.2020", "2020-03-01", "2020-04-30", id="range-dash-space"),
    pytest.param("1.3.--30.4.2020", "2020-03-01", "2020-04-30", id="range-double-hyphen"),
    pytest.param("17.3–20.4.2021", "2021-03-17", "2021-04-20", id="range-missing-stop"),
    pytest.param("17.3.2021-20.4.2021", "2021-03-17", "2021-04-20", id="range-both-years"),
    pytest.param("15.11.–31.1.2024", "2023-11-15", "2024-01-31", id="range-new-year"),
    pytest.param("15.11.2023–31.1.", "2023-11-15", "2024-01-31", id="range-year-first"),
    pytest.param("1.–30.9.2025", "2025-09-01", "2025-09-30", id="range-one-month"),
    pytest.param("27.–28.8.", "2021-08-27", "2021-08-28", id="range-one-month-no-year"),
    pytest.param("1. – 30. syyskuuta 2025", "2025-09-01", "2025-09-30", id="range-long"),
    pytest.param("30.4. 14.5.2020", "2020-04-30", "2020-05-14", id="range-dash-lost"),
    pytest.param("30.4.–\n14.5.2020", "2020-04-30", "2020-05-14", id="range-line-break"),
    pytest.param(
        "maanantaista 5. huhtikuuta perjantaihin 16. huhtikuuta", "2021-04-05", "2021-04-16", id="range-cases"
    ),
    pytest.param("17.3.2021 alkaen 20.4.2021 asti", "2021-03-17", "2021-04-20", id="range-alkaen-asti"),
    pytest.param("1.3. ja 30.4.2021 välisenä aikana", "2021-03-01", "2021-04-30", id="range-ja"),
    pytest.param("20.4.2021 klo 16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo"),
    pytest.param("20.4.2021 klo 16:15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo-colon"),
    pytest.param("20.4.2021 kello 16", "2021-04-20T16:00", "2021-04-20T16:00", id="kello-hour"),
    pytest.param("20.4.2021 klo16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo-glued"),
    pytest.param("20.4.2021, klo 16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo-after-comma"),
    pytest.param("20.4.2021 mennessä klo 16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo-after-mennessa"),
    pytest.param("20.4.2021?klo?16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="klo-lost-nbsp"),
    pytest.param("ennen klo 16.15 perjantaina 16.4.2021", "2021-04-16T16:15", "2021-04-16T16:15", id="klo-first"),
    pytest.param("20.4.2021 16.15", "2021-04-20T16:15", "2021-04-20T16:15", id="time-without-klo"),
    pytest.param("31.12.2021 klo 24", "2021-12-31T24:00", "2021-12-31T24:00", id="midnight"),
    pytest.param("17.3.–20.4.2021 klo 16.15", "2021-03-17", "2021-04-20T16:15", id="range-time"),
    pytest.param("1.9.2025 klo 9.00–30.9.2025 klo 16.15", "2025-09-01T09:00", "2025-09-30T16:15", id="range-two-times"),
    pytest.param("1.9. klo 8–30.9.2025", "2025-09-01T08:00", "2025-09-30", id="range-first-time"),
    pytest.param("24.3.2022 klo 13–15", "2022-03-24", "2022-03-24", id="hours"),
    pytest.param("huhtikuun 2023 loppuun", "2023-04-01", "2023-04-30", id="month-end"),
    pytest.param("maaliskuun loppuun", "2021-03-01", "2021-03-31", id="month-end-no-year"),
    pytest.param("helmikuussa 2024", "2024-02-01", "2024-02-29", id="leap-month"),
    pytest.param("vuoden 2016 maaliskuun puoliväliin", "2016-03-01", "2016-03-31", id="year-then-month"),
    pytest.param("tammi–kesäkuussa 2024", "2024-01-01", "2024-06-30", id="months-stem"),
    pytest.param("elokuusta 2024 heinäkuuhun 2026", "2024-08-01", "2026-07-31", id="months-cases"),
    pytest.param("huhtikuun ja kesäkuun välillä", "2021-04-01", "2021-06-30", id="months-pair"),
    pytest.param("9/2023", "2023-09-01", "2023-09-30", id="month-slash"),
    pytest.param("8/2024–7/2026", "2024-08-01", "2026-07-31", id="months-slash"),
    pytest.param("vuonna 2024", "2024-01-01", "2024-12-31", id="year"),
    pytest.param("vuosina 2024–2027", "2024-01-01", "2027-12-31", id="years"),
    pytest.param("vuosina 2024, 2025 ja 2026", "2024-01-01", "2026-12-31", id="years-list"),
    pytest.param("vuodesta 2024 vuoteen 2027", "2024-01-01", "2027-12-31", id="years-cases"),
    pytest.param("2022-23", "2022-01-01", "2023-12-31", id="years-short"),
    pytest.param("lukuvuonna 2020–2021", "2020-08-01", "2021-07-31", id="school-year"),
    pytest.param("lukuvuosi 2020/2021", "2020-08-01", "2021-07-31", id="school-year-slash"),
    pytest.param("vuoden loppuun mennessä", "2021-01-01", "2021-12-31", id="year-end"),
    pytest.param("tänään", "2021-03-17", "2021-03-17", id="today"),
    pytest.param("huomenna", "2021-03-18", "2021-03-18", id="tomorrow"),
    pytest.param("31.10.1832 tai 31. lokakuuta 1832", "1832-10-31", "1832-10-31", id="long-ago"),
]

SWEDISH = [
    pytest.param("17 mars 2021", "2021-03-17", "2021-03-17", id="plain"),
    pytest.param("den 20 april 2021", "2021-04-20", "2021-04-20", id="den"),
    pytest.param("den 20.4.2021", "2021-04-20", "2021-04-20", id="den-figures"),
    pytest.param("den 20.4", "2021-04-20", "2021-04-20", id="den-figures-bare"),
    pytest.param("den 31 augusti, 2022", "2022-08-31", "2022-08-31", id="comma-year"),
    pytest.param("den 1:a mars 2022", "2022-03-01", "2022-03-01", id="ordinal"),
    pytest.param("12 feb 2018", "2018-02-12", "2018-02-12", id="short-month"),
    pytest.param("12 feb. 2018", "2018-02-12", "2018-02-12", id="short-month-stop"),
    pytest.param("fredagen den 29 april 2022", "2022-04-29", "2022-04-29", id="weekday"),
    pytest.param("tis 20.4", "2021-04-20", "2021-04-20", id="weekday-short"),
    pytest.param("17 mars–20 april 2021", "2021-03-17", "2021-04-20", id="range"),
    pytest.param("17 mars – 20 april 2021", "2021-03-17", "2021-04-20", id="range-spaced"),
    pytest.param("den 17 mars – den 20 april 2021", "2021-03-17", "2021-04-20", id="range-den"),
    pytest.param("17.3–20.4.2021", "2021-03-17", "2021-04-20", id="range-figures"),
    pytest.param("fr.o.m. 2.10 t.o.m. 6.11.2017", "2017-10-02", "2017-11-06", id="range-from-tom"),
    pytest.param("från den 1 mars till den 30 april 2022", "2022-03-01", "2022-04-30", id="range-till"),
    pytest.param("från den 1 till den 30 april 2022", "2022-04-01", "2022-04-30", id="range-one-month-till"),
    pytest.param("mellan den 1 mars och den 30 april 2022", "2022-03-01", "2022-04-30", id="range-mellan"),
    pytest.param(
        "från och med onsdagen 17.3.2021 till och med tisdagen 20.4.2021",
        "2021-03-17",
        "2021-04-20",
        id="range-long-words",
    ),
    pytest.param("1–30 september 2025", "2025-09-01", "2025-09-30", id="range-one-month"),
    pytest.param("den 22–23 maj", "2021-05-22", "2021-05-23", id="range-one-month-den"),
    pytest.param("15 november–31 januari 2024", "2023-11-15", "2024-01-31", id="range-new-year"),
    pytest.param("den 29 april 2022 före kl. 16.15", "2022-04-29T16:15", "2022-04-29T16:15", id="fore-kl"),
    pytest.param("den 29 april kl 16:15", "2021-04-29T16:15", "2021-04-29T16:15", id="kl-colon"),
    pytest.param("den 29 april kl. 15", "2021-04-29T15:00", "2021-04-29T15:00", id="kl-hour"),
    pytest.param("den 29 april kl. 16.15.", "2021-04-29T16:15", "2021-04-29T16:15", id="kl-sentence-end"),
    pytest.param("den 29 april klockan 12", "2021-04-29T12:00", "2021-04-29T12:00", id="klockan"),
    pytest.param("den 29 april kl.16.15", "2021-04-29T16:15", "2021-04-29T16:15", id="kl-glued"),
    pytest.param("kl. 16.15 fredagen den 29 april 2022", "2022-04-29T16:15", "2022-04-29T16:15", id="kl-first"),
    pytest.param("9 oktober–17 november 2023 kl. 16.15", "2023-10-09", "2023-11-17T16:15", id="range-time"),
    pytest.param(
        "den 27 februari 2025 kl. 14–den 10 april 2025 kl. 12",
        "2025-02-27T14:00",
        "2025-04-10T12:00",
        id="range-two-times",
    ),
    pytest.param("torsdagen den 24 mars 2022 kl. 13–15", "2022-03-24", "2022-03-24", id="hours"),
    pytest.param("i slutet av mars", "2021-03-01", "2021-03-31", id="month-end"),
    pytest.param("fram till utgången av april 2022", "2022-04-01", "2022-04-30", id="month-end-year"),
    pytest.param("i mars 2023", "2023-03-01", "2023-03-31", id="month"),
    pytest.param("januari–juni 2024", "2024-01-01", "2024-06-30", id="months"),
    pytest.param("augusti 2024–juli 2026", "2024-08-01", "2026-07-31", id="months-years"),
    pytest.param("år 2024", "2024-01-01", "2024-12-31", id="year"),
    pytest.param("åren 2024–2027", "2024-01-01", "2027-12-31", id="years"),
    pytest.param("under 2018—2020", "2018-01-01", "2020-12-31", id="years-em-dash"),
    pytest.param("åren 2024 och 2025", "2024-01-01", "2025-12-31", id="years-och"),
    pytest.param("från 2024 till 2027", "2024-01-01", "2027-12-31", id="years-till"),
    pytest.param("mellan 2024 och 2026", "2024-01-01", "2026-12-31", id="years-mellan"),
    pytest.param("läsåret 2020–2021", "2020-08-01", "2021-07-31", id="school-year"),
    pytest.param("före utgången av 2023", "2023-01-01", "2023-12-31", id="year-end"),
    pytest.param("före årets slut", "2021-01-01", "2021-12-31", id="this-year-end"),
    pytest.param("i dag", "2021-03-17", "2021-03-17", id="today"),
]

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
    pytest.param("fi", "Tukea on 16.15 miljoonaa euroa.", id="decimal"),
    pytest.param("fi", "Momentti 33.20.50", id="budget-item"),
    pytest.param("fi", "momentilta 29.10.20", id="budget-item-like-a-date"),
    pytest.param("fi", "momentit 29.10.20 ja 29.10.30", id="budget-items-joined"),
    pytest.param("fi", "luvun 3.2. mukaan", id="section"),
    pytest.param("fi", "3.2.1 Tavoitteet", id="section-number"),
    pytest.param("fi", "versio 2.10.", id="version"),
    pytest.param("fi", "osoitteessa 10.10.10.10", id="ip"),
    pytest.param("fi", "laki 1386/2010", id="law"),
    pytest.param("fi", "lain 9/2010 mukaan", id="law-like-a-month"),
    pytest.param("fi", "HE 5/2021 vp", id="bill"),
    pytest.param("fi", "VN/5521/2022", id="case-number"),
    pytest.param("fi", "VN/5/2022", id="case-number-short"),
    pytest.param("fi", "TEM/2/2019", id="case-number-like-a-month"),
    pytest.param("fi", "diaarinumero 42/530/2012", id="register-number"),
    pytest.param("fi", "Tiedote 460/2019", id="release-number"),
    pytest.param("fi", "p. 029 504 7990", id="telephone"),
    pytest.param("fi", "puh. 050 123 2021", id="telephone-like-a-year"),
    pytest.param("fi", "1.500.000 euroa", id="sum-with-points"),
    pytest.param("fi", "1 066 000 euroa", id="sum-with-spaces"),
    pytest.param("fi", "2000–2500 euroa", id="sum-like-years"),
    pytest.param("fi", "2000 euroa", id="sum-like-a-year"),
    pytest.param("fi", "5.5 %", id="per-cent"),
    pytest.param("fi", "3.5,2", id="odd-number"),
    pytest.param("fi", "15–30 prosenttia", id="per-cent-range"),
    pytest.param("fi", "5–10 hanketta", id="count-range"),
    pytest.param("fi", "65-vuotiaita", id="age"),
    pytest.param("fi", "1990-luvulla", id="decade"),
    pytest.param("fi", "(EU) 2023/2831", id="eu-act"),
    pytest.param("fi", "y-tunnus 0123456-7", id="business-id"),
    pytest.param("fi", "PL 380, 00531 Helsinki", id="post-code"),
    pytest.param("fi", "asteikolla 0–100", id="scale"),
    pytest.param("fi", "Elokuva on hyvä", id="elokuva"),
    pytest.param("fi", "Kuukausi kuluu", id="kuukausi"),
    pytest.param("fi", "7,4 miljoonaa euroa", id="millions"),
    pytest.param("fi", "61 728,35 euroa", id="cents"),
    pytest.param("fi", "2.30.2021.17", id="number-chain"),
    pytest.param("fi", "ISBN 978-952-327-2021-5", id="isbn"),
    pytest.param("sv", "moment 32.50.30", id="sv-budget-item"),
    pytest.param("sv", "moment 29.10.20 och 29.10.30", id="sv-budget-items-joined"),
    pytest.param("sv", "lagen 1386/2010", id="sv-law"),
    pytest.param("sv", "från 700 euro till 815 euro", id="sv-sums"),
    pytest.param("sv", "årskurserna 7–9", id="sv-school-classes"),
    pytest.param("sv", "2.5 procent", id="sv-per-cent"),
    pytest.param("sv", "1990-talet", id="sv-decade"),
    pytest.param("sv", "3–4 projekt", id="sv-count"),
    pytest.param("sv", "avsnitt 3.2.", id="sv-section"),
    pytest.param("sv", "tfn 0295 16001", id="sv-telephone"),
    pytest.param("sv", "10 000–60 000 euro", id="sv-sum-range"),
    pytest.param("sv", "Ett majoritetsbeslut", id="sv-maj-in-a-word"),
    pytest.param("sv", "Pressmeddelande 580/2020", id="sv-release-number"),
    pytest.param("sv", "de minimis-förordningen 2023/2831", id="sv-eu-act"),
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


@pytest.mark.parametrize(("text", "first", "last"), FINNISH)
def test_finnish(text: str, first: str, last: str) -> None:
    assert bounds(text, "fi")[0] == (first, last)


@pytest.mark.parametrize(("text", "first", "last"), SWEDISH)
def test_swedish(text: str, first: str, last: str) -> None:
    assert bounds(text, "sv")[0] == (first, last)


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

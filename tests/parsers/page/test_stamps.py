from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.page.stamps import DateLine, is_organisation_line, read_date_line, read_form


@pytest.mark.parametrize(
    ("line", "published", "translated"),
    [
        pytest.param(
            "Julkaisuajankohta 24.8.2020 9.28 | Julkaistu suomeksi 25.8.2020 klo 12.30",
            "2020-08-24T09:28",
            "2020-08-25T12:30",
            id="fi-two-stamps",
        ),
        pytest.param(
            "Utgivningsdatum 17.3.2021 11.14 | Publicerad på svenska 18.3.2021 kl. 15.58",
            "2021-03-17T11:14",
            "2021-03-18T15:58",
            id="sv-two-stamps",
        ),
        pytest.param(
            "Publication date 16.9.2020 16.43 | Published in English on 17.9.2020 at 9.20",
            "2020-09-16T16:43",
            "2020-09-17T09:20",
            id="en-two-stamps",
        ),
        pytest.param("Julkaisuajankohta 1.2.2023 16:15", "2023-02-01T16:15", None, id="colon-in-time"),
        pytest.param("Julkaisupäivä 5.2.2021 12.03", "2021-02-05T12:03", None, id="blog"),
        pytest.param("Julkaistu 3.4.2019 | Päivitetty 5.6.2020", "2019-04-03", None, id="updated-is-left-out"),
        pytest.param("16.6.2020", "2020-06-16", None, id="date-alone"),
        pytest.param("12 feb 2018", "2018-02-12", None, id="month-abbreviated"),
        pytest.param("5. kesäkuuta 2019", "2019-06-05", None, id="month-named"),
        pytest.param("5.10.2022 09:15:00 EEST", "2022-10-05T09:15", None, id="seconds-and-zone"),
        pytest.param("2022-11-14", "2022-11-14", None, id="iso"),
        pytest.param("Ympäristöministeriö 8.3.2011 10.15", "2011-03-08T10:15", None, id="publisher-first"),
        pytest.param("Utgivningsdatum 31.2.2020 9.00", None, None, id="no-such-day"),
    ],
)
def test_date_lines(line: str, published: str | None, translated: str | None) -> None:
    stamps = read_date_line(line)
    assert stamps is not None
    assert (stamps.published, stamps.translated) == (published, translated)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Haku päättyy 20.4.2021", id="deadline"),
        pytest.param("Haku on avoinna 17.3.-20.4.2021.", id="window"),
        pytest.param("Ansökningstiden går ut 20.4.2021", id="sv-deadline"),
        pytest.param("Hakuaika 1.2.2025 – 31.3.2025", id="labelled-window"),
        pytest.param("Osaamiskeskukset 2021", id="year"),
        pytest.param("20.4.2021 klo 16.15 mennessä", id="deadline-first"),
        pytest.param("", id="empty"),
        pytest.param("Julkaisuajankohta", id="label-alone"),
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "form"),
    [
        pytest.param("Tiedote", "press_release", id="fi"),
        pytest.param("Tiedote 460/2019", "press_release", id="numbered"),
        pytest.param("Pressmeddelande 580/2020", "press_release", id="sv-numbered"),
        pytest.param("Tyyppi:Tiedote", "press_release", id="glued-label"),
        pytest.param("Typ: Nyhet", "news", id="sv-label"),
        pytest.param("Type:Press release", "press_release", id="en-label"),
        pytest.param("Uutinen", "news", id="news"),
        pytest.param("Uutinen hakijoille", None, id="sentence"),
        pytest.param("Aihe:Tiedote", None, id="other-label"),
        pytest.param("Haku", None, id="other-word"),
    ],
)
def test_forms(line: str, form: str | None) -> None:
    assert read_form(line) == form


def test_organisations_may_be_glued_together() -> None:
    assert is_organisation_line("opetus- ja kulttuuriministeriötyö- ja elinkeinoministeriö")
    assert not is_organisation_line("Työ- ja elinkeinoministeriö on myöntänyt avustuksia")


@given(st.dates(min_value=date(1990, 1, 1)), st.times())
def test_a_stamp_is_read_back(day: date, clock: time) -> None:
    line = f"Utgivningsdatum {day.day}.{day.month}.{day.year} {clock.hour}.{clock.minute:02}"
    assert read_date_line(line) == DateLine(f"{day}T{clock:%H:%M}", None, None)


@given(st.text(max_size=400))
def test_any_line_is_survived(line: str) -> None:
    read_date_line(line)
    read_form(line)
    is_organisation_line(line)

"""Dates generated in many forms are read back; whatever the text, mentions are well formed and time stays linear."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.dates import find_dates

FI_MONTHS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
SV_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
FI_WEEKDAYS = "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina".split()
SV_WEEKDAYS = "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen".split()
FI_CLOCKS = ["klo", "kello", "ennen klo", "mennessä klo"]
SV_CLOCKS = ["kl.", "kl", "klockan", "före kl.", "senast kl."]
SV_JOINTS = ["–", " – ", " till ", " t.o.m. ", " till och med den ", " fram till den "]

days = st.dates(date(2005, 1, 1), date(2035, 12, 31))
times = st.one_of(st.none(), st.tuples(st.integers(0, 23), st.one_of(st.none(), st.integers(0, 59))))
dashes = st.sampled_from(["-", "–", "—", "−", " - ", " – ", "– ", " −"])


def finnish(day: date, style: int) -> str:
    weekday = FI_WEEKDAYS[day.weekday()]
    return [
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}.{day.month}. {day.year}",
        f"{day.day}. {FI_MONTHS[day.month - 1]}kuuta {day.year}",
        f"{day.day}. päivänä {FI_MONTHS[day.month - 1]}kuuta {day.year}",
        f"{FI_MONTHS[day.month - 1]}kuun {day.day}. päivänä {day.year}",
        f"{weekday} {day.day}.{day.month}.{day.year}",
        f"{weekday} {day.day}. {FI_MONTHS[day.month - 1]}kuuta {day.year}",
        day.isoformat(),
    ][style]


def swedish(day: date, style: int) -> str:
    weekday = SV_WEEKDAYS[day.weekday()]
    return [
        f"{day.day} {SV_MONTHS[day.month - 1]} {day.year}",
        f"den {day.day} {SV_MONTHS[day.month - 1]} {day.year}",
        f"den {day.day} {SV_MONTHS[day.month - 1]}, {day.year}",
        f"{weekday} den {day.day} {SV_MONTHS[day.month - 1]} {day.year}",
        f"den {day.day}.{day.month}.{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{weekday} {day.day}.{day.month}.{day.year}",
        day.isoformat(),
    ][style]


def clock_text(clock: tuple[int, int | None], word: str, sign: str) -> str:
    hour, minute = clock
    return f" {word} {hour}" if minute is None else f" {word} {hour}{sign}{minute:02}"


def moment(day: date, clock: tuple[int, int | None] | None) -> str:
    return f"{day}T{clock[0]:02}:{clock[1] or 0:02}" if clock else str(day)


@given(
    days,
    st.integers(0, 8),
    times,
    st.sampled_from(["klo", "kello", "ennen klo", "mennessä klo"]),
    st.sampled_from(".:"),
)
def test_finnish_day(day: date, style: int, clock: tuple[int, int | None] | None, word: str, sign: str) -> None:
    printed = finnish(day, style) + (clock_text(clock, word, sign) if clock else "")
    [mention] = find_dates(f"Haku päättyy {printed} tai niin.", "fi")
    assert (mention.kind, mention.last, mention.faults) == ("day", moment(day, clock), ())


@given(
    days,
    st.integers(0, 7),
    times,
    st.sampled_from(["kl.", "kl", "klockan", "före kl.", "senast kl."]),
    st.sampled_from(".:"),
)
def test_swedish_day(day: date, style: int, clock: tuple[int, int | None] | None, word: str, sign: str) -> None:
    printed = swedish(day, style) + (clock_text(clock, word, sign) if clock else "")
    [mention] = find_dates(f"Tiden går ut {printed} eller så.", "sv")
    assert (mention.kind, mention.last, mention.faults) == ("day", moment(day, clock), ())


@given(days, st.integers(1, 700), st.integers(0, 3), dashes)
def test_range_in_figures(first: date, length: int, style: int, dash: str) -> None:
    last = first + timedelta(days=length)
    end = f"{last.day}.{last.month}.{last.year}"
    starts = [
        f"{first.day}.{first.month}.{first.year}",
        f"{first.day}.{first.month}.",
        f"{first.day}.{first.month}",
        f"{first.day}.",
    ]
    shortened = [True, _one_year_at_most(first, last), _one_year_at_most(first, last), _same_month(first, last)]
    style = style if shortened[style] else 0
    [mention] = find_dates(f"Haku on avoinna {starts[style]}{dash}{end}.", "fi")
    assert (mention.kind, mention.first, mention.last) == ("range", str(first), str(last))


@given(
    days,
    st.integers(1, 700),
    st.sampled_from(["–", " – ", " till ", " t.o.m. ", " till och med den ", " fram till den "]),
)
def test_swedish_range(first: date, length: int, joint: str) -> None:
    last = first + timedelta(days=length)
    text = f"Understöd kan sökas fr.o.m. den {swedish(first, 0)}{joint}{swedish(last, 0)}."
    [mention] = find_dates(text, "sv")
    assert (mention.kind, mention.first, mention.last) == ("range", str(first), str(last))


@given(days, st.integers(-90, 200))
def test_missing_year_is_the_nearest(published: date, ahead: int) -> None:
    meant = published + timedelta(days=ahead if ahead >= 0 else ahead // 2)
    [mention] = find_dates(f"viimeistään {meant.day}.{meant.month}.", "fi", str(published))
    assert mention.year_inferred
    if (meant.month, meant.day) != (2, 29):
        assert mention.last == str(meant)


@given(st.integers(2000, 2090), st.integers(1, 9), dashes)
def test_years(first: int, length: int, dash: str) -> None:
    for language, text in (
        ("fi", f"vuosina {first}{dash}{first + length}"),
        ("sv", f"åren {first}{dash}{first + length}"),
    ):
        [mention] = find_dates(text, language)
        assert (mention.kind, mention.first, mention.last) == ("years", f"{first}-01-01", f"{first + length}-12-31")


PIECES = st.sampled_from(
    "1 2 12 31 2021 2024 20 . . . , : ; - – / ( ) klo kl. kello den fr.o.m. t.o.m. till och ja mennessä asti alkaen "
    "maaliskuun loppuun mars april huhtikuuta vuosina åren ma tiistaina utgången av tänään i dag 16.15 1.3. \n %".split(
        " "
    )
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=40), st.sampled_from(["fi", "sv", "en", "de"]))
def test_mentions_are_well_formed(pieces: list[tuple[str, str]], language: str) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    end = 0
    for mention in find_dates(text, language, "2021-03-17T10:00"):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= end
        end = mention.end
        for value in (mention.first, mention.last):
            assert value is None or date.fromisoformat(value[:10])


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for mention in find_dates(text, "sv", "2021-03-17"):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("1.", id="figures"),
        pytest.param("1.1.2021–2.2.2022, ", id="ranges"),
        pytest.param("29.10.20 ja ", id="budget-items"),
        pytest.param("vuosina 2024, 2025 ja ", id="lists-of-years"),
        pytest.param("klo 1–", id="hours"),
        pytest.param("maaliskuun ", id="months"),
        pytest.param("1-", id="dashes"),
        pytest.param("a", id="one-word"),
    ],
)
def test_time_is_linear(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    started = time.process_time()
    find_dates(text, "fi", "2021-03-17")
    # generous: the slowest of these takes 1.6 s where a quadratic one would take minutes
    assert time.process_time() - started < 8


def _one_year_at_most(first: date, last: date) -> bool:
    return first.year == last.year or (
        last.year == first.year + 1 and (first.month, first.day) > (last.month, last.day)
    )


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)

"""One day as printed, with weekday and time of day: "tiistaina 20.4.", "den 3:e april 2021 kl. 15", "tänään"."""

from __future__ import annotations

from msgspec.structs import replace

from parsers.dates.clock import clock_after, read_clock, skip_links
from parsers.dates.drafts import Day
from parsers.dates.figures import FIRST_LONG_YEAR, is_inside_number, plausible_year, read_figures
from parsers.dates.tokens import Stream
from parsers.dates.words import Case, Words


def read_day(stream: Stream, words: Words, position: int) -> Day | None:
    """Return the day that begins at `position`, with weekday and time of day where they are printed, else None."""
    clock = read_clock(stream, words, position)
    if clock is None:
        day = _day_with_weekday(stream, words, position)
        return day and (day if day.clock else clock_after(stream, words, day))
    for start in skip_links(stream, words, clock.end):
        day = _day_with_weekday(stream, words, start)
        if day:
            return replace(day, begin=position, clock=clock)
    return None


def is_licensed(stream: Stream, words: Words, day: Day) -> bool:
    """Return whether the company of "17.3" makes it a date: a weekday, an article, a time of day or a date's word."""
    if day.weekday is not None or day.clock is not None or words.at(stream, day.begin, "day.articles"):
        return True
    if words.before(stream, day.begin, "licence.before", "edges.from_before", "edges.until_before"):
        return True
    return words.at(stream, day.end, "edges.from_after", "edges.until_after") is not None


def _day_with_weekday(stream: Stream, words: Words, position: int) -> Day | None:
    weekday, case, start = _weekday(stream, words, position)
    start = words.at(stream, start, "day.articles") or start
    day = _plain_day(stream, words, start)
    if day is None:
        return None
    in_brackets, end = _weekday_in_brackets(stream, words, day.end)
    weekday = in_brackets if weekday is None else weekday
    return replace(day, begin=position, end=end, weekday=weekday, case=day.case if case == "plain" else case)


def _weekday(stream: Stream, words: Words, position: int) -> tuple[int | None, Case, int]:
    found = words.weekdays.get(stream.word(position))
    if found is None:
        return None, "plain", position
    end = position + 1
    return found[0], found[1], end + 1 if stream.word(end) in (",", ".") else end


def _weekday_in_brackets(stream: Stream, words: Words, position: int) -> tuple[int | None, int]:
    """Read the end of "20.4.2021 (tiistai)"."""
    found = words.weekdays.get(stream.word(position + 1))
    if found and stream.word(position) == "(" and stream.word(position + 2) == ")":
        return found[0], position + 3
    return None, position


def _plain_day(stream: Stream, words: Words, position: int) -> Day | None:
    if stream[position].number:
        return read_figures(stream, words, position) or _day_and_month(stream, words, position)
    return _month_and_day(stream, words, position) or _relative(stream, words, position)


def _relative(stream: Stream, words: Words, position: int) -> Day | None:
    for shift, phrases in words.relative:
        end = phrases.at(stream, position)
        if end:
            return Day(position, end, shift=shift)
    return None


def _day_and_month(stream: Stream, words: Words, position: int) -> Day | None:
    """Read "17 mars", "3:e april", "20th of April", "3. päivänä helmikuuta", "1. maaliskuuta 2022"."""
    day = stream.digits(position, (1, 2))
    if day is None or is_inside_number(stream, position):
        return None
    case, at = _after_ordinal(stream, words, position + 1)
    at = words.at(stream, at, "day.of") or at
    month = words.months.get(stream.word(at))
    if month is None:
        return None
    end = at + 2 if stream.sign(at + 1, ".") and _is_abbreviation(words, stream.word(at)) else at + 1
    year, end = _long_year(stream, words, end)
    return Day(position, end, day=day, month=month[0], year=year, case=month[1] if case == "plain" else case)


def _is_abbreviation(words: Words, month: str) -> bool:
    return month not in words.month_stems and len(month) <= 5


def _after_ordinal(stream: Stream, words: Words, position: int) -> tuple[Case, int]:
    """Return the position after what makes a number an ordinal, and what a word for "day" says by its case."""
    if stream.sign(position, "."):
        position += 1
    elif stream.sign(position, ":") and words.phrases["day.ordinal_endings"].at(stream, position + 1):
        position += 2
    elif stream.glued(position) and words.phrases["day.ordinal_endings"].at(stream, position):
        position += 1
    case = words.day_words.get(stream.word(position))
    if case is None:
        return "plain", position
    return case, position + 2 if stream.sign(position + 1, ".") else position + 1


def _long_year(stream: Stream, words: Words, position: int) -> tuple[int | None, int]:
    """Read the year after a long date, past a comma or "vuonna", "år"; else return `position` as it was."""
    at = position + 1 if stream.word(position) == "," else position
    at = words.at(stream, at, "years.before_year") or at
    year = plausible_year(stream, words, at, FIRST_LONG_YEAR)
    return (year, at + 1) if year is not None else (None, position)


def _month_and_day(stream: Stream, words: Words, position: int) -> Day | None:
    """Read "helmikuun 3. päivänä 2022" and "April 20, 2021"."""
    month = words.months.get(stream.word(position))
    day = stream.digits(position + 1, (1, 2))
    if month is None or day is None:
        return None
    case, end = _after_ordinal(stream, words, position + 2)
    year, after_year = _long_year(stream, words, end)
    named_day = end > position + 2 and stream[end - 1].text != "." and words.day_words
    if not named_day and (year is None or stream.word(end) != ","):
        return None
    return Day(position, after_year, day=day, month=month[0], year=year, case=case)

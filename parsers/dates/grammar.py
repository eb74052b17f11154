"""The grammar's top: at a token, a range of days, a day, a month, a year or a time of day, whichever is longest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from parsers.dates.clock import read_clock
from parsers.dates.days import is_licensed, read_day
from parsers.dates.drafts import Day, Draft
from parsers.dates.figures import is_inside_number
from parsers.dates.spans import is_pair, read_span
from parsers.dates.tokens import DASHES, Stream
from parsers.dates.words import Words

# A mention begins with a day, a month or a year.
_YEAR_DIGITS = 4
_BEGINNING_DIGITS = (1, 2, _YEAR_DIGITS)


def openings(stream: Stream, words: Words) -> Iterator[int]:
    """Yield the positions at which a mention may begin: few of a text's words can."""
    for position, token in enumerate(stream.part(0, len(stream))):
        if _may_open(stream, position) if token.number else token.text in words.starters:
            yield position


def _may_open(stream: Stream, position: int) -> bool:
    """Return whether the number at `position` can be a day, a month or a year; telephone numbers have "0295"."""
    digits = stream.word(position)
    if len(digits) not in _BEGINNING_DIGITS or (len(digits) == _YEAR_DIGITS and digits[0] == "0"):
        return False
    return not is_inside_number(stream, position)


def read_mention(stream: Stream, words: Words, position: int) -> Draft | None:
    """Return the mention that begins at token `position`, one of the `openings`, else None."""
    return (
        _days(stream, words, position)
        or _day_numbers(stream, words, position)
        or read_span(stream, words, position)
        or _time(stream, words, position)
    )


def _days(stream: Stream, words: Words, position: int) -> Draft | None:
    first = read_day(stream, words, position)
    if first is None:
        return None
    last = _last_day(stream, words, first)
    if last and not (first.bare and last.bare and not _one_licensed(stream, words, first, last)):
        return Draft("range", position, last.end, first, last)
    if first.bare and not is_licensed(stream, words, first):
        return None
    return Draft("day", position, first.end, first)


def _one_licensed(stream: Stream, words: Words, first: Day, last: Day) -> bool:
    return is_licensed(stream, words, first) or is_licensed(stream, words, last)


def _last_day(stream: Stream, words: Words, first: Day) -> Day | None:
    """Return the day that ends a range begun by `first`."""
    for at in (stream.dash(first.end), words.at(stream, first.end, "range.words")):
        last = read_day(stream, words, at) if at is not None else None
        if last:
            return last
    return (
        _after_pair_word(stream, words, first)
        or _after_open_word(stream, words, first)
        or _after_case(stream, words, first)
        or _after_space(stream, words, first)
    )


def _after_pair_word(stream: Stream, words: Words, first: Day) -> Day | None:
    """Read "mellan den 1 mars och den 30 april", "1.3. ja 30.4. välisenä aikana"."""
    at = words.at(stream, first.end, "range.pair_words")
    last = read_day(stream, words, at) if at is not None else None
    return last if last and is_pair(stream, words, first, last) else None


def _after_open_word(stream: Stream, words: Words, first: Day) -> Day | None:
    """Read "17.3.2021 alkaen 20.4.2021 asti"."""
    at = words.at(stream, first.end, "range.open_words")
    last = read_day(stream, words, at) if at is not None else None
    return last if last and words.at(stream, last.end, "edges.until_after") else None


def _after_case(stream: Stream, words: Words, first: Day) -> Day | None:
    """Read "maanantaista 3. helmikuuta perjantaihin 28. helmikuuta"."""
    last = read_day(stream, words, first.end) if first.case == "from" else None
    return last if last and last.case == "until" else None


def _after_space(stream: Stream, words: Words, first: Day) -> Day | None:
    """Read "30.4. 14.5.2020", whose dash was lost."""
    if not stream[first.end].number or first.year is not None or first.bare or first.clock:
        return None
    if "\n" in stream.text[stream[first.end - 1].end : stream[first.end].start]:
        return None
    last = read_day(stream, words, first.end)
    if last is None or last.year is None or last.month is None or first.month is None:
        return None
    return last


def _day_numbers(stream: Stream, words: Words, position: int) -> Draft | None:
    """Read "1.–30.9.2025", "den 1–30 september", "från den 1 till den 30 april": the second day has the month."""
    start = words.at(stream, position, "day.articles") or position
    day = stream.digits(start, (1, 2))
    if day is None or is_inside_number(stream, start) or stream.word(start - 1) in DASHES:
        return None
    dotted = stream.sign(start + 1, ".")
    at = _after_day_number(stream, words, position, start + 2 if dotted else start + 1)
    last = read_day(stream, words, at) if at is not None else None
    if last is None or last.day is None or not 1 <= day < last.day:
        return None
    if last.bare and not (dotted or is_licensed(stream, words, last)):
        return None
    first = Day(position, start + 1, day=day, month=last.month, year=last.year)
    return Draft("range", position, last.end, first, replace(last, bare=False))


def _after_day_number(stream: Stream, words: Words, begin: int, end: int) -> int | None:
    dash = stream.dash(end)
    if dash is not None:
        return dash if stream[dash].number else None
    if words.before(stream, begin, "range.pair_before"):
        return words.at(stream, end, "range.pair_words")
    return words.at(stream, end, "range.words") if words.before(stream, begin, "edges.from_before") else None


def _time(stream: Stream, words: Words, position: int) -> Draft | None:
    clock = read_clock(stream, words, position)
    return Draft("time", position, clock.end, Day(position, clock.end, clock=clock)) if clock else None

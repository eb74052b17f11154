"""Months and years: "huhtikuun 2023 loppuun", "i slutet av mars", "tammi–kesäkuussa", "vuosina 2024–2027", "9/2023"."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from parsers.dates.drafts import Day, Draft
from parsers.dates.figures import FIRST_LONG_YEAR, goes_on, is_inside_number, plausible_year
from parsers.dates.mention import Part
from parsers.dates.tokens import Stream
from parsers.dates.words import Words

# No grant and no programme lasts longer.
_LONGEST_YEARS = 40
_PARTS: tuple[Part, ...] = ("end", "start", "middle")
# A single year is one only after a word for it.
_YEAR_WORDS = ("plain", "seasons", "plural", "from", "until")


def read_span(stream: Stream, words: Words, position: int) -> Draft | None:
    """Return the month, year or span of them that begins at `position`, else None."""
    if stream[position].number:
        return _months(stream, words, position) or _years(stream, words, position)
    return _months(stream, words, position) or _year_end(stream, words, position)


def _months(stream: Stream, words: Words, position: int) -> Draft | None:
    first = _month(stream, words, position) or _stem(stream, words, position)
    if first is None:
        return None
    last = _second_month(stream, words, first)
    if last:
        return Draft("months", position, last.end, first, last)
    if first.bare:
        return None
    part, begin, end = _part(stream, words, first)
    if _is_common_word(stream, words, first, part):
        return None
    return Draft("month", begin, end, replace(first, end=end), part=part)


def _second_month(stream: Stream, words: Words, first: Day) -> Day | None:
    at = stream.dash(first.end)
    if at is None and not first.bare:
        at = words.at(stream, first.end, "range.words")
    if at is not None:
        return _month(stream, words, at)
    paired = words.at(stream, first.end, "range.pair_words")
    if paired is not None and not first.bare:
        last = _month(stream, words, paired)
        return last if last and is_pair(stream, words, first, last) else None
    last = _month(stream, words, first.end) if first.case == "from" else None
    return last if last and last.case == "until" else None


def is_pair(stream: Stream, words: Words, first: Day, last: Day) -> bool:
    """Return whether two ends joined by "ja" or "och" are a range: "mellan … och …", "… ja … välisenä aikana"."""
    if words.before(stream, first.begin, "range.pair_before"):
        return True
    return words.at(stream, last.end, "range.pair_after") is not None


def _month(stream: Stream, words: Words, position: int) -> Day | None:
    """Read a month by its name, with its year before or after it, or in figures."""
    if stream[position].number:
        return _figure_month(stream, words, position) or _year_then_month(stream, words, position)
    month = words.months.get(stream.word(position))
    if month is None:
        return None
    at = words.at(stream, position + 1, "years.before_year") or position + 1
    year = plausible_year(stream, words, at, FIRST_LONG_YEAR)
    return Day(position, position + 1 if year is None else at + 1, month=month[0], year=year, case=month[1])


def _year_then_month(stream: Stream, words: Words, position: int) -> Day | None:
    """Read "vuoden 2016 maaliskuun"."""
    year = plausible_year(stream, words, position)
    month = words.months.get(stream.word(position + 1))
    if year is None or month is None or not words.before(stream, position, "years.plain"):
        return None
    return Day(position, position + 2, month=month[0], year=year, case=month[1])


def _figure_month(stream: Stream, words: Words, position: int) -> Day | None:
    """Read 9/2023, but no law, bill or case: "laki 9/2010", "HE 5/2021", "VN/5/2022"."""
    month, year = stream.digits(position, (1, 2)), stream.digits(position + 2, (4,))
    if month is None or year is None or not (1 <= month <= 12 and 1990 <= year <= 2099):
        return None
    if not stream.sign(position + 1, "/") or not stream.glued(position + 2) or goes_on(stream, position + 3):
        return None
    before = stream[position - 1]
    if is_inside_number(stream, position) or (stream.glued(position) and before.text not in "(–-"):
        return None
    if words.before(stream, position, "not_dates.registers") or stream.text[before.start : before.end].isupper():
        return None
    return Day(position, position + 3, month=month, year=year)


def _stem(stream: Stream, words: Words, position: int) -> Day | None:
    """Read the first half of "tammi–kesäkuussa"."""
    month = words.month_stems.get(stream.word(position))
    if month is None or stream.word(position) in words.months or not stream.glued(position + 1):
        return None
    return Day(position, position + 1, month=month, bare=True)


class _Part(NamedTuple):
    """Which end of a month or year is meant, and how far the words that say so reach."""

    part: Part | None
    begin: int
    end: int


def _part(stream: Stream, words: Words, span: Day) -> _Part:
    begin = span.begin
    if span.month is None:
        # "utgången av år 2023"
        year_word = words.phrases["years.plain"].before(stream, begin)
        begin = begin if year_word is None or not _is_said_before(stream, words, year_word) else year_word
    for part in _PARTS:
        end = words.at(stream, span.end, f"parts.{part}_after")
        if end:
            return _Part(part, span.begin, end)
        start = words.phrases[f"parts.{part}_before"].before(stream, begin)
        if start is not None:
            return _Part(_unless_vague(stream, words, part, start), start, span.end)
    season = span.month is None and words.before(stream, span.begin, "years.seasons")
    return _Part("middle" if season else None, span.begin, span.end)


def _unless_vague(stream: Stream, words: Words, part: Part, start: int) -> Part:
    """Return `part`, but "middle" for "i början av mars", which names no day."""
    return "middle" if part == "start" and words.before(stream, start, "parts.vague") else part


def _is_said_before(stream: Stream, words: Words, position: int) -> bool:
    return words.before(stream, position, *(f"parts.{part}_before" for part in _PARTS))


def _is_common_word(stream: Stream, words: Words, month: Day, part: Part | None) -> bool:
    """Return whether this is more likely the English "may" or "march" than a month."""
    alone = month.year is None and part is None
    return alone and stream.word(month.begin) in words.phrases["not_dates.common"]


def _years(stream: Stream, words: Words, position: int) -> Draft | None:
    school = words.before(stream, position, "years.school")
    year = stream.digits(position, (4,)) if school else plausible_year(stream, words, position)
    if year is None:
        return None
    first = Day(position, position + 1, year=year)
    last = _year_after_dash(stream, words, first, "/" if school else "") or _year_after_word(stream, words, first)
    if last:
        return Draft("school_years" if school else "years", position, last.end, first, last)
    return None if school else _year(stream, words, first)


def _year(stream: Stream, words: Words, year: Day) -> Draft | None:
    part, begin, end = _part(stream, words, year)
    said = begin < year.begin or words.before(stream, year.begin, *(f"years.{key}" for key in _YEAR_WORDS))
    return Draft("year", begin, end, replace(year, end=end), part=part) if said else None


def _year_after_dash(stream: Stream, words: Words, first: Day, slash: str) -> Day | None:
    """Read the end of "2024–2027", "2024-27" and, of school years, "2022/2023"."""
    assert first.year is not None
    at = stream.dash(first.end) or (first.end + 1 if slash and stream.sign(first.end, slash) else None)
    if at is None:
        return None
    last = plausible_year(stream, words, at) or (stream.digits(at, (4,)) if slash else None)
    short = stream.digits(at, (2,)) if stream.glued(at) and stream.glued(at - 1) else None
    if last is None and short is not None and not (stream.sign(at + 1, ".-–") and stream.glued(at + 2)):
        last = first.year // 100 * 100 + short
    return _later_year(first, last, at)


def _year_after_word(stream: Stream, words: Words, first: Day) -> Day | None:
    """Read the end of "vuodesta 2024 vuoteen 2027", "från 2024 till 2027", "vuosina 2024, 2025 ja 2026"."""
    assert first.year is not None
    if words.before(stream, first.begin, "years.from"):
        at = words.at(stream, first.end, "years.until", "range.words")
        at = at and (words.at(stream, at, "years.plain") or at)
        return _later_year(first, plausible_year(stream, words, at), at) if at else None
    at = words.at(stream, first.end, "range.pair_words")
    last = _later_year(first, plausible_year(stream, words, at), at) if at else None
    if last and is_pair(stream, words, first, last):
        return last
    listed = words.before(stream, first.begin, "years.plural", "years.plain")
    return _last_listed(stream, words, first) if listed else None


def _last_listed(stream: Stream, words: Words, first: Day) -> Day | None:
    """Return the last of consecutive years: "2024, 2025 ja 2026"."""
    last = first
    while True:
        comma = last.end + 1 if stream.word(last.end) == "," else None
        at = words.at(stream, last.end, "years.and") or comma
        year = plausible_year(stream, words, at) if at is not None else None
        if at is None or year is None or last.year is None or year != last.year + 1:
            break
        last = Day(at, at + 1, year=year)
    return last if last is not first else None


def _later_year(first: Day, year: int | None, at: int) -> Day | None:
    if year is None or first.year is None or not first.year < year <= first.year + _LONGEST_YEARS:
        return None
    return Day(at, at + 1, year=year)


def _year_end(stream: Stream, words: Words, position: int) -> Draft | None:
    """Read "vuoden loppuun", "årets slut": the end of the year of publication."""
    end = words.at(stream, position, "parts.year_end")
    return Draft("year", position, end, Day(position, end), part="end") if end else None

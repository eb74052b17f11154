"""Days in figures: "17.3.2021", "17.3.", "17. 3. 2021", "20.4.21", "17/3/2021", "2021-04-20T16:15"."""

from __future__ import annotations

from msgspec.structs import replace

from parsers.dates.drafts import Clock, Day
from parsers.dates.tokens import Stream
from parsers.dates.words import Words

_ONE_OR_TWO = (1, 2)
_MOST_JOINED = 4
_MOST_NUMBER_TOKENS = 8
# Two figures below this are a year of this century.
_CENTURY_TURNS = 70
# Of a year alone; a long date may lie further back.
_FIRST_YEAR = 1900
FIRST_LONG_YEAR = 1500


def read_figures(stream: Stream, words: Words, position: int) -> Day | None:
    """Return the day in figures that begins at `position`, else None."""
    if is_inside_number(stream, position):
        return None
    return _iso(stream, position) or _dotted(stream, words, position) or _slashed(stream, position)


def plausible_year(stream: Stream, words: Words, position: int, earliest: int = _FIRST_YEAR) -> int | None:
    """Return the four-figure year at `position`, unless it counts something ("2000 euroa") or is part of a number."""
    year = stream.digits(position, (4,))
    if year is None or not earliest <= year <= 2099 or is_inside_number(stream, position):
        return None
    following = stream.word(position + 1)
    counted = following in ("€", "%") or following in words.phrases["not_dates.counted"]
    return None if counted or goes_on(stream, position + 1) or _is_decade(stream, position + 1) else year


def _is_decade(stream: Stream, position: int) -> bool:
    """Tell "1990-luvulla" and "1990-talet"."""
    return stream.sign(position, "-") and stream.glued(position + 1) and stream.word(position + 1).isalpha()


def is_inside_number(stream: Stream, position: int) -> bool:
    """Return whether the number at `position` goes on from what stands before it: "33.20.50", "VN/5521/2022"."""
    if not stream.glued(position):
        return False
    before = stream[position - 1]
    if before.text in (".", ",", ":"):
        return stream[position - 2].number and stream.glued(position - 1)
    return before.number or before.text in ("/", "_", "§")


def goes_on(stream: Stream, position: int) -> bool:
    """Return whether a comma, slash or per cent sign makes a mere number of what stands before `position`."""
    if stream.word(position) == "%":
        return True
    return stream.sign(position, ",/") and stream.glued(position + 1) and stream[position + 1].number


def _iso(stream: Stream, position: int) -> Day | None:
    year, month, day = (stream.digits(position + 2 * i, (size,)) for i, size in enumerate((4, 2, 2)))
    if year is None or month is None or day is None or not 1900 <= year <= 2099:
        return None
    if not all(stream.sign(position + i, "-") and stream.glued(position + i + 1) for i in (1, 3)):
        return None
    end = position + 5
    if stream.sign(end, "-") and stream[end + 1].number:
        return None
    return _iso_clock(stream, Day(position, end, day=day, month=month, year=year))


def _iso_clock(stream: Stream, day: Day) -> Day:
    hour, minute = stream.digits(day.end + 1, (2,)), stream.digits(day.end + 3, (2,))
    if not stream.sign(day.end, "t") or hour is None or minute is None or hour > 23 or minute > 59:
        return day
    return replace(day, end=day.end + 4, clock=Clock(hour, minute, day.end + 4))


def _dotted(stream: Stream, words: Words, position: int) -> Day | None:
    day = stream.digits(position, _ONE_OR_TWO)
    if day is None or not stream.sign(position + 1, "."):
        return None
    month = stream.digits(position + 2, _ONE_OR_TWO)
    if month is None:
        return _glued_year(stream, position, day) if stream.glued(position + 2) else None
    found = _with_year(stream, words, Day(position, position + 3, day=day, month=month))
    return found if found and _is_real(stream, words, found) else None


def _glued_year(stream: Stream, position: int, day: int) -> Day | None:
    """Read "31.122023", which lacks a full stop."""
    figures = stream[position + 2].text
    if stream.digits(position + 2, (5, 6)) is None:
        return None
    month, year = int(figures[:-4]), int(figures[-4:])
    possible = 1 <= day <= 31 and 1 <= month <= 12 and 1990 <= year <= 2099
    return Day(position, position + 3, day=day, month=month, year=year) if possible else None


def _with_year(stream: Stream, words: Words, day: Day) -> Day | None:
    dotted = stream.sign(day.end, ".")
    at = day.end + 1 if dotted else day.end
    if dotted and stream[at].number and stream.glued(at):
        return _with_glued_year(stream, replace(day, end=at))
    year = plausible_year(stream, words, at) if stream[at].gap else None
    if year is not None:
        return replace(day, end=at + 1, year=year)
    return replace(day, end=at, bare=not dotted)


def _with_glued_year(stream: Stream, day: Day) -> Day | None:
    """Read the year at ``day.end``: four figures, two, or by a slip of the pen three."""
    figures = stream[day.end].text
    after = day.end + 1
    if goes_on(stream, after) or (stream.sign(after, ".") and stream.glued(after + 1) and stream[after + 1].number):
        return None
    if len(figures) == 3:
        return replace(day, end=after, truncated=True)
    year = int(figures) if figures.isdecimal() and len(figures) in (2, 4) else 0
    if len(figures) == 2:
        year += 2000 if year < _CENTURY_TURNS else 1900
    return replace(day, end=after, year=year) if 1900 <= year <= 2099 else None


def _is_real(stream: Stream, words: Words, day: Day) -> bool:
    """Return whether this is meant as a date: with four figures of a year always, else within bounds."""
    assert day.day is not None and day.month is not None
    if day.year is not None and stream[day.end - 1].number and len(stream.word(day.end - 1)) == 4:
        return day.day <= 39 and day.month <= 19
    spaced = stream[day.begin + 2].gap
    if spaced or not (1 <= day.day <= 31 and 1 <= day.month <= 12) or goes_on(stream, day.end):
        return False
    return not _is_numbering(stream, words, day.begin)


def _is_numbering(stream: Stream, words: Words, position: int) -> bool:
    """Return whether a word makes this a budget item or section: "momentit 29.10.20 ja 29.10.30", "luku 3.2."."""
    for _ in range(_MOST_JOINED):
        if words.before(stream, position, "not_dates.numbering"):
            return True
        joint = words.phrases["not_dates.joints"].before(stream, position)
        if joint is None and stream.word(position - 1) == ",":
            joint = position - 1
        start = _number_before(stream, joint) if joint is not None else None
        if start is None:
            return False
        position = start
    return False


def _number_before(stream: Stream, position: int) -> int | None:
    start = position
    while position - start < _MOST_NUMBER_TOKENS and (stream[start - 1].number or stream.word(start - 1) == "."):
        start -= 1
    return start if start < position else None


def _slashed(stream: Stream, position: int) -> Day | None:
    """Read 17/3/2021."""
    day, month, year = (stream.digits(position + 2 * i, sizes) for i, sizes in enumerate(((1, 2), (1, 2), (4,))))
    if day is None or month is None or year is None or not 1900 <= year <= 2099:
        return None
    if not all(stream.sign(position + i, "/") and stream.glued(position + i + 1) for i in (1, 3)):
        return None
    if stream.sign(position + 5, "/") or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Day(position, position + 5, day=day, month=month, year=year)

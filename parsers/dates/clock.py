"""The time of day: "klo 16.15", "kello 16", "kl. 13–15", "at 4.15 pm", and how it hangs on a date."""

from __future__ import annotations

from msgspec.structs import replace

from parsers.dates.drafts import Clock, Day
from parsers.dates.tokens import Stream
from parsers.dates.words import Words

_MOST_LINKS = 3


def read_clock(stream: Stream, words: Words, position: int) -> Clock | None:
    """Return the time of day whose word ("klo", "kl.") stands at `position`, else None."""
    start = words.at(stream, position, "clock.words")
    if start is not None:
        clock = _hour_and_minute(stream, words, start + 1 if stream.word(start) == "?" else start)
        return clock and _with_span(stream, words, clock)
    start = words.at(stream, position, "clock.unsure_words")
    clock = _hour_and_minute(stream, words, start) if start is not None else None
    # "by 4 pm", "by 16.15", but not "by 20 April"
    return clock if clock and start is not None and clock.end > start + 1 else None


def clock_after(stream: Stream, words: Words, day: Day) -> Day:
    """Return `day` with the time of day that follows it, if one does: "20.4.2021 mennessä klo 16.15"."""
    position: int | None = day.end
    for _ in range(_MOST_LINKS + 1):
        if position is None:
            break
        clock = read_clock(stream, words, position)
        if clock:
            return replace(day, clock=clock, end=clock.end)
        position = _after_link(stream, words, position)
    return _with_plain_clock(stream, words, day)


def skip_links(stream: Stream, words: Words, position: int) -> list[int]:
    """Return the positions, nearest first, that are reached by stepping over words between a time and a date."""
    reached = [position]
    for _ in range(_MOST_LINKS):
        following = _after_link(stream, words, reached[-1])
        if following is None:
            break
        reached.append(following)
    return reached


def _after_link(stream: Stream, words: Words, position: int) -> int | None:
    # "20.4.2021?klo" is a no-break space that was lost
    if stream.word(position) in (",", "(", "?", ")"):
        return position + 1
    return words.at(stream, position, "clock.links")


def _hour_and_minute(stream: Stream, words: Words, position: int) -> Clock | None:
    hour = stream.digits(position, (1, 2))
    if hour is None:
        # "kello kuusitoista", "klockan sexton"
        named = words.hours.get(stream.word(position))
        return None if named is None else _half_of_day(stream, words, Clock(named, 0, position + 1))
    if hour > 24:
        return None
    minute, end = 0, position + 1
    if stream.sign(end, ".:") and stream.glued(end + 1) and stream[end + 1].number:
        printed = stream.digits(end + 1, (2,))
        if printed is None or printed > 59:
            return None
        minute, end = printed, end + 2
    if hour == 24 and minute:
        return None
    return _half_of_day(stream, words, Clock(hour, minute, end))


def _half_of_day(stream: Stream, words: Words, clock: Clock) -> Clock:
    afternoon = words.at(stream, clock.end, "clock.afternoon")
    if afternoon and clock.hour <= 12:
        return replace(clock, hour=clock.hour % 12 + 12, end=afternoon)
    morning = words.at(stream, clock.end, "clock.morning")
    return replace(clock, hour=clock.hour % 12, end=morning) if morning and clock.hour <= 12 else clock


def _with_span(stream: Stream, words: Words, clock: Clock) -> Clock:
    """Read on over a second hour: "klo 9–15", but not into a date: "klo 8–30.9.2025"."""
    second = stream.dash(clock.end)
    if second is None or _is_date(stream, second):
        return clock
    end = _hour_and_minute(stream, words, words.at(stream, second, "clock.words") or second)
    return replace(clock, span=True, end=end.end) if end else clock


def _is_date(stream: Stream, position: int) -> bool:
    """Tell "30.9.2025" and "30.9." from an hour: a second number, and then a third or a full stop within the line."""
    if not (stream.digits(position, (1, 2)) and stream.sign(position + 1, ".") and stream.glued(position + 2)):
        return False
    month = stream.digits(position + 2, (1, 2))
    return month is not None and 0 < month <= 12 and stream.sign(position + 3, ".") and stream.glued(position + 4)


def _with_plain_clock(stream: Stream, words: Words, day: Day) -> Day:
    """Read a time without its word after a full date, as tables and date lines have it: "20.4.2021 16.15"."""
    at = day.end
    if day.year is None or stream.digits(at, (2,)) is None or not stream.sign(at + 1, ".:"):
        return day
    if stream.digits(at + 2, (2,)) is None or (stream.sign(at + 3, ".:") and stream[at + 4].number):
        return day
    clock = _hour_and_minute(stream, words, at)
    return replace(day, clock=clock, end=clock.end) if clock and stream[at].gap else day

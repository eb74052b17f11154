"""Rules on what was read: do the pages of a source still say what they used to say?

A parser that has stopped matching shows in the first run after a redesign: every page of the source has changed, and a
field that they all had is gone. Where only some pages are new, the share that lacks a field must be beyond chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from crawler.outcomes import NO_LANGUAGE
from crawler.watch.floors import fill_floor
from crawler.watch.history import History, alarms_of
from crawler.watch.model import PAGE, Alarm, Code, Fill, Run
from crawler.watch.statistics import bounds, is_lower
from crawler.watch.verdicts import Verdict

_READING = frozenset({Code.MISSING, Code.REDESIGN, Code.UNREADABLE})
# Every page states these; what else it states depends on what it is about.
_ALWAYS = frozenset({PAGE, "title", "published", "blocks"})
_COUNTED_PER_RELEASE = "title"
_ENOUGH_BEFORE = 10
_ALL = 0.9
_NONE = Fill(source="", field="", filled=0, releases=0)


@dataclass(frozen=True, slots=True)
class Rates:
    """What was read from the pages captured in some time: `fields`, and by source how many pages could not be read."""

    fields: tuple[Fill, ...] = ()
    unread: Mapping[str, int] | None = None

    def rows(self, source: str) -> list[Fill]:
        """Return the rates of a source, `PAGE` last."""
        rows = [fill for fill in self.fields if fill.source == source]
        read = sum(fill.releases for fill in rows if fill.field == _COUNTED_PER_RELEASE)
        unread = (self.unread or {}).get(source, 0)
        return [*rows, Fill(source=source, field=PAGE, filled=read, releases=read + unread)]


def compared(run: Run, source: str, now: Rates, before: Iterable[Fill]) -> Iterator[Fill]:
    """Yield the rates of a source, each beside the one that it is judged by, which `before` holds."""
    known = {fill.key: fill for fill in before}
    for fill in now.rows(source):
        fill = _with_pages_ignored(fill, run) if fill.field == PAGE else fill
        old = known.get(fill.key, _NONE)
        if fill.releases:
            yield msgspec.structs.replace(fill, filled_before=old.filled, releases_before=old.releases)


def kept_before(fill: Iterable[Fill]) -> list[Fill]:
    """Return the rates that those of an earlier run were judged by."""
    return [msgspec.structs.replace(each, filled=each.filled_before, releases=each.releases_before) for each in fill]


def judge_readings(run: Run, source: str, history: History) -> Iterator[Verdict]:
    """Yield what the rates of a source say; nothing where too few pages were read."""
    last = history.last(source)
    redesigned = {
        (alarm.language, alarm.field)
        for alarm in (alarms_of(last, source) if last else ())
        if alarm.code is Code.REDESIGN
    }
    for fill in run.fill:
        if fill.source != source or fill.releases < _fewest(fill):
            continue
        at_once = (fill.language, fill.field) in redesigned or _changed_at_once(run, fill)
        yield _verdict(fill, _alarm(fill, at_once, run.start))


def _with_pages_ignored(fill: Fill, run: Run) -> Fill:
    """Where pages were fetched and none of them was taken for a page to read, that is no better than a fault."""
    fetched = sum(counts.new + counts.changed for counts in run.of(fill.source))
    if fill.releases or run.arguments.of or fetched < _fewest(fill):
        return fill
    return Fill(source=fill.source, field=fill.field, filled=0, releases=fetched)


def _changed_at_once(run: Run, fill: Fill) -> bool:
    counts = run.of(fill.source, None if fill.language == NO_LANGUAGE else fill.language)
    changed = sum(each.changed for each in counts)
    known = changed + sum(each.unchanged for each in counts)
    return changed >= 2 and changed >= _ALL * known


def _verdict(fill: Fill, alarm: Alarm | None) -> Verdict:
    return Verdict(codes=_READING, source=fill.source, language=fill.language, field=fill.field, alarm=alarm)


def _alarm(fill: Fill, at_once: bool, start: str) -> Alarm | None:
    if at_once and _is_halved(fill):
        return _raised(Code.REDESIGN, fill, fill.rate_before, start)
    code = Code.UNREADABLE if fill.field == PAGE else Code.MISSING
    if _has_fallen(fill):
        return _raised(code, fill, fill.rate_before, start)
    floor = fill_floor(fill.source, fill.field)
    if fill.releases_before < _ENOUGH_BEFORE and bounds(fill.filled, fill.releases)[1] < floor:
        return _raised(code, fill, floor, start)
    return None


def _is_halved(fill: Fill) -> bool:
    return fill.releases_before >= _fewest(fill) and fill.rate <= fill.rate_before / 2 and fill.rate_before > 0.3


def _has_fallen(fill: Fill) -> bool:
    """Beyond chance, and so far that it matters: what pages are about changes with the season."""
    always = fill.field in _ALWAYS
    enough, share = (3, 0.8) if always else (20, 0.5)
    if fill.releases < enough or fill.rate >= share * fill.rate_before:
        return False
    return is_lower(fill.filled, fill.releases, fill.filled_before, fill.releases_before)


def _fewest(fill: Fill) -> int:
    return 2 if fill.field in _ALWAYS else 5


def _raised(code: Code, fill: Fill, expected: float, start: str) -> Alarm:
    return Alarm(
        code=code,
        source=fill.source,
        language=fill.language,
        field=fill.field,
        observed=round(fill.rate, 4),
        expected=round(expected, 4),
        count=fill.releases,
        since=start,
    )

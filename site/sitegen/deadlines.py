"""Deadlines for calendar programs (iCalendar, RFC 5545): a file for each interface language and for each authority.

Nothing in them is of the day of building: an event's stamp is that of the newest release that tells of its call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial

from icalendar import Calendar, Event

from parsers.model import Call, Language, Moment
from sitegen.addresses import safe_name
from sitegen.calls import CallEntry, call_entry
from sitegen.digests import digest_of
from sitegen.holdings import Holdings
from sitegen.instants import instant
from sitegen.remarks import Remark
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import authority_name

# Calendar programs take in a whole file at a time: the latest deadlines of each.
LATEST = 200
# What RFC 5545 does not allow in a text: control characters, line ends among them, and surrogates.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PRODUCT = "-//Hakuarkisto//Deadlines//EN"


def language_file(language: Language) -> str:
    """Return where the deadlines of all calls lie."""
    return f"{language}/deadlines.ics"


def authority_file(language: Language, authority: str) -> str:
    """Return where the deadlines of an authority's calls lie."""
    return f"{language}/authority/{safe_name(authority)}/deadlines.ics"


def authority_files(held: Holdings) -> list[tuple[str, int]]:
    """Return the authorities that have deadlines, with how many, the busiest first."""
    counts: dict[str, int] = {}
    for call in held.deadlines:
        if call.authority:
            counts[call.authority] = counts.get(call.authority, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def deadline_files(scope: Scope) -> Iterator[tuple[str, bytes]]:
    """Give the calendars of an interface language, path and content."""
    return ((path, make()) for path, _inputs, make in planned_deadlines(scope))


def planned_deadlines(scope: Scope) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give the calendars of an interface language: path, a digest of what each is made from, and how it is made."""
    held, name, events = scope.holdings, scope.text(_("Deadlines of grant calls")), _Events(scope)
    yield language_file(scope.language), *events.calendar(name, held.deadlines)
    for code, _count in authority_files(held):
        calls = [call for call in held.deadlines if call.authority == code]
        named = f"{name}: {authority_name(code, scope.language)}"
        yield authority_file(scope.language, code), *events.calendar(named, calls)


class _Events:
    """The deadlines of an interface language as events; one stands in two calendars and is made once."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._made: dict[str, Event] = {}

    def calendar(self, name: str, calls: Sequence[Call]) -> tuple[str, Callable[[], bytes]]:
        """Return a digest of what a calendar of the latest of `calls` is made from, and how it is made."""
        latest = calls[-LATEST:]
        digests = self._scope.holdings.call_digests
        return digest_of(name, *(digests[call.id] for call in latest)), partial(self._calendar, name, latest)

    def _calendar(self, name: str, calls: Sequence[Call]) -> bytes:
        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        for call in calls:
            calendar.add_component(self._event(call))
        content: bytes = calendar.to_ical()
        return content

    def _event(self, call: Call) -> Event:
        if call.id not in self._made:
            self._made[call.id] = deadline_event(call, self._scope)
        return self._made[call.id]


def deadline_event(call: Call, scope: Scope) -> Event:
    """Return the closing of a call as an event: a day, or a moment where the releases state the time.

    The identifier is that of the call, the same in all languages and builds; a closing that was moved raises the
    event's sequence number, so that calendar programs move it too.
    """
    assert call.closes
    entry = call_entry(call, scope)
    event = Event()
    event.add("uid", f"{safe_name(call.id)}.closes@hakuarkisto")
    event.add("dtstamp", _stamp(call))
    event.add("dtstart", when(call.closes))
    event.add("sequence", max(0, len(call.windows) - 1))
    event.add("summary", _printable(scope.text(_("Closes: %(title)s"), title=entry.main.title)))
    event.add("description", "\n".join(_printable(line) for line in _lines(entry, scope)))
    event.add("transp", "TRANSPARENT")
    if entry.publisher:
        event.add("categories", [_printable(entry.publisher)])
    if scope.base_url:
        event.add("url", f"{scope.base_url}{entry.main.path}")
    return event


def _lines(entry: CallEntry, scope: Scope) -> Iterator[str]:
    """What a reader of the calendar wants to know of a call, a line each."""
    yield from (version.title for version in (entry.main, *entry.others))
    if entry.publisher:
        yield entry.publisher
    if entry.total:
        yield f"{scope.text(_('Available in the call'))}: {entry.total}"
        yield from _otherwise(entry.total_remarks, scope)
    if entry.window:
        yield f"{scope.text(_('Application period'))}: {entry.window}"
        yield from _otherwise(entry.window_remarks, scope)


def _otherwise(remarks: Iterable[Remark], scope: Scope) -> Iterator[str]:
    """What another version says, with the address of the comparison where the site's is known."""
    for remark in remarks:
        yield f"{remark.text} {scope.base_url}{remark.path}" if scope.base_url else remark.text


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def when(moment: Moment) -> date | datetime:
    """Return a moment of Finnish civil time as a day, or as an instant where it states a time.

    >>> when("2021-04-20")
    datetime.date(2021, 4, 20)
    >>> when("2021-04-20T16:15").isoformat(), when("2021-04-20T24:00").isoformat()
    ('2021-04-20T13:15:00+00:00', '2021-04-20T21:00:00+00:00')
    """
    return date.fromisoformat(moment) if len(moment) == 10 else _utc(moment)


def _stamp(call: Call) -> datetime:
    """Return when the call was last written of: at noon where no time is stated, the closing where nothing is dated."""
    return _utc(max((member.published for member in call.members if member.published), default=call.closes or ""))


def _utc(moment: Moment) -> datetime:
    return datetime.fromisoformat(instant(moment)).astimezone(UTC)

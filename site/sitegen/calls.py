"""Calls as rows of a list, and a release's way to its call, in the words of one interface language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parsers.model import Call, CallStatus, Language, Moment
from sitegen.addresses import call_path
from sitegen.disputes import disputes
from sitegen.entries import Version, publisher_of
from sitegen.remarks import Remark, remarks
from sitegen.scope import Scope
from sitegen.texts import mark as _
from sitegen.words import STATUSES, authority_name

# The languages of the releases themselves; a third one is a courtesy.
_FIRST = ("fi", "sv")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEntry:
    """A call as a row: its title in the reader's language leads, the others stand behind it.

    `spine` says in which languages the call was announced: "pair" for both Finnish and Swedish, else one of them.
    `hour` is the time of day at which it closes, where that is stated. The remarks are what another version says of
    the period, of the sum available and of the sum granted.
    """

    main: Version
    others: tuple[Version, ...]
    spine: str
    status: CallStatus | None
    status_name: str
    publisher: str | None
    publisher_language: Language | None
    total: str | None
    granted: str | None
    window: str | None
    hour: str | None
    extended: bool
    decided: Moment | None
    window_remarks: tuple[Remark, ...]
    total_remarks: tuple[Remark, ...]
    granted_remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPlace:
    """The call that a release belongs to: its page, how it stood, how many releases it has."""

    main: Version
    status: CallStatus | None
    status_name: str
    releases: int


def call_entry(call: Call, scope: Scope) -> CallEntry:
    """Return a call as a row of a list."""
    rows, name = scope.holdings.call_rows, (scope.language, call.id)
    known = rows.get(name)
    if known is None or known[0] is not call:
        known = rows[name] = call, _entry(call, scope)
    row: CallEntry = known[1]
    return row


def _entry(call: Call, scope: Scope) -> CallEntry:
    status = scope.holdings.status(call)
    main, *others = call_titles(call, scope)
    publisher, publisher_language = call_publisher(call, scope)
    found = disputes(call, scope.holdings.by_release)
    return CallEntry(
        main=main,
        others=tuple(others),
        spine="pair" if {"fi", "sv"} <= set(call.titles) else next(iter(call.titles), "und"),
        status=status,
        status_name=scope.text(STATUSES[status]),
        publisher=publisher,
        publisher_language=publisher_language,
        total=scope.formats.money(call.total, call.currency) if call.total is not None else None,
        granted=scope.formats.money(call.granted, call.currency) if call.granted is not None else None,
        window=call_window(call, scope),
        hour=scope.formats.time(call.closes) if call.closes else None,
        extended=any(window.extended for window in call.windows),
        decided=call.decided,
        window_remarks=remarks(found, scope, "opens", "closes"),
        total_remarks=remarks(found, scope, "total"),
        granted_remarks=remarks(found, scope, "granted"),
    )


def call_entries(calls: Iterable[Call], scope: Scope) -> tuple[CallEntry, ...]:
    return tuple(call_entry(call, scope) for call in calls)


def call_place(release_id: str, scope: Scope) -> CallPlace | None:
    """Return the call that a release belongs to, None where it belongs to none."""
    call = scope.holdings.call_of.get(release_id)
    if call is None:
        return None
    status = scope.holdings.status(call)
    return CallPlace(
        main=call_titles(call, scope)[0],
        status=status,
        status_name=scope.text(STATUSES[status]),
        releases=sum(member.id in scope.holdings.by_release for member in call.members),
    )


def call_titles(call: Call, scope: Scope) -> list[Version]:
    """Return a call's titles with their languages, that in the reader's language first; all lead to its one page."""
    path = f"{scope.language}/{call_path(call.id)}"
    titles: list[tuple[Language | None, str]] = [*call.titles.items()] or [(None, call.members[0].title)]
    ordered = sorted(titles, key=lambda item: (item[0] != scope.language, str(item[0]) not in _FIRST, str(item[0])))
    return [Version(language=language, title=title, path=path) for language, title in ordered]


def call_publisher(call: Call, scope: Scope) -> tuple[str | None, Language | None]:
    """Return who announced a call and, where only the source's own words say it, the language of those words."""
    if call.authority:
        return authority_name(call.authority, scope.language), None
    cards = (work.first for member in call.members if (work := scope.holdings.by_release.get(member.id)))
    return next((publisher_of(card, scope) for card in cards if card.organisation), (None, None))


def call_window(call: Call, scope: Scope) -> str | None:
    """Return when one may apply, None where no release says it."""
    told = scope.formats.window(call.opens, call.closes)
    if not call.continuous:
        return told or None
    return scope.text(_("continuous")) + (f" ({told})" if told else "")

"""Calls in the terminal: how each stands, when one could apply, and the releases that tell its story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from haku.present import values
from haku.terminal import print_indented, told
from haku.texts import LANGUAGE, _, ngettext
from parsers.authorities import AUTHORITIES
from parsers.calls.status import status
from parsers.model import Call, CallMember, CallOpinion, CallStatus, CallWindow, Language, Release
from sitegen import words
from sitegen.words import authority_name

_STATUSES: dict[CallStatus, str] = {
    "upcoming": _("upcoming"),
    "open": _("open"),
    "closed": _("closed"),
    "decided": _("decided"),
    "continuous": _("continuous"),
}
_STYLES: dict[CallStatus | None, str] = {"open": "bold green", "continuous": "bold green", "upcoming": "bold yellow"}
_ROLES = {
    "opening": _("opening"),
    "notice": _("call notice"),
    "official": _("haeavustuksia.fi entry"),
    "extension": _("extension"),
    "correction": _("correction"),
    "questions": _("questions and answers"),
    "decision": _("decision"),
}
_METHODS = {"link": _("by a link"), "case_number": _("by the case number"), "content": _("by content")}
_OPINIONS = {
    "contradicts": _("The haeavustuksia.fi entry says otherwise"),
    "only_release": _("Not in the haeavustuksia.fi entry"),
    "only_official": _("Only in the haeavustuksia.fi entry"),
}


def show_calls(console: Console, calls: Sequence[Call], day: str) -> None:
    """Print calls as they stood on a day, and how many there are."""
    for call in calls:
        now = status(call, day)
        console.print(
            told(f"{_title(call)} [{_STATUSES[now] if now else _('unknown')}]", style=_STYLES.get(now, "bold"))
        )
        for label, value in _facts(call):
            print_indented(console, Text.assemble((f"{label}: ", "bold"), told(value)))
        for member in call.members:
            print_indented(console, told(_member(member), style="dim"))
        for opinion in call.opinions:
            print_indented(console, told(_opinion(opinion), style="yellow"))
    message = ngettext("{count} call", "{count} calls", len(calls))
    console.print(told(message.format(count=len(calls)), style="bold"))


def show_call_of(console: Console, release: Release, call: Call) -> None:
    """Print the call that a release belongs to: its other releases, and what the official entry states otherwise."""
    here = next(member for member in call.members if member.id == release.id)
    console.print(Text.assemble((_("Call") + ": ", "bold"), told(f"{_title(call)} ({_ROLES[here.role]})")))
    for member in call.members:
        if member.id not in (release.id, release.translation):
            print_indented(console, told(_member(member), style="dim"))
    for opinion in call.opinions:
        if release.id in (opinion.release, opinion.official):
            print_indented(console, told(_opinion(opinion), style="yellow"))


def _title(call: Call) -> str:
    return in_language(call.titles, LANGUAGE) or call.id


def in_language(texts: dict[Language, str], language: Language) -> str | None:
    """Return a text in the reader's language, else in the first there is."""
    return texts.get(language) or next(iter(texts.values()), None)


def _facts(call: Call) -> Iterator[tuple[str, str]]:
    yield _("Id"), call.id
    if call.authority:
        known = call.authority in AUTHORITIES
        yield _("Authority"), authority_name(call.authority, LANGUAGE) if known else call.authority
    if call.windows:
        yield _("Application period"), ", ".join(map(_window, call.windows))
    if call.total is not None:
        yield _("Available"), values.FORMATS.money(call.total, call.currency)
    if call.granted is not None:
        yield _("Granted"), values.FORMATS.money(call.granted, call.currency)
    if call.groups:
        yield _("Who may apply"), ", ".join(values.word(group, words.GROUPS) for group in call.groups)
    if call.case_number:
        yield _("Case number"), call.case_number


def _window(window: CallWindow) -> str:
    if window.continuous:
        return _("continuous")
    told_window = values.FORMATS.window(window.opens, window.closes) or values.NOTHING
    return _("{window} (extended)").format(window=told_window) if window.extended else told_window


def _member(member: CallMember) -> str:
    parts = [values.day(member.published)] if member.published else []
    parts += [_ROLES[member.role], member.language or values.NOTHING, member.title, member.id]
    if member.method:
        parts.append(f"{_METHODS[member.method]}, {values.FORMATS.percent(member.score)}")
    return " · ".join(parts)


def _opinion(opinion: CallOpinion) -> str:
    field = values.word(opinion.field, words.FIELDS)
    sides = (_value(opinion, opinion.release_value), _value(opinion, opinion.official_value))
    return f"≠ {field}. {_OPINIONS[opinion.kind]}: {' | '.join(sides)} ({opinion.release})"


def _value(opinion: CallOpinion, value: str | None) -> str:
    return words.value_in_words(value, opinion.field, values.FORMATS) if value else values.NOTHING

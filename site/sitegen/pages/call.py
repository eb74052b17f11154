"""A call's page: its life as a timeline, its sums, who may apply, what was decided, what the official entry says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from parsers.model import Call, CallOpinion, CallStatus, Language, Moment
from sitegen.addresses import call_path
from sitegen.call_facts import Told, call_facts
from sitegen.calls import call_publisher, call_titles
from sitegen.entries import Version, version_of
from sitegen.pages.base import Page, common
from sitegen.scope import Scope
from sitegen.structured import call_data
from sitegen.timeline import Step, timeline
from sitegen.words import FIELDS, OPINIONS, STATUS_SENTENCES, STATUSES, value_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A fact that the official entry states otherwise than releases that agree on it; None where one side is silent."""

    field: str
    kind: str
    kind_name: str
    said: str | None
    official_said: str | None
    releases: tuple[Version, ...]
    official: Version


@dataclass(frozen=True, kw_only=True)
class CallPage(Page):
    """`heading` is the call's title in the reader's language where it has one; `titles` are those in the others.

    `share` is what part of the sum available was granted; `status_sentence` says on which day the status held.
    """

    template: ClassVar[str] = "call.html"

    heading: str
    heading_language: Language | None
    titles: tuple[Version, ...]
    publisher: str | None
    publisher_language: Language | None
    status: CallStatus | None
    status_name: str
    status_sentence: str
    window: Told | None
    total: Told | None
    granted: Told | None
    share: str | None
    use_period: Told | None
    groups: tuple[Told, ...]
    decided: Moment | None
    decisions: tuple[Version, ...]
    case_number: Told | None
    steps: tuple[Step, ...]
    opinions: tuple[Opinion, ...]
    identifier: str


def call_pages(scope: Scope) -> Iterator[CallPage]:
    """Walk the pages of all calls of an interface language."""
    return (call_page(call, scope) for call in scope.holdings.calls)


def call_page(call: Call, scope: Scope) -> CallPage:
    """Return the page of a call in an interface language."""
    main, *others = call_titles(call, scope)
    publisher, publisher_language = call_publisher(call, scope)
    status = scope.holdings.status(call)
    steps, facts = timeline(call, scope), call_facts(call, scope)
    return CallPage(
        **common(scope, call_path(call.id), main.title, "calls"),
        json_ld=call_data(call, scope, publisher),
        heading=main.title,
        heading_language=main.language,
        titles=tuple(others),
        publisher=publisher,
        publisher_language=publisher_language,
        status=status,
        status_name=scope.text(STATUSES[status]),
        status_sentence=status_sentence(status, scope),
        window=facts.window,
        total=facts.total,
        granted=facts.granted,
        share=_share(call, scope),
        use_period=facts.use_period,
        groups=facts.groups,
        decided=call.decided,
        decisions=tuple(version for step in steps if step.key == "decision" for version in step.versions),
        case_number=facts.case_number,
        steps=steps,
        opinions=tuple(_opinions(call, scope)),
        identifier=call.id,
    )


def status_sentence(status: CallStatus | None, scope: Scope) -> str:
    """Say what a status means and on which day it held; a site without any date knows no status."""
    newest = scope.holdings.newest
    return scope.text(STATUS_SENTENCES[status], date=scope.formats.date(newest)) if newest else ""


def _share(call: Call, scope: Scope) -> str | None:
    if not call.total or call.granted is None:
        return None
    return scope.formats.percent(float(call.granted / call.total))


def _opinions(call: Call, scope: Scope) -> Iterator[Opinion]:
    """Releases that say the same, such as the versions of one text, stand together."""
    alike: dict[tuple[str | None, ...], list[CallOpinion]] = {}
    for each in call.opinions:
        key = (each.field, each.kind, each.release_value, each.official_value, each.official)
        alike.setdefault(key, []).append(each)
    for some in alike.values():
        official = _version(some[0].official, scope)
        releases = tuple(version for each in some if (version := _version(each.release, scope)))
        if official and releases:
            yield _opinion(some[0], releases, official, scope)


def _opinion(opinion: CallOpinion, releases: tuple[Version, ...], official: Version, scope: Scope) -> Opinion:
    said, official_said = opinion.release_value, opinion.official_value
    return Opinion(
        field=scope.text(FIELDS[opinion.field]),
        kind=opinion.kind,
        kind_name=scope.text(OPINIONS[opinion.kind]),
        said=value_in_words(said, opinion.field, scope.formats) if said else None,
        official_said=value_in_words(official_said, opinion.field, scope.formats) if official_said else None,
        releases=releases,
        official=official,
    )


def _version(release_id: str, scope: Scope) -> Version | None:
    work = scope.holdings.by_release.get(release_id)
    cards = work.cards if work else ()
    return next((version_of(card, scope) for card in cards if card.id == release_id), None)

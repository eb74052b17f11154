"""A call as it is stored, exported and shown: its releases in order, and what they say together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from parsers.calls.joining import Joining, join
from parsers.calls.official import compare_official
from parsers.calls.sketch import read_sketch
from parsers.calls.windows import read_windows
from parsers.calls.works import RANKS, Work, make_works
from parsers.model import Call, CallMember, CallOpinion, CallRole, Language, Release
from parsers.pairs.lexicon import Lexicon

Value = TypeVar("Value")
# Somewhat more may be granted than was announced.
_MOST_GRANTED = Decimal("1.1")
# Whose facts are those of the call, in this order; a decision's are what became of it.
_STATING: tuple[CallRole, ...] = ("opening", "notice", "official", "extension", "correction", "questions")


class Member:
    """A work of a call with its releases, the Finnish first, and why it belongs there."""

    def __init__(self, joining: Joining, work: Work, releases: Mapping[str, Release], role: CallRole) -> None:
        self.joining, self.work, self.role = joining, work, role
        self.releases = [releases[version.id] for version in work.versions]


def make_calls(
    releases: Iterable[Release], versions: Iterable[Iterable[str]], lexicon: Lexicon | None = None
) -> tuple[Call, ...]:
    """Join releases into calls, in the order of their ids; a release is in one call at most.

    `versions` are the ids of releases that are versions of one text, as pairs have them. The result depends on neither
    order. Releases that are no part of a call, and corrections and answers to no known one, are left out.
    """
    by_id = {release.id: release for release in releases}
    works = make_works((read_sketch(release, lexicon) for release in by_id.values()), versions)
    by_work = {work.id: work for work in works}
    return tuple(make_call(joinings, by_work, by_id) for joinings in join(works))


def make_call(joinings: Sequence[Joining], works: Mapping[str, Work], releases: Mapping[str, Release]) -> Call:
    """Make the call of works that were joined; `works` and `releases` have those that belong to it, by id."""
    roles = _roles([works[joining.work] for joining in joinings])
    members = [Member(each, works[each.work], releases, role) for each, role in zip(joinings, roles, strict=True)]
    windows = read_windows((member.work, member.releases) for member in members)
    stating = [member for role in _STATING for member in members if member.role == role]
    decisions = [member for member in members if member.role == "decision"]
    total, granted = _first(stating, _with_total), _first(decisions, _with_total)
    return Call(
        id=joinings[0].work,
        titles=_titles(members),
        authority=_first(members, lambda release: release.authority),
        opens=windows[-1].opens if windows else None,
        closes=windows[-1].closes if windows else None,
        continuous=bool(windows) and windows[-1].continuous,
        total=total.total if total else None,
        granted=_granted(decisions, total.total if total else None),
        currency=total.total_currency if total else granted.total_currency if granted else "EUR",
        groups=_groups(stating or decisions),
        decided=min((day for member in decisions if (day := member.work.announced)), default=None),
        case_number=_case_number(stating) or _case_number(decisions),
        members=tuple(_call_members(members)),
        windows=windows,
        opinions=tuple(_opinions(members)),
    )


def _roles(works: Sequence[Work]) -> list[CallRole]:
    """A notice without a press release beside it is what opens the call."""
    opened = any(work.role == "opening" for work in works)
    first_notice = None if opened else next((work.id for work in works if work.role == "notice"), None)
    return ["opening" if work.id == first_notice else work.role for work in works]


def _all(members: Iterable[Member]) -> Iterator[Release]:
    return (release for member in members for release in member.releases)


def _first(members: Iterable[Member], read: Callable[[Release], Value | None]) -> Value | None:
    return next((value for release in _all(members) if (value := read(release)) is not None), None)


def _with_total(release: Release) -> Release | None:
    return release if release.total is not None else None


def _titles(members: Sequence[Member]) -> dict[Language, str]:
    """The title in each language, of the first release that is in it."""
    titles: dict[Language, str] = {}
    for release in _all(members):
        if release.language:
            titles.setdefault(release.language, release.title)
    return dict(sorted(titles.items()))


def _granted(decisions: Sequence[Member], available: Decimal | None) -> Decimal | None:
    """The sums of all decisions together, unless that is more than there was: then one of them repeats the others."""
    stated = [total.total for member in decisions if (total := _first([member], _with_total))]
    totals = {value for value in stated if value is not None}
    together = sum(totals, Decimal(0))
    if available is not None and together > available * _MOST_GRANTED:
        return max(totals)
    return together if totals else None


def _groups(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(group for release in _all(members) for each in release.eligibility for group in each.groups)
    )


def _case_number(members: Sequence[Member]) -> str | None:
    """That of the official entry, else the first that a release names."""
    ordered = sorted(members, key=lambda member: member.role != "official")
    numbers = (case for member in ordered if member.role == "official" for case in sorted(member.work.cases))
    return next(numbers, None) or _first(
        ordered, lambda release: release.case_numbers[0].value if release.case_numbers else None
    )


def _call_members(members: Sequence[Member]) -> Iterator[CallMember]:
    ordered = sorted(members, key=lambda member: (member.work.announced or "", RANKS[member.role], member.work.id))
    for member in ordered:
        for release in member.releases:
            yield CallMember(
                id=release.id,
                url=release.url,
                language=release.language,
                title=release.title,
                published=release.published,
                role=member.role,
                method=member.joining.method,
                score=member.joining.score,
            )


def _opinions(members: Sequence[Member]) -> Iterator[CallOpinion]:
    """What the official entry states otherwise than the releases before the decision, in the language of each."""
    officials = [release for member in members if member.role == "official" for release in member.releases]
    others = (member for member in members if member.role not in ("official", "decision"))
    for release in _all(others) if officials else ():
        official = next((each for each in officials if each.language == release.language), officials[0])
        for found in compare_official(release, official):
            yield CallOpinion(
                field=found.field,
                kind=found.kind,
                severity=found.severity,
                release=release.id,
                official=official.id,
                release_value=found.release,
                official_value=found.official,
            )

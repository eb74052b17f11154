"""Which facts of a version its other versions state alike, however they word them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.model import Amount, Contact, Evidence, Release
from parsers.moments import agree
from parsers.pairs.stating import stating

Fact = tuple[object, ...]
_MOMENTS = ("opens", "closes")


def agreeing(release: Release, *others: Release) -> dict[Evidence, Fact]:
    """Return the places of the facts of `release` that all `others` state too, each with the fact that agrees first."""
    known = [frozenset(fact for fact, _ in _stated(other)) for other in others]
    found: dict[Evidence, Fact] = {}
    for fact, evidence in _stated(release):
        if all(fact in facts or _has_moment(facts, fact) for facts in known):
            found.setdefault(evidence, fact)
    return found


def counted(release: Release, *others: Release) -> int:
    """Return how many facts of a release the other versions state alike; one that is repeated counts once."""
    return len(set(agreeing(release, *others).values()))


def sum_of(amount: Amount) -> Fact:
    """Return what makes two sums the same."""
    return "sum", amount.min, amount.max, amount.currency


def place_of(piece: Evidence) -> Evidence:
    """Return where a fact stands that is its own evidence."""
    return Evidence(block=piece.block, start=piece.start, end=piece.end, text=piece.text)


def _stated(release: Release) -> Iterator[tuple[Fact, Evidence]]:
    for amount in release.amounts:
        yield sum_of(amount), place_of(amount)
    yield from _window(release)
    if period := release.use_period:
        yield ("use_period", period.start, period.end), period.evidence
    if (date := release.decision_date) and date.first:
        yield ("decision", date.first, date.last), place_of(date)
    for share in release.self_financing:
        yield ("share", share.of, share.min, share.max), place_of(share)
    for case in release.case_numbers:
        yield ("case", case.value), case.evidence
    for contact in release.contacts:
        yield from ((("contact", reach), contact.evidence) for reach in _reachable(contact))


def _window(release: Release) -> Iterator[tuple[Fact, Evidence]]:
    """Both ends stand wherever they are stated; of a window in other words, all that it was read from."""
    window = release.application
    ends = [(field, moment) for field, moment in zip(_MOMENTS, (window.opens, window.closes), strict=True) if moment]
    told: set[Evidence] = set()
    for field, moment in ends:
        for evidence in stating(release, moment):
            told.add(evidence)
            yield (field, moment), evidence
    whole: Fact = ("window", window.opens, window.closes, window.continuous)
    yield from ((whole, evidence) for evidence in window.evidence if evidence not in told)


def _has_moment(facts: Iterable[Fact], fact: Fact) -> bool:
    """Tell whether a day with a time of day agrees with the same day without one."""
    return fact[0] in _MOMENTS and any(each[0] == fact[0] and agree(str(each[1]), str(fact[1])) for each in facts)


def _reachable(contact: Contact) -> Iterator[str]:
    return (key for key in (contact.phone, contact.email and contact.email.casefold()) if key)

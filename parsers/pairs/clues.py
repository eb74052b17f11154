"""What speaks for and against a Finnish and a Swedish release being versions of one text, weighed in log odds.

Each clue is a named weight; their sum, less what the odds are before anything is known, decides. No single clue
does: siblings of one day share stamps, contacts and deadlines, last year's call shares the words, and a wrong link
shares the address.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from parsers.model import Moment
from parsers.pairs.lexicon import Token
from parsers.pairs.profile import Profile
from parsers.pairs.tokens import counterparts

_BEFORE = -4.5
# Facts in common count up to this; less where the words differ, for siblings of one day have all facts in common.
_MOST_FROM_FACTS, _MOST_OF_SIBLINGS = 6.0, 3.0
# Versions may disagree on their facts: that is what the archive looks for.
_LEAST_FROM_FACTS = -4.0
# Translations share at least this much of their known words and of their numbers, strangers less.
_SHARED_WORDS, _SHARED_ANCHORS = 0.6, 0.55
# Texts shorter than this many words tell less: their share is drawn towards what tells nothing.
_FEW_WORDS, _FEW_ANCHORS = 4, 3
# "#2021", a year among the numbers of a text; not "#2100"
_YEAR = re.compile(r"#(20[0-8]\d)")


class Clue(msgspec.Struct, frozen=True):
    """One thing that speaks for (positive) or against (negative) a pair, in log odds."""

    name: str
    weight: float


def weigh(fi: Profile, sv: Profile) -> tuple[Clue, ...]:
    """Return all clues about two releases; their `weight`s add up to the log odds of being one text."""
    others = tuple(Clue(name, weight) for name, weight in _others(fi, sv) if weight)
    facts = tuple(Clue(name, weight) for name, weight in _facts(fi, sv) if weight)
    strangers = any(clue.name == "words" and clue.weight < 0 for clue in others)
    total = sum(clue.weight for clue in facts)
    excess = total - _bounded(total, _LEAST_FROM_FACTS, _MOST_OF_SIBLINGS if strangers else _MOST_FROM_FACTS)
    capped = (Clue("facts_capped", -excess),) if excess else ()
    return (Clue("before", _BEFORE), *others, *facts, *capped)


def is_declared(fi: Profile, sv: Profile) -> bool:
    """Tell whether either release names the other as its version."""
    return sv.address in fi.declared or fi.address in sv.declared


def _others(fi: Profile, sv: Profile) -> Iterator[tuple[str, float]]:
    yield "declared", _declared(fi, sv)
    stamps = _stamps(fi, sv)
    yield "stamps", stamps
    yield "words", _words(fi, sv)
    yield "anchors", _anchors(fi, sv)
    yield "title", _title(fi, sv)
    yield "years", 0.0 if stamps > 0 else _years(fi, sv)
    yield "authority", _agreement(fi.release.authority, sv.release.authority, 0.5, -2.0)
    yield "host", _agreement(fi.host, sv.host, 0.6, 0.0)
    yield "form", _agreement(fi.release.form, sv.release.form, 0.3, -1.5)
    yield "kind", 0.0 if fi.release.kind == sv.release.kind else -1.5


def _facts(fi: Profile, sv: Profile) -> Iterator[tuple[str, float]]:
    yield "sums", _overlap(fi.sums, sv.sums, 3.0, -2.0)
    yield "people", _overlap(fi.people, sv.people, 2.0, -1.5)
    yield "case_numbers", _overlap(fi.cases, sv.cases, 2.0, -1.5)
    yield "closes", _moments(fi.release.application.closes, sv.release.application.closes)
    yield "opens", _moments(fi.release.application.opens, sv.release.application.opens) / 2
    if fi.release.use_period and sv.release.use_period:
        yield "use_period", _moments(fi.release.use_period.end, sv.release.use_period.end)


def _declared(fi: Profile, sv: Profile) -> float:
    """One link may be the site's template; two that name each other hardly."""
    links = (sv.address in fi.declared) + (fi.address in sv.declared)
    return (0.0, 1.5, 4.0)[links]


def _stamps(fi: Profile, sv: Profile) -> float:
    """Versions of one text share the first stamp; without a second one, the stamp may be the version's own."""
    ours, theirs = fi.release.published, sv.release.published
    if not ours or not theirs:
        return 0.0
    shared = min(len(ours), len(theirs))
    if ours[:shared] == theirs[:shared]:
        return 4.0 if shared > len("2021-03-17") else 2.0
    days = abs((_day(ours) - _day(theirs)).days)
    if fi.release.translated or sv.release.translated:
        return -4.0 if days <= 1 else -7.0
    return 0.5 if not days else -0.5 - days / 30 if days <= 60 else -5.0 if days <= 200 else -9.0


def _words(fi: Profile, sv: Profile) -> float:
    share = (_shared_words(fi, sv) + _shared_words(sv, fi)) / 2 - _SHARED_WORDS
    return _bounded(share * (45 if share > 0 else 90), -10.0, 6.0)


def _shared_words(ours: Profile, theirs: Profile) -> float:
    """Return the share of a version's known words that the other may say; words of every release count little."""
    found = sum(token.weight for token in ours.known if theirs.may_say(token))
    return _share(sum(token.weight for token in ours.known), found, _FEW_WORDS, _SHARED_WORDS)


def _anchors(fi: Profile, sv: Profile) -> float:
    shared = len(fi.anchors & sv.anchors)
    shares = (_share(len(side.anchors), shared, _FEW_ANCHORS, _SHARED_ANCHORS) for side in (fi, sv))
    return _bounded((sum(shares) / 2 - _SHARED_ANCHORS) * 15, -3.0, 4.0)


def _title(fi: Profile, sv: Profile) -> float:
    """A title in common says much; a free translation, or another title altogether, little."""
    if not fi.title or not sv.title:
        return 0.0
    found = len(counterparts(fi.title, sv.title)) / len(fi.title)
    return _bounded(found * 3 - 0.9, -0.5, 1.5)


def _years(fi: Profile, sv: Profile) -> float:
    """The latest year that a text speaks of tells one year's call from the next, which has the same words."""
    ours, theirs = (max(map(_year, side.anchors), default=0) for side in (fi, sv))
    return 0.0 if not ours or not theirs else 0.5 if ours == theirs else -3.0


def _year(anchor: Token) -> int:
    match = _YEAR.fullmatch(anchor.name)
    return int(match[1]) if match else 0


def _share(count: float, found: float, few: int, neutral: float) -> float:
    return (found + few * neutral) / (count + few)


def _overlap(ours: Collection[object], theirs: Collection[object], same: float, other: float) -> float:
    """Weigh how many values two sets have in common; a side without any tells nothing."""
    if not ours or not theirs:
        return 0.0
    shared = len(set(ours) & set(theirs))
    dice = 2 * shared / (len(ours) + len(theirs))
    return other + (same - other) * dice


def _moments(ours: Moment | None, theirs: Moment | None) -> float:
    """The same day speaks for a pair; another day may be a mistake of one version, another year is another call."""
    if not ours or not theirs:
        return 0.0
    if ours[:10] == theirs[:10]:
        return 2.0
    return -1.0 if ours[:4] == theirs[:4] else -3.0


def _agreement(ours: str | None, theirs: str | None, same: float, other: float) -> float:
    if not ours or not theirs:
        return 0.0
    return same if ours == theirs else other


def _day(moment: Moment) -> date:
    return date.fromisoformat(moment[:10])


def _bounded(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))

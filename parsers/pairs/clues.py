"""What speaks for and against two releases being versions of one text in two languages, weighed in log odds.

Each clue is a named weight; their sum, less what the odds are before anything is known, decides. No single clue
does: siblings of one day share stamps, contacts and deadlines, last year's call shares the words, and a wrong link
shares the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date

import msgspec

from parsers.model import Moment
from parsers.pairs.profile import Profile
from parsers.pairs.tokens import counterparts

_BEFORE = -4.5
# English versions are fewer, and there is less to know them by.
_BEFORE_ENGLISH = -6.0
_NO_CONTENT = -3.0
# Facts in common count up to this; less, and together with all numbers, where the words differ.
_MOST_FROM_FACTS, _MOST_OF_SIBLINGS = 6.0, 4.0
# Versions may disagree on their facts: that is what the archive looks for.
_LEAST_FROM_FACTS = -4.0
# Translations share at least this much of their known words and of their numbers, strangers less.
_SHARED_WORDS, _SHARED_ANCHORS = 0.6, 0.55
# Of an English text's longer words, this share begins like one of the other version: names and loan words.
_SHARED_NAMES = 0.15
# Texts shorter than this many words tell less: their share is drawn towards what tells nothing.
_FEW_WORDS, _FEW_ANCHORS = 4, 3


class Clue(msgspec.Struct, frozen=True):
    """One thing that speaks for (positive) or against (negative) a pair, in log odds."""

    name: str
    weight: float


def weigh(one: Profile, other: Profile) -> tuple[Clue, ...]:
    """Return all clues about two releases; their `weight`s add up to the log odds of being one text.

    `one` is the release in the language that comes first of fi, sv, en.
    """
    if other.language == "en":
        return _weigh_english(one, other)
    others = _clues(_others(one, other))
    facts = _clues(_facts(one, other))
    anchors = (Clue("anchors", _anchors(one, other)),)
    if any(clue.name == "words" and clue.weight < 0 for clue in others):
        # Siblings of one day have all facts in common, and with them most numbers.
        return (Clue("before", _BEFORE), *others, *_capped((*anchors, *facts), _MOST_OF_SIBLINGS))
    return (Clue("before", _BEFORE), *others, *anchors, *_capped(facts, _MOST_FROM_FACTS))


def is_declared(one: Profile, other: Profile) -> bool:
    """Tell whether either release names the other as its version."""
    return _links(one, other) > 0


def _weigh_english(one: Profile, en: Profile) -> tuple[Clue, ...]:
    """English has no word list: numbers, names and the address must speak for it, or nothing but the moment does."""
    content = _clues(_english_content(one, en))
    others = _clues(_english_others(one, en))
    facts = _capped(_clues(_facts(one, en)), _MOST_FROM_FACTS)
    silent = () if any(clue.weight > 0 for clue in content) else (Clue("no_content", _NO_CONTENT),)
    return (Clue("before", _BEFORE_ENGLISH), *content, *others, *facts, *silent)


def _english_content(one: Profile, en: Profile) -> Iterator[tuple[str, float]]:
    yield "slug", 3.0 if one.slug and (one.slug, one.host) == (en.slug, en.host) else 0.0
    yield "anchors", _anchors(one, en)
    yield "names", _english_names(one, en)
    yield "title", max(0.0, _title(en, one))


def _english_others(one: Profile, en: Profile) -> Iterator[tuple[str, float]]:
    yield "declared", _declared(one, en)
    stamps = _stamps(one, en)
    yield "stamps", stamps
    yield "years", 0.0 if stamps > 0 else _years(one, en)
    yield from _publishers(one, en)


def _english_names(one: Profile, en: Profile) -> float:
    found = sum(name in one.starts for name in en.names)
    share = _share(len(en.names), found, _FEW_WORDS, _SHARED_NAMES)
    return _bounded((share - _SHARED_NAMES) * 15, -1.5, 2.0)


def _clues(weights: Iterable[tuple[str, float]]) -> tuple[Clue, ...]:
    return tuple(Clue(name, weight) for name, weight in weights if weight)


def _capped(facts: tuple[Clue, ...], most: float) -> tuple[Clue, ...]:
    """Facts and, where they would count more than `most`, what is taken off again."""
    total = sum(clue.weight for clue in facts)
    excess = total - _bounded(total, _LEAST_FROM_FACTS, most)
    return (*facts, Clue("facts_capped", -excess)) if excess else facts


def _others(fi: Profile, sv: Profile) -> Iterator[tuple[str, float]]:
    yield "declared", _declared(fi, sv)
    stamps = _stamps(fi, sv)
    yield "stamps", stamps
    yield "words", _words(fi, sv)
    yield "title", _title(fi, sv)
    yield "years", 0.0 if stamps > 0 else _years(fi, sv)
    yield from _publishers(fi, sv)
    yield "kind", _kinds(fi, sv, stamps)


def _publishers(one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
    yield "authority", _agreement(one.authority, other.authority, 0.5, -2.0)
    yield "host", _agreement(one.host, other.host, 0.6, 0.0)
    yield "form", _agreement(one.form, other.form, 0.3, -1.5)


def _facts(one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
    yield "sums", _overlap(one.sums, other.sums, 3.0, -2.0)
    yield "people", _overlap(one.people, other.people, 2.0, -1.5)
    yield "case_numbers", _overlap(one.cases, other.cases, 2.0, -1.5)
    yield "closes", _moments(one.closes, other.closes)
    yield "opens", _moments(one.opens, other.opens) / 2
    yield "use_period", _moments(one.used_until, other.used_until)


def _links(one: Profile, other: Profile) -> int:
    """Return how many of the two name the other as their version in its language."""
    return (one.declared.get(other.language) == other.address) + (other.declared.get(one.language) == one.address)


def _declared(one: Profile, other: Profile) -> float:
    """One link may be the site's template; two that name each other hardly."""
    return (0.0, 1.5, 4.0)[_links(one, other)]


def _stamps(one: Profile, other: Profile) -> float:
    """Versions of one text share the first stamp; without a second one, the stamp may be the version's own."""
    ours, theirs = one.published, other.published
    if not ours or not theirs:
        return 0.0
    shared = min(len(ours), len(theirs))
    if ours[:shared] == theirs[:shared]:
        return 4.0 if shared > len("2021-03-17") else 2.0
    days = abs((_day(ours) - _day(theirs)).days)
    if one.translated or other.translated:
        return -4.0 if days <= 1 else -7.0
    return 0.5 if not days else -0.5 - days / 30 if days <= 60 else -5.0 if days <= 200 else -9.0


def _words(fi: Profile, sv: Profile) -> float:
    share = (_shared_words(fi, sv) + _shared_words(sv, fi)) / 2 - _SHARED_WORDS
    return _bounded(share * (45 if share > 0 else 90), -10.0, 6.0)


def _shared_words(ours: Profile, theirs: Profile) -> float:
    """Return the share of a version's known words that the other may say; words of every release count little."""
    keys, starts = theirs.keys, theirs.starts
    total = found = 0.0
    for start, own, weight in ours.known:
        total += weight
        # The other says a word that may translate it, or one much like it.
        if start in starts or not keys.isdisjoint(own):
            found += weight
    return _share(total, found, _FEW_WORDS, _SHARED_WORDS)


def _anchors(one: Profile, other: Profile) -> float:
    shared = len(one.anchors & other.anchors)
    shares = (_share(len(side.anchors), shared, _FEW_ANCHORS, _SHARED_ANCHORS) for side in (one, other))
    return _bounded((sum(shares) / 2 - _SHARED_ANCHORS) * 15, -3.0, 4.0)


def _title(ours: Profile, theirs: Profile) -> float:
    """A title in common says much; a free translation, or another title altogether, little."""
    if not ours.title or not theirs.title:
        return 0.0
    found = len(counterparts(ours.title, theirs.title)) / len(ours.title)
    return _bounded(found * 3 - 0.9, -0.5, 1.5)


def _years(one: Profile, other: Profile) -> float:
    """The latest year that a text speaks of tells one year's call from the next, which has the same words."""
    if not one.year or not other.year:
        return 0.0
    if one.year == other.year:
        return 0.5
    closings = {closes[:4] for closes in (one.closes, other.closes) if closes}
    return -9.0 if len(closings) > 1 else -3.0


def _kinds(one: Profile, other: Profile, stamps: float) -> float:
    """A decision months after the call for the same money has its words and sums."""
    if one.kind == other.kind:
        return 0.0
    return -4.0 if stamps < 0 and {one.kind, other.kind} == {"call", "decision"} else -1.5


def _share(count: float, found: float, few: int, neutral: float) -> float:
    return (found + few * neutral) / (count + few)


def _overlap(ours: Set[str], theirs: Set[str], same: float, other: float) -> float:
    """Weigh how many values two sets have in common; a side without any tells nothing."""
    if not ours or not theirs:
        return 0.0
    shared = len(ours & theirs)
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

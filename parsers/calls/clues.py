"""What speaks for and against two works being parts of one call, weighed in log odds.

Each clue is a named weight; their sum, less what the odds are before anything is known, decides, as it does for pairs.
The yearly call's next edition shares all words, its siblings of one day the window and the period of use: only what
agrees in words, time and facts together is one round, unless a link or a case number says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parsers.calls.agreement import weigh_facts
from parsers.calls.sketch import Word
from parsers.calls.timing import weigh_time
from parsers.calls.works import Work
from parsers.model import Language
from parsers.pairs.clues import Clue

# Announcements are seldom of one round; what prolongs, mends or explains always belongs to something.
_BEFORE = {"opening": -5.0, "notice": -5.0, "official": -5.0, "decision": -4.5}
_BEFORE_OTHERS = -4.0
# Facts in common count up to this, and less where the words differ: siblings have them all in common.
_MOST_FROM_FACTS, _MOST_OF_SIBLINGS = 7.0, 3.0
# Releases of one call share at least this much of their titles' words, strangers less. Titles of fewer words tell less.
_SHARED_WORDS, _FEW_WORDS = 0.4, 1.5
_WORD_SCALE = 12.0
# The same of the words of title and first paragraphs together.
_SHARED_TEXT, _FEW_IN_TEXT, _TEXT_SCALE = 0.3, 6, 7.0
# From here on the time says that two works are not of one round.
_OUT_OF_TIME = -5.0


def weigh(one: Work, other: Work) -> tuple[Clue, ...]:
    """Return all clues about two works; their `weight`s add up to the log odds of being parts of one call.

    The order of the two does not matter.
    """
    base, later = sorted((one, other), key=lambda work: work.order)
    time = weigh_time(base, later)
    naming = [Clue(name, weight) for name, weight in _naming(base, later, time) if weight]
    words = _words(base, later)
    others = [Clue(name, weight) for name, weight in _others(base, later) if weight]
    others += [Clue("time", time)] if time else []
    facts = [Clue(name, weight) for name, weight in weigh_facts(base, later) if weight]
    most = _MOST_FROM_FACTS if words > 0 else _MOST_OF_SIBLINGS
    excess = sum(clue.weight for clue in facts) - most
    capped = [Clue("facts_capped", -excess)] if excess > 0 else []
    # Who names the other may use other words.
    told = [Clue("words", max(words, -2.0) if naming and naming[0].weight > 0 else words)]
    before = Clue("before", _BEFORE.get(later.role, _BEFORE_OTHERS))
    return (before, *naming, *told, *others, *facts, *capped)


def odds(clues: tuple[Clue, ...]) -> int:
    """Return the log odds in whole thousandths, so that they do not depend on the order of the clues."""
    return sum(round(clue.weight * 1000) for clue in clues)


def _naming(base: Work, later: Work, time: float) -> Iterator[tuple[str, float]]:
    # Next year's opening links to this year's decision, and the other way round.
    linked = not later.links.isdisjoint(base.ids) or not base.links.isdisjoint(later.ids)
    if linked and time > _OUT_OF_TIME:
        yield "link", 2.0 if base.announces and later.announces else 6.0
    if not base.cases.isdisjoint(later.cases):
        yield "case_number", 5.0
    elif not _registers(base).isdisjoint(_registers(later)):
        yield "case_number", -6.0 if base.announces and later.announces else -1.5


def _registers(work: Work) -> set[str]:
    """The registers of a work's case numbers: VN/5521/2022 and va-tem-2022-3 may be the same call's."""
    return {re.split(r"[/-]", case)[0] for case in work.cases}


def _others(base: Work, later: Work) -> Iterator[tuple[str, float]]:
    yield "authority", _agreement(base.authority, later.authority, 0.5, -2.0)
    yield "text", _text(base, later)
    yield "place", _place(base, later)
    yield "years", _years(base, later)


def _words(base: Work, later: Work) -> float:
    """Either title may be the shorter one: the better of the two shares counts, and the other one a little."""
    best, second = sorted(
        (_shared(base.titles, later.leads), _shared(later.titles, base.leads)), key=lambda share: -share
    )
    return _bounded((0.75 * best + 0.25 * second - _SHARED_WORDS) * _WORD_SCALE, -4.0, 4.0)


def _shared(titles: Mapping[Language, tuple[Word, ...]], leads: Mapping[Language, frozenset[str]]) -> float:
    """Return the share of a title's words that the other's beginning may say, in the language that fits best."""
    everything = frozenset[str]().union(*leads.values())
    return max(
        (_share_of(words, leads.get(language, everything)) for language, words in titles.items()),
        default=_SHARED_WORDS,
    )


def _share_of(words: tuple[Word, ...], said: frozenset[str]) -> float:
    found = sum(not said.isdisjoint(word) for word in words)
    return (found + _FEW_WORDS * _SHARED_WORDS) / (len(words) + _FEW_WORDS)


def _text(base: Work, later: Work) -> float:
    """The share of the shorter beginning's words that the other has, in the language that fits best."""
    both = base.leads.keys() & later.leads.keys()
    return max((_overlap(base.leads[language], later.leads[language]) for language in both), default=0.0)


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    share = (len(ours & theirs) + _FEW_IN_TEXT * _SHARED_TEXT) / (min(len(ours), len(theirs)) + _FEW_IN_TEXT)
    return _bounded((share - _SHARED_TEXT) * _TEXT_SCALE, -1.5, 2.0)


def _place(base: Work, later: Work) -> float:
    """Calls of one day for several regions differ in nothing else."""
    both = base.places.keys() & later.places.keys()
    if not both:
        return 0.0
    return 0.5 if any(base.places[language] & later.places[language] for language in both) else -6.0


def _years(base: Work, later: Work) -> float:
    if not base.years or not later.years:
        return 0.0
    return 0.5 if base.years & later.years else -3.0


def _agreement(ours: str | None, theirs: str | None, same: float, other: float) -> float:
    if not ours or not theirs:
        return 0.0
    return same if ours == theirs else other


def _bounded(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))

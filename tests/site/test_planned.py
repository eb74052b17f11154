"""Pages of lists are planned before their rows are put into words: of all that they show, and of nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import msgspec
import pytest

from parsers.model import Call, Difference
from sitegen.holdings import Card, Holdings, Work, read_holdings
from sitegen.pages.amounts_lists import planned_rounds
from sitegen.pages.base import Page
from sitegen.pages.browse import planned_lists
from sitegen.pages.calendar import planned_calendar
from sitegen.pages.calls import planned_calls
from sitegen.pages.translation_lists import planned_counted
from sitegen.planned import Planned
from sitegen.scope import scope_of
from sitegen.texts import LANGUAGES
from tests.site.sample import SampleArchive


@pytest.fixture(scope="module")
def held(calls_archive: SampleArchive) -> Holdings:
    return read_holdings(calls_archive)


def _plans(held: Holdings) -> dict[str, Planned]:
    scopes = [scope_of(language, LANGUAGES, held) for language in LANGUAGES]
    plans = (planned_lists, planned_calls, planned_calendar, planned_rounds, planned_counted)
    return {page.path: page for scope in scopes for plan in plans for page in plan(scope)}


def _with_card(change: Callable[[Card], Card]) -> Callable[[Holdings], Holdings]:
    """The first work's last version changed."""

    def changed(held: Holdings) -> Holdings:
        work, *others = held.works
        return _of_works(held, replace(work, cards=(*work.cards[:-1], change(work.cards[-1]))), *others)

    return changed


def _of_works(held: Holdings, *works: Work) -> Holdings:
    return replace(held, works=works, by_release={card.id: work for work in works for card in work.cards})


def _contradicting(work: Work) -> Work:
    """A work whose Swedish version, if there is one, closes on another day."""
    if work.pair is None or not work.first.closes:
        return work
    other = replace(work.cards[1], closes="2031-01-01")
    closes = Difference(field="closes", kind="contradicts", fi=work.first.closes, sv=other.closes)
    return replace(work, cards=(work.first, other), pair=replace(work.pair, differences=(closes,)))


def _with_call(change: Callable[[Call], Call]) -> Callable[[Holdings], Holdings]:
    """A call that closes on a day changed."""

    def changed(held: Holdings) -> Holdings:
        one = held.deadlines[0]
        return replace(held, calls=tuple(change(call) if call is one else call for call in held.calls))

    return changed


def _published_as(organisation: str) -> Callable[[Holdings], Holdings]:
    """What no known authority has published, published by someone."""

    def changed(held: Holdings) -> Holdings:
        works = (
            replace(work, cards=tuple(replace(card, authority=None, organisation=organisation) for card in work.cards))
            for work in held.works
        )
        calls = tuple(msgspec.structs.replace(call, authority=None) for call in held.calls)
        return _of_works(replace(held, calls=calls), *works)

    return changed


_CHANGES = {
    "a_title": _with_card(lambda card: replace(card, title="Toinen otsikko")),
    "a_sum": _with_card(lambda card: replace(card, total=Decimal(7))),
    "a_currency": _with_card(lambda card: replace(card, total=Decimal(7), currency="DKK")),
    "a_day": _with_card(lambda card: replace(card, published="2024-05-21")),
    "a_later_year": _with_card(lambda card: replace(card, published="2035-05-21")),
    "groups": _with_card(lambda card: replace(card, groups=("individuals",))),
    "a_work_less": lambda held: _of_works(held, *held.works[1:]),
    "a_pair_apart": lambda held: _of_works(held, *(replace(work, pair=None) for work in held.works)),
    "a_contradiction": lambda held: _of_works(held, *map(_contradicting, held.works)),
    "a_call_s_sum": _with_call(lambda call: msgspec.structs.replace(call, total=Decimal(8))),
    "a_call_s_title": _with_call(lambda call: msgspec.structs.replace(call, titles={"fi": "Toinen haku"})),
    "a_call_s_closing": _with_call(lambda call: msgspec.structs.replace(call, closes="2031-01-01")),
    "a_call_s_decision": _with_call(lambda call: msgspec.structs.replace(call, decided="2024-01-02")),
    "a_call_less": lambda held: replace(held, calls=held.calls[1:]),
    "an_unknown_publisher": _published_as("Säätiö"),
}  # fmt: skip


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_a_page_that_shows_something_else_is_made_of_something_else(
    change: Callable[[Holdings], Holdings], held: Holdings
) -> None:
    before, after = _plans(held), _plans(change(held))
    shown = {path for path in before.keys() & after if before[path].make() != after[path].make()}
    assert shown or before.keys() != after.keys()
    assert not {path for path in shown if before[path].inputs == after[path].inputs}


def test_the_name_of_an_unknown_publisher_is_part_of_it(held: Holdings) -> None:
    before, after = _plans(_published_as("Säätiö")(held)), _plans(_published_as("Yhdistys")(held))
    lists = [path for path in before if "/calls/" in path or "/calendar/" in path]
    assert lists and all(
        before[path].inputs != after[path].inputs for path in lists if before[path].make() != after[path].make()
    )


def test_what_shows_the_same_stays(held: Holdings) -> None:
    before, after = _plans(held), _plans(_CHANGES["a_title"](held))
    assert {path: page.inputs for path, page in before.items()} == {
        path: page.inputs for path, page in _plans(replace(held)).items()
    }
    same = {path for path in before if before[path].inputs == after[path].inputs}
    work = held.works[0]
    assert f"fi/browse/year/{work.year}/" not in same and "fi/browse/year/2022/" in same


def test_only_what_passes_names_the_day_of_which_it_is_true(held: Holdings) -> None:
    later = _with_card(lambda card: replace(card, published="2024-05-21"))(held)
    assert later.newest != held.newest
    before, after = _plans(held), _plans(later)
    dated = {path for path in before if path.startswith("fi/calls/") and before[path].inputs != after[path].inputs}
    assert dated == {"fi/calls/", "fi/calls/open/", "fi/calls/upcoming/", "fi/calls/continuous/"}
    assert all(isinstance(page.make(), Page) for page in before.values())

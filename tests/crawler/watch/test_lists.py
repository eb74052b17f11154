"""Alarms on lists that name nothing any more, and none on those that have nothing to name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crawler.watch import problem_of
from crawler.watch.model import Run

Crawls = Callable[..., Run]
Raised = Callable[[Run], list[str]]

FI, NEWS, SV = ("fi", "/tiedotteet"), ("fi", "/uutiset"), ("sv", "/sv/pressmeddelanden")
WELL: dict[str, dict[str, int]] = {"fi": {"unchanged": 50}, "sv": {"unchanged": 20}}


@pytest.mark.parametrize(
    ("earlier", "now", "arguments", "expected"),
    [
        pytest.param([{FI: 12, SV: 12}], {FI: 0, SV: 12}, {}, ["empty_list fi"], id="one language"),
        pytest.param([{FI: 12, NEWS: 9}], {FI: 12, NEWS: 0}, {}, ["empty_list fi"], id="one of two lists"),
        pytest.param([{FI: 12, SV: 12}], {FI: 0, SV: 0}, {}, ["empty_list fi", "empty_list sv"], id="both"),
        pytest.param([{FI: 12}, {FI: 0}], {FI: 0}, {}, ["empty_list fi"], id="for the second time"),
        pytest.param([{FI: 12}], {FI: 0}, {"since": "2026-11-01"}, ["empty_list fi"], id="since a day"),
        pytest.param([{FI: 12}], {FI: 0}, {"limit": 3}, [], id="with a limit"),
        pytest.param([], {FI: 12, SV: 0}, {}, [], id="a first run"),
        pytest.param([{FI: 12, SV: 0}] * 3, {FI: 12, SV: 0}, {}, [], id="always empty"),
        pytest.param([{FI: 12}], {FI: 1}, {}, [], id="a short list"),
        pytest.param([{FI: 12, SV: 12}], {FI: 12}, {}, [], id="one could not be fetched"),
    ],
)
def test_alarms_of_lists(
    crawls: Crawls, raised: Raised, earlier: list[Any], now: Any, arguments: dict[str, Any], expected: list[str]
) -> None:
    for lists in earlier:
        crawls(WELL, lists=lists)
    assert raised(crawls(WELL, lists=now, **arguments)) == expected


def test_the_alarm_names_source_language_and_list(crawls: Crawls) -> None:
    crawls(WELL, lists={FI: 12})
    (alarm,) = crawls(WELL, lists={FI: 0}).alarms
    assert str(problem_of(alarm)).startswith(
        "tem (fi): the list at https://tem.fi/tiedotteet names no releases any more"
    )
    assert (alarm.observed, alarm.expected) == (0, 12)


@pytest.mark.parametrize(
    "unclear",
    [
        pytest.param({"lists": {SV: 12}}, id="not fetched"),
        pytest.param({"lists": {FI: 3}, "limit": 3}, id="with a limit"),
        pytest.param({"lists": {FI: 12}, "interrupted": True}, id="interrupted"),
    ],
)
def test_the_alarm_stands_until_the_list_names_releases_again(
    crawls: Crawls, raised: Raised, unclear: dict[str, Any]
) -> None:
    crawls(WELL, lists={FI: 12, SV: 12})
    first = crawls(WELL, lists={FI: 0, SV: 12})
    assert crawls(WELL, **unclear).standing == first.alarms
    again = crawls(WELL, lists={FI: 0, SV: 12})
    assert raised(again) == ["empty_list fi"] and again.alarms[0].since == first.start
    healed = crawls(WELL, lists={FI: 12, SV: 12})
    assert (healed.alarms, healed.standing) == ((), ())


def test_a_list_that_has_moved_ends_the_alarm_on_the_old_one(crawls: Crawls) -> None:
    crawls(WELL, lists={FI: 12})
    crawls(WELL, lists={FI: 0})
    mended = crawls(WELL, lists={("fi", "/uusi-luettelo"): 12})
    assert (mended.alarms, mended.standing) == ((), ())

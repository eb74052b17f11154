"""How a call stood on a day, and what is said of it together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from parsers.calls.assembly import make_calls
from parsers.calls.status import status, was_open
from parsers.model import Call, CallStatus
from tests.parsers.calls.invented import scenarios, versions


@pytest.fixture(scope="module")
def calls() -> dict[str, Call]:
    """The first call of each scenario, by the scenario's id."""
    found = {}
    for scenario in scenarios():
        made = {call.id: call for call in make_calls(scenario.releases.values(), versions(scenario))}
        first = scenario.releases[next(iter(scenario.calls[0]))].id
        found[scenario.id] = next(call for call in made.values() if first in {each.id for each in call.members})
    return found


@pytest.mark.parametrize(
    ("scenario", "day", "expected", "open_"),
    [
        pytest.param("whole_chain_in_both_languages", "2022-02-28", None, False, id="before_it_was_published"),
        pytest.param("whole_chain_in_both_languages", "2022-03-01", "open", True, id="first_day"),
        pytest.param("whole_chain_in_both_languages", "2022-04-08", "open", True, id="extended_before_it_closed"),
        pytest.param("whole_chain_in_both_languages", "2022-04-22", "open", True, id="last_day"),
        pytest.param("whole_chain_in_both_languages", "2022-04-23", "closed", False, id="day_after"),
        pytest.param("whole_chain_in_both_languages", "2022-06-30", "decided", False, id="decided"),
        pytest.param("announced_before_it_opens", "2022-12-24", "upcoming", False, id="upcoming"),
        pytest.param("continuous_call_decided_in_parts", "2020-07-01", "continuous", True, id="continuous"),
        pytest.param("decision_states_an_extension_that_is_not_there", "2022-03-25", "closed", False, id="unannounced"),
        pytest.param("extension_and_decision_without_opening", "2020-09-30", "open", True, id="extension_alone"),
        pytest.param("decision_without_opening", "2019-06-09", None, False, id="nothing_known"),
    ],
)
def test_status(calls: dict[str, Call], scenario: str, day: str, expected: CallStatus | None, open_: bool) -> None:
    assert status(calls[scenario], day) == expected
    assert was_open(calls[scenario], day) == open_


def test_a_call_is_not_open_for_ever(calls: dict[str, Call]) -> None:
    call = calls["announced_before_it_opens"]
    endless = replace(call, windows=tuple(replace(window, closes=None) for window in call.windows))
    assert status(endless, "2022-12-24") == "upcoming"
    assert status(endless, "2035-01-01") is None


def test_a_window_that_only_the_decision_tells_of_was_open(calls: dict[str, Call]) -> None:
    scenario = next(each for each in scenarios() if each.id == "two_decisions_of_one_day_and_one_opening")
    made = make_calls([scenario.releases["other.fi"]], [])
    assert status(made[0], "2020-09-15") is None
    assert was_open(made[0], "2020-09-15") and not was_open(made[0], "2020-10-01")


def test_facts_of_a_whole_chain(calls: dict[str, Call]) -> None:
    call = calls["whole_chain_in_both_languages"]
    assert (call.opens, call.closes, call.decided) == ("2022-03-01", "2022-04-22T16:15", "2022-06-30")
    assert (call.total, call.granted, call.currency) == (Decimal(4_000_000), Decimal(3_900_000), "EUR")
    assert [(window.closes, window.extended) for window in call.windows] == [
        ("2022-04-08T16:15", False),
        ("2022-04-22T16:15", True),
    ]
    assert list(call.titles) == ["fi", "sv"]
    assert [member.role for member in call.members] == ["opening"] * 2 + ["extension"] * 2 + ["decision"] * 2


def test_sums_of_decisions_in_parts_are_added(calls: dict[str, Call]) -> None:
    assert calls["continuous_call_decided_in_parts"].granted == Decimal(390_000)


def test_what_the_official_entry_says_otherwise_is_kept(calls: dict[str, Call]) -> None:
    call = calls["official_entry_with_another_closing_time"]
    assert call.case_number == "va-tem-2024-4"
    assert {(each.field, each.kind, each.release_value, each.official_value) for each in call.opinions} == {
        ("closes", "contradicts", "2024-02-16T15:00", "2024-02-16T16:15")
    }
    assert call.opens == "2024-01-09"

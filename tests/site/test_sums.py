"""Sums by authority and year: each round once, what is not known told apart from nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from parsers.model import Call
from parsers.model.calls import CallMember, CallRole
from sitegen.sums import Place, Sums, add_up, by_year


def call(*roles: CallRole, **facts: object) -> Call:
    """A round of releases of the first of March 2023 that play `roles`."""
    members = tuple(
        CallMember(
            id=f"r{at}", url="", language="fi", title="", published="2023-03-01T09:00", role=role, method=None, score=1
        )
        for at, role in enumerate(roles)
    )
    plain: dict[str, object] = dict.fromkeys(("opens", "closes", "total", "granted", "decided", "case_number"))
    plain |= {"id": "c", "titles": {}, "authority": "tem", "continuous": False, "currency": "EUR", "groups": ()}
    return Call(members=members, **{**plain, **facts})  # type: ignore[arg-type]


def test_a_round_counts_once_in_the_year_of_each_event() -> None:
    sums = add_up(
        [
            call(
                "opening",
                "opening",
                "notice",
                "extension",
                "decision",
                opens="2022-12-30",
                total=Decimal(3_000_000),
                decided="2024-01-08",
                granted=Decimal(2_870_000),
            )
        ]
    )
    assert sums == {
        Place("tem", 2022, "EUR"): Sums(opened=1, announced=1, available=Decimal(3_000_000)),
        Place("tem", 2024, "EUR"): Sums(decided=1, told=1, granted=Decimal(2_870_000)),
    }


def test_a_round_whose_sum_was_not_read_is_counted_but_adds_nothing() -> None:
    sums = add_up([call("opening"), call("opening", total=Decimal(100)), call("decision")])
    assert sums == {Place("tem", 2023, "EUR"): Sums(opened=2, announced=1, available=Decimal(100), decided=1)}


def test_a_decision_without_its_call_opens_no_round() -> None:
    (found,) = add_up([call("decision", granted=Decimal(5))]).values()
    assert (found.opened, found.decided, found.granted) == (0, 1, Decimal(5))


@pytest.mark.parametrize("role", [role for role in get_args(CallRole) if role != "decision"])
def test_whatever_tells_of_a_call_opens_a_round(role: CallRole) -> None:
    (found,) = add_up([call(role)]).values()
    assert (found.opened, found.decided) == (1, 0)


def test_currencies_are_never_added_to_each_other() -> None:
    sums = add_up([call("opening", total=Decimal(1)), call("opening", total=Decimal(2), currency="SEK")])
    assert {place.currency: each.available for place, each in sums.items()} == {"EUR": Decimal(1), "SEK": Decimal(2)}


def test_a_round_without_a_day_has_no_year() -> None:
    bare = call("opening", total=Decimal(7))
    (place,) = add_up(
        [Call(**{name: getattr(bare, name) for name in Call.__struct_fields__ if name != "members"}, members=())]
    )
    assert place == Place("tem", None, "EUR")


def test_authorities_are_put_together_by_year() -> None:
    one = add_up([call("opening", total=Decimal(1)), call("opening", total=Decimal(2), authority=None)])
    assert by_year(one) == {2023: Sums(opened=2, announced=2, available=Decimal(3))}

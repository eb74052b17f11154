"""Differences in lists: what of them is shown, and how."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from parsers.model import Difference, Pair
from sitegen.entries import DifferingEntry, differing_of
from sitegen.formats import NBSP
from sitegen.holdings import read_holdings
from sitegen.pages.front import MOST_DIFFERENCES, front_page
from sitegen.scope import Scope, scope_of
from tests.site.sample import sample_archive


def differing(*differences: Difference) -> Scope:
    archive = sample_archive()
    first, *others = archive.joined
    archive.joined = [_with(first, differences), *(_with(pair, ()) for pair in others)]
    return scope_of("en", ("fi", "sv", "en"), read_holdings(archive))


def _with(pair: Pair, differences: tuple[Difference, ...]) -> Pair:
    return msgspec.structs.replace(pair, differences=differences)


def difference(field: str, fi: str | None, sv: str | None) -> Difference:
    kind = "only_sv" if fi is None else "only_fi" if sv is None else "contradicts"
    return Difference(field=field, kind=kind, fi=fi, sv=sv)  # type: ignore[arg-type]


def entry(*differences: Difference, **options: Any) -> DifferingEntry:
    scope = differing(*differences)
    (work,) = scope.holdings.differing
    return differing_of(work, scope, **options)


def test_the_front_page_has_few_of_a_pair_and_contradictions_first() -> None:
    sums = [difference("amounts", f"{number} 000", None) for number in range(1, 8)]
    scope = differing(*sums, difference("closes", "2024-04-19", "2024-04-26"))
    (shown,) = front_page(scope).differing
    assert [each.number for each in shown.differences] == [8, 1] and len(shown.differences) == MOST_DIFFERENCES
    assert shown.more == 6


def test_the_front_page_leaves_contacts_to_the_comparison() -> None:
    contact = difference("contacts", "Maija Virta, +358295047990", None)
    scope = differing(contact)
    assert front_page(scope).differing == ()
    scope = differing(contact, difference("closes", "2024-04-19", "2024-04-26"))
    (shown,) = front_page(scope).differing
    assert ([each.number for each in shown.differences], shown.more) == ([2], 1)


@pytest.mark.parametrize(
    ("fi", "sv", "expected"),
    [
        pytest.param("612 000", None, ("Sum of money", f"612 000{NBSP}€", None), id="bare-figures"),
        pytest.param("3 M€", "4 M€", ("Sum of money", "3 M€", "4 M€"), id="in-its-own-words"),
    ],
)
def test_sums_of_tables_have_their_currency(fi: str, sv: str | None, expected: tuple[str | None, ...]) -> None:
    (shown,) = entry(difference("amounts", fi, sv)).differences
    assert (shown.field, shown.fi, shown.sv) == expected


@pytest.mark.parametrize(
    ("fi", "sv", "expected"),
    [
        pytest.param(
            "Maija Virta, +358295047990, m.virta@example.fi",
            "Maija Virta, +358295047991, m.virta@example.fi",
            ("Contact: telephone number", "Maija Virta", "Maija Virta"),
            id="number",
        ),
        pytest.param(
            "Maija Virta, m.virta@example.fi",
            "Maija Wirta, m.wirta@example.fi",
            ("Contact: name, e-mail address", "Maija Virta", "Maija Wirta"),
            id="name-and-address",
        ),
        pytest.param("Maija Virta, +358295047990", None, ("Contact", "Maija Virta", None), id="in-one-version"),
        pytest.param("+358295047990", None, ("Contact", "contact without a name", None), id="nameless"),
    ],
)
def test_lists_tell_which_contact_differs_without_its_number(
    fi: str, sv: str | None, expected: tuple[str | None, ...]
) -> None:
    (shown,) = entry(difference("contacts", fi, sv)).differences
    assert (shown.field, shown.fi, shown.sv) == expected


def test_all_differences_are_shown_where_no_number_is_set() -> None:
    shown = entry(*(difference("amounts", f"{number} 000", None) for number in range(1, 8)))
    assert (len(shown.differences), shown.more) == (7, 0)

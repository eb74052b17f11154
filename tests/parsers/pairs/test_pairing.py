from __future__ import annotations

import random
import time
from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import Application, Release
from parsers.pairs.pairing import Pairing, make_pairs
from tests.parsers.pairs.generated import generated
from tests.parsers.pairs.invented import Case, cases

_CASES = cases()
_BY_ID = {case.id: case for case in _CASES}
_RELEASES = [release for case in _CASES for release in (case.fi, case.sv)]


def _found(pairings: list[Pairing]) -> set[tuple[str, str]]:
    return {(pairing.fi, pairing.sv) for pairing in pairings}


def _true(chosen: list[Case]) -> set[tuple[str, str]]:
    return {(case.fi.id, case.sv.id) for case in chosen}


def _at(release: Release, url: str, **declared: str) -> Release:
    return msgspec.structs.replace(release, url=url, declared=declared)


def _without_facts(release: Release) -> Release:
    return msgspec.structs.replace(
        release, amounts=(), application=Application(), use_period=None, contacts=(), published=None, translated=None
    )


def test_all_pairs_of_one_archive_are_found() -> None:
    assert _found(make_pairs(_RELEASES)) == _true(_CASES)


def test_nothing_is_joined_where_no_version_is_there() -> None:
    """Every release beside every Swedish version but its own: siblings, other years, notices, strangers."""
    wrong = [(ours.id, theirs.id) for ours, theirs in permutations(_CASES, 2) if make_pairs([ours.fi, theirs.sv]) != []]
    assert wrong == []


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(_RELEASES))))
def test_the_order_of_releases_does_not_matter(order: list[int]) -> None:
    assert make_pairs([_RELEASES[number] for number in order]) == make_pairs(_RELEASES)


def test_a_release_is_in_one_pair_at_most_and_scores_are_probabilities() -> None:
    pairings = make_pairs(_RELEASES)
    assert len({pairing.fi for pairing in pairings}) == len({pairing.sv for pairing in pairings}) == len(pairings)
    assert all(0.5 <= pairing.score <= 1 and pairing.evidence for pairing in pairings)


def test_the_words_alone_are_enough_within_a_year() -> None:
    chosen = [case for case in _CASES if not case.id.startswith("yearly")]
    bare = [_without_facts(release) for case in chosen for release in (case.fi, case.sv)]
    assert _true(chosen) >= _found(make_pairs(bare))
    assert len(make_pairs(bare)) >= len(chosen) - 2


def test_a_link_makes_a_pair_declared() -> None:
    case = _BY_ID["rounded_title"]
    fi = _at(case.fi, "https://lvm.fi/-/saaristo", sv="https://lvm.fi/sv/-/skargard?languageId=sv_SE")
    sv = _at(case.sv, "https://lvm.fi/sv/-/skargard")
    (linked,) = make_pairs([fi, sv])
    (bare,) = make_pairs([case.fi, case.sv])
    assert (linked.method, bare.method) == ("declared", "content")
    assert linked.score > bare.score


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("sibling_boats", "sibling_bikes", id="sibling_of_the_day"),
        pytest.param("yearly_2017", "yearly_2016", id="call_of_another_year"),
        pytest.param("news", "notice", id="notice_the_news_talks_about"),
        pytest.param("rounded_title", "guide_without_facts", id="another_release_under_the_address"),
    ],
)
def test_a_link_to_another_text_is_not_believed(ours: str, theirs: str) -> None:
    fi = _at(_BY_ID[ours].fi, "https://tem.fi/-/haku", sv="https://tem.fi/sv/-/utlysning")
    sv = _at(_BY_ID[theirs].sv, "https://tem.fi/sv/-/utlysning")
    assert make_pairs([fi, sv]) == []


def test_wrong_links_crosswise_lose_to_the_texts() -> None:
    boats, bikes = _BY_ID["sibling_boats"], _BY_ID["sibling_bikes"]
    releases = [
        _at(boats.fi, "https://lvm.fi/-/1", sv="https://lvm.fi/sv/-/2"),
        _at(bikes.fi, "https://lvm.fi/-/2", sv="https://lvm.fi/sv/-/1"),
        _at(boats.sv, "https://lvm.fi/sv/-/1", fi="https://lvm.fi/-/2"),
        _at(bikes.sv, "https://lvm.fi/sv/-/2", fi="https://lvm.fi/-/1"),
    ]
    pairings = make_pairs(releases)
    assert _found(pairings) == _true([boats, bikes])
    assert {pairing.method for pairing in pairings} == {"content"}


def test_a_declared_address_that_is_not_in_the_archive_changes_nothing() -> None:
    case = _BY_ID["agreeing"] if "agreeing" in _BY_ID else _CASES[0]
    fi = _at(case.fi, "https://tem.fi/-/a", sv="https://tem.fi/sv/-/nowhere")
    assert _found(make_pairs([fi, case.sv])) == _true([case])


def test_a_version_that_comes_later_joins_and_leaves_the_other_pairs_alone() -> None:
    late = _BY_ID["weeks_later"]
    before = make_pairs([release for release in _RELEASES if release.id != late.sv.id])
    after = make_pairs(_RELEASES)
    assert _found(after) - _found(before) == _true([late])
    assert _found(before) <= _found(after)


@pytest.mark.parametrize("language", [pytest.param("en", id="english"), pytest.param(None, id="unknown")])
def test_other_languages_stay_out(language: str | None) -> None:
    case = _CASES[0]
    assert make_pairs([case.fi, msgspec.structs.replace(case.sv, language=language)]) == []


def test_of_two_readings_of_one_address_the_later_counts() -> None:
    case = _BY_ID["sibling_boats"]
    stale = msgspec.structs.replace(_BY_ID["guide_without_facts"].sv, id=case.sv.id, captured="2020-01-01T00:00:00Z")
    assert _found(make_pairs([case.fi, stale, case.sv])) == _true([case])


def test_generated_archives_pair_fully_and_in_near_linear_time() -> None:
    make_pairs(_RELEASES)
    seconds = []
    for count in (200, 800):
        releases, truth = generated(count, random.Random(count))
        start = time.perf_counter()
        found = _found(make_pairs(releases))
        seconds.append(time.perf_counter() - start)
        assert len(found & truth) >= 0.99 * len(truth) and len(found - truth) <= 0.01 * len(truth)
    assert seconds[1] < 16 * seconds[0] + 1

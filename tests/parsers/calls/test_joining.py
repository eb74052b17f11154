"""Which releases are joined into one call: invented rounds, alone and all in one archive."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from parsers.calls.assembly import make_calls
from parsers.calls.clues import odds, weigh
from parsers.calls.joining import Joining, join
from parsers.calls.sketch import Sketch, read_sketch
from parsers.calls.works import make_works
from parsers.model import Call
from tests.parsers.calls.invented import Scenario, archive, scenarios, versions

SCENARIOS = scenarios()
RELEASES = archive(SCENARIOS)
VERSIONS = [ids for scenario in SCENARIOS for ids in versions(scenario)]


def named(calls: Iterable[Call], names: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(f"{names[member.id]}:{member.role}" for member in call.members) for call in calls}


def wanted(scenario: Scenario) -> set[frozenset[str]]:
    return {frozenset(f"{key}:{role}" for key, role in call.items()) for call in scenario.calls}


@pytest.fixture(scope="module")
def everything() -> tuple[Call, ...]:
    return make_calls(RELEASES, VERSIONS)


@pytest.mark.parametrize("scenario", [pytest.param(each, id=each.id) for each in SCENARIOS])
def test_rounds_are_joined_as_a_reader_joins_them(scenario: Scenario) -> None:
    calls = make_calls(scenario.releases.values(), versions(scenario))
    assert named(calls, {release.id: key for key, release in scenario.releases.items()}) == wanted(scenario)


@pytest.mark.parametrize("scenario", [pytest.param(each, id=each.id) for each in SCENARIOS])
def test_so_they_are_among_all_others(scenario: Scenario, everything: tuple[Call, ...]) -> None:
    names = {release.id: "another" for release in RELEASES}
    names |= {release.id: key for key, release in scenario.releases.items()}
    ours = {release.id for release in scenario.releases.values()}
    calls = [call for call in everything if any(member.id in ours for member in call.members)]
    assert named(calls, names) == wanted(scenario)


def test_a_release_is_in_one_call_at_most(everything: tuple[Call, ...]) -> None:
    members = [member.id for call in everything for member in call.members]
    assert len(members) == len(set(members))


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    return [read_sketch(release) for release in RELEASES]


def joined(sketches: Iterable[Sketch], pairs: Iterable[Iterable[str]]) -> list[list[Joining]]:
    return join(make_works(sketches, pairs))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_releases_and_pairs_changes_nothing(seed: int, sketches: list[Sketch]) -> None:
    source = random.Random(seed)
    pairs = [source.sample(ids, len(ids)) for ids in source.sample(VERSIONS, len(VERSIONS))]
    assert joined(source.sample(sketches, len(sketches)), pairs) == joined(sketches, VERSIONS)


def test_a_new_release_changes_only_the_calls_it_may_belong_to(sketches: list[Sketch]) -> None:
    works = {work.id: work for work in make_works(sketches, VERSIONS)}
    after = joined(sketches, VERSIONS)
    for text in VERSIONS:
        new = next((work for work in works.values() if not work.ids.isdisjoint(text)), None)
        before = joined([sketch for sketch in sketches if sketch.id not in text], VERSIONS)
        changed = [call for call in [*after, *before] if call not in after or call not in before]
        assert new is not None or not changed
        for call in changed:
            mates = [mate for other in changed if not _ids(other).isdisjoint(_ids(call)) for mate in _ids(other)]
            assert any(new and (mate == new.id or odds(weigh(works[mate], new)) > 0) for mate in mates)


def _ids(call: list[Joining]) -> set[str]:
    return {joining.work for joining in call}


def test_a_call_is_named_after_the_finnish_release_it_begins_with(everything: tuple[Call, ...]) -> None:
    for call in everything:
        first = call.members[0]
        assert call.id in {member.id for member in call.members}
        assert {member.score for member in call.members if member.method is None} == {1.0}
        assert first.method is None or first.published is not None
        assert all(0.5 <= member.score <= 1 for member in call.members)

"""However releases arrive, change and go: what is known of them in the end depends on which there are, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.pairs import marks
from parsers.pairs.candidates import likeness, update
from parsers.pairs.components import components
from parsers.pairs.lexicon import glossary
from parsers.pairs.marks import ENOUGH, is_rare, marks_of, strength
from parsers.pairs.pairing import Work, works_of
from parsers.pairs.profile import LANGUAGES, Profile, read_profile
from parsers.pairs.store import Entry, Likeness, MemoryStore, unpack
from tests.parsers.pairs.generated import generated_archive
from tests.parsers.pairs.invented import cases

_COUNT = 90


@cache
def _profiles() -> tuple[Profile, ...]:
    archive = generated_archive(_COUNT, random.Random(7))
    return tuple(read_profile(release, glossary()) for release in archive.releases)


@pytest.fixture(params=[pytest.param(2, id="nearly_all_marks_common"), 6, pytest.param(144, id="as_it_is")])
def most_shared(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So few that marks cease to count, and count again, all the time."""
    most: int = request.param
    monkeypatch.setattr(marks, "MOST_SHARED", most)
    return most


def _kept(store: MemoryStore, profiles: Sequence[Profile]) -> dict[tuple[str, str], Likeness]:
    return {found.ends: found for profile in profiles for found in store.likenesses(profile.id)}


def _by_definition(profiles: Sequence[Profile]) -> dict[tuple[str, str], Likeness]:
    """Every two releases looked at, every mark counted."""
    marks_by = {profile.id: marks_of(profile) for profile in profiles}

    def holders(mark: int, language: str) -> int:
        return sum(profile.language == language and mark in marks_by[profile.id] for profile in profiles)

    found = {}
    for pair in combinations(profiles, 2):
        one, other = sorted(pair, key=lambda profile: LANGUAGES.index(profile.language))
        shared = marks_by[one.id] & marks_by[other.id] if one.language != other.language else frozenset()
        rare = (m for m in shared if is_rare(m, holders(m, one.language), holders(m, other.language)))
        if sum(map(strength, rare)) >= ENOUGH:
            alike = likeness(one, other)
            if alike.weight > -2500 or alike.declared:
                found[alike.ends] = alike
    return found


def _arrivals(profiles: Sequence[Profile], chance: random.Random) -> Iterator[dict[str, Entry | None]]:
    """Everything in batches of any size and order; some releases come, go and come back, some in another shape first."""
    order = chance.sample(profiles, len(profiles))
    while order:
        size = chance.choice((1, 1, 2, 5, 20))
        batch, order = order[:size], order[size:]
        changes: dict[str, Entry | None] = {profile.id: Entry.of(profile) for profile in batch}
        if order and chance.random() < 0.3:
            early = chance.choice(order)
            changes[early.id] = Entry.of(msgspec.structs.replace(chance.choice(profiles), id=early.id))
        yield changes
        if chance.random() < 0.3:
            gone = chance.choice(batch)
            yield {gone.id: None}
            yield {gone.id: Entry.of(gone)}


def _works(store: MemoryStore, releases: Sequence[str]) -> list[Work]:
    return [work for component in components(store, releases) for work in works_of(component)]


@pytest.mark.parametrize("seed", range(3))
def test_arriving_little_by_little_gives_what_the_definition_says(most_shared: int, seed: int) -> None:
    chance = random.Random(f"{seed} {most_shared}")
    profiles = chance.sample(_profiles(), 60)
    store = MemoryStore()
    for changes in _arrivals(profiles, chance):
        update(store, changes)
    assert _kept(store, profiles) == _by_definition(profiles)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_only_what_was_touched_needs_assigning_again(seed: int) -> None:
    chance = random.Random(seed)
    profiles = _profiles()
    store, at_once = MemoryStore(), MemoryStore()
    texts: dict[str, Work] = {}
    for changes in _arrivals(profiles, chance):
        touched = update(store, changes)
        for component in components(store, touched):
            for release in component.releases:
                texts.pop(release, None)
            for work in works_of(component):
                texts |= dict.fromkeys(_releases(work), work)
    update(at_once, {profile.id: Entry.of(profile) for profile in profiles})
    expected = _works(at_once, [profile.id for profile in profiles])
    assert texts == {release: work for work in expected for release in _releases(work)}


def _releases(work: Work) -> set[str]:
    pair = {work.pair.fi, work.pair.sv} if work.pair else set()
    return pair | ({work.english.version, work.english.en} if work.english else set())


def test_a_profile_is_kept_as_it_is_and_to_the_same_bytes() -> None:
    for profile in _profiles()[:20]:
        assert unpack(Entry.of(profile).profile) == profile
    again = read_profile(cases()[0].fi, glossary())
    assert Entry.of(again) == Entry.of(read_profile(cases()[0].fi, glossary()))


def test_one_arrival_looks_at_few(monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = _profiles()
    store = MemoryStore()
    update(store, {profile.id: Entry.of(profile) for profile in profiles[1:]})
    weighed: list[tuple[Profile, Profile]] = []

    def counted(*ends: Profile) -> Likeness:
        weighed.append((ends[0], ends[1]))
        return likeness(*ends)

    monkeypatch.setattr("parsers.pairs.candidates.likeness", counted)
    touched = update(store, {profiles[0].id: Entry.of(profiles[0])})
    assert len(weighed) <= 12
    assert len(touched) <= 12

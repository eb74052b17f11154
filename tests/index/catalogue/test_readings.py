"""Readings of one address folded: only which readings there are may matter."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.readings import Reading, fold

_DAYS = st.sampled_from(["2026-11-01T09:00:00Z", "2026-11-02T09:00:00Z", "2026-11-03T09:00:00Z"])
_TEXTS = st.sampled_from("abc")


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    captured, text = draw(_DAYS), draw(_TEXTS)
    return Reading(
        captured=captured,
        digest=draw(st.sampled_from("xy")),
        record=f"{text} {captured} {draw(st.booleans())}",
        first_captured=captured,
        text_digest=text,
    )


@given(st.lists(readings(), min_size=1, max_size=8), st.randoms(), st.integers(0, 8))
def test_order_and_batches_do_not_matter(given_readings: list[Reading], rng: random.Random, cut: int) -> None:
    shuffled = given_readings[:]
    rng.shuffle(shuffled)
    in_two_batches = fold([*fold(shuffled[:cut]), *shuffled[cut:]])
    assert in_two_batches == fold(given_readings)


@given(st.lists(readings(), min_size=1, max_size=8))
def test_newest_first_and_one_a_text(given_readings: list[Reading]) -> None:
    folded = fold(given_readings)
    assert folded[0].age == max(reading.age for reading in given_readings)
    assert sorted(reading.text_digest for reading in folded) == sorted({one.text_digest for one in given_readings})
    for reading in folded:
        same = [one.captured for one in given_readings if one.text_digest == reading.text_digest]
        assert (reading.first_captured, reading.captured) == (min(same), max(same))


@given(st.lists(readings(), min_size=1, max_size=8))
def test_folding_again_changes_nothing(given_readings: list[Reading]) -> None:
    folded = fold(given_readings)
    assert fold([*folded, *given_readings]) == folded

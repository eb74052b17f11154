from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.pairs.assignment import assign

_SIDE = range(4)
_weights = st.dictionaries(
    st.tuples(st.sampled_from(_SIDE), st.sampled_from(_SIDE)), st.integers(min_value=-5, max_value=20), max_size=16
)


@settings(max_examples=200)
@given(_weights)
def test_no_other_set_of_pairs_weighs_more(weights: dict[tuple[int, int], int]) -> None:
    chosen = assign(weights)
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    best = max(
        sum(max(0, weights.get((left, right), 0)) for left, right in enumerate(order)) for order in permutations(_SIDE)
    )
    assert sum(weights[pair] for pair in chosen) == best


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        pytest.param({(0, 0): -1, (1, 1): 0}, set(), id="nothing_to_gain"),
        pytest.param({(0, 0): 9, (0, 1): 8, (1, 0): 8}, {(0, 1), (1, 0)}, id="not_the_greedy_choice"),
        pytest.param({(0, 0): 9, (1, 0): 8}, {(0, 0)}, id="one_place_for_two"),
        pytest.param({(0, 0): 5, (1, 0): 5}, {(0, 0)}, id="a_tie_goes_to_the_first"),
        pytest.param({(1, 0): 9, (0, 0): 8, (1, 1): 3}, {(0, 0), (1, 1)}, id="gives_way_later"),
    ],
)
def test_assign(weights: dict[tuple[int, int], int], pairs: set[tuple[int, int]]) -> None:
    assert assign(weights) == pairs

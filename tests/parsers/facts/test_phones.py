from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.phones import find_phones, normal_number


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("Anna Aho, 0295 047 990", ["0295 047 990"], id="bare"),
        pytest.param("Anna Aho, 040 123 4567, 0295 047 990", ["040 123 4567", "0295 047 990"], id="two"),
        pytest.param("Y-tunnus 0201456-7", [], id="business-id"),
        pytest.param("00530 Helsinki", [], id="postal-code"),
        pytest.param("0,5 miljoonaa, 0 500 000 euroa, 01.02.2021", [], id="figures"),
        pytest.param("viite 0295047/2021", [], id="case-number"),
        pytest.param("20 000 - 70 000 euroa", [], id="range-of-sums"),
    ],
)
def test_bare_numbers_of_a_contact_line(text: str, printed: list[str]) -> None:
    assert [mention.printed for mention in find_phones(text, bare=True)] == printed


@pytest.mark.parametrize(
    ("printed", "number", "valid"),
    [
        pytest.param("029 504 7990", "+358295047990", True, id="direct"),
        pytest.param("+358 (0)29 504 7990", "+358295047990", True, id="international-with-zero"),
        pytest.param("00358 29 504 7990", "+358295047990", True, id="double-zero"),
        pytest.param("050 123 4567", "+358501234567", True, id="mobile"),
        pytest.param("+46 8 545 536 00", "+46854553600", True, id="sweden"),
        pytest.param("029 295 047 117", "029295047117", False, id="prefix-twice"),
        pytest.param("0295 0472", "02950472", False, id="truncated"),
        pytest.param("0295 047 99012", "029504799012", False, id="too-long"),
        pytest.param("12345", "12345", False, id="too-short"),
    ],
)
def test_normal_number(printed: str, number: str, valid: bool) -> None:
    assert normal_number(printed) == (number, valid)


@given(st.integers(0, 9_999_999), st.sampled_from([(3, 3, 4), (4, 3, 3), (10,), (5, 5), (3, 7)]))
def test_direct_numbers_are_read_in_any_grouping(number: int, groups: tuple[int, ...]) -> None:
    digits = f"029{number:07}"
    starts = [sum(groups[:position]) for position in range(len(groups))]
    printed = " ".join(digits[start : start + length] for start, length in zip(starts, groups, strict=True))
    (mention,) = find_phones(f"erityisasiantuntija Anna Aho, p. {printed}, TEM")
    assert mention.printed == printed
    assert normal_number(mention.printed) == (f"+358{digits[1:]}", True)


@given(st.text(max_size=200))
def test_every_mention_lies_in_the_text(text: str) -> None:
    for mention in find_phones(text, bare=True):
        assert mention.printed in text[mention.start : mention.end]

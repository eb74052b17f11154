"""The numbers behind the rules, and the words of the alarms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.watch import PAGE, Alarm, Code, problem_of
from crawler.watch.statistics import bounds, is_lower, least_usual

SHARES = st.integers(1, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(SHARES)
def test_bounds_hold_the_share(share: tuple[int, int]) -> None:
    low, high = bounds(*share)
    assert 0 <= low <= share[0] / share[1] + 1e-9 and share[0] / share[1] - 1e-9 <= high <= 1


@given(SHARES, SHARES)
def test_no_share_is_lower_than_one_that_is_not_higher(share: tuple[int, int], before: tuple[int, int]) -> None:
    if share[0] / share[1] >= before[0] / before[1]:
        assert not is_lower(*share, *before)


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=10), st.integers(0, 10_000))
def test_one_run_moves_what_is_usual_no_further_than_the_others_reach(counts: list[int], odd: int) -> None:
    least = least_usual([*counts, odd])
    assert least is not None and least <= max(counts)


@given(st.integers(0, 10_000), st.integers(3, 10))
def test_what_stays_as_it_was_is_usual(count: int, runs: int) -> None:
    least = least_usual([count] * runs)
    assert least is not None and least < max(count, 1)


@pytest.mark.parametrize("code", list(Code))
def test_every_alarm_is_one_line_that_names_source_and_figures(code: Code) -> None:
    of_reading = code in (Code.MISSING, Code.REDESIGN, Code.UNREADABLE)
    field = {Code.MISSING: "published", Code.UNREADABLE: PAGE}.get(code, "contacts") if of_reading else None
    alarm = Alarm(
        code=code, source="tem", language="sv", field=field, observed=0.25 if of_reading else 3,
        expected=0.9 if of_reading else 40, count=16, since="2026-11-01T09:00:00Z", detail="https://tem.fi: nothing",
    )  # fmt: skip
    text = str(problem_of(alarm))
    assert text.startswith("tem (sv): ") and "\n" not in text and "{" not in text
    if of_reading:
        assert "12 of 16" in text


@pytest.mark.parametrize("field", ["title", "published", "blocks", "contacts", "closes"])
def test_every_field_has_words(field: str) -> None:
    alarm = Alarm(code=Code.MISSING, source="tem", field=field, observed=0, expected=1, count=5, since="")
    assert "is missing on 5 of 5 pages; expected on 100%" in str(problem_of(alarm))

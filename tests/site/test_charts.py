"""Charts: round axes, and shapes that lie where their figures say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.charts import MOST_YEARS, Chart, Frame, Series, grouped, line, stacked, ticks, year_span

YEARS = (2020, 2021, 2022)
FLAT = Chart.BOTTOM - Chart.TOP


def frame(years: tuple[int, ...] = YEARS) -> Frame:
    return Frame("c", "Title", "Text", years, lambda value: f"{value:g}")


def series(*values: float | None, name: str = "one") -> Series:
    return Series(name, values, tuple(f"{name} {value}" for value in values))


@pytest.mark.parametrize(
    ("low", "high", "whole", "expected"),
    [
        pytest.param(0, 4, False, (0, 1, 2, 3, 4), id="ones"),
        pytest.param(0, 97, False, (0, 50, 100), id="fifties"),
        pytest.param(0, 1, True, (0, 1, 2), id="whole-few"),
        pytest.param(0, 1_250_000_000, False, (0, 500_000_000, 1_000_000_000, 1_500_000_000), id="milliards"),
        pytest.param(-30, 10, False, (-30, -20, -10, 0, 10), id="below-zero"),
        pytest.param(5, 9, False, (0, 5, 10), id="zero-is-always-there"),
    ],
)
def test_an_axis_has_round_values(low: float, high: float, whole: bool, expected: tuple[float, ...]) -> None:
    assert ticks(low, high, whole) == expected


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.booleans())
def test_an_axis_encloses_what_it_is_for(one: float, other: float, whole: bool) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high, whole)
    assert 3 <= len(found) <= 7 and 0 in found
    slack = (found[1] - found[0]) * 1e-6
    assert found[0] <= low + slack and found[-1] >= high - slack
    assert not whole or all(value == int(value) for value in found)


def test_years_have_no_gaps_and_are_not_too_many() -> None:
    assert year_span([1021, 2026, 2024]) == tuple(range(2027 - MOST_YEARS, 2027))


def test_columns_beside_each_other() -> None:
    chart = grouped(frame(), [series(2, None, 4), series(1, 0, None, name="two")])
    assert [(bar.series, bar.told, bar.height) for bar in chart.bars] == [
        (0, "one 2", FLAT / 2),
        (0, "one 4", FLAT),
        (1, "two 1", FLAT / 4),
    ]
    one, _, two = chart.bars
    assert two.x == pytest.approx(one.x + one.width, abs=0.11)
    assert all(bar.y + bar.height == Chart.BOTTOM for bar in chart.bars)
    assert [rule.text for rule in chart.rules] == ["0", "1", "2", "3", "4"] and chart.zero == Chart.BOTTOM


def test_columns_on_top_of_each_other() -> None:
    chart = stacked(frame(), [series(3, 0, 0), series(1, 2, 0, name="two")])
    foot, top, alone = chart.bars
    assert foot.x == top.x and foot.y == pytest.approx(top.y + top.height, abs=0.11)
    assert top.y == Chart.TOP and foot.height == pytest.approx(3 * top.height, abs=0.2)
    assert alone.told == "two 2" and alone.y + alone.height == Chart.BOTTOM


def test_what_is_small_can_still_be_seen() -> None:
    chart = grouped(frame((2020, 2021)), [series(1_000_000, 1)])
    assert chart.bars[1].height == 1.5


def test_a_line_is_broken_where_a_year_is_not_known() -> None:
    chart = line(frame((2018, 2019, 2020, 2021)), series(10, 20, None, 5))
    assert [dot.told for dot in chart.dots] == ["one 10", "one 20", "one 5"]
    (stroke,) = chart.strokes
    assert (stroke.x1, stroke.y1, stroke.x2, stroke.y2) == tuple(
        part for dot in chart.dots[:2] for part in (dot.x, dot.y)
    )


def test_a_value_below_zero_lies_below_its_line() -> None:
    chart = line(frame(), series(-10, 30, None))
    assert chart.dots[0].y > chart.zero > chart.dots[1].y


@pytest.mark.parametrize("count", [1, 5, 8, 9, 40])
def test_years_are_named_as_there_is_room(count: int) -> None:
    years = tuple(range(2027 - count, 2027))
    named = [tick.text for tick in grouped(frame(years), [series(*[1.0] * count)]).years]
    assert named[-1] == "2026" and 1 <= len(named) <= 8


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e12)), min_size=1, max_size=MOST_YEARS))
def test_nothing_leaves_the_chart(values: list[float | None]) -> None:
    years = tuple(range(2000, 2000 + len(values)))
    for chart in (grouped(frame(years), [series(*values)] * 2), stacked(frame(years), [series(*values)] * 3)):
        for bar in chart.bars:
            assert bar.x >= Chart.LEFT and bar.x + bar.width <= Chart.RIGHT + 0.2
            assert bar.y + bar.height <= Chart.BOTTOM + 0.2 and bar.y >= Chart.TOP - 3.2

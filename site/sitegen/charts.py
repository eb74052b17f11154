"""Charts as numbers for SVG: columns and lines by year, with an axis that a reader can reckon by.

A chart knows where each of its shapes lies, in its own units; templates/charts.html draws it. It is one of two ways to
read the same figures: every chart stands beside a table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

# No more years than can be told apart in a chart; older ones are in its table.
MOST_YEARS = 40
_NAMED = 8
_STEPS = (1, 2, 5, 10)
# The part of a year's slot that its columns fill.
_FILLED = 0.76

Value = float | None


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn in one way: its name, its value of each year (None: not known), and those values in words."""

    name: str
    values: tuple[Value, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what is written there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A column of a series, in words too."""

    x: float
    y: float
    width: float
    height: float
    series: int
    told: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line, in words too."""

    x: float
    y: float
    told: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`text` says in a sentence what there is to see; `series` are the names in the order of their looks."""

    WIDTH: ClassVar[int] = 360
    HEIGHT: ClassVar[int] = 204
    LEFT: ClassVar[int] = 58
    RIGHT: ClassVar[int] = 356
    TOP: ClassVar[int] = 12
    BOTTOM: ClassVar[int] = 178

    id: str
    title: str
    text: str
    series: tuple[str, ...]
    rules: tuple[Tick, ...]
    years: tuple[Tick, ...]
    zero: float
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart is drawn in: its id and words, its years, and how a value is written on the axis."""

    id: str
    title: str
    text: str
    years: tuple[int, ...]
    axis: Callable[[float], str]
    whole: bool = False

    @property
    def slot(self) -> float:
        """The width of a year."""
        return (Chart.RIGHT - Chart.LEFT) / max(1, len(self.years))


def year_span(years: Iterable[int]) -> tuple[int, ...]:
    """Return all years from the first to the last, the latest `MOST_YEARS` of them where they are more.

    >>> year_span([2021, 2018]), year_span([])
    ((2018, 2019, 2020, 2021), ())
    """
    known = set(years)
    return tuple(range(max(min(known), max(known) - MOST_YEARS + 1), max(known) + 1)) if known else ()


def ticks(low: float, high: float, whole: bool = False) -> tuple[float, ...]:
    """Return three to six round values that enclose zero and all from `low` to `high`; `whole`: no fractions.

    >>> ticks(0, 5_750_000), ticks(0, 3, whole=True), ticks(-5, 40)
    ((0.0, 2000000.0, 4000000.0, 6000000.0), (0.0, 1.0, 2.0, 3.0), (-20.0, 0.0, 20.0, 40.0))
    >>> ticks(0, 0)
    (0.0, 0.5, 1.0)
    """
    low, high = min(low, 0), max(high, 0)
    rough = max(high - low, 1) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each * power for each in _STEPS if each * power >= rough * 0.999)
    step = max(1.0, step) if whole else step
    first, last = math.floor(low / step), max(math.ceil(high / step), 1)
    return tuple(round(number * step, 10) for number in range(first, max(last, first + 2) + 1))


def grouped(frame: Frame, series: Sequence[Series]) -> Chart:
    """Return a chart with the columns of each year beside each other."""
    scale = _Scale.of([value for each in series for value in each.values], frame)
    width = frame.slot * _FILLED / max(1, len(series))
    bars = (
        scale.column(_left(frame, at) + width * number, width, 0, value, number, each.told[at])
        for number, each in enumerate(series)
        for at, value in enumerate(each.values)
        if value
    )
    return _chart(frame, series, scale, bars=tuple(bars))


def stacked(frame: Frame, series: Sequence[Series]) -> Chart:
    """Return a chart with the columns of each year on top of each other, the first series at the foot."""
    sums = [sum(each.values[at] or 0 for each in series) for at in range(len(frame.years))]
    scale, bars = _Scale.of(sums, frame), []
    for at in range(len(frame.years)):
        base = 0.0
        for number, each in enumerate(series):
            if value := each.values[at]:
                bars.append(scale.column(_left(frame, at), frame.slot * _FILLED, base, value, number, each.told[at]))
                base += value
    return _chart(frame, series, scale, bars=tuple(bars))


def line(frame: Frame, series: Series) -> Chart:
    """Return a chart of points, joined where the years beside each other both have one."""
    scale = _Scale.of(series.values, frame)
    points = [
        None if value is None else Dot(_middle(frame, at), scale.y(value), series.told[at])
        for at, value in enumerate(series.values)
    ]
    strokes = (Stroke(one.x, one.y, two.x, two.y) for one, two in pairwise(points) if one and two)
    return _chart(frame, [series], scale, dots=tuple(dot for dot in points if dot), strokes=tuple(strokes))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to heights."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Iterable[Value], frame: Frame) -> _Scale:
        known = [float(value) for value in values if value is not None]
        return cls(ticks(min(known, default=0), max(known, default=0), frame.whole))

    def y(self, value: float) -> float:
        low, high = self.values[0], self.values[-1]
        return round(Chart.BOTTOM - (value - low) / (high - low) * (Chart.BOTTOM - Chart.TOP), 1)

    def column(self, left: float, width: float, base: float, value: float, series: int, told: str) -> Bar:
        """Return the column of a value that stands on `base`; it is never so low that it cannot be seen."""
        foot = self.y(base)
        height = max(1.5, foot - self.y(base + value))
        return Bar(round(left, 1), round(foot - height, 1), round(width, 1), round(height, 1), series, told)


def highest(years: Sequence[int], series: Iterable[Series]) -> tuple[str, int, str] | None:
    """Return the name, year and words of the greatest value, the earliest where several are; None where all are 0.

    >>> highest((2020, 2021), [Series("open", (1.0, 4.0), ("one", "four")), Series("shut", (None, 4.0), ("", "4"))])
    ('open', 2021, 'four')
    """
    found = [
        (value, -at, each) for each in series for at, value in enumerate(each.values) if value is not None and value > 0
    ]
    if not found:
        return None
    _, at, each = max(found, key=lambda item: item[:2])
    return each.name, years[-at], each.told[-at]


def _chart(
    frame: Frame,
    series: Sequence[Series],
    scale: _Scale,
    *,
    bars: tuple[Bar, ...] = (),
    dots: tuple[Dot, ...] = (),
    strokes: tuple[Stroke, ...] = (),
) -> Chart:
    return Chart(
        id=frame.id,
        title=frame.title,
        text=frame.text,
        series=tuple(each.name for each in series),
        rules=tuple(Tick(scale.y(value), frame.axis(value)) for value in scale.values),
        years=_named_years(frame),
        zero=scale.y(0),
        bars=bars,
        dots=dots,
        strokes=strokes,
    )


def _named_years(frame: Frame) -> tuple[Tick, ...]:
    """The last year is always named, and as many before it as there is room for."""
    step = -(-len(frame.years) // _NAMED)
    return tuple(
        Tick(_middle(frame, at), str(year))
        for at, year in enumerate(frame.years)
        if (frame.years[-1] - year) % step == 0
    )


def _left(frame: Frame, at: int) -> float:
    return Chart.LEFT + frame.slot * (at + (1 - _FILLED) / 2)


def _middle(frame: Frame, at: int) -> float:
    return round(Chart.LEFT + frame.slot * (at + 0.5), 1)

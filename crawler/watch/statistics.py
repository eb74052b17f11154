"""What few figures can say, and what they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median

# Three standard deviations: chance alone goes beyond them about once in a thousand times, on each side.
_DEVIATIONS = 3.0
# The median absolute deviation of normally distributed figures is this part of their standard deviation.
_DEVIATION_OF_MEDIAN = 0.6745
_FEWEST_RUNS = 3
_SHARE_ALLOWED = 0.3
_COUNT_ALLOWED = 3


def bounds(filled: int, total: int) -> tuple[float, float]:
    """Return between which shares the true one lies, seeing `filled` of `total` (the Wilson interval).

    Few figures say little:

    >>> [round(bound, 2) for bound in bounds(0, 3)], [round(bound, 2) for bound in bounds(0, 300)]
    ([0.0, 0.75], [0.0, 0.03])
    >>> bounds(0, 0)
    (0.0, 1.0)
    """
    if not total:
        return 0.0, 1.0
    share, square = filled / total, _DEVIATIONS**2
    centre = share + square / (2 * total)
    half = _DEVIATIONS * sqrt(share * (1 - share) / total + square / (4 * total**2))
    scale = 1 + square / total
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def is_lower(filled: int, total: int, filled_before: int, total_before: int) -> bool:
    """Tell whether a share has fallen, beyond what chance explains.

    >>> is_lower(0, 12, 12, 12), is_lower(0, 3, 12, 12), is_lower(2, 3, 900, 1000)
    (True, False, False)
    """
    return bounds(filled, total)[1] < bounds(filled_before, total_before)[0]


def least_usual(counts: Sequence[int]) -> float | None:
    """Return the least count that is still usual after earlier ones; None where too few are known for a verdict.

    One run that went wrong moves neither the median nor the median deviation.

    >>> least_usual([100, 101, 3, 102, 104])
    70.7
    >>> least_usual([100, 100]) is None
    True
    """
    if len(counts) < _FEWEST_RUNS:
        return None
    middle = median(counts)
    deviation = median(abs(count - middle) for count in counts) / _DEVIATION_OF_MEDIAN
    return round(middle - max(4 * deviation, _SHARE_ALLOWED * middle, _COUNT_ALLOWED), 1)

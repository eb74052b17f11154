"""Moments as releases print them: days, with a time of day or without."""

from __future__ import annotations

from parsers.model import Moment


def agree(one: Moment | None, other: Moment | None) -> bool:
    """Tell whether two moments are the same as far as both state them; what is not known agrees with nothing.

    >>> agree("2024-03-15", "2024-03-15T16:15"), agree("2024-03-15T16:00", "2024-03-15T16:15"), agree(None, None)
    (True, False, False)
    """
    if one is None or other is None:
        return False
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]

"""What has been read from the texts asked for last: the readers of one page ask for the same blocks in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

_Read = TypeVar("_Read", bound=Callable[..., Any])

# The blocks of one long page. Longer texts are rare, and too large to keep: so the memory taken has a bound.
_MOST_TEXTS = 512
_LONGEST_TEXT = 2_000


def remembered(read: _Read) -> _Read:
    """Return `read`, a function of a text and more, such that it has its answer for a text that it has just read.

    The answer is shared by all who ask: none of them may change it.
    """
    remembering = lru_cache(maxsize=_MOST_TEXTS)(read)

    @wraps(read)
    def ask(text: str, *others: Any) -> Any:
        return (remembering if len(text) <= _LONGEST_TEXT else read)(text, *others)

    return cast(_Read, ask)

"""What was read before: the readers of a page ask for the same blocks in turn, and most pages have the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

_Read = TypeVar("_Read", bound=Callable[..., Any])
_Known = TypeVar("_Known")

# The blocks of one long page. Longer texts are rare, and too large to keep: so the memory taken has a bound.
_MOST_TEXTS = 512
_LONGEST_TEXT = 2_000
# A corpus has few different words, hostile text has many.
_MOST_WORDS = 20_000


def remembered(read: _Read) -> _Read:
    """Return `read`, a function of a text and more, such that it has its answer for a text that it has just read.

    The answer is shared by all who ask: none of them may change it.
    """
    remembering = lru_cache(maxsize=_MOST_TEXTS)(read)

    @wraps(read)
    def ask(text: str, *others: Any) -> Any:
        return remembering(text, *others) if len(text) <= _LONGEST_TEXT else read(text, *others)

    return cast(_Read, ask)


class WordTable(dict[str, _Known]):
    """What `find` tells of a word, found out when it is first asked for. The table begins anew when it is full.

    Looking words up takes half as long as with `functools.lru_cache`.

    >>> lengths = WordTable(len)
    >>> list(map(lengths.__getitem__, ["haku", "on", "haku"])), lengths
    ([4, 2, 4], {'haku': 4, 'on': 2})
    """

    def __init__(self, find: Callable[[str], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _MOST_WORDS:
            self.clear()
        known = self[word] = self._find(word)
        return known

"""Many phrases as one regular expression that does not grow slower with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from os.path import commonprefix

_ANY_LETTERS = r"\w{0,30}"


def alternatives(phrases: Iterable[str]) -> str:
    r"""Return a pattern for any of `phrases`, the longest first; a star in one stands for any letters.

    What several begin with is written once, so that at a place in a text each beginning is tried once; but not across
    one that may match where they do, whose place in the order counts.

    >>> alternatives(["tuki", "oma rahoit*", "osuus", "oma osuus", "*raha"])
    '(?:oma\\ (?:rahoit\\w{0,30}|osuus)|\\w{0,30}raha|osuus|tuki)'
    """
    return _either(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


def _either(endings: Sequence[str]) -> str:
    return f"(?:{'|'.join(_branches(endings))})"


def _branches(endings: Sequence[str]) -> Iterator[str]:
    """Yield the alternatives for `endings`, in such an order that the first of them that matches still does so."""
    groups: dict[str, list[str]] = {}
    for ending in endings:
        if ending[:1] in ("", "*"):  # matches where others do, too
            yield from _joined(groups)
            groups = {}
            yield _pattern(ending)
        else:
            groups.setdefault(ending[0].casefold(), []).append(ending)
    yield from _joined(groups)


def _joined(groups: dict[str, list[str]]) -> Iterator[str]:
    """Yield the endings of each group behind what all of them begin with; capitals may differ in what they match."""
    for members in groups.values():
        shared = commonprefix(members).partition("*")[0]  # noqa: RUF071 - of strings, as is wanted
        if len(members) == 1 or not shared:
            yield from map(_pattern, members)
        else:
            yield re.escape(shared) + _either([member[len(shared) :] for member in members])


def _pattern(ending: str) -> str:
    return re.escape(ending).replace(r"\*", _ANY_LETTERS)

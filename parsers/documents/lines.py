"""Printed lines put together to the paragraphs that they were broken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from parsers.language import identify
from parsers.language_data import load
from parsers.text.clean import clean_text
from parsers.text.hyphens import join_broken_words

_LANGUAGES = ("fi", "sv")
_SAMPLE = 20_000
# "• kunnat", "– järjestöt", "1. Hakijat", "a) hakemus", "§ 3"; not "–2026", "3,5 miljoonaa", "1.1.2024"
_ITEM = re.compile(r"(?:[•▪●◦‣∙·-]|[–—-](?=\s)|\d{1,2}[.)](?=\s)|[a-zåäö]\)(?=\s)|§\s)\s?")
_ENDS_SENTENCE = (".", ":", "!", "?", "”", '"', ")", "…")
# How much further than its neighbours a line lies before it begins a paragraph, in parts of their distance.
_LOOSER = 1.25
# The furthest that two lines of one paragraph lie apart, in heights of a line.
_FURTHEST = 2.0
# The share by which the heights of two lines differ before they are of different kinds of text.
_OTHER_SIZE = 0.1
# How far before the right edge a line ends that is the last of its paragraph, in widths of the column.
_SHORT = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line and where it stands on its page, in points from the lower left; `broken` ends inside a word."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    broken: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs of a document's lines, in order, words broken at a line's end made whole."""
    language = identify("\n".join(line.text for line in lines)[:_SAMPLE])
    return [_joined(group, language) for group in _groups(lines)]


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    pitches = _pitches(lines)
    right = _right_edges(lines)
    group: list[Line] = []
    for line in lines:
        if group and _begins(group[-1], line, pitches, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(before: Line, line: Line, pitches: dict[tuple[int, int], float], right: dict[int, float]) -> bool:
    """Tell whether a line begins a paragraph."""
    if before.broken:
        return False
    if _ITEM.match(line.text) or abs(line.height - before.height) > _OTHER_SIZE * before.height:
        return True
    pitch = before.bottom - line.bottom
    if line.page != before.page or pitch <= 0:
        return before.text.endswith(_ENDS_SENTENCE) or not line.text[:1].islower()
    if pitch > min(_LOOSER * pitches[_kind(before)], _FURTHEST * before.height):
        return True
    return _is_last(before, right[before.page]) and not line.text[:1].islower()


def _is_last(line: Line, right: float) -> bool:
    return right - line.right > _SHORT * (right - line.left) and line.text.endswith(_ENDS_SENTENCE)


def _kind(line: Line) -> tuple[int, int]:
    """Lines of one page and about one height have one distance."""
    return line.page, round(line.height)


def _pitches(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return the smallest distance from a line to the next for each kind of line."""
    found: dict[tuple[int, int], float] = {}
    for line, following in zip_longest(lines, lines[1:]):
        pitch = line.bottom - following.bottom if following and following.page == line.page else 0.0
        smallest = found.get(_kind(line), _FURTHEST * line.height)
        # What stands on the same line, as cells of a table do, is no next line.
        found[_kind(line)] = min(smallest, pitch) if pitch > line.height / 2 else smallest
    return found


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for line in lines:
        edges[line.page] = max(edges.get(line.page, line.right), line.right)
    return edges


def _joined(group: Sequence[Line], language: str | None) -> str:
    text = group[0].text
    for before, line in pairwise(group):
        text += _between(before, line, language) + line.text
    return join_broken_words(clean_text(text).replace("\n", " "), language)


def _between(before: Line, line: Line, language: str | None) -> str:
    """What stood at a line's end: a hyphen of the word, one that stands for a word ("tuki- ja"), or a space."""
    if not before.broken:
        return " "
    following = line.text.partition(" ")[0].lower()
    return "- " if language in _LANGUAGES and following in _conjunctions(language) else "-"


@cache
def _conjunctions(language: str) -> frozenset[str]:
    return frozenset(load(language, "documents")["conjunctions"])

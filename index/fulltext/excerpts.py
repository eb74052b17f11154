"""The sentence that shows best why a release was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.fulltext.query.matching import Match, Matcher, Span
from index.fulltext.results import Excerpt
from parsers.model import Release
from parsers.text.sentences import sentences

_LONGEST = 320
_LEAD_IN = 60
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Found:
    """An excerpt, and how many of the query's words and phrases stand in the whole release."""

    excerpt: Excerpt
    in_release: int


def find_excerpt(release: Release, matcher: Matcher) -> Found:
    """Return the sentence of a release in which most of the query's words stand, the first of several.

    The title counts only for `in_release`: it is shown anyway. Where no sentence has any of the words, the first one
    is shown.
    """
    matches = [matcher.matches(block.text) for block in release.blocks]
    in_release = _distinct([match for found in matches for match in found])
    candidates = list(_sentences(release, matches))
    if not candidates:
        return Found(Excerpt(""), in_release)
    sentence, inside = max(candidates, key=lambda candidate: _distinct(candidate[1]))
    return Found(cut(sentence, sorted({span for _, span in inside})), in_release)


def _sentences(release: Release, matches: Sequence[Sequence[Match]]) -> Iterator[tuple[str, list[Match]]]:
    """Walk the sentences that could be shown, each with the matches in it: the first one, and those with any."""
    for number, block in enumerate(release.blocks[1:], start=1):
        if number > 1 and not matches[number]:
            continue
        for start, end in sentences(block.text, release.language or "fi"):
            inside = [(leaf, span) for leaf, span in matches[number] if start <= span[0] and span[1] <= end]
            yield block.text[start:end], [(leaf, (first - start, last - start)) for leaf, (first, last) in inside]


def _distinct(matches: Sequence[Match]) -> int:
    return len({leaf for leaf, _ in matches})


def cut(sentence: str, spans: Sequence[Span]) -> Excerpt:
    """Return a sentence with its matches, a long one cut at spaces to what is around the first of them."""
    if len(sentence) <= _LONGEST:
        return Excerpt(sentence, tuple(spans))
    first = spans[0][0] if spans else 0
    start = _after_space(sentence, first - _LEAD_IN) if first > _LEAD_IN else 0
    end = start + _LONGEST
    end = len(sentence) if end >= len(sentence) else _before_space(sentence, end)
    front, back = _ELLIPSIS if start else "", _ELLIPSIS if end < len(sentence) else ""
    shift = len(front) - start
    kept = tuple((begin + shift, stop + shift) for begin, stop in spans if start <= begin and stop <= end)
    return Excerpt(front + sentence[start:end] + back, kept)


def _after_space(sentence: str, place: int) -> int:
    """Return where the next word begins; in the middle of one that is too long, the place itself."""
    space = sentence.find(" ", place, place + _LEAD_IN)
    return space + 1 if space >= 0 else place


def _before_space(sentence: str, place: int) -> int:
    space = sentence.rfind(" ", place - _LEAD_IN, place)
    return space if space >= 0 else place

"""The sentence that shows best why a release was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.fulltext.query.matching import Match, Matcher, Span
from index.fulltext.results import Excerpt
from parsers.model import Language, Release
from parsers.text.sentences import sentences

_LONGEST = 320
_LEAD_IN = 60
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Found:
    """An excerpt, and how many of the query's words and phrases stand in the whole release: as such, in any way."""

    excerpt: Excerpt
    in_release: tuple[int, int]


def find_excerpt(release: Release, matcher: Matcher, most: int) -> Found:
    """Return the sentence of a release in which most of the query's `most` words stand, the first of several.

    The title counts only for `in_release`: it is shown anyway. Where no sentence has any of the words, the first one
    is shown. Nothing is read behind a sentence that has all of them.
    """
    found = matcher.matches(release.title)
    best: tuple[int, str, list[Match]] | None = None
    for block in release.blocks[1:]:
        matches = matcher.matches(block.text)
        found += matches
        for sentence, inside in _sentences(block.text, release.language or "fi", matches, best is None):
            if best is None or _distinct(inside) > best[0]:
                best = _distinct(inside), sentence, inside
        if best and best[0] == most:
            break
    in_release = _distinct(match for match in found if not match.translated), _distinct(found)
    if best is None:
        return Found(Excerpt(""), in_release)
    return Found(cut(best[1], sorted({match.span for match in best[2]})), in_release)


def _sentences(
    text: str, language: Language, matches: Sequence[Match], is_first: bool
) -> Iterator[tuple[str, list[Match]]]:
    """Walk the sentences that could be shown, each with the matches in it: the very first one, and those with any."""
    if matches or is_first:
        for start, end in sentences(text, language):
            inside = [match for match in matches if start <= match.span[0] and match.span[1] <= end]
            if inside or is_first:
                yield text[start:end], [_moved(match, -start) for match in inside]
            is_first = False


def _moved(match: Match, by: int) -> Match:
    first, last = match.span
    return match._replace(span=(first + by, last + by))


def _distinct(matches: Iterable[Match]) -> int:
    return len({match.leaf for match in matches})


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

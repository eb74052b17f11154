"""Cues weighed: how much of a release speaks for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import msgspec

from parsers.facts.cues import CueList, tokens_of
from parsers.facts.kind.zones import Piece, Zone, pieces_of
from parsers.language_data import load
from parsers.model import Document, Kind
from parsers.numbers.parts import known

_MOST_QUESTIONS = 3
_LONGEST_LABEL = 60
_OPENING = 80
_FIRST_WORDS = 4
_DATES = CueList(["<date>"])
# The group of what no list of cues says
_STRUCTURE = -1


class Weighed(msgspec.Struct, frozen=True, gc=False):
    """A cue where it stands, and what it weighs for its kind."""

    kind: Kind
    weight: float
    block: int
    start: int
    end: int
    zone: Zone
    group: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind, the sum for each kind, the cues that made them, and the one that weighed most for the kind."""

    kind: Kind
    sums: dict[Kind, float]
    cues: tuple[Weighed, ...]
    best: Weighed | None


@dataclass(frozen=True, slots=True)
class _Cues:
    """The cues of one language: their patterns together, and the kind and weights of each pattern."""

    patterns: CueList
    groups: tuple[int, ...]
    kinds: tuple[Kind, ...]
    weights: tuple[dict[Zone, float], ...]
    only_unstamped: tuple[bool, ...]
    stamped: dict[str, float]
    unstamped: dict[str, float]
    structure: dict[str, float]
    window_headings: CueList


def judge(document: Document) -> Judgement:
    """Return the kind of `document` with all that was weighed."""
    cues = _cues(known(document.language))
    pieces = list(pieces_of(document))
    stamped = document.published is not None
    said = tuple(_strongest(weighed for piece in pieces for weighed in _weigh(cues, piece, stamped)))
    weighed = (*said, *_window_below(cues, pieces, stamped))
    sums = dict.fromkeys(Kind, 0.0)
    for cue in weighed:
        sums[cue.kind] += cue.weight
    sums[Kind.GUIDE] += _weight_of_questions(pieces, cues.structure)
    for kind_name, weight in (cues.stamped if stamped else cues.unstamped).items():
        sums[Kind(kind_name)] += weight
    kind = max(sums, key=lambda each: sums[each])
    kind = kind if sums[kind] >= cues.structure["least"] else Kind.OTHER
    own = [each for each in weighed if each.kind is kind]
    best = max(own, key=lambda each: (each.group != _STRUCTURE, each.weight), default=None)
    return Judgement(kind, sums, weighed, best if best and best.weight > 0 else None)


def _weigh(cues: _Cues, piece: Piece, stamped: bool) -> Iterator[Weighed]:
    for hit in cues.patterns.find(tokens_of(piece.text)):
        group = cues.groups[hit.pattern]
        weight = cues.weights[group][piece.zone]
        if weight and not (stamped and cues.only_unstamped[group]):
            yield Weighed(cues.kinds[group], weight, piece.block, hit.start, hit.end, piece.zone, group)


# "Hakuaika" and below it nothing but "1.11.–15.12.2023 klo 16.15"
def _window_below(cues: _Cues, pieces: list[Piece], stamped: bool) -> Iterator[Weighed]:
    """Yield the first heading of a window whose next block begins with a date: the two together name a round."""
    for heading, below in pairwise(pieces):
        is_label = heading.zone is Zone.HEADING or heading.text.endswith(":")
        if not is_label or len(heading.text) > _LONGEST_LABEL or not _begins_with_date(below.text):
            continue
        for hit in cues.window_headings.find(tokens_of(heading.text)):
            weight = cues.structure["window_below" if stamped else "window_below_unstamped"]
            yield Weighed(Kind.CALL, weight, heading.block, hit.start, hit.end, Zone.HEADING, _STRUCTURE)
            return


def _begins_with_date(text: str) -> bool:
    """Whether one of the first words of `text` is a date: "1.11.–15.12.2023", "Keskiviikosta 1.11.2023"."""
    opening = tokens_of(text[:_OPENING])[:_FIRST_WORDS]
    return next(_DATES.find(opening), None) is not None


def _strongest(weighed: Iterator[Weighed]) -> Iterator[Weighed]:
    """Yield the first hit of each group of cues in each zone: saying it twice does not make it truer."""
    seen: set[tuple[Zone, int]] = set()
    for each in weighed:
        key = (each.zone, each.group)
        if key not in seen:
            seen.add(key)
            yield each


def _weight_of_questions(pieces: list[Piece], structure: dict[str, float]) -> float:
    """Return what a title and headings that ask ("Kuka voi hakea?") say for a guide."""
    asking = [piece.zone for piece in pieces if piece.text.rstrip().endswith("?")]
    headings = min(asking.count(Zone.HEADING), _MOST_QUESTIONS) * structure["question_heading"]
    return headings + asking.count(Zone.TITLE) * structure["question_title"]


@cache
def _cues(language: str) -> _Cues:
    data = load(language, "kind")
    cues = data["cue"]
    placed = [(group, pattern) for group, cue in enumerate(cues) for pattern in cue["patterns"]]
    return _Cues(
        patterns=CueList([pattern for _, pattern in placed], data["number_words"], data["words"]),
        groups=tuple(group for group, _ in placed),
        kinds=tuple(Kind(cue["kind"]) for cue in cues),
        weights=tuple({zone: float(cue["weights"][zone]) for zone in Zone} for cue in cues),
        only_unstamped=tuple(cue.get("unstamped", False) for cue in cues),
        stamped=data["stamped"],
        unstamped=data["unstamped"],
        structure=data["structure"],
        window_headings=CueList(data["window_headings"]),
    )

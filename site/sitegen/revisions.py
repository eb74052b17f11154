"""How a release's text has changed from one reading of its page to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parsers.model import Moment, Release
from sitegen.instants import in_finland


@dataclass(frozen=True, slots=True)
class Change:
    """Passages that went and those that came in their place; either may be empty."""

    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier reading: when it was captured by Finland's clocks, its digest, and what the next reading changed."""

    captured: Moment
    digest: str
    changes: tuple[Change, ...]


def revisions_of(release: Release, older: Sequence[Release]) -> tuple[Revision, ...]:
    """Return the earlier readings of a release, given the newest first, each with the changes that came after it."""
    newer = [release, *older]
    return tuple(
        Revision(in_finland(before.captured), before.digest, tuple(changes(before, after)))
        for after, before in zip(newer, older, strict=False)
    )


def changes(before: Release, after: Release) -> Iterator[Change]:
    """Walk the places where the passages of two readings differ, in order."""
    old, new = ([block.text for block in reading.blocks] for reading in (before, after))
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(tuple(old[i:j]), tuple(new[k:m]))

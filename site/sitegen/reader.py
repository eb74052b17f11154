"""What the site needs of an archive: the small part of `index` that it reads through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from parsers.model import Call, Pair, Release

# Told now and then how far the work has come: the stage, what is done of it, out of how many.
Progress = Callable[[str, int, int], None]


class Terms(Protocol):
    """How words are read, so that the browser's search finds them in any form and as parts of compounds."""

    def weights(self, release: Release) -> Mapping[str, float]:
        """Return the terms by which a release is found, and how much each weighs: one mention in the text 1."""

    def forms(self, releases: Iterable[Release]) -> Mapping[str, Iterable[str]]:
        """Return the terms to look for by form, for all forms of words that these releases give reason to expect."""


class ArchiveReader(Protocol):
    """An archive as the site sees it. Each walk gives the same things in the same order."""

    def releases(self) -> Iterable[Release]:
        """Walk all releases; called more than once."""

    def release(self, release_id: str) -> Release:
        """Return one release by its id."""

    def revisions(self, release_id: str) -> Sequence[Release]:
        """Return the older readings of a release whose text differed, the newest first."""

    def pairs(self) -> Iterable[Pair]:
        """Walk all pairs; called more than once."""

    @property
    def calls(self) -> Iterable[Call]:
        """The calls, to be walked more than once."""

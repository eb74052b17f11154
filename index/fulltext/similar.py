"""More like this: the works that share the telling words of one."""

from __future__ import annotations

from collections.abc import Iterable

from index.fulltext.analysis.words import Words, language_of
from index.fulltext.query.evaluation import total
from index.fulltext.schema import TEXT_FIELDS
from index.fulltext.snapshot import Scores, Snapshot
from index.fulltext.works import AttachmentText, text_postings
from parsers.model import Release

_MOST_TERMS = 25
# How soon more of a word stops telling more, and in what part of all texts a word tells nothing.
_SATURATION = 1.5
_COMMON = 0.25
_SHORTEST_TERM = 3


def similar(snapshot: Snapshot, releases: Iterable[Release], words: Words, text_of: AttachmentText) -> Scores:
    """Return the documents that share words with the versions of a work, itself among them, with scores."""
    return total(
        snapshot.scores(field, term, share)
        for release in releases
        for field in [TEXT_FIELDS[language_of(release.language)]]
        for term, share in _telling(snapshot, field, release, words, text_of)
    )


def _telling(
    snapshot: Snapshot, field: str, release: Release, words: Words, text_of: AttachmentText
) -> list[tuple[str, float]]:
    """Return the terms that tell most of what a release is about, each with how much it does, 1 at most."""
    most = len(snapshot.documents) * _COMMON
    weighed = []
    for term, weight, _ in text_postings(release, words, text_of):
        holders = snapshot.holder_count(field, term)
        if 1 < holders <= max(most, 2) and len(term) >= _SHORTEST_TERM and not term.isdecimal():
            weighed.append((weight / (weight + _SATURATION) * snapshot.rarity(holders), term))
    best = sorted(weighed, reverse=True)[:_MOST_TERMS]
    return [(term, weight / best[0][0]) for weight, term in best]

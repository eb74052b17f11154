"""Releases into a catalogue as an ingest takes them in."""

from __future__ import annotations

from collections.abc import Sequence

from index.catalogue import Catalogue
from index.pairing import update_pairs
from index.reading import Workers
from parsers.model import Release
from parsers.pairs.decisions import NONE, Decisions


def take_in(catalogue: Catalogue, releases: Sequence[Release], decisions: Decisions = NONE) -> None:
    """Add releases, and bring the pairs up to date."""
    with catalogue.transaction():
        for release in releases:
            catalogue.add_release(release)
    with Workers() as workers:
        update_pairs(catalogue, workers, decisions)

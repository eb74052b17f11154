"""Captures into the catalogue: releases, revisions and pairs.

What comes out depends only on which captures there are: not on their order, how many come at a time, or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from index.catalogue import Catalogue, Location
from index.pairing import update_pairs
from index.reading import Outcome, Workers
from parsers.capture import Capture
from parsers.model import Release
from parsers.problems import Problem

Located = tuple[Capture, Location]
OnProblem = Callable[[Capture, Problem], None]
# How far each WARC file lies behind the captures given so far, by its name.
Positions = Callable[[], Mapping[str, int]]
# Told how many captures have been taken in.
Progress = Callable[[int], None]

_BATCH = 256


@dataclass(slots=True, kw_only=True)
class IngestReport:
    """What an ingest did: captures seen and new, releases new or changed, pages not understood, pairs in the end."""

    captures: int = 0
    new_captures: int = 0
    releases: int = 0
    problems: int = 0
    pairs: int = 0


def ingest(
    catalogue: Catalogue,
    captures: Iterable[Located],
    on_problem: OnProblem | None = None,
    progress: Progress | None = None,
    positions: Positions | None = None,
) -> IngestReport:
    """Read captures into releases and revisions, then make the pairs anew where releases have changed.

    `captures` may repeat what the catalogue knows. Each batch is one transaction, together with the `positions` that
    it has reached, so that a killed ingest is taken up again by the next one. `on_problem` hears of every page that
    should be a release and could not be read.
    """
    report = IngestReport()
    remaining = iter(captures)
    with Workers() as workers:
        while batch := list(islice(remaining, _BATCH)):
            _ingest_batch(catalogue, batch, workers, report, on_problem, positions)
            if progress is not None:
                progress(report.captures)
        with catalogue.transaction():
            catalogue.captures.note_positions(positions() if positions else {})
        report.pairs = update_pairs(catalogue, workers)
    return report


def _ingest_batch(
    catalogue: Catalogue,
    batch: list[Located],
    workers: Workers,
    report: IngestReport,
    on_problem: OnProblem | None,
    positions: Positions | None,
) -> None:
    reached = positions() if positions else {}
    located = {(location.file, location.offset): (capture, location) for capture, location in batch}
    new = [item for item in located.values() if not catalogue.captures.knows(item[1])]
    outcomes = workers.read([capture for capture, _ in new])
    with catalogue.transaction():
        changed = {_keep(catalogue, item, outcome) for item, outcome in zip(new, outcomes, strict=True)}
        catalogue.captures.note_positions(reached)
    report.captures += len(batch)
    report.new_captures += len(new)
    report.releases += len(changed - {None})
    for (capture, _), outcome in zip(new, outcomes, strict=True):
        if isinstance(outcome, Problem):
            report.problems += 1
            if on_problem is not None:
                on_problem(capture, outcome)


def _keep(catalogue: Catalogue, item: Located, outcome: Outcome) -> str | None:
    """Store a capture and what was read from it; return the id of the release that changed by it."""
    capture, location = item
    if not isinstance(outcome, Release):
        problem = None if outcome is None else str(outcome)
        catalogue.captures.add(capture, location, release_id=None, problem=problem)
        return None
    changed = catalogue.add_release(outcome)
    catalogue.captures.add(capture, location, release_id=outcome.id, problem=None)
    return outcome.id if changed else None

"""Captures into the catalogue: releases, revisions, attached documents and pairs.

What comes out depends only on which captures there are: not on their order, how many come at a time, or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType

from index.calls import update_calls
from index.catalogue import Catalogue
from index.pairing import update_pairs
from index.reading import Outcome, Workers
from parsers.capture import Capture, Location
from parsers.documents import DocumentText, is_document
from parsers.pairs.decisions import NONE, Decisions
from parsers.privacy import Person, Redactor
from parsers.problems import Problem

Located = tuple[Capture, Location]
OnProblem = Callable[[Capture, Problem], None]
# How far each WARC file lies behind the captures given so far, by its name.
Positions = Callable[[], Mapping[str, int]]
# Told how many captures have been taken in.
Progress = Callable[[int], None]

_BATCH = 256
_BATCH_BYTES = 64 * 1024 * 1024


@dataclass(slots=True, kw_only=True)
class IngestReport:
    """What an ingest did: captures seen and new, releases new or changed, attached documents read, pages not
    understood, pairs and calls in the end."""

    captures: int = 0
    new_captures: int = 0
    releases: int = 0
    documents: int = 0
    problems: int = 0
    pairs: int = 0
    calls: int = 0


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
    with Ingest(catalogue, on_problem) as work:
        work.take(captures, positions, progress)
        return work.finish()


def _batches(captures: Iterable[Located]) -> Iterator[list[Located]]:
    """Cut the captures into batches of bounded number and size, never taking one more than it gives."""
    batch: list[Located] = []
    size = 0
    for capture, location in captures:
        batch.append((capture, location))
        size += len(capture.body)
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Ingest:
    """An ingest of captures that come little by little: what `ingest` does at once, and kept as safe.

    `report` grows with each batch that is taken in. Nothing that names one of the `forgotten` is stored.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        on_problem: OnProblem | None = None,
        decisions: Decisions = NONE,
        forgotten: Iterable[Person] = (),
    ) -> None:
        self._catalogue = catalogue
        self._decisions = decisions
        self._redactor = Redactor(forgotten)
        self._workers = Workers()
        self._on_problem = on_problem
        self.report = IngestReport()

    def take(
        self, captures: Iterable[Located], positions: Positions | None = None, progress: Progress | None = None
    ) -> None:
        """Read captures into releases and revisions."""
        for batch in _batches(captures):
            self._take(batch, positions() if positions else {})
            if progress is not None:
                progress(self.report.captures)
        # Behind the last capture there may be records that are none.
        self._take([], positions() if positions else {})

    def finish(self) -> IngestReport:
        """Make pairs and calls anew where releases have changed; return what the whole ingest did."""
        self.report.pairs = update_pairs(self._catalogue, self._workers, self._decisions)
        self.report.calls = update_calls(self._catalogue, self._workers)
        return self.report

    def __enter__(self) -> Ingest:
        self._workers.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.__exit__(kind, fault, trace)

    def _take(self, batch: Sequence[Located], reached: Mapping[str, int]) -> None:
        """Take in a batch and note how far it reaches, both or neither."""
        located = {(location.file, location.offset): (capture, location) for capture, location in batch}
        new = [item for item in located.values() if not self._catalogue.captures.knows(item[1])]
        captures = [capture for capture, _ in new]
        outcomes = self._workers.read(captures)
        documents = self._read_documents(captures)
        with self._catalogue.transaction():
            self._catalogue.note_reader()
            changed = {id_ for item, outcome in zip(new, outcomes, strict=True) for id_ in self._keep(item, outcome)}
            for digest, document in documents.items():
                self._catalogue.documents.add(digest, document)
            self._catalogue.captures.note_positions(reached)
        self._count(batch, new, changed, documents)
        for capture, outcome in zip(captures, outcomes, strict=True):
            if isinstance(outcome, Problem):
                self._tell(capture, outcome)

    def _read_documents(self, captures: Sequence[Capture]) -> dict[str, DocumentText]:
        """Return the text of each attached document that is new, by the digest of its payload."""
        found = {capture.digest: capture for capture in captures if is_document(capture)}
        new = sorted(found.keys() - self._catalogue.documents.known(found))
        read = self._workers.read_documents([found[digest] for digest in new])
        return {digest: self._without_forgotten(document) for digest, document in zip(new, read, strict=True)}

    def _without_forgotten(self, document: DocumentText) -> DocumentText:
        return replace(document, text=self._redactor.text(document.text))

    def _keep(self, item: Located, outcome: Outcome) -> set[str]:
        """Store a capture and what was read from it; return the ids of the releases that changed by it."""
        capture, location = item
        if isinstance(outcome, Problem):
            self._catalogue.captures.add(capture, location, (), str(outcome))
            return set()
        for release in outcome:
            self._catalogue.withhold(self._redactor.withheld(release))
        kept = (self._redactor.release(release) for release in outcome)
        changed = {release.id for release in kept if self._catalogue.add_release(release)}
        self._catalogue.captures.add(capture, location, (release.id for release in outcome), None)
        return changed

    def _count(
        self, batch: Sequence[Located], new: Sequence[Located], changed: set[str], documents: Mapping[str, DocumentText]
    ) -> None:
        self.report.captures += len(batch)
        self.report.new_captures += len(new)
        self.report.releases += len(changed)
        self.report.documents += len(documents)

    def _tell(self, capture: Capture, problem: Problem) -> None:
        self.report.problems += 1
        if self._on_problem is not None:
            self._on_problem(capture, problem)

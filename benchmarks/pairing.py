"""How fast releases are paired, and how well: ``python -m benchmarks.pairing [COUNT …]``.

For each count a generated archive (tests/parsers/pairs/generated.py) is put into a catalogue, and pairs are made as an
ingest makes them: releases are read by all processors, marks and likenesses kept, pairs and English versions assigned.
The comparison of a pair's paragraphs and facts is no part of it: it takes the same time for every pair
(benchmarks.alignment). "seconds" are of the clock, "processor" those of all processes together; "growth" is the
exponent of n by which the latter grow from the smallest count: n log n is about 1.1. Then releases that were held back
arrive one by one, as a Swedish version does that comes weeks later: milliseconds of the processor, in the middle and at
the most. "settled" is what every ingest takes to name what the catalogue holds; memory the most that this process has
used so far.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from index.catalogue import Catalogue
from index.pairing import Material, compare_works, pair_releases, read_profiles
from index.reading import Item, Result, Workers
from parsers.model import Pair, PairSide, Release
from parsers.pairs.decisions import NONE
from tests.parsers.pairs.generated import Archive, generated_archive

_COUNTS = (5_000, 10_000, 20_000, 50_000)
_ARRIVALS = 30
_KEPT_AT_ONCE = 2_000
_HEADINGS = (
    "releases", "pairs", "seconds", "processor", "growth",
    "arrival ms", "slowest", "settled ms", "MiB", "recall", "precision",
)  # fmt: skip


class _Pairers(Workers):
    """Workers that pair, and do not compare what they have paired."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        return super().map(_uncompared if function is compare_works else function, items)  # type: ignore[arg-type]


def _uncompared(work: Material) -> Pair:
    fi, sv, pairing = work[:3]
    ours, theirs = (PairSide(id=side.id, url=side.url) for side in (fi, sv))
    return Pair(fi=ours, sv=theirs, method=pairing.method, score=pairing.score)


@dataclass
class _Figures:
    """What one archive gave, in seconds: pairing all at once by the clock and by processors, each arrival, settling."""

    pairing: float
    processor: float
    arrivals: list[float]
    settling: float


def main() -> None:
    """Print a line of figures for each count."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("counts", nargs="*", type=int, metavar="COUNT", default=list(_COUNTS))
    print(" ".join(f"{heading:>10}" for heading in _HEADINGS))
    first: tuple[int, float] | None = None
    for count in parser.parse_args().counts:
        archive = generated_archive(count, random.Random(count))
        with tempfile.TemporaryDirectory() as folder, Catalogue(Path(folder) / "catalogue.sqlite") as catalogue:
            figures = _measure(catalogue, archive)
            first = first or (count, figures.processor)
            _tell(catalogue, archive, figures, first)


def _measure(catalogue: Catalogue, archive: Archive) -> _Figures:
    late = [release for release in archive.releases if release.language == "sv"][:_ARRIVALS]
    held_back = {release.id for release in late}
    _keep(catalogue, [release for release in archive.releases if release.id not in held_back])
    before = _processor()
    with _Pairers() as workers:
        seconds = _pair(catalogue, workers)
    processor = _processor() - before  # that of the other processes is known once they have ended
    with _Pairers() as workers:
        # The first one has the dictionaries loaded.
        arrivals = [_arrive(catalogue, release, workers) for release in late][1:]
    return _Figures(seconds, processor, arrivals, _settling(catalogue))


def _processor() -> float:
    """Seconds of processor time of this process and all that it has started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _keep(catalogue: Catalogue, releases: Sequence[Release]) -> None:
    for start in range(0, len(releases), _KEPT_AT_ONCE):
        with catalogue.transaction():
            for release in releases[start : start + _KEPT_AT_ONCE]:
                catalogue.add_release(release)


def _arrive(catalogue: Catalogue, release: Release, workers: Workers) -> float:
    _keep(catalogue, [release])
    start = time.process_time()
    _pair(catalogue, workers)
    return time.process_time() - start


def _pair(catalogue: Catalogue, workers: Workers) -> float:
    start = time.perf_counter()
    read_profiles(catalogue, workers)
    pair_releases(catalogue, workers, NONE)
    return time.perf_counter() - start


def _settling(catalogue: Catalogue) -> float:
    """What every ingest takes to name what the catalogue holds, however many releases are new."""
    start = time.process_time()
    with catalogue.transaction():
        catalogue.settle()
    return time.process_time() - start


def _tell(catalogue: Catalogue, archive: Archive, figures: _Figures, first: tuple[int, float]) -> None:
    found = set(catalogue.translations().items())
    count = len(archive.releases)
    growth = log(figures.processor / first[1]) / log(count / first[0]) if count > first[0] else 1.0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    middle, worst = statistics.median(figures.arrivals), max(figures.arrivals)
    right = len(found & archive.pairs)
    cells = (
        f"{count}", f"{len(found)}", f"{figures.pairing:.1f}", f"{figures.processor:.1f}", f"{growth:.2f}",
        f"{middle * 1000:.1f}", f"{worst * 1000:.1f}", f"{figures.settling * 1000:.1f}", f"{memory:.0f}",
        f"{right / len(archive.pairs):.4f}", f"{right / len(found):.4f}",
    )  # fmt: skip
    print(" ".join(f"{cell:>10}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()

"""How fast a site is built, how little a change costs, what pages weigh: ``python -m benchmarks.site [COUNT …]``.

For each count an archive of so many generated releases, half as many pairs and their calls is made (or, with
``--archive DIR``, one that is there is read), and its site is built in three interface languages, each time in a
process of its own: whole; again with nothing changed; again after twenty releases have changed, wherever they stand.
Told are seconds by the clock and of the processors (all processes together: it is these that compare on a busy
machine), and the most memory. The index of the browser's search, which Pagefind makes anew where any release has
changed, and the files to download stand apart; "share" is that of the whole build, all but the index.

Then Pelican builds as many pages of the same words in its plainest theme (``--peer-pages N``: at most so many), and
every page of the site is weighed, gzipped, alone and with its styles and scripts.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.site_archive import make_archive, with_changes
from benchmarks.site_peer import build_peer
from benchmarks.site_weights import weigh
from index.archive import Archive
from index.fulltext import BrowserTerms
from sitegen import build as building

_COUNTS = (2_000, 20_000)
_CHANGED = 20
_BASE_URL = "https://example.org/arkisto/"
# What is timed apart: functions that `sitegen.build` calls.
_APART = {"write_downloads": "downloads", "_write_index": "index"}


@dataclass
class Time:
    """Seconds by the clock, and of the processors."""

    clock: float = 0.0
    processor: float = 0.0

    def __sub__(self, other: Time) -> Time:
        return Time(self.clock - other.clock, self.processor - other.processor)

    def __str__(self) -> str:
        return f"{self.clock:7.1f} s, processor {self.processor:7.1f} s"


@dataclass
class Figures:
    """What a build took: in all, apart from that its parts by name, pages and the most memory in MiB."""

    whole: Time = field(default_factory=Time)
    parts: dict[str, Time] = field(default_factory=dict)
    pages: int = 0
    written: int = 0
    memory: float = 0.0
    tools_memory: float = 0.0

    @property
    def without_index(self) -> Time:
        return self.whole - self.parts.get("index", Time())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("counts", nargs="*", type=int, metavar="COUNT", default=list(_COUNTS))
    parser.add_argument("--archive", type=Path, help="an archive that is there, instead of making one")
    parser.add_argument("--no-index", action="store_true", help="without the index of the browser's search")
    parser.add_argument("--peer-pages", type=int, metavar="N", help="have Pelican build at most so many pages")
    asked = parser.parse_args()
    for count in [0] if asked.archive else asked.counts:
        with tempfile.TemporaryDirectory() as folder:
            archive = asked.archive or Path(folder) / "archive"
            if not asked.archive:
                make_archive(archive, count)
            _measure(archive, Path(folder), not asked.no_index, asked.peer_pages)


def _measure(archive: Path, folder: Path, index: bool, peer_pages: int | None) -> None:
    site = folder / "site"
    full = _apart(archive, site, 0, index)
    print(f"{_held(archive)}, {full.pages} pages, {full.written} files", flush=True)
    _tell("full build", full)
    for name, changed in (("nothing changed", 0), (f"{_CHANGED} changed", _CHANGED)):
        again = _apart(archive, site, changed, index)
        _tell(name, again)
        for kind in ("clock", "processor"):
            share = getattr(again.without_index, kind) / getattr(full.without_index, kind)
            print(f"    share of the full build ({kind}): {share:.1%}, {again.written} files written", flush=True)
    weights = weigh(site)
    print(f"  a page weighs {weights.median} bytes, at most {weights.most} ({weights.heaviest})")
    print(f"    with styles and scripts {weights.median_whole}, at most {weights.most_whole}", flush=True)
    _compare(full, site, folder / "peer", peer_pages)


def _held(archive: Path) -> str:
    with Archive(archive).catalogue() as catalogue:
        releases, calls = len(catalogue.digests()), catalogue.calls.count()
        return f"{releases} releases, {catalogue.pair_count()} pairs, {calls} calls"


def _apart(archive: Path, site: Path, changed: int, index: bool) -> Figures:
    """Build in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(_build, archive, site, changed, index).result()


def _build(folder: Path, site: Path, changed: int, index: bool) -> Figures:
    figures, began = Figures(), time.time()
    with Archive(folder).catalogue() as catalogue, _stopwatches(figures, index):
        archive = with_changes(catalogue, changed) if changed else catalogue
        with _timed(figures.whole):
            report = building.build(archive, site, _BASE_URL, terms=BrowserTerms())
    figures.pages = report.pages
    figures.written = sum(path.stat().st_mtime >= began for path in site.rglob("*") if path.is_file())
    figures.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures.tools_memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return figures


@contextmanager
def _stopwatches(figures: Figures, index: bool) -> Iterator[None]:
    """Time apart what `_APART` names; without `index`, leave it out."""
    with ExitStack() as watched:
        for function, part in _APART.items():
            spent = figures.parts.setdefault(part, Time())
            watched.enter_context(patch.object(building, function, _watched(getattr(building, function), spent)))
        if not index:
            watched.enter_context(patch.object(building, "_write_indexes", lambda *arguments: None))
        yield


def _watched(function: Callable[..., Any], spent: Time) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        with _timed(spent):
            return function(*arguments, **options)

    return call


@contextmanager
def _timed(spent: Time) -> Iterator[None]:
    clock, processor = time.perf_counter(), _processor()
    yield
    spent.clock += time.perf_counter() - clock
    spent.processor += _processor() - processor


def _processor() -> float:
    """Seconds of processor time of this process and all that it has started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _tell(name: str, figures: Figures) -> None:
    print(f"  {name:16} {figures.without_index}, {figures.memory:.0f} MiB", flush=True)
    for part, spent in figures.parts.items():
        among = "of these" if part == "downloads" else "beside these"
        print(f"    {among}: {part:10} {spent}", flush=True)


def _compare(full: Figures, site: Path, folder: Path, most: int | None) -> None:
    """Tell what a page takes, ours and Pelican's: ours with all that belongs to the pages, the index left out."""
    peer = build_peer(islice(sorted(site.rglob("*.html")), most), folder)
    for name, pages, spent, memory in (
        ("ours", full.pages, full.without_index, full.memory),
        ("Pelican", peer.pages, Time(peer.seconds, peer.processor), peer.memory),
    ):
        clock, processor = spent.clock / pages * 1000, spent.processor / pages * 1000
        each = f"each {clock:.2f} ms, processor {processor:.2f} ms"
        print(f"  {name:8} {pages} pages, {each}; {memory:.0f} MiB", flush=True)


if __name__ == "__main__":
    main()

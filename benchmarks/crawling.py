"""How fast a crawl is, what a repeated one costs, and what memory it takes: ``python -m benchmarks.crawling``.

The site is made of the sample site's pages (``benchmarks.crawling_site``), on this machine, politeness off. It is
crawled twice: once only to store its pages, and once as ``haku crawl`` does it, which reads and catalogues them while
it goes on; pages a minute are counted until the last one is catalogued. What follows once a run, whatever it brought
(pairs, calls, the search index), is told apart. ``scrapy bench`` runs before, between and after, and its best figure
counts. The memory is that of the crawl's own process.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from haku.crawling import Follower
from haku.ingesting import taking_in
from haku.terminal import Faults
from index.archive import Archive

_SOURCE = "tem"
_WANTED_RATIO = 0.35
_WANTED_REQUESTS = 1.05
_MILESTONES = (2_000, 5_000, 20_000)
# "'downloader/response_count': 1234,", "'elapsed_time_seconds': 10.5,"
_FIGURE = re.compile(r"'(downloader/response_count|elapsed_time_seconds)': ([\d.]+)")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=2_000, help="pages of the site that is crawled for speed")
    parser.add_argument("--without-memory", action="store_true", help="leave the crawl of 20,000 pages out")
    arguments = parser.parse_args()
    measure_speed(arguments.pages)
    if not arguments.without_memory:
        measure_memory()
    return 0


def measure_speed(pages: int) -> None:
    """Print pages a minute against `scrapy bench`, and what it costs to crawl the same site again."""
    with site(pages) as address, tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder) / "archive")
        benches = [scrapy_bench()]
        stored = _rate(lambda: crawl(Path(folder) / "stored", [_SOURCE], at=address).total(Outcome.NEW))
        benches.append(scrapy_bench())
        whole, captured = _measure_whole(archive, address)
        benches.append(scrapy_bench())
        bench = max(benches)
        print(f"scrapy bench: {', '.join(f'{each:.0f}' for each in benches)} pages a minute")
        print(f"crawl that only stores: {stored:.0f} pages a minute, ratio {stored / bench:.2f}")
        ratio = f"ratio {whole / bench:.2f} (wanted at least {_WANTED_RATIO})"
        print(f"stored, read and catalogued: {whole:.0f} pages a minute, {ratio}")
        _again(archive, address, captured)


def _measure_whole(archive: Archive, address: str) -> tuple[float, int]:
    """Crawl and read side by side; return the pages a minute, and how many pages there were."""
    faults = Faults()
    with taking_in(archive, faults) as intake:

        def crawl_and_read() -> int:
            report = crawl(archive.warc, [_SOURCE], at=address, on_progress=Follower(intake))
            intake.read()
            return report.total(Outcome.NEW)

        rate = _rate(crawl_and_read)
        start = time.perf_counter()
        done = intake.finish()
        seconds = time.perf_counter() - start
    print(f"{done.releases} releases catalogued; then {done.pairs} pairs, {done.calls} calls, index: {seconds:.1f} s")
    return rate, done.releases


def _rate(work: Callable[[], int]) -> float:
    """Return how many pages a minute some work has done, which returns how many it did."""
    start = time.perf_counter()
    pages = work()
    return 60 * pages / (time.perf_counter() - start)


def _again(archive: Archive, address: str, known: int) -> None:
    size = _size(archive.warc)
    start = time.perf_counter()
    report = crawl(archive.warc, [_SOURCE], at=address)
    requests = report.total(Outcome.REQUESTS) / known
    print(
        f"again: {requests:.3f} requests a known release (wanted at most {_WANTED_REQUESTS}), "
        f"{_size(archive.warc) - size} bytes stored, {time.perf_counter() - start:.1f} s"
    )


def measure_memory() -> None:
    """Print the memory of one crawl's process when it has captured so many pages."""
    left = list(_MILESTONES)

    def look(report: CrawlReport) -> None:
        if left and report.total(Outcome.NEW) >= left[0]:
            print(f"{left.pop(0)} pages: {_resident('crawler.job')} MiB")

    with site(_MILESTONES[-1]) as address, tempfile.TemporaryDirectory() as folder:
        crawl(Path(folder), [_SOURCE], at=address, on_progress=look)


@contextmanager
def site(pages: int) -> Iterator[str]:
    """Serve a site of so many pages; give its address."""
    command = [sys.executable, "-m", "benchmarks.crawling_site", str(pages)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout
        yield server.stdout.readline().strip()
        server.stdin.close()


def scrapy_bench() -> float:
    """Return the pages a minute of Scrapy's own benchmark, which does nothing with the pages but follow links."""
    with tempfile.TemporaryDirectory() as elsewhere:
        command = [sys.executable, "-m", "scrapy", "bench"]
        done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=True)
    figures = {name: float(value) for name, value in _FIGURE.findall(done.stderr)}
    return 60 * figures["downloader/response_count"] / figures["elapsed_time_seconds"]


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.warc.gz"))


def _resident(module: str) -> int:
    """The memory in MiB of the process that runs a module of ours, started by this one."""
    for status in Path("/proc").glob("[0-9]*/status"):
        text = status.read_text()
        is_ours = re.search(rf"^PPid:\s+{os.getpid()}$", text, re.MULTILINE)
        if is_ours and module in status.with_name("cmdline").read_text().split("\0"):
            (line,) = re.findall(r"VmRSS:\s+(\d+) kB", text)
            return int(line) // 1024
    raise LookupError(f"no process of ours runs {module}")


if __name__ == "__main__":
    raise SystemExit(main())

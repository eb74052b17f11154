"""How fast a page is read into a release with all its facts: ``python -m benchmarks.reading [--profile]``.

The yardstick is trafilatura's plain text extraction of the same HTML, in the same run on one core: it finds the text
and reads no fact. Pages: the reviewed ones of tests/parsers/fresh, and the sample site's. Rounds alternate between the
two; the middle round counts. The ratio is pages a second of ours over pages a second of theirs.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from trafilatura import extract

from crawler.samplesite import expected, render
from parsers.capture import Capture
from parsers.release import read_release

_FRESH = Path(__file__).resolve().parents[1] / "tests" / "parsers" / "fresh"
_TIME = datetime(2026, 1, 1, tzinfo=UTC)
_ROUNDS = 5
_SLOWEST_SHOWN = 30


def main() -> None:
    """Print pages a second of both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--profile", action="store_true", help="print where our time goes")
    profile = parser.parse_args().profile
    captures = [*_fresh(), *_sample()]
    _read(captures), _extract(captures)  # dictionaries are loaded once in a process, not once a page
    if profile:
        _profile(captures)
    ours, theirs = zip(*((_rate(_read, captures), _rate(_extract, captures)) for _ in range(_ROUNDS)), strict=True)
    size = sum(len(capture.body) for capture in captures) / len(captures)
    print(f"{len(captures)} pages of {size / 1024:.0f} KiB on average, {_ROUNDS} rounds")
    print(f"page to release with all facts: {statistics.median(ours):6.1f} pages/s")
    print(f"trafilatura, plain text:        {statistics.median(theirs):6.1f} pages/s")
    print(f"ratio: {statistics.median(ours) / statistics.median(theirs):.2f} (target 0.5)")


def _fresh() -> Iterator[Capture]:
    for folder in sorted(_FRESH.iterdir()):
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            yield Capture(gold["url"], _TIME, (folder / "pages" / gold["file"]).read_bytes(), charset="utf-8")


def _sample() -> Iterator[Capture]:
    for release in expected():
        address = urlsplit(release["url"])
        yield Capture(release["url"], _TIME, render(address.hostname or "", address.path).body, charset="utf-8")


def _read(captures: Sequence[Capture]) -> None:
    for capture in captures:
        read_release(capture)


def _extract(captures: Sequence[Capture]) -> None:
    for capture in captures:
        extract(capture.body.decode("utf-8"), url=capture.url, include_comments=False)


def _rate(work: Callable[[Sequence[Capture]], None], captures: Sequence[Capture]) -> float:
    start = time.process_time()
    work(captures)
    return len(captures) / (time.process_time() - start)


def _profile(captures: Sequence[Capture]) -> None:
    with cProfile.Profile() as profile:
        _read(captures)
    pstats.Stats(profile).sort_stats("tottime").print_stats(_SLOWEST_SHOWN)


if __name__ == "__main__":
    main()

"""How fast a page is read into a release with all its facts: ``python -m benchmarks.reading [--profile]``.

The yardstick is trafilatura's plain text extraction of the same HTML, in the same run on one core: it finds the text
and reads no fact. Pages: the reviewed ones of tests/parsers/fresh, and the sample site's. Each page is read by both in
turn, so that whatever else the machine does slows both; of each round the sums of processor time are compared, and the
middle round counts. Garbage is collected as in any other process. The ratio is pages a second of ours over theirs.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from trafilatura import extract

from crawler.samplesite import expected, render
from parsers.capture import Capture
from parsers.release import read_release

_FRESH = Path(__file__).resolve().parents[1] / "tests" / "parsers" / "fresh"
_TIME = datetime(2026, 1, 1, tzinfo=UTC)
_ROUNDS = 9
_SLOWEST_SHOWN = 30


def main() -> None:
    """Print pages a second of both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--profile", action="store_true", help="print where our time goes")
    profile = parser.parse_args().profile
    captures = [*_fresh(), *_sample()]
    _round(captures)  # dictionaries are loaded once in a process, not once a page
    if profile:
        _profile(captures)
    rounds = [_round(captures) for _ in range(_ROUNDS)]
    ours, theirs = (len(captures) / statistics.median(seconds) for seconds in zip(*rounds, strict=True))
    ratios = [other / own for own, other in rounds]
    size = sum(len(capture.body) for capture in captures) / len(captures)
    print(f"{len(captures)} pages of {size / 1024:.0f} KiB on average, {_ROUNDS} rounds")
    print(f"page to release with all facts: {ours:6.1f} pages/s")
    print(f"trafilatura, plain text:        {theirs:6.1f} pages/s")
    print(f"ratio: {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f} (target 0.5)")


def _fresh() -> Iterator[Capture]:
    for folder in sorted(_FRESH.iterdir()):
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            yield Capture(gold["url"], _TIME, (folder / "pages" / gold["file"]).read_bytes(), charset="utf-8")


def _sample() -> Iterator[Capture]:
    for release in expected():
        address = urlsplit(release["url"])
        yield Capture(release["url"], _TIME, render(address.hostname or "", address.path).body, charset="utf-8")


def _round(captures: Sequence[Capture]) -> tuple[float, float]:
    """Return the seconds of processor time that all pages take us and them."""
    ours = theirs = 0.0
    for capture in captures:
        start = time.process_time()
        read_release(capture)
        middle = time.process_time()
        _extract(capture)
        ours, theirs = ours + middle - start, theirs + time.process_time() - middle
    return ours, theirs


def _extract(capture: Capture) -> None:
    extract(capture.body.decode("utf-8"))


def _profile(captures: Sequence[Capture]) -> None:
    with cProfile.Profile() as profile:
        for capture in captures:
            read_release(capture)
    pstats.Stats(profile).sort_stats("tottime").print_stats(_SLOWEST_SHOWN)


if __name__ == "__main__":
    main()

"""How fast releases are joined into calls: ``python -m benchmarks.calls [COUNT …]``.

For each count a generated archive (tests/parsers/pairs/generated.py), of whose texts every fourth is made a decision,
is read into what calls are recognised by, and joined. Times are the processor's, on one processor; an ingest reads with
all of them, and only what is new.
"""

from __future__ import annotations

import random
import sys
import time
import zlib
from collections.abc import Sequence

from msgspec.structs import replace

from parsers.calls.joining import join
from parsers.calls.sketch import read_sketch
from parsers.calls.works import make_works
from parsers.model import Kind, Release
from tests.parsers.pairs.generated import generated

_COUNTS = (5_000, 20_000, 50_000)
_ONE_IN = 4


def main(counts: Sequence[int]) -> None:
    print("releases      calls  reading s  joining s")
    for count in counts:
        releases, pairs = generated(count, random.Random(5))
        releases = [_as_kind(release) for release in releases]
        start = time.process_time()
        sketches = [read_sketch(release) for release in releases]
        read = time.process_time()
        calls = join(make_works(sketches, pairs))
        print(f"{count:8} {len(calls):10} {read - start:10.1f} {time.process_time() - read:10.1f}", flush=True)


def _as_kind(release: Release) -> Release:
    is_decision = zlib.crc32(release.url.rpartition("-")[2].encode()) % _ONE_IN == 0
    return replace(release, kind=Kind.DECISION if is_decision else Kind.CALL)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or _COUNTS)

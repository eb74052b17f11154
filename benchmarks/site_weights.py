"""What the pages of a built site weigh on the way to a reader, compressed."""

from __future__ import annotations

import gzip
import re
import statistics
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# <link rel="stylesheet" href="../../static/base.css?v=1a2b3c4d">, <script src="../static/search.js?v=…">
_ASSET = re.compile(rb'(?:href|src)="(?:\.\./)*(static/[\w.-]+)\?v=')


@dataclass(frozen=True)
class Weights:
    """Pages, and bytes of a page as gzipped: in the middle, at most, and which is that. `whole` counts its assets."""

    pages: int
    median: int
    most: int
    heaviest: str
    median_whole: int
    most_whole: int


def weigh(site: Path) -> Weights:
    """Weigh all pages of a site, alone and with the styles and scripts that each loads."""
    weight_of = cache(lambda name: len(gzip.compress((site / name).read_bytes())))
    alone: dict[str, int] = {}
    whole: list[int] = []
    for path in sorted(site.rglob("*.html")):
        content = path.read_bytes()
        alone[path.relative_to(site).as_posix()] = size = len(gzip.compress(content))
        whole.append(size + sum(weight_of(name.decode()) for name in set(_ASSET.findall(content))))
    heaviest = max(alone, key=lambda name: alone[name])
    return Weights(
        pages=len(alone),
        median=round(statistics.median(alone.values())),
        most=alone[heaviest],
        heaviest=heaviest,
        median_whole=round(statistics.median(whole)),
        most_whole=max(whole),
    )

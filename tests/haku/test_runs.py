"""Reports of crawls at a terminal."""

from __future__ import annotations

import io

from rich.console import Console

from crawler.watch import Arguments, Counts, Run
from haku.present.runs import show_run


def shown(*counts: Counts) -> list[list[str]]:
    out = io.StringIO()
    run = Run(start="2026-11-01T09:00:00Z", arguments=Arguments(sources=("tem",)), counts=counts)
    show_run(Console(file=out), run)
    return [line.split() for line in out.getvalue().splitlines()[1:]]


def test_every_source_with_pages_has_its_row() -> None:
    rows = shown(
        Counts(source="tem", language="fi", requests=4, new=2),
        Counts(source="tem", language="-", requests=3),
        Counts(source="wayback", language="-", requests=9, new=6),
    )
    assert rows == [
        ["tem", "fi", "4", "2", "0", "0"],
        ["wayback", "-", "9", "6", "0", "0"],
        ["All", "16", "8", "0", "0"],
    ]

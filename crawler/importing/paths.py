"""The files that the paths on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# What browsers save beside a page, and what file systems are full of: passed over in folders, never a fault.
_ASSETS = frozenset(
    ".avif .bmp .css .eot .gif .ico .jpeg .jpg .js .json .jsonl .map .md .mp3 .mp4 .otf .png .svg .tsv .ttf .webp .woff"
    " .woff2 .xml .docx .odt .pdf .xlsx".split()
)


def expand(path: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the files under a path, in the order of their names, and whether each is one to read.

    A path that is no folder is to be read whatever it is. Hidden files and folders are left out altogether.
    """
    if not path.is_dir():
        yield path, True
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name), Path(name).suffix.lower() not in _ASSETS

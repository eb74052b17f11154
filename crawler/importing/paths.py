"""The files that the paths on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

# What browsers save beside a page, and what file systems are full of: passed over in folders, never a fault.
_ASSETS = frozenset(
    ".avif .bmp .css .eot .gif .ico .jpeg .jpg .js .json .jsonl .map .md .mp3 .mp4 .otf .png .svg .tsv .ttf .webp .woff"
    " .woff2 .xml .docx .odt .pdf .xlsx".split()
)


def expand(path: Path, on_unreadable: Callable[[OSError], None]) -> Iterator[tuple[Path, bool]]:
    """Yield the files under a path, in the order of their names, and whether each is one to read.

    A path that is no folder is to be read whatever it is. Hidden files and folders are left out altogether, folders
    that are links are not entered. `on_unreadable` is told of each folder that cannot be listed.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises an error where one may not look
        yield path, True
        return
    for folder, subfolders, names in os.walk(path, onerror=on_unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from ((link, False) for link in (Path(folder, name) for name in subfolders) if _is_link(link))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name), Path(name).suffix.lower() not in _ASSETS


def _is_link(path: Path) -> bool:
    return os.path.islink(path)  # noqa: PTH114 - as above

"""What an interrupted write left behind: found, and cut off."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from crawler.warc.streams import CHUNK
from crawler.warc.walking import Damage, walk


def whole_length(path: Path, start: int = 0) -> int | None:
    """Return the length up to which a file holds whole records, from an offset known to lie between two of them.

    None where the file's end is damaged in another way than by a write that was broken off: then nothing may be cut.
    """
    end, damage = start, None
    with path.open("rb") as file:
        for item in walk(file, start):
            damage = item if isinstance(item, Damage) else None
            end = end if isinstance(item, Damage) else item.end
        if damage is None:
            return end
        return damage.offset if damage.torn or _only_zeros(file, damage.offset) else None


def cut(path: Path, length: int) -> None:
    """Shorten a file, lastingly."""
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())


def _only_zeros(file: BinaryIO, offset: int) -> bool:
    """File systems may leave zeros where data had not reached the disk when the power failed."""
    file.seek(offset)
    return all(not piece.strip(b"\0") for piece in iter(lambda: file.read(CHUNK), b""))

"""FreeDict's Finnish–Swedish dictionary, where this system has it installed (Debian: dict-freedict-fin-swe).

It is read where it lies and never copied. HAKU_FREEDICT=off does without it, HAKU_FREEDICT=…/freedict-fin-swe.index
reads another one. Which one was used is noted in the catalogue, since pairs are aligned a little differently with it.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from parsers.pairs.freedict import read_dictionary
from parsers.pairs.lexicon import glossary
from parsers.problems import Problem

_OPTION = "HAKU_FREEDICT"
_OFF = "off"
_SYSTEM = Path("/usr/share/dictd/freedict-fin-swe.index")
_MOST_BYTES = 64 * 1024 * 1024


class Dictionary(NamedTuple):
    """A dictionary's name, which changes with its content, and its pairs of words as far as the glossary lacks them."""

    name: str
    pairs: tuple[tuple[str, str], ...]


def dictionary() -> Dictionary | None:
    """Return the dictionary that is installed or chosen. Raises Problem where the one that is chosen cannot be read."""
    option = os.environ.get(_OPTION, "")
    if option == _OFF or (not option and not _SYSTEM.exists()):
        return None
    return _read(Path(option) if option else _SYSTEM)


@lru_cache(maxsize=2)
def _read(index: Path) -> Dictionary:
    try:
        lines = _bounded(index)
        text = _bounded(_text_beside(index))
        pairs = read_dictionary(lines.decode("utf-8"), text)
        new = tuple(pair for pair in dict.fromkeys(pairs) if not glossary().knows(*pair))
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as fault:
        message = "{file}: cannot be read as a dictionary ({reason}); correct HAKU_FREEDICT or set it to off"
        raise Problem(message, file=index, reason=fault) from fault
    return Dictionary(f"{index.stem} {hashlib.sha256(lines + text).hexdigest()[:8]}", new)


def _text_beside(index: Path) -> Path:
    """The entries lie beside the index, packed (dictzip, which is gzip that can be read from the middle) or not."""
    packed = index.with_suffix(".dict.dz")
    return packed if packed.exists() else index.with_suffix(".dict")


def _bounded(path: Path) -> bytes:
    with gzip.open(path) if path.suffix == ".dz" else path.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise OSError(f"{path.name}: more than {_MOST_BYTES} bytes")
    return content

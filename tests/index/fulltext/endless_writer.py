"""A process that changes an index until it is killed; what it takes long to load is loaded once for all of them."""

from __future__ import annotations

import multiprocessing
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from index.catalogue import Catalogue
from index.fulltext import FullText
from tests.index.conftest import build_release

_CONTEXT = multiprocessing.get_context("forkserver")
# The processes are forked from one that has imported these.
_CONTEXT.set_forkserver_preload([__name__, "tests.index.fulltext.loaded_words"])


def started(folder: Path) -> BaseProcess:
    """Start one for the catalogue and the index in a folder; it has opened both when this returns."""
    ready, telling = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_write, args=(folder, telling), daemon=True)
    process.start()
    telling.close()
    assert ready.recv()
    return process


def _write(folder: Path, ready: Connection) -> None:
    with Catalogue(folder / "catalogue.sqlite") as catalogue:
        fulltext = FullText(folder / "index", catalogue)
        ready.send(True)
        for number in count():
            with catalogue.transaction():
                captured = f"2027-01-01T00:{number // 60 % 60:02}:{number % 60:02}Z"
                catalogue.add_release(build_release("haku-7", "Haku 7", f"Hae {number}. " * 50, captured=captured))
                catalogue.settle()
            fulltext.update() if number % 5 else fulltext.rebuild()

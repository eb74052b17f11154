"""A new site takes the old one's place as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parsers.problems import Problem

MARKER = ".hakuarkisto-site"
_MARKER_TEXT = "This folder is written by haku site. A build replaces all of it.\n"


@contextmanager
def published(output: Path) -> Iterator[Path]:
    """Give a folder to build the site in; when the block ends well, that folder becomes `output`.

    If the block raises, the folder goes and `output` is as it was. Raises `Problem` where `output` is something
    that this program did not make, so that no one's files are ever replaced.
    """
    output = output.resolve()
    check_replaceable(output)
    building = output.with_name(f".{output.name}.building")
    _discard(building)
    try:
        _start(building)
        yield building
        _swap(building, output)
    finally:
        _discard(building)


def check_replaceable(output: Path) -> None:
    """Raise `Problem` unless `output` is absent, an empty folder, or a site made before."""
    if not output.exists():
        return
    if not output.is_dir():
        raise Problem("{folder}: is a file; give --output a folder", folder=output)
    if any(output.iterdir()) and not (output / MARKER).is_file():
        raise Problem(
            "{folder}: holds files that haku site did not write; give --output an empty or new folder", folder=output
        )


def _start(building: Path) -> None:
    try:
        building.mkdir(parents=True)
        (building / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
    except OSError as error:
        raise Problem(
            "{folder}: cannot be written ({reason}); choose another --output",
            folder=building.parent,
            reason=error.strerror,
        ) from error


def _swap(building: Path, output: Path) -> None:
    """Two renames, with nothing in between but the old site set aside, which comes back if the second one fails."""
    if not output.exists():
        building.rename(output)
        return
    aside = output.with_name(f".{output.name}.replaced")
    _discard(aside)
    output.rename(aside)
    try:
        building.rename(output)
    except OSError:
        aside.rename(output)
        raise
    _discard(aside)


def _discard(folder: Path) -> None:
    """Remove a folder of ours that an interrupted build may have left. Raises `Problem` if it is someone else's."""
    check_replaceable(folder)
    if folder.exists():
        shutil.rmtree(folder)

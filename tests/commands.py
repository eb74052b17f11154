"""`haku` as a user runs it, in a process of its own or, in a twentieth of the time, in that of the tests."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from unittest.mock import patch

Run = Callable[..., subprocess.CompletedProcess[str]]
START = "from haku.cli import main; main()"


def environment(language: str = "en") -> dict[str, str]:
    """Return what sets the language of what `haku` says, and how it is written."""
    return {"LANGUAGE": language, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}


def in_a_process(arguments: list[str], folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Run `haku` in a process of its own, in a folder."""
    return subprocess.run(
        [sys.executable, "-c", START, *arguments],
        env={**os.environ, **environment(language)},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def in_this_process(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `haku` in this process, in a folder and in English: its words are loaded once."""
    from haku.cli import main

    command = ["haku", *arguments]
    with _caught(1, redirect_stdout) as said, _caught(2, redirect_stderr) as complained, _placed(command, folder):
        status = _status(main)
    return subprocess.CompletedProcess(command, status, *(b"".join(text).decode() for text in (said, complained)))


def _status(main: Callable[[], None]) -> int:
    """Return the exit status of a main function, which may end the process or simply return."""
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextmanager
def _caught(descriptor: int, redirect: Callable[[IO[str]], AbstractContextManager[object]]) -> Iterator[list[bytes]]:
    """Give a list that holds in the end what was written to a file descriptor: by children and libraries as well."""
    written: list[bytes] = []
    kept = os.dup(descriptor)
    with TemporaryFile() as file:
        try:
            os.dup2(file.fileno(), descriptor)
            with open(descriptor, "w", encoding="utf-8", closefd=False) as stream, redirect(stream):
                yield written
        finally:
            os.dup2(kept, descriptor)
            os.close(kept)
        file.seek(0)
        written.append(file.read().replace(b"\r\n", b"\n"))


@contextmanager
def _placed(command: list[str], folder: Path) -> Iterator[None]:
    """What a process of its own would have: arguments, environment, a folder, and a log that nobody has set up."""
    before, handlers = Path.cwd(), logging.getLogger().handlers[:]
    with patch.object(sys, "argv", command), patch.dict(os.environ, environment()):
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            logging.getLogger().handlers[:] = handlers

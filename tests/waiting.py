"""Waiting for what another process does."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from crawler.warc import WarcStore
from parsers.problems import Problem

_PATIENCE = 30.0
_PAUSE = 0.1


def wait_until_free(folder: Path) -> None:
    """Wait until no process writes to the WARC files of an archive any more."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            WarcStore(folder).close()
            return
        except Problem:
            time.sleep(_PAUSE)
    pytest.fail("the crawl's process outlived the program that started it")

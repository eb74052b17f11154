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


def wait_for_the_next_second() -> None:
    """Wait until the clock shows another second: captures are dated by seconds, and of two in one the page counts."""
    time.sleep(1 - time.time() % 1)

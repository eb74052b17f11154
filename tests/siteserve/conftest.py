"""An archive of the sample site, and the application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from index.archive import Archive
from siteserve.app import make_app
from siteserve.guard import Guard
from tests.site.browsing import ARGUMENTS
from tests.siteserve.serving import ADDRESS, told_in


@pytest.fixture(scope="session")
def archive(sample_archive: Path) -> Archive:
    """An archive of the sample site's releases. Tests read it and leave it as it is."""
    return Archive(sample_archive)


@pytest.fixture(scope="session")
def app(archive: Archive) -> Guard:
    """The application over the archive; a fault that it did not foresee fails the test."""
    return make_app(archive, "0.0.0", told_in, _fail)


@pytest.fixture(scope="session")
def client(app: Guard) -> Iterator[TestClient]:
    """Asks the application as a browser on this machine does."""
    with TestClient(app, base_url=ADDRESS, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium, without anything that would reach for the network."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield launched
        launched.close()


def _fail(fault: Exception) -> None:
    raise fault

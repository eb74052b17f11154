"""An archive of the sample site, and the application over it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from crawler.samplesite import expected, render
from index.archive import Archive
from siteserve.app import make_app
from siteserve.guard import Guard
from tests.site.browsing import ARGUMENTS
from tests.siteserve.serving import ADDRESS, START, told_in


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site's releases as a reader would have saved them."""
    folder = tmp_path_factory.mktemp("pages")
    for number, release in enumerate(expected()):
        address = urlsplit(release["url"])
        (folder / f"{number:02}.html").write_bytes(render(address.hostname or "", address.path).body)
    return folder


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Archive:
    """An archive of these pages. Tests read it and leave it as it is."""
    folder = tmp_path_factory.mktemp("archives") / "archive"
    command = [sys.executable, "-c", START, "--archive", str(folder), "import", str(pages)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LANGUAGE": "en"})
    return Archive(folder)


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

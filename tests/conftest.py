"""What tests of several packages share: the development corpus, an archive of the sample site, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from tests.commands import in_a_process
from tests.nursery import Nursery
from tests.once import Once

ROOT = Path(__file__).parent.parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# The same results wherever the tests run, whether FreeDict is installed or not; also in the processes they start.
os.environ["HAKU_FREEDICT"] = "off"
# What the command line says is loaded in one language, with its modules.
os.environ["LANGUAGE"] = "en"

# How long an example takes says more of the machine than of the code: tests of time measure it themselves.
settings.register_profile("haku", deadline=None)
settings.load_profile("haku")


# The files that last longest, the longest first: one that began late would go on when all else is done.
_LONGEST = """
    crawler/test_resuming.py crawler/test_adding_a_source.py site/test_accessibility.py crawler/test_scrapy.py
    index/fulltext/test_store.py site/test_browser.py haku/test_crawling.py site/test_search_page.py
    index/fulltext/test_known_items.py crawler/test_politeness.py crawler/test_answers.py
    crawler/test_crawl.py crawler/test_interruptions.py siteserve/test_serve_command.py
    crawler/hostile/test_hostile.py haku/test_commands.py site/test_incremental.py site/test_browser_known_items.py
""".split()


def pytest_configure(config: pytest.Config) -> None:
    """Have pytest-xdist keep the order of the files; its own begins with those of most tests, which are short ones."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    _skip(items)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    name = item.nodeid.partition("::")[0].removeprefix("tests/")
    return _LONGEST.index(name) if name in _LONGEST else len(_LONGEST)


def _skip(items: list[pytest.Item]) -> None:
    """Skip what cannot run here: tests of the shared corpus without it, browser tests where they were switched off."""
    no_shared = pytest.mark.skip(reason="the development corpus ../shared is not here")
    no_browser = pytest.mark.skip(reason="HAKU_NO_BROWSER=1")
    for item in items:
        if "shared" in item.keywords and not (ROOT.parent / "shared" / "corpus").is_dir():
            item.add_marker(no_shared)
        if "browser" in item.keywords and os.environ.get("HAKU_NO_BROWSER") == "1":
            item.add_marker(no_browser)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the development corpus, for tests marked `shared`."""
    return ROOT.parent / "shared"


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes what is dear to make once for all processes of this run: ``once("name", fill)`` is a folder."""
    return Once(tmp_path_factory)


@pytest.fixture(scope="session")
def saved_pages(once: Once) -> Path:
    """The sample site's releases as a reader would have saved them."""
    return once("saved", _save_pages)


@pytest.fixture(scope="session")
def sample_archive(once: Once, saved_pages: Path) -> Path:
    """An archive of the sample site's releases. Tests read it and leave it as it is."""

    def fill(folder: Path) -> None:
        done = in_a_process(["--archive", "archive", "import", str(saved_pages)], folder, "en")
        assert done.returncode == 0, done.stderr

    return once("archive", fill) / "archive"


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Starts the processes of crawls that have imported all that they need."""
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture(scope="module")
def quick_crawls(nursery: Nursery) -> Iterator[None]:
    """Lets the crawls of a module begin without a second of imports each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crawler.run._start", nursery.start)
        yield


def _save_pages(folder: Path) -> None:
    from crawler.samplesite import expected, render

    for number, release in enumerate(expected()):
        address = urlsplit(release["url"])
        page = folder / f"page-{number:02}.html"
        page.write_bytes(render(address.hostname or "", address.path).body)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium to test with: $CHROMIUM, one on PATH, or one that is installed now."""
    path = os.environ.get("CHROMIUM") or _on_path() or _from_debian() or _from_playwright()
    if not path or not Path(path).exists():
        pytest.fail("no Chromium: set CHROMIUM=/path/to/it, install one, or skip with HAKU_NO_BROWSER=1", pytrace=False)
    return path


def _on_path() -> str | None:
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


def _from_debian() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, env=environment, capture_output=True, check=False, timeout=600)
    return _on_path()


def _from_playwright() -> str | None:
    install = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(install, capture_output=True, check=False, timeout=600).returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path

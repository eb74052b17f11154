from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.samplesite import expected, render

Run = Callable[..., subprocess.CompletedProcess[str]]
_START = "from haku.cli import main; main()"


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run `haku` as a user does: a process of its own, English unless told otherwise."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def start(*arguments: object, language: str = "en", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", _START, *map(str, arguments)],
            env={**os.environ, "LANGUAGE": language, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8", **environment},
            cwd=elsewhere,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def saved_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site's releases as a reader would have saved them."""
    folder = tmp_path_factory.mktemp("saved")
    for number, release in enumerate(expected()):
        address = urlsplit(release["url"])
        page = folder / f"page-{number:02}.html"
        page.write_bytes(render(address.hostname or "", address.path).body)
    return folder


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, run: Run, saved_pages: Path) -> Path:
    """An archive of the sample site's releases. Tests read it and leave it as it is."""
    folder = tmp_path_factory.mktemp("archives") / "archive"
    done = run("--archive", folder, "import", saved_pages)
    assert done.returncode == 0, done.stderr
    return folder

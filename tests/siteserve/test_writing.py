"""Readers and a writer: what is written is found at once, a rebuilt archive too, and nothing fails meanwhile."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.archive import Archive
from siteserve.app import make_app
from tests.commands import START
from tests.siteserve.serving import ADDRESS, told_in

# A reader without any pause would take the writer's processor.
_PAUSE = 0.05


@pytest.fixture
def growing(tmp_path: Path, archive: Archive) -> Path:
    """A copy of the archive that a test may change."""
    return Path(shutil.copytree(archive.folder, tmp_path / "archive"))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A page that is not in the archive."""
    page = tmp_path / "uutinen.html"
    page.write_text(
        "<html lang='fi'><head><title>Avustusta kääpäpuutarhoille</title></head><body><main>"
        "<h1>Avustusta kääpäpuutarhoille</h1><p>Tiedote 3.3.2025</p><p>Ministeriö avaa haun kääpäpuutarhojen "
        "perustamiseen. Haettavana on 120 000 euroa, ja hakuaika päättyy 30.4.2025.</p></main></body></html>",
        encoding="utf-8",
    )
    return page


def writing(folder: Path, *arguments: object) -> Iterator[None]:
    """Run a command that writes, and go round as long as it does."""
    command = [sys.executable, "-c", START, "--archive", str(folder), *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            yield
            time.sleep(_PAUSE)
        assert process.returncode == 0, process.stderr and process.stderr.read()


def total(client: TestClient, query: str) -> int:
    answer = client.get("/api/v1/facets", params={"q": query})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["total"])


def test_what_is_written_is_found_at_once_and_readers_go_on(growing: Path, news: Path) -> None:
    faults: list[Exception] = []
    with TestClient(make_app(Archive(growing), "0.0.0", told_in, faults.append), base_url=ADDRESS) as client:
        everything = total(client, "*")
        assert total(client, "kääpäpuutarha") == 0
        for _ in writing(growing, "import", news):
            assert total(client, "avustus") > 0
            assert client.get("/api/v1/status").status_code == 200
        assert total(client, "kääpäpuutarha") == 1
        assert total(client, "*") == everything + 1
        found = client.get("/api/v1/search", params={"q": "kääpäpuutarhojen"}).json()["hits"][0]
        assert client.get(f"/fi/release/{found['id']}/").status_code == 200
        for _ in writing(growing, "rebuild"):
            assert total(client, "kääpäpuutarha") == 1
        assert total(client, "*") == everything + 1
    assert not faults


def test_an_archive_that_cannot_be_read_is_told_and_comes_back(growing: Path) -> None:
    app = make_app(Archive(growing), "0.0.0", told_in, lambda fault: None)
    catalogue, away = growing / "catalogue.sqlite", growing / "away.sqlite"
    with TestClient(app, base_url=ADDRESS) as client:
        catalogue.rename(away)
        for path in ("search?q=avustus", "status", "differences"):
            answer = client.get(f"/api/v1/{path}")
            assert answer.status_code == 503
            assert "has captures but no catalogue; run haku rebuild" in answer.json()["detail"]
        page = client.get("/sv/search/?q=avustus")
        assert page.status_code == 503
        assert "sv: " in page.text
        assert client.get("/sv/differences/").status_code == 503
        away.rename(catalogue)
        assert total(client, "avustus") > 0


def test_an_unforeseen_fault_shows_no_traceback(growing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Exception] = []

    def broken(archive: Archive) -> None:
        raise RuntimeError("the secret of the machine")

    monkeypatch.setattr(Archive, "catalogue", broken)
    with TestClient(make_app(Archive(growing), "0.0.0", told_in, told.append), base_url=ADDRESS) as client:
        for path in ("/api/v1/status", "/api/v1/search?q=a", "/fi/search/", "/sv/differences/"):
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "Traceback" not in answer.text
            assert answer.headers["content-security-policy"]
        assert client.get("/api/v1/status").json()["title"] == "Internal Server Error"
    assert [str(fault) for fault in told] == ["the secret of the machine"] * 5

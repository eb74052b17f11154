"""`haku serve` as a user runs it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from index.archive import Archive
from tests.commands import START
from tests.siteserve.serving import serving


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT], ids=lambda end: end.name)
def test_it_says_where_answers_there_and_ends_cleanly(archive: Archive, end: signal.Signals) -> None:
    with serving(archive.folder, end=end) as served:
        with urlopen(f"{served.address}/api/v1/search?q=avustus&limit=1") as answer:
            found = json.load(answer)
        with urlopen(f"{served.address}/") as page:
            assert "<html lang=" in page.read().decode()
    assert found["total"] > len(found["hits"]) == 1
    assert served.status == 0
    assert "Traceback" not in served.said


def test_it_listens_on_this_machine_only_and_to_its_own_name(archive: Archive) -> None:
    with serving(archive.folder) as served:
        assert served.address.startswith("http://127.0.0.1:")
        with pytest.raises(HTTPError, match="421"):
            urlopen(Request(f"{served.address}/api/v1/status", headers={"Host": "evil.example"}))
        with pytest.raises(HTTPError, match=r"40[04]"):
            urlopen(f"{served.address}/fi/search/?q=" + "a" * 60_000)


def test_a_taken_port_is_told(archive: Archive) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(archive.folder, "serve", "--port", port)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == f"haku: port {port} is taken; choose another with --port"


def test_without_an_archive_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere", "serve", "--port", "0")
    assert done.returncode == 1
    assert "no archive here" in done.stderr
    assert "Traceback" not in done.stderr


def run(archive: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", START, "--archive", str(archive), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

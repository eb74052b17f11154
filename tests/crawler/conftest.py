"""What the crawler's tests share: captures to write, and a check of what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.checker import Checker

from crawler.warc import WarcStore, read_captures
from parsers.capture import Capture, Location
from tests.crawler.obedient import Site, served_site
from tests.crawler.rawsite import RawSite, served_raw_site

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def _page(number: int, text: str | None = None) -> Capture:
    body = f"<html><body><h1>Haku {number}</h1><p>{text or f'Avustusta voi hakea {number}.'}</p></body></html>"
    return Capture(
        url=f"https://tem.fi/-/haku-{number}",
        time=NOON + timedelta(minutes=number),
        body=body.encode(),
        charset="utf-8",
        headers=(("Content-Type", "text/html;charset=UTF-8"), ("Content-Length", str(len(body.encode())))),
    )


@pytest.fixture
def page() -> Callable[..., Capture]:
    """Makes the capture of a page, told from others by its number; with the same text, the payload is the same."""
    return _page


@pytest.fixture
def read() -> Callable[[Path], list[tuple[Capture, Location]]]:
    """Reads all captures of a folder; what cannot be read fails the test."""

    def read_all(folder: Path) -> list[tuple[Capture, Location]]:
        def fail(problem: Exception) -> None:
            raise problem

        return list(read_captures(folder, on_problem=fail))

    return read_all


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with the captures of pages 0 to 9 in one WARC file."""
    with WarcStore(tmp_path / "warc") as store:
        for number in range(10):
            store.write(_page(number))
    return tmp_path / "warc"


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], str]:
    """Runs `warcio check` on the WARC files of a folder; returns what it said."""

    def check_folder(folder: Path) -> str:
        capsys.readouterr()
        checker = Checker(SimpleNamespace(inputs=[str(path) for path in sorted(folder.glob("*.gz"))], verbose=True))
        assert checker.process_all() == 0, capsys.readouterr().out
        return capsys.readouterr().out

    return check_folder


@pytest.fixture
def obedient_site() -> Iterator[Site]:
    """A site that does what it is told."""
    with served_site() as site:
        yield site


@pytest.fixture
def site() -> Iterator[RawSite]:
    """A site that answers in bytes."""
    with served_raw_site() as site:
        yield site

"""An archive to import into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.importing import ImportReport, import_paths
from crawler.warc import WarcStore
from parsers.problems import Problem


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "warc"


@pytest.fixture
def take(tmp_path: Path, warc: Path) -> Callable[..., tuple[ImportReport, list[str]]]:
    """Imports files given as name=content, or paths, into an archive; returns the report and the complaints."""

    def run(files: dict[str, bytes], *paths: Path) -> tuple[ImportReport, list[str]]:
        for name, data in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(data)
        problems: list[Problem] = []
        with WarcStore(warc) as store:
            report = import_paths([*(tmp_path / name for name in files), *paths], store, on_problem=problems.append)
        assert report.problems == problems
        return report, [str(problem) for problem in problems]

    return run

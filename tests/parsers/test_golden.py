"""Golden pages: a page of a source beside all that is read from it, as someone has reviewed it.

``golden/<source>/<name>.html`` (or .json, .pdf) lies beside ``<name>.expected.json``, which says what its ``url`` and
``media_type`` are and which ``releases`` it holds, in the form of `haku export releases`. To add a page, write the first
two: the test fills in the third, and fails until the file is read, mended where it is wrong, and kept. Where reading has
become better, take ``releases`` out of the file, run the test, and review what it writes.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from index.catalogue.records import encode
from parsers.capture import Capture
from parsers.release import read_releases

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(GOLDEN.glob("*/*.expected.json"))
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def page_of(file: Path) -> Path:
    name = file.name.removesuffix(".expected.json")
    (page,) = (path for path in file.parent.glob(f"{name}.*") if path != file)
    return page


def read(page: Path, url: str, media_type: str) -> list[dict[str, Any]]:
    releases = read_releases(Capture(url=url, time=NOON, body=page.read_bytes(), media_type=media_type))
    return [json.loads(encode(release)) for release in releases]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name.partition('.')[0]}")
def test_page_is_read_as_reviewed(file: Path) -> None:
    golden = json.loads(file.read_text(encoding="utf-8"))
    found = read(page_of(file), golden["url"], golden["media_type"])
    if "releases" not in golden:
        file.write_text(
            json.dumps({**golden, "releases": found}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        pytest.fail(f"{file.name} was written: read it, mend what is wrong in it, and run the test again")
    assert found == golden["releases"]


def test_every_page_has_its_review() -> None:
    pages = {path for path in GOLDEN.glob("*/*") if not path.name.endswith(".expected.json")}
    assert pages == {page_of(file) for file in FILES}

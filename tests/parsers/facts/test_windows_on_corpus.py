"""Windows and use periods against the development corpus and the seeds, through the page reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from parsers.capture import Capture
from parsers.model import Release
from parsers.release import read_release

SHARED = Path(__file__).parents[4] / "shared"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def captures() -> Iterator[Capture]:
    with (SHARED / "corpus" / "dev.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                yield Capture(record.rec_headers.get_header("WARC-Target-URI"), NOW, record.content_stream().read())
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield Capture(f"file:{path.name}", NOW, path.read_bytes(), status=None, media_type="text/plain")


def gold() -> dict[str, Any]:
    listed = [SHARED / "corpus" / "dev.gold.jsonl", SHARED / "seeds" / "gold.jsonl"]
    lines = [line for path in listed for line in path.read_text(encoding="utf-8").splitlines()]
    return {record["url"]: record for record in map(json.loads, lines)}


def read(release: Release, field: str) -> object:
    if field == "use_period":
        return {"start": release.use_period.start, "end": release.use_period.end} if release.use_period else None
    return getattr(release.application, field)


@pytest.mark.shared
def test_windows_and_use_periods() -> None:
    truth, wrong, asked = gold(), [], 0
    for capture in captures():
        record, release = truth[capture.url], read_release(capture)
        for field in ("opens", "closes", "continuous", "use_period"):
            if field in record.get("unsure", []):
                continue
            asked += 1
            expected = record["use_period"] if field == "use_period" else record["application"].get(field)
            if read(release, field) != expected:
                wrong.append((capture.url, field, expected, read(release, field)))
    assert asked > 200
    assert len(wrong) <= 0.02 * asked, wrong

"""By which rules captures were read, and whether the rules have changed since."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.catalogue.reader import current_reader, rules_digest
from index.ingest import ingest
from parsers.capture import Capture, Location


def _ingest(catalogue: Catalogue, number: int) -> None:
    page = Capture(f"https://tem.fi/{number}.pdf", datetime(2026, 11, 1, tzinfo=UTC), b"", media_type="application/pdf")
    ingest(catalogue, [(page, Location("haku-00001.warc.gz", number))])


def _change_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.catalogue.reader.current_reader", lambda: "newer")


def test_captures_read_by_the_present_rules(catalogue: Catalogue) -> None:
    assert (catalogue.reader_version(), catalogue.status().outdated) == (None, False)
    _ingest(catalogue, 1)
    assert (catalogue.reader_version(), catalogue.status().outdated) == (current_reader(), False)


def test_changed_rules_are_told_until_all_is_read_anew(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    _ingest(catalogue, 1)
    before = catalogue.reader_version()
    _change_rules(monkeypatch)
    assert catalogue.status().outdated
    _ingest(catalogue, 2)
    assert catalogue.status().captures == 2
    assert (catalogue.reader_version(), catalogue.status().outdated) == (before, True)


def test_rules_of_an_empty_catalogue_are_those_of_its_first_capture(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(catalogue, [])
    _change_rules(monkeypatch)
    assert not catalogue.status().outdated
    _ingest(catalogue, 1)
    assert (catalogue.reader_version(), catalogue.status().outdated) == ("newer", False)


def test_captures_read_before_rules_were_noted(catalogue: Catalogue) -> None:
    page = Capture("https://tem.fi/0.pdf", datetime(2026, 11, 1, tzinfo=UTC), b"")
    catalogue.captures.add(page, Location("haku-00001.warc.gz", 0), (), None)
    _ingest(catalogue, 1)
    assert (catalogue.reader_version(), catalogue.status().outdated) == (None, True)


def test_every_source_and_data_file_counts(tmp_path: Path) -> None:
    def write(name: str, text: str) -> str:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        return rules_digest(tmp_path)

    seen = [write("a.py", "1"), write("a.py", "2"), write("fi/words.toml", "3"), write("fi/words.toml", "4")]
    assert len(set(seen)) == len(seen)
    assert write("__pycache__/a.cpython-311.pyc", "5") == seen[-1]

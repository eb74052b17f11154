"""FreeDict's dictionary: where it is looked for, and what becomes of one that cannot be read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import index.dictionary
from index.dictionary import dictionary
from parsers.problems import Problem

_TEXT = b"hyppysellinen /h/ <n>\nnypa\nkunta /k/ <n>\nkommun\n"
_INDEX = "00databaseshort\tA\tW\nhyppysellinen\tA\tb\nkunta\tb\tX\n"


@pytest.fixture(autouse=True)
def _no_system_dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index.dictionary, "_SYSTEM", tmp_path / "system.index")
    monkeypatch.delenv("HAKU_FREEDICT", raising=False)
    index.dictionary._read.cache_clear()


def _write(path: Path, packed: bool) -> Path:
    path.write_text(_INDEX, encoding="utf-8")
    beside = path.with_suffix(".dict.dz" if packed else ".dict")
    beside.write_bytes(gzip.compress(_TEXT) if packed else _TEXT)
    return path


def test_none_is_installed() -> None:
    assert dictionary() is None


@pytest.mark.parametrize("packed", [pytest.param(True, id="dictzip"), pytest.param(False, id="plain")])
def test_the_system_s_is_read_but_for_what_the_glossary_knows(tmp_path: Path, packed: bool) -> None:
    _write(tmp_path / "system.index", packed)
    found = dictionary()
    assert found is not None
    assert found.pairs == (("hyppysellinen", "nypa"),)
    assert found.name.startswith("system ")


def test_it_can_be_switched_off_and_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "system.index", packed=True)
    monkeypatch.setenv("HAKU_FREEDICT", "off")
    assert dictionary() is None
    monkeypatch.setenv("HAKU_FREEDICT", str(_write(tmp_path / "other.index", packed=False)))
    found = dictionary()
    assert found is not None and found.name.startswith("other ")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda index: index.unlink(), id="no_index"),
        pytest.param(lambda index: index.with_suffix(".dict.dz").unlink(), id="no_entries"),
        pytest.param(lambda index: index.with_suffix(".dict.dz").write_bytes(b"no gzip"), id="not_packed"),
        pytest.param(lambda index: index.with_suffix(".dict.dz").write_bytes(gzip.compress(_TEXT)[:-12]), id="cut_off"),
        pytest.param(lambda index: index.write_bytes(b"\xff\xfe\t"), id="not_utf8"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: object) -> None:
    chosen = _write(tmp_path / "chosen.index", packed=True)
    spoil(chosen)  # type: ignore[operator]
    monkeypatch.setenv("HAKU_FREEDICT", str(chosen))
    with pytest.raises(Problem, match=r"chosen\.index: cannot be read as a dictionary"):
        dictionary()


def test_an_oversized_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.dictionary, "_MOST_BYTES", 20)
    _write(tmp_path / "system.index", packed=True)
    with pytest.raises(Problem, match="more than 20 bytes"):
        dictionary()

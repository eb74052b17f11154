"""What is done to Pagefind's bundle so that it is the same in every build."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.problems import Problem
from sitegen.cbor import Item, decode, encode
from sitegen.stable_bundle import stabilise

items = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=40)


@given(items)
def test_cbor_comes_back_as_it_went(item: Item) -> None:
    assert decode(encode(item)) == item


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(23, "17", id="in-the-first-byte"),
        pytest.param(24, "1818", id="one-byte"),
        pytest.param(256, "190100", id="two-bytes"),
        pytest.param(65536, "1a00010000", id="four-bytes"),
        pytest.param("ä", "62c3a4", id="length-in-bytes"),
    ],
)
def test_numbers_take_their_shortest_form(item: Item, expected: str) -> None:
    assert encode(item).hex() == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x82\x01", id="cut-off"),
        pytest.param(b"\x01\x01", id="left-over"),
        pytest.param(b"\xa1\x01\x01", id="a-map"),
        pytest.param(b"\x9f\x01\xff", id="an-array-without-a-length"),
    ],
)
def test_what_is_not_known_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"item|ends"):
        decode(data)


def bundle(folder: Path, values: list[Item], filters: list[Item]) -> Path:
    """Write a bundle with one filter, as Pagefind does."""
    (folder / "filter").mkdir(parents=True)
    write(folder / "filter" / "fi_abc1234.pf_filter", ["kind", values])
    write(folder / "pagefind.fi_0123456789.pf_meta", ["1.5.2", [], [], filters, [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"fi": {"hash": "fi_0123456789", "wasm": "fi", "page_count": 2}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    return folder


def write(path: Path, item: Item) -> None:
    path.write_bytes(gzip.compress(b"pagefind_dcd" + encode(item)))


def read(path: Path) -> Item:
    return decode(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_the_order_of_values_and_filters_no_longer_matters(tmp_path: Path) -> None:
    call: Item = ["call", [0]]
    guide: Item = ["guide", [1]]
    one = bundle(tmp_path / "one", [call, guide], [["kind", "fi_abc1234"]])
    other = bundle(tmp_path / "other", [guide, call], [["kind", "fi_abc1234"]])
    for folder in (one, other):
        stabilise(folder)
    assert {file.name: file.read_bytes() for file in one.rglob("*.*")} == {
        file.name: file.read_bytes() for file in other.rglob("*.*")
    }
    meta = read(next(one.glob("*.pf_meta")))
    assert isinstance(meta, list)
    assert meta[3] == [["kind", next(one.glob("filter/*")).stem]]
    entry = json.loads((one / "pagefind-entry.json").read_text())
    assert (one / f"pagefind.{entry['languages']['fi']['hash']}.pf_meta").is_file()


def test_a_form_that_is_not_known_is_told(tmp_path: Path) -> None:
    folder = bundle(tmp_path / "bundle", [], [])
    (folder / "filter" / "fi_abc1234.pf_filter").write_bytes(b"not gzip")
    with pytest.raises(Problem, match="install the pinned version"):
        stabilise(folder)

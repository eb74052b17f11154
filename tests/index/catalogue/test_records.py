"""Structures to JSON and back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.records import decode, digest, encode, text_digest
from parsers.model import Block, Release

_SUMS = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param(Decimal("3E+6"), b"3000000", id="no exponent"),
        pytest.param(Decimal("3000000.00"), b"3000000", id="no tail of zeros"),
        pytest.param(Decimal("12345.670"), b"12345.67", id="cents"),
        pytest.param(Decimal("0.05"), b"0.05", id="less than one"),
        pytest.param(Decimal("1E-7"), b"0.0000001", id="no negative exponent"),
        pytest.param(Decimal("-0"), b"0", id="no negative zero"),
        pytest.param(Decimal("123456789012345678901234567890.5"), b"123456789012345678901234567890.5", id="exact"),
    ],
)
def test_sums_are_plain_numbers(value: Decimal, number: bytes) -> None:
    assert encode(value) == number


@given(_SUMS)
def test_sums_keep_their_value(value: Decimal) -> None:
    line = encode({"total": value})
    assert decode(line, dict[str, Decimal]) == {"total": value}
    assert b"e" not in line.lower().replace(b'"total"', b"")


def test_release_round_trip(make_call: Any) -> None:
    release = make_call()
    record = encode(release)
    assert decode(record, Release) == release
    assert encode(decode(record, Release)) == record


def test_record_is_the_export_line(make_call: Any) -> None:
    line = json.loads(encode(make_call()))
    assert line["total"] == 3000000
    assert line["application"]["closes"] == "2021-04-20T16:15"
    assert line["blocks"][0] == {"type": "h1", "text": "Haku osaamiskeskuksiin avattu"}


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_digests_differ_with_their_parts(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_text_digest_is_of_the_text_alone(make_release: Any) -> None:
    release = make_release("haku", "Haku", "Hae heti.")
    assert text_digest(release) == text_digest(make_release("haku", "Haku", "Hae heti.", published="2020-01-01"))
    assert text_digest(release) != text_digest(make_release("haku", "Haku", "Hae", "heti."))
    assert text_digest(release) == text_digest(
        make_release("haku", "Haku", "x", blocks=(Block(type="h1", text="Haku"), Block(type="li", text="Hae heti.")))
    )

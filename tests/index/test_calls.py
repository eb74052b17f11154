"""Calls in the catalogue: the same however releases arrive, and only what has changed is made again."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

import index.calls
from index.calls import update_calls
from index.catalogue import Catalogue
from index.export import export
from index.pairing import update_pairs
from index.reading import Workers
from parsers.calls.assembly import make_call
from parsers.calls.joining import Joining
from parsers.model import Call, Release
from tests.parsers.calls.invented import scenarios

CHAINS = ("whole_chain_in_both_languages", "two_siblings_of_one_day", "official_entry_with_another_closing_time")


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    return [release for each in scenarios() if each.id in CHAINS for release in each.releases.values()]


def take_in(catalogue: Catalogue, batches: Iterable[Sequence[Release]]) -> bytes:
    """Add releases batch by batch as an ingest does; return the calls as they are exported."""
    with Workers() as workers:
        for batch in batches:
            with catalogue.transaction():
                for release in batch:
                    catalogue.add_release(release)
            update_pairs(catalogue, workers)
            update_calls(catalogue, workers)
    out = io.BytesIO()
    export(catalogue, "calls", out, "jsonl")
    return out.getvalue()


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_arrival_changes_nothing(releases: list[Release], tmp_path: Path, seed: int) -> None:
    mixed = random.Random(seed).sample(releases, len(releases))
    with Catalogue(tmp_path / "whole.sqlite") as whole, Catalogue(tmp_path / "parts.sqlite") as parts:
        assert take_in(whole, [releases]) == take_in(parts, [mixed[:4], mixed[4:5], mixed[5:]])
        assert whole.calls.count() == len(list(whole.calls)) == 4
        assert whole.calls.made_of() == parts.calls.made_of() is not None


def test_only_what_has_changed_is_made_again(
    catalogue: Catalogue, releases: list[Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(catalogue, [releases[:-1]])
    made = []

    def noting(joinings: Sequence[Joining], *rest: Any) -> Call:
        made.append(joinings[0].work)
        return make_call(joinings, *rest)

    monkeypatch.setattr(index.calls, "make_call", noting)
    take_in(catalogue, [[]])
    assert made == []
    take_in(catalogue, [releases[-1:]])
    call = catalogue.calls.of(releases[-1].id)
    assert call is not None and made == [call.id]


def test_every_member_leads_to_its_call(catalogue: Catalogue, releases: list[Release]) -> None:
    take_in(catalogue, [releases])
    for call in catalogue.calls:
        assert all(catalogue.calls.of(member.id) == call for member in call.members)
    assert catalogue.calls.of("0" * 16) is None


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
def test_calls_are_exported_flat_too(catalogue: Catalogue, releases: list[Release], file_format: str) -> None:
    take_in(catalogue, [releases])
    out = io.BytesIO()
    assert export(catalogue, "calls", out, file_format) == 4
    assert out.getvalue()

"""Pairs in the catalogue: brought up to date little by little, they are what they would be if made all at once."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
import pytest

import index.pairing
from index.catalogue import Catalogue
from index.export import export
from parsers.model import Release
from parsers.pairs.decisions import NONE, Decision, Decisions
from tests.index.taking_in import take_in
from tests.parsers.pairs.generated import generated_archive

_COUNT = 36


@cache
def _releases() -> tuple[Release, ...]:
    return tuple(generated_archive(_COUNT, random.Random(11)).releases)


def _decisions() -> Decisions:
    """A Finnish and a Swedish release that have nothing to do with each other are one text; a pair is none."""
    pairs = sorted(generated_archive(_COUNT, random.Random(11)).pairs)
    (parted, other), (fi, _), (_, sv) = pairs[0], pairs[1], pairs[2]
    return Decisions([Decision("different", parted, other), Decision("same", fi, sv)])


def _shown(catalogue: Catalogue) -> bytes:
    out = io.BytesIO()
    for what in ("releases", "pairs", "english"):
        export(catalogue, what, out, "jsonl")
    return out.getvalue() + "\n".join(map(str, catalogue.likenesses)).encode()


def _batches(releases: Sequence[Release], chance: random.Random) -> Iterator[Sequence[Release]]:
    """The releases in any order and in batches of any size, some of them with another text at first."""
    order = chance.sample(releases, len(releases))
    while order:
        size = chance.choice((1, 2, 7))
        batch, order = order[:size], order[size:]
        if order:
            early = chance.choice(order)
            batch.append(msgspec.structs.replace(early, title="Vanha", captured="2020-01-01T00:00:00Z"))
        yield batch


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, bytes]:
    """What there is in the end, with decisions and without."""
    shown = {}
    for decided in (False, True):
        with Catalogue(tmp_path_factory.mktemp("whole") / "catalogue.sqlite") as catalogue:
            take_in(catalogue, _releases(), _decisions() if decided else NONE)
            shown[decided] = _shown(catalogue)
    return shown


@pytest.mark.parametrize("seed", range(3))
def test_arrivals_in_any_order_and_number(catalogue: Catalogue, at_once: dict[bool, bytes], seed: int) -> None:
    for batch in _batches(_releases(), random.Random(seed)):
        take_in(catalogue, batch)
    assert _shown(catalogue) == at_once[False]


def test_decisions_are_followed_and_taken_back(catalogue: Catalogue, at_once: dict[bool, bytes]) -> None:
    decisions = _decisions()
    half = len(_releases()) // 2
    take_in(catalogue, _releases()[:half], decisions)
    take_in(catalogue, _releases()[half:], decisions)
    assert _shown(catalogue) == at_once[True] != at_once[False]
    parted, joined = decisions
    assert catalogue.pair(parted.one) is None
    pair = catalogue.pair(joined.one)
    assert pair is not None
    assert (pair.sv.id, pair.method, pair.score) == (joined.other, "reviewed", 1.0)
    take_in(catalogue, [])
    assert _shown(catalogue) == at_once[False]
    take_in(catalogue, [], decisions)
    assert _shown(catalogue) == at_once[True]


def test_a_version_that_comes_weeks_later_joins_and_nothing_else_is_compared(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = next(release for release in _releases() if release.language == "sv")
    take_in(catalogue, [release for release in _releases() if release != late])
    before = catalogue.pair_inputs()
    compared = _counted(monkeypatch, "compare_works")
    take_in(catalogue, [late])
    added = catalogue.pair_inputs().keys() - before.keys()
    assert [sv for _, sv in added] == [late.id]
    assert len(compared) == 1


def _counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[object]:
    """Return the list to which each piece of a kind of work is added when it is done."""
    done: list[object] = []
    work = getattr(index.pairing, name)

    def counted(item: object) -> object:
        done.append(item)
        return work(item)

    monkeypatch.setattr(f"index.pairing.{name}", counted)
    return done


def test_nothing_new_changes_nothing(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(catalogue, _releases()[:6])
    monkeypatch.setattr("index.pairing.read_profiles", None)
    content = catalogue.content()
    take_in(catalogue, _releases()[:6])
    assert catalogue.content() == content


@pytest.mark.parametrize("stage", ["update", "works_of", "compare_works"])
def test_broken_off_anywhere_it_goes_on(
    catalogue: Catalogue, at_once: dict[bool, bytes], stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.pairing._RELEASES_AT_ONCE", 10)
    monkeypatch.setattr("index.pairing._COMPONENTS_AT_ONCE", 3)
    work = getattr(index.pairing, stage)
    for after in (1, 2):
        calls = iter(range(after + 1))

        def failing(*arguments: object, calls: Iterator[int] = calls) -> object:
            if next(calls) == after:  # noqa: B023 - called before `after` changes
                raise KeyboardInterrupt
            return work(*arguments)

        monkeypatch.setattr(f"index.pairing.{stage}", failing)
        with pytest.raises(KeyboardInterrupt):
            take_in(catalogue, _releases())
        assert catalogue.content() is None
    monkeypatch.setattr(f"index.pairing.{stage}", work)
    take_in(catalogue, [])
    assert _shown(catalogue) == at_once[False]


def test_other_rules_have_everything_read_again(
    catalogue: Catalogue, at_once: dict[bool, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.pairing.current_reader", lambda: "older")
    take_in(catalogue, _releases()[:-1])
    monkeypatch.undo()
    read = _counted(monkeypatch, "_entry")
    take_in(catalogue, _releases()[-1:])
    assert len(read) == len(_releases())
    assert _shown(catalogue) == at_once[False]


def test_a_catalogue_of_before_has_its_pairs_made(tmp_path: Path, at_once: dict[bool, bytes]) -> None:
    """The step of the schema has every release looked at."""
    path = tmp_path / "catalogue.sqlite"
    with Catalogue(path) as catalogue:
        take_in(catalogue, _releases())
    connection = sqlite3.connect(path, isolation_level=None)
    script = Path(index.pairing.__file__).parent / "catalogue" / "schema" / "0005_pairing.sql"
    for table in ("profiles", "marks", "likenesses", "unpaired", "english"):
        connection.execute(f"DROP TABLE {table}")
    for name in ("releases_digests", "pairs_inputs"):
        connection.execute(f"DROP INDEX {name}")
    connection.execute("DELETE FROM state WHERE key = 'pairing_rules'")
    connection.executescript(script.read_text(encoding="utf-8"))
    connection.close()
    with Catalogue(path) as catalogue:
        assert catalogue.content() is None
        take_in(catalogue, [])
        assert _shown(catalogue) == at_once[False]

"""Pairs in the catalogue, made anew where releases have changed."""

from __future__ import annotations

import msgspec

from index.catalogue import Catalogue
from index.catalogue.records import digest
from index.reading import Workers
from parsers.model import Pair, Release
from parsers.pairs.compare import compare
from parsers.pairs.pairing import Pairing, make_pairs

_PAIRS_AT_ONCE = 256


def update_pairs(catalogue: Catalogue, workers: Workers) -> int:
    """Bring the pairs in line with the releases; return how many there are.

    Which releases belong together can change with any release, so all are looked at; the comparison, which takes the
    time, is done only for pairs that are new or whose versions have changed. It may be killed at any moment: the
    catalogue has no `content` until all is done.
    """
    wanted = _wanted(catalogue) if catalogue.content() is None else None
    if wanted is not None:
        _remove_others(catalogue, wanted)
        _add_missing(catalogue, wanted, workers)
        with catalogue.transaction():
            catalogue.settle()
    return len(catalogue.pair_inputs())


def _wanted(catalogue: Catalogue) -> dict[tuple[str, str], tuple[Pairing, str]]:
    """Return the pairings by their two ids, each with what its pair is computed from."""
    digests = catalogue.digests()
    # Without what earlier pairs say, or the result would depend on them.
    pairings = make_pairs(msgspec.structs.replace(release, translation=None) for release in catalogue.releases())
    return {
        (pairing.fi, pairing.sv): (pairing, digest(digests[pairing.fi], digests[pairing.sv], repr(pairing)))
        for pairing in pairings
    }


def _remove_others(catalogue: Catalogue, wanted: dict[tuple[str, str], tuple[Pairing, str]]) -> None:
    with catalogue.transaction():
        for ids, inputs in catalogue.pair_inputs().items():
            if ids not in wanted or wanted[ids][1] != inputs:
                catalogue.remove_pair(*ids)


def _add_missing(catalogue: Catalogue, wanted: dict[tuple[str, str], tuple[Pairing, str]], workers: Workers) -> None:
    kept = catalogue.pair_inputs()
    missing = [wanted[ids] for ids in sorted(wanted.keys() - kept.keys())]
    for start in range(0, len(missing), _PAIRS_AT_ONCE):
        batch = missing[start : start + _PAIRS_AT_ONCE]
        works = [(catalogue.release(pairing.fi), catalogue.release(pairing.sv), pairing) for pairing, _ in batch]
        pairs = workers.map(_compare, works)
        with catalogue.transaction():
            for pair, (_, inputs) in zip(pairs, batch, strict=True):
                catalogue.add_pair(pair, inputs)


def _compare(work: tuple[Release, Release, Pairing]) -> Pair:
    return compare(*work)
